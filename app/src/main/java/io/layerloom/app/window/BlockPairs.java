package io.layerloom.app.window;

import io.layerloom.app.workbench.Workbench;
import io.layerloom.graph.Block;
import io.layerloom.graph.Document;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.NodePairs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the drawings of two networks in the same block, as far as both have it. */
final class BlockPairs {

    private final Workbench first;
    private final Workbench second;

    BlockPairs(Workbench first, Workbench second) {
        this.first = first;
        this.second = second;
    }

    /** Opens in the first what is open in the second. */
    void lead() {
        first.drawing().openAll(counterpart(second, first, true));
    }

    /** Opens in the second what is open in the first. */
    void follow() {
        second.drawing().openAll(counterpart(first, second, false));
    }

    /** Whether both are where they belong together: in the same block, or in none. */
    boolean isSame() {
        List<NodeId> path = second.drawing().path();
        return path.size() == first.drawing().path().size()
                && counterpart(second, first, true).equals(first.drawing().path());
    }

    /** The way through the blocks of one that leads to where the other is, up to the first block that it lacks. */
    private static List<NodeId> counterpart(Workbench from, Workbench to, boolean backward) {
        List<NodeId> path = new ArrayList<>();
        Graph source = from.document().graph();
        Graph target = to.document().graph();
        for (NodeId id : from.drawing().path()) {
            NodeId partner = (backward ? inverse(NodePairs.of(target, source)) : NodePairs.of(source, target)).get(id);
            Optional<Graph> within = source.find(id).flatMap(BlockPairs::body);
            Optional<Graph> beside =
                    Optional.ofNullable(partner).flatMap(target::find).flatMap(BlockPairs::body);
            if (partner == null || within.isEmpty() || beside.isEmpty()) {
                break;
            }
            path.add(partner);
            source = within.get();
            target = beside.get();
        }
        return path;
    }

    private static Optional<Graph> body(Node node) {
        return node.block().map(Block::body).map(Document::graph);
    }

    private static Map<NodeId, NodeId> inverse(Map<NodeId, NodeId> pairs) {
        Map<NodeId, NodeId> inverse = new HashMap<>();
        pairs.forEach((one, other) -> inverse.put(other, one));
        return inverse;
    }
}
