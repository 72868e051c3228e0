package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of a network that finds objects on pictures. */
final class YoloOutput {

    /** What a box has besides its classes: x, y, width, height and objectness. */
    private static final int PARTS = 5;

    static final Param<Integer> CLASSES = Param.integer("classes", 3, 1, 10_000)
            .label("Classes")
            .help("How many kinds of objects the data tell apart.");

    static final Param<Double> COORDINATES = Param.real("coordinates", 5, 0, 1000)
            .label("Weight of coordinates")
            .help(
                    "How much place and size of a box weigh in the loss, beside whether there is an object and of which class.");

    static final Param<Double> NO_OBJECT = Param.real("noObject", 0.5, 0, 1000)
            .label("Weight of empty places")
            .help(
                    "How much a place without an object weighs. There are many more of them than of those with one, so less than 1.");

    static final LayerType TYPE = layer("yolo_output", "YOLO output")
            .category(Category.INPUT_OUTPUT)
            .help(
                    "Ends a network that finds objects on pictures: what comes in is a grid of cells, and each cell foretells for each anchor a box, how sure it is that an object is there, and its class. A convolution of 1×1 without activation before it gives the channels.")
            .formula(
                    "x = j + σ(tx),  y = i + σ(ty)\nw = a · e^(tw),  h = b · e^(th)\np = σ(to) · softmax(s)",
                    "tx, ty, tw, th, to and the scores s of the classes are what comes in for an anchor of width a and height b in the cell of row i and column j, counted from 0. x and y are the centre of the box, w and h its sides, all counted in cells, p how sure each class is, and σ(z) = 1 / (1 + e^(−z)). The loss of a picture adds up the squared errors of σ(tx), σ(ty), tw and th times the weight of coordinates, the cross-entropies of σ(to) and of the class, and, where a place is empty and its box lies over no object anyway, the cross-entropy of σ(to) times the weight of empty places.")
            .source("Redmon, Farhadi, YOLO9000: Better, faster, stronger (2017)")
            .params(Anchors.SIDES, CLASSES, COORDINATES, NO_OBJECT)
            .summary(YoloOutput::summary)
            .from(Shape.Image.class, YoloOutput::infer)
            .ending(values -> Labels.Format.BOXES, YoloOutput::check)
            .layer((values, in) -> expr(values, (Shape.Image) in.get(0)));

    private YoloOutput() {}

    /** How many forms and classes there are. */
    static String summary(Values values) {
        return "%s · %s".formatted(Anchors.inWords(Anchors.count(values)), classesInWords(values.get(CLASSES)));
    }

    static String classesInWords(int count) {
        return plural(count, "%,d class", "%,d classes");
    }

    private static Inferred infer(Values values, Shape.Image in) {
        int anchors = Anchors.count(values);
        if (anchors == 0) {
            return Anchors.unreadable(values);
        }
        int classes = values.get(CLASSES);
        int wanted = anchors * (PARTS + classes);
        return in.channels() == wanted
                ? Inferred.ok(new Shape.Vector(in.elements()))
                : misfit(in, anchors, classes, wanted);
    }

    private static Inferred misfit(Shape.Image in, int anchors, int classes, int wanted) {
        Inferred.Bad bad = Inferred.bad(tr(
                        "%s and %s need %d · (5 + %d) = %d channels, but %d come in.",
                        Anchors.inWords(anchors), classesInWords(classes), anchors, classes, wanted, in.channels()))
                .wanting(tr("Let %d channels come in", wanted), new Shape.Image(in.height(), in.width(), wanted));
        long possible = in.channels() / (PARTS + classes);
        if (in.channels() % (PARTS + classes) == 0 && Anchors.has(possible)) {
            bad = bad.propose(
                    tr("Use %s", Anchors.inWords((int) possible)), Anchors.SIDES, Anchors.first((int) possible));
        }
        long left = in.channels() / anchors - PARTS;
        if (in.channels() % anchors == 0 && left >= 1) {
            bad = bad.propose(tr("Tell %s apart", classesInWords((int) left)), CLASSES, (int) left);
        }
        return bad;
    }

    private static Optional<Inferred.Bad> check(Values values, Shape output, Labels labels) {
        return check(
                values,
                labels,
                tr(
                        "A YOLO output learns boxes around objects. Let the training plan learn the boxes of the data, or end the network with an Output."));
    }

    /**
     * Why an end with so many classes cannot learn these labels; empty if it can.
     *
     * @param otherwise what to say where they are no boxes
     */
    static Optional<Inferred.Bad> check(Values values, Labels labels, String otherwise) {
        if (!(labels instanceof Labels.Boxes boxes)) {
            return Optional.of(Inferred.bad(otherwise));
        }
        int wanted = boxes.classes().size();
        int classes = values.get(CLASSES);
        return classes == wanted
                ? Optional.empty()
                : Optional.of(Inferred.bad(
                                CLASSES,
                                tr(
                                        "The data have %s of objects, but the output tells %d apart.",
                                        classesInWords(wanted), classes))
                        .propose(tr("Tell %s apart", classesInWords(wanted)), CLASSES, wanted));
    }

    private static Expr expr(Values values, Shape.Image in) {
        List<Object> args = new ArrayList<>(List.of(
                Math.toIntExact(in.height()),
                Math.toIntExact(in.width()),
                values.get(CLASSES),
                values.get(COORDINATES),
                values.get(NO_OBJECT)));
        args.addAll(Anchors.sides(values));
        return Dl4j.layer("LossLayer", Expr.make(Dl4j.KIT + "YoloLoss", args.toArray()))
                .set("nOut", in.elements())
                .set("activation", Activation.LINEAR.expr())
                .build();
    }
}
