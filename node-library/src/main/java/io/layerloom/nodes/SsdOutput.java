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

/** The end of a network that finds objects on feature maps of several sizes at once. */
final class SsdOutput {

    private static final int MOST_MAPS = 16;

    /** What is said of a box beside the classes: "no object", and four offsets. */
    private static final int BESIDE = 5;

    static final Param<Double> SMALLEST = Param.real("smallest", 0.2, 0.01, 1)
            .label("Smallest scale")
            .help(
                    "The side of the boxes of the first map, as a part of the picture's. Those of the maps between grow by even steps.");

    static final Param<Double> LARGEST = Param.real("largest", 0.9, 0.01, 1)
            .label("Largest scale")
            .help("The side of the boxes of the last map, as a part of the picture's.");

    static final Param<Double> FIRST = Param.real("firstScale", 0, 0, 1)
            .label("Scale of the first map")
            .help(
                    "Where it is above 0, the side of the boxes of the first map, and the even steps begin with the second one: the paper gives the finest map of SSD300 0.1 beside 0.2 to 0.9.");

    static final Param<Double> BOXES = Param.real("boxes", 1, 0, 1000)
            .label("Weight of boxes")
            .help(
                    "How much place and size of boxes weigh in the loss, beside whether there is an object and of which class.");

    static final Param<Double> NEGATIVES = Param.real("negatives", 3, 0, 1000)
            .label("Empty boxes per object")
            .help(
                    "How many boxes without an object learn for each that learns one: those that are most wrong (hard negative mining). Nearly all boxes are empty; if all of them learned, little else would be learned.");

    static final LayerType TYPE = layer("ssd_output", "SSD output")
            .category(Category.INPUT_OUTPUT)
            .help(
                    "Ends a network that finds objects on several feature maps at once, fine ones for small objects and coarse ones for large ones. Each wire brings a map, the finest first, and each of its cells says for a few boxes of the map's scale how likely no object and each class is, and how far the object's box is from it. Before it, each map has a convolution without activation that gives boxes · (1 + classes + 4) channels.")
            .formula(
                    "x = u + a · tx / 10,  y = v + b · ty / 10\nw = a · e^(tw / 5),  h = b · e^(th / 5)\np = softmax(s)\nL = (C + λ · R) / n",
                    "A box starts with its centre at u and v and the sides a and b; the offsets tx, ty, tw and th make of it the box x, y, w and h, and p says how likely no object and each class is by the scores s. L is the loss of a picture: n boxes have an object, C is the cross-entropy of p over these and over the empty boxes that are most wrong, R the smooth L1 error of the offsets, λ the weight of boxes.")
            .source("Liu, Anguelov, Erhan, Szegedy, Reed, Fu, Berg, SSD: single shot multibox detector (2016)")
            .params(AspectRatios.PARAM, YoloOutput.CLASSES, SMALLEST, LARGEST, FIRST, BOXES, NEGATIVES)
            .summary(values -> YoloOutput.classesInWords(values.get(YoloOutput.CLASSES)))
            .merging(1, MOST_MAPS, SsdOutput::infer)
            .ending(values -> Labels.Format.BOXES, SsdOutput::check)
            .lowered((values, in) -> new Lowered.JoinedLayer(Expr.make(Dl4j.KIT + "OneRow"), expr(values, in)));

    private SsdOutput() {}

    private static Inferred infer(Values values, List<Shape> in) {
        for (int map = 0; map < in.size(); map++) {
            if (!(in.get(map) instanceof Shape.Image)) {
                return Inferred.bad(tr(
                        "SSD output takes feature maps, but wire %d brings %s.",
                        map + 1, in.get(map).described()));
            }
        }
        if (values.get(SMALLEST) > values.get(LARGEST)) {
            return Inferred.bad(
                            LARGEST,
                            tr(
                                    "Scales grow from map to map, but the largest is %s and the smallest %s.",
                                    values.get(LARGEST), values.get(SMALLEST)))
                    .propose(tr("Use %s for both", values.get(SMALLEST)), LARGEST, values.get(SMALLEST));
        }
        if (values.get(FIRST) > values.get(SMALLEST)) {
            return Inferred.bad(
                            FIRST,
                            tr(
                                    "Scales grow from map to map, but that of the first map is %s and the smallest of the others %s.",
                                    values.get(FIRST), values.get(SMALLEST)))
                    .propose(tr("Use %s for both", values.get(SMALLEST)), FIRST, values.get(SMALLEST));
        }
        List<List<Double>> ratios = AspectRatios.of(values, in.size());
        if (ratios.isEmpty()) {
            return AspectRatios.misfit(values, in.size());
        }
        long numbers = 0;
        for (int map = 0; map < in.size(); map++) {
            Shape.Image image = (Shape.Image) in.get(map);
            int boxes = AspectRatios.boxes(ratios.get(map));
            if (image.channels() != boxes * parts(values)) {
                return misfit(values, in.size(), map, image, boxes);
            }
            numbers += image.elements();
        }
        return Inferred.ok(new Shape.Vector(numbers));
    }

