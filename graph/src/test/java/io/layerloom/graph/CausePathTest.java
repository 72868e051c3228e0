package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CausePathTest {

    private static Set<Wire> path(Sketch sketch) {
        return CausePath.of(sketch.document().graph(), sketch.infer());
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
