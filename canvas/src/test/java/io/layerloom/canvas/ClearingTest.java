package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Point;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClearingTest {

    private static final Point HERE = new Point(0, 0);

    private final Diagram diagram = DiagramTest.of(TestCatalog.large(40, 60));
    private final List<Box> boxes = diagram.nodes().stream().map(NodeView::box).toList();

    @Test
    void aLayerThatAHandPutsOntoAnotherGoesAside() {
        Point aside = Clearing.ofPut(diagram, boxes.subList(0, 1), Set.of());
        assertThat(aside).isNotEqualTo(HERE);
        assertThat(diagram.nodesIn(boxes.get(0).moved(aside.x(), aside.y()))).isEmpty();
    }

    @Test
    void manyStayWhereAHandPutsThem() {
        assertThat(Clearing.ofPut(diagram, boxes.subList(0, 20), Set.of())).isEqualTo(HERE);
    }

    @Test
    void nothingIsFlungFarAwayFromTheHand() {
        Box wide = boxes.stream().reduce(Box::union).orElseThrow().grown(400);
        assertThat(Clearing.ofPut(diagram, List.of(wide), Set.of())).isEqualTo(HERE);
    }
}