    private static int parts(Values values) {
        return values.get(YoloOutput.CLASSES) + BESIDE;
    }

    private static Inferred misfit(Values values, int maps, int map, Shape.Image in, int boxes) {
        int classes = values.get(YoloOutput.CLASSES);
        int wanted = boxes * parts(values);
        Inferred.Bad bad = Inferred.bad(tr(
                        "%d boxes in each cell and %s need %d · (1 + %d + 4) = %d channels, but wire %d brings %d.",
                        boxes, YoloOutput.classesInWords(classes), boxes, classes, wanted, map + 1, in.channels()))
                .wanting(
                        tr("Let %d channels come in by wire %d", wanted, map + 1),
                        map,
                        new Shape.Image(in.height(), in.width(), wanted));
        if (in.channels() % parts(values) == 0) {
            long possible = in.channels() / parts(values);
            Optional<String> ratios = AspectRatios.with(values, maps, map, possible);
            if (ratios.isPresent()) {
                bad = bad.propose(
                        tr("Put %d boxes into each cell of map %d", possible, map + 1),
                        AspectRatios.PARAM,
                        ratios.get());
            }
        }
        long left = in.channels() / boxes - BESIDE;
        return in.channels() % boxes == 0 && left >= 1
                ? bad.propose(
                        tr("Tell %s apart", YoloOutput.classesInWords((int) left)), YoloOutput.CLASSES, (int) left)
                : bad;
    }

    private static Optional<Inferred.Bad> check(Values values, Shape output, Labels labels) {
        return YoloOutput.check(
                values,
                labels,
                tr(
                        "An SSD output learns boxes around objects. Let the training plan learn the boxes of the data, or end the network with an Output."));
    }

    /**
     * The scale of each map and of one behind the last, by the paper's formula: even steps from the smallest to the largest one, and one step beyond.
     *
     * @param maps how many there are
     */
    static List<Double> scales(Values values, int maps) {
        List<Double> scales = new ArrayList<>();
        double first = values.get(FIRST);
        if (first > 0) {
            scales.add(first);
        }
        int even = maps - scales.size();
        double smallest = values.get(SMALLEST);
        double step = (values.get(LARGEST) - smallest) / Math.max(1, even - 1);
        for (int map = 0; map <= even; map++) {
            // Ten-thousandths of a side are finer than a pixel, and read well in exported source.
            scales.add(Math.round((smallest + map * step) * 1e4) / 1e4);
        }
        return scales;
    }

    private static Expr expr(Values values, List<Shape> in) {
        List<List<Double>> ratios = AspectRatios.of(values, in.size());
        List<Double> scales = scales(values, in.size());
        List<Object> args =
                new ArrayList<>(List.of(values.get(YoloOutput.CLASSES), values.get(BOXES), values.get(NEGATIVES)));
        for (int map = 0; map < in.size(); map++) {
            Shape.Image image = (Shape.Image) in.get(map);
            List<Object> boxes = new ArrayList<>(List.of(
                    Math.toIntExact(image.height()),
                    Math.toIntExact(image.width()),
                    scales.get(map),
                    scales.get(map + 1)));
            boxes.addAll(ratios.get(map));
            args.add(Expr.make(Dl4j.KIT + "DefaultBoxes", boxes.toArray()));
        }
        return Dl4j.layer("LossLayer", Expr.make(Dl4j.KIT + "SsdLoss", args.toArray()))
                .set("nOut", in.stream().mapToLong(Shape::elements).sum())
                .set("activation", Activation.LINEAR.expr())
                .build();
    }
}
