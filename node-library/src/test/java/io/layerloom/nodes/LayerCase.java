package io.layerloom.nodes;

import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One layer of the catalog in front of one kind of input: what the contract tests run over. */
record LayerCase(LayerType type, List<Shape> in) {

    static final Shape.Vector VECTOR = new Shape.Vector(6);
    static final Shape.Image IMAGE = new Shape.Image(7, 6, 2);
    static final Shape.Volume VOLUME = new Shape.Volume(3, 4, 3, 2);
    static final Shape.Sequence SEQUENCE = new Shape.Sequence(4, 3);
    static final Shape.Tokens TOKENS = new Shape.Tokens(4, 7);

    /** For layers that need what {@link #IMAGE} has not: sides of many divisors, then channels, then so many channels as boxes have. */
    private static final List<Shape> IMAGES = List.of(
            IMAGE,
            new Shape.Image(6, 6, 3),
            new Shape.Image(2, 3, 36),
            new Shape.Image(3, 2, 24),
            new Shape.Image(3, 2, 15),
            new Shape.Image(3, 2, 32));

    /** For heads, of which there are four as a rule. */
    private static final List<Shape> SEQUENCES = List.of(SEQUENCE, new Shape.Sequence(5, 4));

    /** For layers that take two: nothing that belongs to one sequence can pass for the other's. */
    private static final List<Shape> UNLIKE = List.of(new Shape.Sequence(5, 4), new Shape.Sequence(3, 6));

    /** For layers that take several kinds at once: a map and boxes; a map, boxes, and what is said of each box; two maps of different size. */
    private static final List<List<Shape>> JOINT = List.of(
            List.of(new Shape.Image(5, 4, 2), new Shape.Sequence(6, 5)),
            List.of(new Shape.Image(2, 3, 15), new Shape.Sequence(6, 5), new Shape.Sequence(6, 8)),
            List.of(new Shape.Image(2, 3, 32), new Shape.Image(1, 2, 32)));

    /** Layers before which a layer takes what comes in as given: the loss depends on it, but nothing goes back, as Faster R-CNN has it for boxes. */
    private static final Map<String, String> GIVEN =
            Map.of("region_proposals", "before0", "roi_align", "before1", "regions_output", "before1");

    /** Every layer of the catalog on every kind of input that it accepts. */
    static Stream<LayerCase> all() {
        return NodeLibrary.CATALOG.layers().stream().flatMap(LayerCase::of);
    }

    private static Stream<LayerCase> of(LayerType type) {
        if (type.isInput()) {
            return Stream.of(new LayerCase(type, List.of()));
        }
        return Stream.of(onLike(type), onUnlike(type), onJoint(type)).flatMap(cases -> cases);
    }

    private static Stream<LayerCase> onLike(LayerType type) {
        return Stream.of(List.<Shape>of(VECTOR), IMAGES, List.of(VOLUME), SEQUENCES, List.of(TOKENS))
                .flatMap(kind -> kind.stream()
                        .filter(shape -> type.inputs().accepts(shape))
                        .map(shape -> new LayerCase(
                                type, Collections.nCopies(type.inputs().min(), shape)))
                        .filter(some -> type.infer(type.initialValues(), some.in) instanceof Inferred.Ok)
                        .limit(1));
    }

    private static Stream<LayerCase> onUnlike(LayerType type) {
        return Stream.of(new LayerCase(type, UNLIKE))
                .filter(some -> type.inputs().min() == 2)
                .filter(some -> UNLIKE.stream().allMatch(type.inputs()::accepts))
                .filter(some -> type.infer(type.initialValues(), some.in) instanceof Inferred.Ok);
    }

    private static Stream<LayerCase> onJoint(LayerType type) {
        return JOINT.stream()
                .filter(in -> type.inputs().min() <= in.size()
                        && in.size() <= type.inputs().max())
                .filter(in -> in.stream().allMatch(type.inputs()::accepts))
                .filter(in -> type.infer(type.initialValues(), in) instanceof Inferred.Ok)
                .map(in -> new LayerCase(type, in));
    }

    /** The layer before whose result is taken as given; empty if gradients go back to all. */
    Optional<String> given() {
        return Optional.ofNullable(GIVEN.get(type.id()));
    }

    /** The layer with another one behind it, both with their initial settings. */
    Sketch network(LayerType next) {
        Sketch sketch = started(type.initialValues());
        Shape between = shape(type.initialValues());
        List<Shape> both = Collections.nCopies(next.inputs().min(), between);
        String behind = "layer";
        boolean single = next.isOutput() || next.isStack() || next.isContest();
        if (type.isStack() && single) {
            sketch = sketch.layer("apart", "unstack", behind);
            behind = "apart";
        } else if (!type.isStack() && next.isUnstack()) {
            sketch = sketch.layer("stacked", "stack", behind, behind);
            behind = "stacked";
        }
        String[] from = Collections.nCopies(both.size(), behind).toArray(String[]::new);
        sketch = sketch.layer("next", next.id(), from);
        if (next.isOutput()) {
            return sketch;
        }
        Shape shape = ((Inferred.Ok) next.infer(next.initialValues(), both)).shape();
        boolean stacked = next.isStack() || (type.isStack() && !single && !next.isUnstack());
        return stacked ? ended(sketch.layer("taken", "unstack", "next"), "taken", shape) : ended(sketch, "next", shape);
    }

