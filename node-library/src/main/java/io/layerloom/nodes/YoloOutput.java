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
import java.util.stream.Collectors;

/** The end of a network that finds objects on pictures. */
final class YoloOutput {

    /** Forms to begin with; as many as are wanted are taken from the front. */
    private static final List<String> FORMS =
            List.of("1.5,1.5", "2.5,2.5", "4,4", "2,4", "4,2", "1,2", "2,1", "6,6", "3,6");

    private static final int AT_FIRST = 3;
    private static final int MOST_ANCHORS = 50;
    private static final double LARGEST = 1000;

    /** What a box has besides its classes: x, y, width, height and objectness. */
    private static final int PARTS = 5;

    static final Param<String> ANCHORS = Param.text("anchors", anchors(AT_FIRST), 2000)
            .label("Anchors")
            .help(
                    "Width and height of the forms that boxes start from, in cells of the grid: 1.5,1.5; 4,2 are two. Each cell foretells a box for each of them, so take the forms that objects have.");

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
            .source("Redmon, Farhadi, YOLO9000: Better, faster, stronger (2017)")
            .params(ANCHORS, CLASSES, COORDINATES, NO_OBJECT)
            .summary(values ->
                    "%s · %s".formatted(anchorsInWords(parse(values).size() / 2), classesInWords(values.get(CLASSES))))
            .from(Shape.Image.class, YoloOutput::infer)
            .ending(values -> Labels.Format.BOXES, YoloOutput::check)
            .layer((values, in) -> expr(values, (Shape.Image) in.get(0)));

    private YoloOutput() {}

    private static String anchorsInWords(int count) {
        return plural(count, "%,d anchor", "%,d anchors");
    }

    private static String classesInWords(int count) {
        return plural(count, "%,d class", "%,d classes");
    }

    private static String anchors(int count) {
        return FORMS.stream().limit(count).collect(Collectors.joining("; "));
    }

    /** Width and height of each anchor, one after the other; empty if the text cannot be read. */
    private static List<Double> parse(Values values) {
        List<Double> sides = new ArrayList<>();
        for (String anchor : values.get(ANCHORS).strip().split(";")) {
            String[] pair = anchor.split(",");
            if (pair.length != 2) {
                return List.of();
            }
            for (String side : pair) {
                Optional<Double> length = length(side.strip());
                if (length.isEmpty()) {
                    return List.of();
                }
                sides.add(length.get());
            }
        }
        return sides.size() > 2 * MOST_ANCHORS ? List.of() : sides;
    }

    private static Optional<Double> length(String text) {
        try {
            return Optional.of(Double.valueOf(text)).filter(length -> length > 0 && length <= LARGEST);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Inferred infer(Values values, Shape.Image in) {
        int anchors = parse(values).size() / 2;
        if (anchors == 0) {
            return Inferred.bad(
                            ANCHORS,
                            "Anchors are up to %d pairs of width and height between 0 and %.0f cells, such as 1.5,1.5; 4,2. Received: %s"
                                    .formatted(MOST_ANCHORS, LARGEST, values.get(ANCHORS)))
                    .propose(tr("Use %d squares", AT_FIRST), ANCHORS, anchors(AT_FIRST));
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
                        anchorsInWords(anchors), classesInWords(classes), anchors, classes, wanted, in.channels()))
                .wanting(tr("Let %d channels come in", wanted), new Shape.Image(in.height(), in.width(), wanted));
        long possible = in.channels() / (PARTS + classes);
        if (in.channels() % (PARTS + classes) == 0 && possible >= 1 && possible <= FORMS.size()) {
            bad = bad.propose(tr("Use %s", anchorsInWords((int) possible)), ANCHORS, anchors((int) possible));
        }
        long left = in.channels() / anchors - PARTS;
        if (in.channels() % anchors == 0 && left >= 1) {
            bad = bad.propose(tr("Tell %s apart", classesInWords((int) left)), CLASSES, (int) left);
        }
        return bad;
    }

    private static Optional<Inferred.Bad> check(Values values, Shape output, Labels labels) {
        if (!(labels instanceof Labels.Boxes boxes)) {
            return Optional.of(
                    Inferred.bad(
                            tr(
                                    "A YOLO output learns boxes around objects. Let the training plan learn the boxes of the data, or end the network with an Output.")));
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
        args.addAll(parse(values));
        return Dl4j.layer("LossLayer", Expr.make(Dl4j.KIT + "YoloLoss", args.toArray()))
                .set("nOut", in.elements())
                .set("activation", Activation.LINEAR.expr())
                .build();
    }
}
