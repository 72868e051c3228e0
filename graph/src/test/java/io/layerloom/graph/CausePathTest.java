package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CausePathTest {

    private static Set<Wire> path(Sketch sketch) {
        return CausePath.of(sketch.document().graph(), sketch.infer(), SmallCatalog.CATALOG);
    }

    @Test
    void leadsFromTheLayerThatGaveTheShapeThroughThoseThatPassItOn() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV, SmallCatalog.ADD, SmallCatalog.DENSE);
        sketch.wire("conv2d_1", "add_1", 1);
        assertThat(path(sketch))
                .containsExactlyInAnyOrder(
                        new Wire(sketch.id("conv2d_1"), sketch.id("add_1"), 0),
                        new Wire(sketch.id("conv2d_1"), sketch.id("add_1"), 1),
                        new Wire(sketch.id("add_1"), sketch.id("dense_1"), 0));
    }

    @Test
    void leadsThroughTheLayersThatShrankWhatBecameTooSmall() {
        Sketch sketch = kernels(1, 20, 1, 3, 12);
        assertThat(path(sketch))
                .as("all fits without the second, whatever the fourth does")
                .containsExactlyInAnyOrder(
                        wire(sketch, "conv2d_1", "conv2d_2"),
                        wire(sketch, "conv2d_2", "conv2d_3"),
                        wire(sketch, "conv2d_3", "conv2d_4"),
                        wire(sketch, "conv2d_4", "conv2d_5"));
    }

    @Test
    void leadsThroughAsManyOfThemAsAreToBlameTogether() {
        Sketch sketch = kernels(5, 10, 10, 20);
        assertThat(path(sketch))
                .containsExactlyInAnyOrder(
                        wire(sketch, "conv2d_1", "conv2d_2"),
                        wire(sketch, "conv2d_2", "conv2d_3"),
                        wire(sketch, "conv2d_3", "conv2d_4"));
    }

    @Test
    void endsAtTheLayerBeforeWhereSizeIsNotWhatIsWrong() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV, SmallCatalog.CONV, SmallCatalog.DENSE);
        assertThat(path(sketch)).containsExactly(wire(sketch, "conv2d_2", "dense_1"));
    }

    /** Convolutions of an image of 28×28 one after the other, each of which makes it smaller by its kernel less one. */
    private static Sketch kernels(int... sides) {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT);
        String before = "input_1";
        for (int side : sides) {
            String name = sketch.add(SmallCatalog.CONV);
            sketch.wire(before, name, 0).set(name, SmallCatalog.KERNEL, Size2.square(side));
            before = name;
        }
        return sketch;
    }

    private static Wire wire(Sketch sketch, String from, String to) {
        return new Wire(sketch.id(from), sketch.id(to), 0);
    }

    @Test
    void isACycleAsAWhole() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.ADD, SmallCatalog.CONV);
        sketch.wire("conv2d_1", "add_1", 1);
        assertThat(path(sketch))
                .containsExactlyInAnyOrder(
                        new Wire(sketch.id("add_1"), sketch.id("conv2d_1"), 0),
                        new Wire(sketch.id("conv2d_1"), sketch.id("add_1"), 1));
    }

    @Test
    void isEmptyOfASoundNetwork() {
        assertThat(path(Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV, SmallCatalog.FLATTEN, SmallCatalog.OUTPUT)))
                .isEmpty();
    }
}