    /** What the end can stand behind: the layer, or one of the inputs that it has stacked. */
    private Sketch apart(Sketch sketch) {
        return type.isStack() ? sketch.layer("apart", "unstack", Sketch.with(Unstack.WHICH, 2), "layer") : sketch;
    }

    private String tip() {
        return type.isStack() ? "apart" : "layer";
    }

    /** The layer, behind a stack of as many inputs as it wants if it takes one of them out. */
    private Sketch behind(Sketch sketch, Values values, List<String> from) {
        if (!type.isUnstack()) {
            return sketch.layer("layer", type.id(), values, from.toArray(String[]::new));
        }
        Sketch all = sketch;
        List<String> stacked = new ArrayList<>(from);
        while (stacked.size() < values.get(LayerType.STACKED)) {
            String last = stacked.get(stacked.size() - 1);
            // Ids cannot be scaled, so they are stacked as they are.
            String other = in.get(0) instanceof Shape.Tokens ? last : "scaled" + stacked.size();
            all = other.equals(last) ? all : all.layer(other, "scale", Sketch.with(Scale.FACTOR, 0.7), last);
            stacked.add(other);
        }
        return all.layer("stacked", "stack", stacked.toArray(String[]::new))
                .layer("layer", type.id(), values, "stacked");
    }

    /** The layer between others with weights, so that it can be trained and must hand gradients back. */
    Sketch network(Values values) {
        Sketch sketch = started(values);
        return type.isOutput() ? sketch : ended(apart(sketch), tip(), shape(values));
    }

    /** The layer behind an embedding, or on tokens, so that it meets padding. */
    Sketch textNetwork(Values values) {
        Sketch sketch = Sketch.empty();
        List<String> from = new ArrayList<>();
        for (Shape shape : in) {
            String data = "in" + from.size();
            Shape.Tokens tokens = shape instanceof Shape.Sequence sequence
                    ? new Shape.Tokens(sequence.steps(), 7)
                    : (Shape.Tokens) shape;
            sketch = sketch.layer(
                    data,
                    "input",
                    Input.TYPE.adopt().apply(Values.EMPTY, tokens).orElseThrow());
            from.add(data);
            if (shape instanceof Shape.Sequence sequence) {
                String before = "before" + (from.size() - 1);
                sketch = sketch.layer(
                        before, "embedding", Sketch.with(Embedding.SIZE, Math.toIntExact(sequence.features())), data);
                from.set(from.size() - 1, before);
            }
        }
        Sketch all = apart(behind(sketch, values, from));
        if (type.isOutput()) {
            return all;
        }
        if (!(shape(values) instanceof Shape.Sequence)) {
            return ended(all, tip(), shape(values));
        }
        return all.layer("mean", "global_pool", tip()).layer("end", "output", Sketch.with(Output.UNITS, 3), "mean");
    }

    private Sketch started(Values values) {
        Sketch sketch = Sketch.empty();
        List<String> from = new ArrayList<>();
        for (Shape shape : in) {
            String data = "in" + from.size();
            sketch = sketch.layer(
                    data, "input", Input.TYPE.adopt().apply(Values.EMPTY, shape).orElseThrow());
            from.add(data);
            if (!(shape instanceof Shape.Tokens)) {
                String before = "before" + (from.size() - 1);
                sketch = before(sketch, before, shape, data);
                from.set(from.size() - 1, before);
            }
        }
        return behind(sketch, values, from);
    }

    /** A layer with weights that keeps the shape. */
    private static Sketch before(Sketch sketch, String name, Shape shape, String data) {
        if (shape instanceof Shape.Image image) {
            Values values = Sketch.with(Conv2d.FILTERS, Math.toIntExact(image.channels()))
                    .with(Conv2d.ACTIVATION, Activation.TANH)
                    .with(Windows.PADDING, Padding.SAME);
            return sketch.layer(name, "conv2d", values, data);
        }
        if (shape instanceof Shape.Volume volume) {
            Values values = Sketch.with(Conv2d.FILTERS, Math.toIntExact(volume.channels()))
                    .with(Conv2d.ACTIVATION, Activation.TANH)
                    .with(Windows3d.PADDING, Padding.SAME);
            return sketch.layer(name, "conv3d", values, data);
        }
        if (shape instanceof Shape.Sequence sequence) {
            Values values = Sketch.with(Recurrent.UNITS, Math.toIntExact(sequence.features()));
            return sketch.layer(name, "simple_rnn", values, data);
        }
        Values values =
                Sketch.with(Dense.UNITS, Math.toIntExact(shape.elements())).with(Dense.ACTIVATION, Activation.TANH);
        return sketch.layer(name, "dense", values, data);
    }

    private static Sketch ended(Sketch sketch, String behind, Shape shape) {
        String last = behind;
        Sketch longer = sketch;
        if (shape instanceof Shape.Tokens) {
            longer = longer.layer("embedded", "embedding", Sketch.with(Embedding.SIZE, 4), last);
            last = "embedded";
        }
        if (!(shape instanceof Shape.Vector)) {
            longer = longer.layer("flat", "flatten", last);
            last = "flat";
        }
        return longer.layer("end", "output", Sketch.with(Output.UNITS, 3), last);
    }

    /** What leaves the layer. */
    Shape shape(Values values) {
        return ((Inferred.Ok) type.infer(values, in)).shape();
    }

    @Override
    public String toString() {
        return in.isEmpty()
                ? type.id()
                : type.id() + " on " + in.stream().map(Shape::label).collect(Collectors.joining(" and "));
    }
}
