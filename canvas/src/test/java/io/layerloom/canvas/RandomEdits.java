package io.layerloom.canvas;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Frame;
import io.layerloom.graph.Graph;
import io.layerloom.graph.History;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Does to the network of digits whatever a hand may do, and takes some of it back. */
final class RandomEdits {

    private final Random random;
    private History history = History.of(TestCatalog.digits());

    RandomEdits(long seed) {
        random = new Random(seed);
    }

    Document document() {
        return history.present();
    }

    /** One edit, undo or redo. */
    Document step() {
        history = switch (random.nextInt(6)) {
            case 0 -> history.undo();
            case 1 -> history.redo();
            default -> history.apply(edit());
        };
        return document();
    }

    /** Some of the nodes. */
    Set<NodeId> some() {
        List<NodeId> ids = ids();
        ids.removeIf(id -> random.nextInt(3) > 0);
        return Set.copyOf(ids);
    }

    Box area() {
        return new Box(point().x(), point().y(), 1 + random.nextInt(700), 1 + random.nextInt(500));
    }

    private List<NodeId> ids() {
        return new ArrayList<>(document().graph().nodes().keySet());
    }

    private Edit edit() {
        Graph graph = document().graph();
        List<NodeId> ids = ids();
        if (ids.size() < 4) {
            return Edits.add(TestCatalog.CONV, graph.freshId(), point());
        }
        return switch (random.nextInt(9)) {
            case 0 -> Edits.add(any(TestCatalog.CATALOG.layers()), graph.freshId(), point());
            case 1 -> Edits.remove(List.of(any(ids)));
            case 2, 3 -> Edits.move(Map.of(any(ids), point()));
            case 4 -> Edits.set(any(ids), TestCatalog.KERNEL, Size2.square(1 + random.nextInt(9)));
            case 5 -> Edits.collapse(some(), random.nextBoolean());
            case 6 -> wireEdit(graph, ids);
            case 7 -> frameEdit();
            default -> {
                Document fragment = Edits.fragment(document(), some());
                yield Edits.paste(fragment, Edits.freshIds(graph, fragment), 40, 30);
            }
        };
    }

    private Edit wireEdit(Graph graph, List<NodeId> ids) {
        if (graph.wires().isEmpty() || random.nextInt(3) == 0) {
            Wire wire = new Wire(any(ids), any(ids), random.nextInt(2));
            return Edit.of("Connect", before -> before.with(before.graph().with(wire)));
        }
        Wire wire = any(graph.wires());
        return random.nextBoolean()
                ? Edits.disconnect(wire)
                : Edits.bend("Bend", wire, random.nextBoolean() ? List.of(point(), point()) : List.of());
    }

    private Edit frameEdit() {
        List<Frame> frames = document().layout().frames();
        Box box = area();
        return frames.isEmpty() || random.nextBoolean()
                ? Edits.addFrame(new Frame("Part", box.x(), box.y(), 200 + box.width(), 100 + box.height()))
                : Edits.removeFrame(any(frames));
    }

    private Point point() {
        return new Point(random.nextInt(1200), random.nextInt(700));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
