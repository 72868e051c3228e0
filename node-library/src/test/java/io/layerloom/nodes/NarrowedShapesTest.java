package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.CausePath;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Preview;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedies;
import io.layerloom.graph.Remedy;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said and offered where layers up the way made a shape too small. */
class NarrowedShapesTest {

    private static final Values WIDE = Sketch.with(Conv2d.KERNEL, Size2.square(7));
    private static final Values SAME = Values.EMPTY.with(Windows.PADDING, Padding.SAME);
    private static final Values HALVING = SAME.with(Conv2d.STRIDE, Size2.square(2));

    private static Sketch of(Shape shape) {
        return Sketch.empty()
                .layer(
                        "in",
                        "input",
                        Input.TYPE.adopt().apply(Values.EMPTY, shape).orElseThrow());
    }

    private static Sketch pictures() {
        return of(new Shape.Image(28, 28, 1));
    }

    /** What is offered for the only layer that fails; each must mend it. */
    private static List<Remedy> offered(Sketch sketch) {
        Document document = sketch.document();
        List<Problem> problems = misfits(document);
        assertThat(problems).hasSize(1);
        List<Remedy> remedies = Remedies.of(document, problems.get(0), NodeLibrary.CATALOG, Optional.empty());
        assertThat(remedies)
                .allSatisfy(remedy ->
                        assertThat(misfits(remedy.edit().apply(document))).isEmpty());
        return remedies;
    }

    private static List<Problem> misfits(Document document) {
        return Inference.of(document.graph(), NodeLibrary.CATALOG).problems().stream()
                .filter(problem -> problem.cause() == Problem.Cause.SHAPE)
                .toList();
    }

    private static List<String> labels(Sketch sketch) {
        return offered(sketch).stream().map(Remedy::label).toList();
    }

    private static Stream<String> way(Sketch sketch) {
        return CausePath.of(sketch.document().graph(), sketch.inference(), NodeLibrary.CATALOG).stream()
                .map(wire -> wire.from().value() + " " + wire.to().value());
    }

    @Test
    void anImageThatPoolingsMadeTooSmallIsPaddedOrPooledLess() {
        Sketch sketch = pictures()
                .layer("first", "conv2d", WIDE, "in")
                .layer("pool1", "max_pool2d", "first")
                .layer("pool2", "max_pool2d", "pool1")
                .layer("last", "conv2d", WIDE, "pool2")
                .layer("flat", "flatten", "last");
        assertThat(labels(sketch))
                .containsExactly(
                        "Use padding Same",
                        "Use a 3×3 kernel",
                        "Use padding Same in first",
                        "Delete pool2 and join its neighbours");
        assertThat(way(sketch)).containsExactlyInAnyOrder("in first", "first pool1", "pool1 pool2", "pool2 last");
        assertThat(Preview.of(sketch.document(), offered(sketch).get(3).edit(), NodeLibrary.CATALOG))
                .contains("Removes Max pooling 2D \"pool2\"", "\"last\" gives ? → 5×5×32");
    }

    @Test
    void whereNoLayerWillDoAloneTheNearestFewAreChangedTogether() {
        Sketch sketch = pictures()
                .layer("pool1", "avg_pool2d", "in")
                .layer("pool2", "avg_pool2d", "pool1")
                .layer("pool3", "avg_pool2d", "pool2")
                .layer("pool4", "avg_pool2d", "pool3")
                .layer("last", "conv2d", WIDE, "pool4");
        assertThat(labels(sketch)).contains("Delete pool3, pool4, and join their neighbours");
        assertThat(way(sketch)).containsExactlyInAnyOrder("pool2 pool3", "pool3 pool4", "pool4 last");
    }

    @Test
    void aStrideIsLoweredWhereNothingCanGo() {
        Sketch sketch = pictures()
                .layer("half", "conv2d", HALVING, "in")
                .layer("quarter", "conv2d", HALVING, "half")
                .layer("eighth", "conv2d", HALVING, "quarter")
                .layer("last", "conv2d", WIDE, "eighth");
        assertThat(labels(sketch)).contains("Change eighth: Stride 1×1");
    }

    @Test
    void bothWaysAroundAResidualBlockAreLit() {
        Sketch sketch = pictures()
                .layer("same", "conv2d", SAME, "in")
                .layer("one", "conv2d", HALVING, "same")
                .layer("other", "conv2d", HALVING, "same")
                .layer("sum", "add", "one", "other")
                .layer("last", "conv2d", Sketch.with(Conv2d.KERNEL, Size2.square(15)), "sum");
        assertThat(way(sketch)).containsExactlyInAnyOrder("same one", "same other", "one sum", "other sum", "sum last");
    }

    @Test
    void stepsOfASequenceAreKeptAsPixelsAre() {
        Sketch sketch = of(new Shape.Sequence(20, 4))
                .layer("pool1", "max_pool1d", "in")
                .layer("pool2", "max_pool1d", "pool1")
                .layer(
                        "last",
                        "conv1d",
                        Sketch.with(Conv1d.KERNEL, 9).with(Windows1d.PADDING, Padding1d.VALID),
                        "pool2");
        assertThat(labels(sketch)).contains("Delete pool2 and join its neighbours");
    }
}
