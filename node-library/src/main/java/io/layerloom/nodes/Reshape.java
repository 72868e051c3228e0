package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.List;
import java.util.function.Predicate;

/** The same values in another form. */
final class Reshape {

    /** The form that the values take. */
    enum Form implements Labelled {
        VECTOR("Vector"),
        IMAGE("Image"),
        VOLUME("Volume"),
        SEQUENCE("Sequence");

        private final String label;

        Form(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return tr(label);
        }
    }

    static final Param<Form> FORM = Param.choice("form", Form.VECTOR)
            .label("Form")
            .help("What the values become: a row of numbers, an image, a volume or a sequence.");

    static final Param<Integer> DEPTH =
            side("depth", 7, "Depth").help("Pictures behind each other.").shownWhen(on(Form.VOLUME));
    static final Param<Integer> HEIGHT = side("height", 7, "Height")
            .help("Rows of each picture.")
            .shownWhen(on(Form.IMAGE).or(on(Form.VOLUME)));
    static final Param<Integer> WIDTH = side("width", 7, "Width")
            .help("Columns of each picture.")
            .shownWhen(on(Form.IMAGE).or(on(Form.VOLUME)));
    static final Param<Integer> CHANNELS = side("channels", 1, "Channels")
            .help("Numbers per pixel.")
            .shownWhen(on(Form.IMAGE).or(on(Form.VOLUME)));
    static final Param<Integer> STEPS =
            side("steps", 7, "Steps").help("Steps of the sequence.").shownWhen(on(Form.SEQUENCE));
    static final Param<Integer> FEATURES =
            side("features", 7, "Features").help("Numbers at each step.").shownWhen(on(Form.SEQUENCE));

    static final LayerType TYPE = layer("reshape", "Reshape")
            .category(Category.CORE)
            .help(
                    "Reads the same values in another form: row by row, one channel or feature after the other. An image of 28×28×1 as a sequence gives its columns as steps.")
            .formula(
                    "y[n] = x[n]\nn = ((c·D + z)·H + i)·W + j",
                    "n is the place of a value, counted from 0, by its old form on the right and by its new one on the left: channel after channel c, in each slice z after slice, in each row i after row, in each column j after column. H and W are height and width, D is the depth, 1 for an image; a sequence goes feature after feature, each with all its steps.")
            .params(FORM, DEPTH, HEIGHT, WIDTH, CHANNELS, STEPS, FEATURES)
            .summary(values -> {
                List<Param<Integer>> sides = sides(values);
                return sides.isEmpty() ? "to a vector" : label(values, sides);
            })
            .fromAny(Shapes.NUMERIC, Reshape::infer)
            .foresight(Foresight.always("Laid out anew, a step is made of several others"))
            .vertex((values, in) -> Expr.make(Dl4j.KIT + "Reshape", Shapes.inEngine(shape(values, in.get(0)))));

    private Reshape() {}

    private static List<Param<Integer>> sides(Values values) {
        return switch (values.get(FORM)) {
            case VECTOR -> List.of();
            case IMAGE -> List.of(HEIGHT, WIDTH, CHANNELS);
            case VOLUME -> List.of(DEPTH, HEIGHT, WIDTH, CHANNELS);
            case SEQUENCE -> List.of(STEPS, FEATURES);
        };
    }

    private static Shape shape(Values values, Shape in) {
        return switch (values.get(FORM)) {
            case VECTOR -> new Shape.Vector(in.elements());
            case IMAGE -> new Shape.Image(values.get(HEIGHT), values.get(WIDTH), values.get(CHANNELS));
            case VOLUME ->
                new Shape.Volume(values.get(DEPTH), values.get(HEIGHT), values.get(WIDTH), values.get(CHANNELS));
            case SEQUENCE -> new Shape.Sequence(values.get(STEPS), values.get(FEATURES));
        };
    }

    private static Inferred infer(Values values, Shape in) {
        Shape out = shape(values, in);
        if (out.elements() == in.elements()) {
            return Inferred.ok(out);
        }
        List<Param<Integer>> sides = sides(values);
        Inferred.Bad bad = Inferred.bad(
                sides.get(sides.size() - 1),
                tr(
                        "Reshape keeps the number of values, but %s are %,d and the input has %,d.",
                        out.label(), out.elements(), in.elements()));
        bad = proposePlaces(bad, values, sides, in);
        for (int i = sides.size() - 1; i >= 0; i--) {
            bad = proposeSide(bad, values, sides, i, in.elements());
        }
        for (Param<Integer> kept : sides) {
            bad = proposeKeeping(bad, values, sides, kept, in.elements());
        }
        return bad.propose(tr("Make it a vector"), FORM, Form.VECTOR);
    }

    /** Of an image a sequence with a step for each place, whose features are the channels: that is how the values lie. */
    private static Inferred.Bad proposePlaces(Inferred.Bad bad, Values values, List<Param<Integer>> sides, Shape in) {
        if (values.get(FORM) != Form.SEQUENCE || !(in instanceof Shape.Image image)) {
            return bad;
        }
        long places = image.height() * image.width();
        if (!fits(STEPS, places) || !fits(FEATURES, image.channels())) {
            return bad;
        }
        int steps = Math.toIntExact(places);
        int features = Math.toIntExact(image.channels());
        return bad.propose(
                tr("Use %s", label(values.with(STEPS, steps).with(FEATURES, features), sides)),
                new Inferred.Change<>(STEPS, steps),
                new Inferred.Change<>(FEATURES, features));
    }

    /** One side changed so that the rest may stay. */
    private static Inferred.Bad proposeSide(
            Inferred.Bad bad, Values values, List<Param<Integer>> sides, int changed, long elements) {
        long rest = 1;
        for (int i = 0; i < sides.size(); i++) {
            rest *= i == changed ? 1 : values.get(sides.get(i));
        }
        if (elements % rest != 0 || !fits(sides.get(changed), elements / rest)) {
            return bad;
        }
        int side = Math.toIntExact(elements / rest);
        return bad.propose(tr("Use %s", label(values.with(sides.get(changed), side), sides)), sides.get(changed), side);
    }

    /** One side kept, the next one taking all the rest, any other 1. */
    private static Inferred.Bad proposeKeeping(
            Inferred.Bad bad, Values values, List<Param<Integer>> sides, Param<Integer> kept, long elements) {
        long rest = elements / values.get(kept);
        Param<Integer> filled = sides.get((sides.indexOf(kept) + 1) % sides.size());
        if (elements % values.get(kept) != 0 || !fits(filled, rest)) {
            return bad;
        }
        Values changed = values;
        for (Param<Integer> side : sides) {
            int size = side.equals(filled) ? Math.toIntExact(rest) : side.equals(kept) ? values.get(kept) : 1;
            changed = changed.with(side, size);
        }
        Values to = changed;
        return bad.propose(
                tr("Use %s", label(to, sides)),
                sides.stream()
                        .map(side -> new Inferred.Change<>(side, to.get(side)))
                        .toArray(Inferred.Change<?>[]::new));
    }

    private static boolean fits(Param<Integer> side, long size) {
        return size <= Integer.MAX_VALUE && side.kind().check((int) size).isEmpty();
    }

    private static String label(Values values, List<Param<Integer>> sides) {
        return String.join(
                "×", sides.stream().map(side -> values.get(side).toString()).toList());
    }

    private static Predicate<Values> on(Form form) {
        return values -> values.get(FORM) == form;
    }

    private static Param<Integer> side(String key, int initial, String label) {
        return Param.integer(key, initial, 1, 1_000_000).label(label);
    }
}
