package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Lowered;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of a network that finds objects in two stages. */
final class RegionsOutput {

    /** What the head says of each region beside the classes: "no object", and four offsets. */
    private static final int BESIDE = 5;

    static final Param<Double> LEAST = Param.real("objectFrom", 0.7, 0, 1)
            .label("Object from")
            .help(
                    "From which overlap with an object on an anchor learns that it holds one (intersection over union); the best anchor of each object always does. 0.7 in the paper, 0.5 where anchors are few.");

    static final Param<Double> MOST = Param.real("emptyBelow", 0.3, 0, 1)
            .label("Empty below")
            .help(
                    "Below which overlap with every object an anchor learns that it holds none. Anchors between learn nothing.");

    static final Param<Double> BOXES = Param.real("boxes", 1, 0, 1000)
            .label("Weight of boxes")
            .help(
                    "How much place and size of boxes weigh in the loss, beside whether there is an object and of which class.");

    static final LayerType TYPE = layer("regions_output", "Regions output")
            .category(Category.INPUT_OUTPUT)
            .help(
                    "Ends a network that finds objects in two stages, as Faster R-CNN does, and trains both at once. The first wire brings what Region proposals gets, the second the regions that it gives, the third what a head behind RoI align says of each region: one number for no object, one for each class, and four offsets of the box, from a Dense per step without activation.")
            .formula(
                    "x = u + a · tx / 10,  y = v + b · ty / 10\nw = a · e^(tw / 5),  h = b · e^(th / 5)\np = softmax(s)\nL = A + λ · B + C + λ · D",
                    "A region has its centre at u and v and the sides a and b; the offsets tx, ty, tw and th make of it the box x, y, w and h of the object, and p says how likely no object and each class is by the scores s. L is the loss of a picture: A is the cross-entropy of whether anchors hold an object, B the smooth L1 error of their offsets, C the cross-entropy of p, D the smooth L1 error of the offsets of the regions, each a mean; λ is the weight of boxes.")
            .source("Ren, He, Girshick, Sun, Faster R-CNN (2015)")
            .params(Anchors.SIDES, YoloOutput.CLASSES, LEAST, MOST, BOXES)
            .summary(YoloOutput::summary)
            .merging(3, 3, RegionsOutput::infer)
            .rereading(0, 1)
            .ending(values -> Labels.Format.BOXES, RegionsOutput::check)
            .lowered((values, in) -> new Lowered.JoinedLayer(Expr.make(Dl4j.KIT + "OneRow"), expr(values, in)));

    private RegionsOutput() {}

    private static Inferred infer(Values values, List<Shape> in) {
        if (!(in.get(0) instanceof Shape.Image map)
                || !(in.get(1) instanceof Shape.Sequence regions)
                || !(in.get(2) instanceof Shape.Sequence head)) {
            return Inferred.bad(tr(
                    "Regions output needs the map of Region proposals by its first wire, the regions by its second and what a head says of each by its third, but gets %s, %s and %s.",
                    in.get(0).described(), in.get(1).described(), in.get(2).described()));
        }
        if (values.get(MOST) > values.get(LEAST)) {
            return Inferred.bad(
                            MOST,
                            tr(
                                    "An anchor cannot hold no object below an overlap of %s and hold one from %s on.",
                                    values.get(MOST), values.get(LEAST)))
                    .propose(tr("Use %s for both", values.get(LEAST)), MOST, values.get(LEAST));
        }
        return RegionProposals.check(values, map, joined(values, map, regions, head));
    }

    private static Inferred joined(Values values, Shape.Image map, Shape.Sequence regions, Shape.Sequence head) {
        if (regions.features() != RegionProposals.FEATURES) {
            return Inferred.bad(tr(
                    "A region has %d numbers, as Region proposals gives them, but the second wire brings %d. Wire Region proposals to it.",
                    RegionProposals.FEATURES, regions.features()));
        }
        if (regions.steps() != head.steps()) {
            return Inferred.bad(tr(
                            "The head must say something of each of %d regions, but the third wire brings %d steps. Let the head read what RoI align gives of these regions, or change how many there are.",
                            regions.steps(), head.steps()))
                    .wanting(
                            tr("Propose %d regions", head.steps()),
                            1,
                            new Shape.Sequence(head.steps(), regions.features()))
                    .wanting(
                            tr("Let the head say something of %d regions", regions.steps()),
                            2,
                            new Shape.Sequence(regions.steps(), head.features()));
        }
        int classes = values.get(YoloOutput.CLASSES);
        if (head.features() != classes + BESIDE) {
            return misfit(head, classes);
        }
        return Inferred.ok(new Shape.Vector(map.elements() + regions.elements() + head.elements()));
    }

    private static Inferred misfit(Shape.Sequence head, int classes) {
        int wanted = classes + BESIDE;
        Inferred.Bad bad = Inferred.bad(
                        YoloOutput.CLASSES,
                        tr(
                                "For %s the head must say 1 + %d + 4 = %d numbers of each region, but the third wire brings %d.",
                                YoloOutput.classesInWords(classes), classes, wanted, head.features()))
                .wanting(
                        tr("Let the head say %d numbers of each region", wanted),
                        2,
                        new Shape.Sequence(head.steps(), wanted));
        long possible = head.features() - BESIDE;
        return possible >= 1 && possible <= 10_000
                ? bad.propose(tr("Tell %s apart", YoloOutput.classesInWords((int) possible)), YoloOutput.CLASSES, (int)
                        possible)
                : bad;
    }

    private static Optional<Inferred.Bad> check(Values values, Shape output, Labels labels) {
        return YoloOutput.check(
                values,
                labels,
                tr(
                        "Regions output learns boxes around objects. Let the training plan learn the boxes of the data, or end the network with an Output."));
    }

    private static Expr expr(Values values, List<Shape> in) {
        Shape.Image map = (Shape.Image) in.get(0);
        List<Object> args = new ArrayList<>(List.of(
                Math.toIntExact(map.height()),
                Math.toIntExact(map.width()),
                values.get(YoloOutput.CLASSES),
                Math.toIntExact(((Shape.Sequence) in.get(1)).steps()),
                values.get(LEAST),
                values.get(MOST),
                values.get(BOXES)));
        args.addAll(Anchors.sides(values));
        return Dl4j.layer("LossLayer", Expr.make(Dl4j.KIT + "RegionLoss", args.toArray()))
                .set("nOut", in.stream().mapToLong(Shape::elements).sum())
                .set("activation", Activation.LINEAR.expr())
                .build();
    }
}
