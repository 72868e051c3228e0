package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.List;

/** What a feature map says within some boxes. */
final class RoiAlign {

    private static final int SIDES = 4;

    static final Param<Integer> BINS = Param.integer("bins", 7, 1, 64)
            .label("Bins per side")
            .help(
                    "Into how many parts each side of a box is divided, whatever its size: 7 gives 7×7 numbers for each channel.");

    static final Param<Integer> POINTS = Param.integer("points", 2, 1, 16)
            .label("Points per bin")
            .help(
                    "At how many places along each side of a bin the map is read; the bin is their mean. 2 gives 4 points.");

    static final LayerType TYPE = layer("roi_align", "RoI align")
            .category(Category.POOLING)
            .help(
                    "Cuts boxes of any size out of a feature map, all in one form (region of interest): the first wire brings the map, the second the boxes, as from Region proposals. Each box becomes a step of a sequence, which a Dense per step can tell the class of. Places between cells are interpolated, nothing is rounded. Gradients go to the map alone.")
            .formula(
                    "y[i, j, c] = Σ m(u, v, c) / n²\nm(u, v, c) = Σ (1 − |u − r|) · (1 − |v − q|) · x[r, q, c]",
                    "The first sum is over n · n points u, v spread evenly over bin i, j of a box, with n the points per bin. m is the feature map x there, between the four cells r, q around it.")
            .source("He, Gkioxari, Dollár, Girshick, Mask R-CNN (2017)")
            .params(BINS, POINTS)
            .summary(values -> "%d×%d".formatted(values.get(BINS), values.get(BINS)))
            .merging(2, 2, List.of(Shape.Image.class, Shape.Sequence.class), RoiAlign::infer)
            .costing(RoiAlign::cost)
            .vertex((values, in) -> Expr.make(Dl4j.KIT + "RoiAlign", values.get(BINS), values.get(POINTS)));

    private RoiAlign() {}

    private static Inferred infer(Values values, List<Shape> in) {
        if (!(in.get(0) instanceof Shape.Image map) || !(in.get(1) instanceof Shape.Sequence boxes)) {
            return Inferred.bad(tr(
                    "RoI align needs a feature map by its first wire and a sequence of boxes by its second, but gets %s and %s.",
                    in.get(0).described(), in.get(1).described()));
        }
        if (boxes.features() < SIDES) {
            return Inferred.bad(tr(
                    "A box has %d sides, left, top, right and bottom, but each step by the second wire has %d features.",
                    SIDES, boxes.features()));
        }
        return Inferred.ok(new Shape.Sequence(boxes.steps(), map.channels() * area(values)));
    }

    private static long area(Values values) {
        return (long) values.get(BINS) * values.get(BINS);
    }

    /** Each point has four neighbours. */
    private static long cost(Values values, List<Shape> in) {
        long points = (long) values.get(POINTS) * values.get(POINTS);
        return 4 * points * area(values) * ((Shape.Image) in.get(0)).channels() * ((Shape.Sequence) in.get(1)).steps();
    }
}
