package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.ArrayList;
import java.util.List;

/** The surest boxes of a region proposal network. */
final class RegionProposals {

    /** What is said of each anchor: how sure it is, and four offsets. */
    static final int PARTS = 5;

    /** What is said of each region: its four sides, and how sure it is. */
    static final int FEATURES = 5;

    static final Param<Integer> REGIONS = Param.integer("regions", 32, 1, 5000)
            .label("Regions")
            .help(
                    "How many boxes are looked at more closely on each picture. Several times as many as there are objects; 300 in the paper, 16 for a few large ones.");

    static final Param<Double> OVERLAP = Param.real("overlap", 0.7, 0, 1)
            .label("Overlap")
            .help(
                    "Of boxes that overlap more than this (intersection over union) only the surest stays, so that each region is looked at once. 0.7 in the paper.");

    static final LayerType TYPE = layer("region_proposals", "Region proposals")
            .category(Category.POOLING)
            .help(
                    "Says where on a picture objects may be, whatever they are: of the boxes that start from each anchor in each cell the surest ones, without those that overlap a surer one. What comes in are for each anchor an objectness and four offsets, from a convolution of 1×1 without activation; what comes out are left, top, right, bottom and sureness of each box, for RoI align. It learns only through the Regions output that its input is also wired to.")
            .formula(
                    "x = u + a · tx,  y = v + b · ty\nw = a · e^(tw),  h = b · e^(th)\np = σ(to)",
                    "to, tx, ty, tw and th are what comes in for an anchor with its centre at u and v and the sides a and b. x and y are the centre of the box, w and h its sides, cut to the picture, p is its sureness, and σ(z) = 1 / (1 + e^(−z)). The surest boxes leave, without those that overlap a surer one too far.")
            .source("Ren, He, Girshick, Sun, Faster R-CNN (2015)")
            .params(Anchors.SIDES, REGIONS, OVERLAP)
            .summary(values -> plural(values.get(REGIONS), "%,d region", "%,d regions"))
            .from(Shape.Image.class, RegionProposals::infer)
            .vertex((values, in) -> expr(values));

    private RegionProposals() {}

    private static Inferred infer(Values values, Shape.Image in) {
        return check(values, in, Inferred.ok(new Shape.Sequence(values.get(REGIONS), FEATURES)));
    }

    /** The given answer, unless the channels that come in by the first wire are not those of the anchors. */
    static Inferred check(Values values, Shape.Image in, Inferred answer) {
        int anchors = Anchors.count(values);
        if (anchors == 0) {
            return Anchors.unreadable(values);
        }
        int wanted = anchors * PARTS;
        if (in.channels() == wanted) {
            return answer;
        }
        Inferred.Bad bad = Inferred.bad(tr(
                        "%s need %d · 5 = %d channels, an objectness and four offsets each, but %d come in.",
                        Anchors.inWords(anchors), anchors, wanted, in.channels()))
                .wanting(tr("Let %d channels come in", wanted), new Shape.Image(in.height(), in.width(), wanted));
        long possible = in.channels() / PARTS;
        return in.channels() % PARTS == 0 && Anchors.has(possible)
                ? bad.propose(
                        tr("Use %s", Anchors.inWords((int) possible)), Anchors.SIDES, Anchors.first((int) possible))
                : bad;
    }

    private static Expr expr(Values values) {
        List<Object> args = new ArrayList<>(List.of(values.get(REGIONS), values.get(OVERLAP)));
        args.addAll(Anchors.sides(values));
        return Expr.make(Dl4j.KIT + "RegionProposals", args.toArray());
    }
}
