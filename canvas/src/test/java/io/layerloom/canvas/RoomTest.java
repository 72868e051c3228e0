package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoomTest {

    private final Document document = TestCatalog.digits();
    private final Diagram diagram = DiagramTest.of(document);

    private NodeView node(String id) {
        return diagram.node(new NodeId(id)).orElseThrow();
    }

    private void nothingOverlaps(Room room, Box added) {
        Map<NodeId, Box> boxes = new HashMap<>();
        diagram.nodes().forEach(node -> {
            Point at = room.aside()
                    .getOrDefault(
                            node.id(), new Point(node.box().x(), node.box().y()));
            boxes.put(
                    node.id(),
                    new Box(at.x(), at.y(), node.box().width(), node.box().height()));
        });
        boxes.put(new NodeId("added"), added);
        boxes.forEach((id, box) -> boxes.forEach((other, there) -> assertThat(id.equals(other) || !box.overlaps(there))
                .as("%s and %s", id, other)
                .isTrue()));
    }

    private Box added(Room room) {
        return new Box(room.at().x(), room.at().y(), NodeFace.WIDTH, 76);
    }

    @Test
    void onAWireInARowTheNewOneFollowsTheFirstAndTheRestMakesRoom() {
        Box first = node("n2").box();
        Box middle = new Box(first.right() - 40, first.y(), NodeFace.WIDTH, 76);
        Room room = Room.on(diagram, node("n2"), node("n3"), middle, Set.of());
        assertThat(room.at().x()).isGreaterThan(first.right() + 20);
        assertThat(room.aside()).containsOnlyKeys(new NodeId("n3"), new NodeId("n4"));
        nothingOverlaps(room, added(room));
    }

    @Test
    void whatHasRoomStaysWhereItIsPut() {
        Box free = new Box(700, 270, NodeFace.WIDTH, 76);
        assertThat(Room.on(diagram, node("n2"), node("n3"), free, Set.of()))
                .isEqualTo(new Room(new Point(700, 270), Map.of()));
    }

    @Test
    void onAWireThatLeadsBackItGoesBeforeTheSecond() {
        Room room = Room.between(diagram, node("n4"), node("n5"), 76, Set.of());
        assertThat(room.at().y()).isEqualTo(node("n5").box().y());
        assertThat(room.aside()).containsKeys(new NodeId("n5"), new NodeId("n6"));
        nothingOverlaps(room, added(room));
    }
}
