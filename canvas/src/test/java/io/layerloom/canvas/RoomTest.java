package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
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

    private WireView wire(String from, String to) {
        return wire(diagram, from, to);
    }

    private static WireView wire(Diagram drawn, String from, String to) {
        return drawn.wires().stream()
                .filter(view -> view.wire().from().equals(new NodeId(from))
                        && view.wire().to().equals(new NodeId(to)))
                .findFirst()
                .orElseThrow();
    }

    private Box added(Room room) {
        return new Box(room.at().x(), room.at().y(), NodeFace.WIDTH, 76);
    }

    @Test
    void onAWireInARowTheNewOneFollowsTheFirstAndTheRestMakesRoom() {
        Box first = node("n2").box();
        Box middle = new Box(first.right() - 40, first.y(), NodeFace.WIDTH, 76);
        Room room = Room.on(diagram, wire("n2", "n3"), middle, Set.of());
        assertThat(room.at().x()).isGreaterThan(first.right() + 20);
        assertThat(room.aside()).containsOnlyKeys(new NodeId("n3"), new NodeId("n4"));
        nothingOverlaps(room, added(room));
    }

    @Test
    void whereverTheHandLetsGoItLiesInLineWithItsRow() {
        Box high = new Box(720, node("n2").box().y() - 38, NodeFace.WIDTH, 76);
        Room room = Room.on(diagram, wire("n2", "n3"), high, Set.of());
        assertThat(room.at().y()).isEqualTo(node("n2").box().y());
        nothingOverlaps(room, added(room));
    }

    @Test
    void whatLiesBehindMovesOnlyAsFarAsItMust() {
        Document wide = Edits.move(
                        Map.of(new NodeId("n3"), new Point(1000, 150), new NodeId("n4"), new Point(1400, 150)))
                .apply(document);
        Diagram drawn = DiagramTest.of(wide);
        Box free = new Box(796, 150, NodeFace.WIDTH, 76);
        assertThat(Room.on(drawn, wire(drawn, "n2", "n3"), free, Set.of()))
                .isEqualTo(new Room(new Point(796, 150), Map.of()));
        Room tight = Room.on(drawn, wire(drawn, "n2", "n3"), free.moved(60, 0), Set.of());
        assertThat(tight.at()).isEqualTo(new Point(856, 150));
        assertThat(tight.aside()).containsOnlyKeys(new NodeId("n3")); // before n4 there is room left
    }

    @Test
    void onAWireThatPassesOthersTheyStay() {
        Diagram drawn = DiagramTest.of(TestCatalog.residual());
        WireView around = wire(drawn, "n2", "n5");
        Point middle = around.path().at(0.5);
        Box wished = new Box(middle.x() - 78, middle.y() - 38, NodeFace.WIDTH, 76);
        Room room = Room.on(drawn, around, wished, Set.of());
        assertThat(room.aside()).isEmpty();
        assertThat(drawn.nodesIn(added(room))).isEmpty();
        assertThat(room.at().x()).isEqualTo(wished.x());
    }

    @Test
    void onAWireThatLeadsBackItGoesBeforeTheSecond() {
        Room room = Room.between(diagram, node("n4"), node("n5"), 76, Set.of());
        assertThat(room.at().y()).isEqualTo(node("n5").box().y());
        assertThat(room.aside()).containsKeys(new NodeId("n5"), new NodeId("n6"));
        nothingOverlaps(room, added(room));
    }
}
