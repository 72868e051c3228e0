package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a drawing that leads to one layer, with its blocks written out. What lies elsewhere may be unfinished.
 *
 * @param document nothing but that part
 * @param end the layer, in that part
 */
public record Excerpt(Document document, NodeId end) {

    /**
     * The part that leads to a layer.
     *
     * @param path the blocks that lead to it, each within the one before, and the layer itself; of a repeated block the first copy counts
     * @throws IllegalArgumentException if there is none, with a sentence that says why
     */
    public static Excerpt of(Document document, List<NodeId> path, Catalog catalog) {
        Graph flat = Expansion.of(document.graph(), catalog).graph();
        NodeId end = flat(path);
        if (flat.find(end).isEmpty()) {
            throw new IllegalArgumentException(
                    tr(
                            "A block, or a layer that is bypassed, has no output of its own. Open the block and choose a layer within it, or choose another layer."));
        }
        Set<NodeId> gone = new HashSet<>(flat.nodes().keySet());
        gone.removeAll(leadingTo(end, flat));
        Graph left = flat.without(gone);
        Inference inference = Inference.of(left, catalog);
        Optional<Problem> obstacle = inference.problems().stream()
                .filter(problem -> problem.isError() && problem.cause() != Problem.Cause.NO_OUTPUT)
                .findFirst();
        if (obstacle.isPresent()) {
            throw new IllegalArgumentException(obstacle.get().message());
        }
        return new Excerpt(document.with(left), end);
    }

    private static NodeId flat(List<NodeId> path) {
        StringBuilder id = new StringBuilder();
        path.subList(0, path.size() - 1)
                .forEach(block -> id.append(block.value()).append("/1/"));
        return new NodeId(id + path.get(path.size() - 1).value());
    }

    private static Set<NodeId> leadingTo(NodeId end, Graph graph) {
        ArrayDeque<NodeId> open = new ArrayDeque<>(List.of(end));
        Set<NodeId> found = new HashSet<>();
        while (!open.isEmpty()) {
            NodeId id = open.remove();
            if (found.add(id)) {
                graph.into(id).forEach(wire -> open.add(wire.from()));
            }
        }
        return found;
    }

    /** What it is called. */
    public String name() {
        return document.graph().node(end).name();
    }
}
