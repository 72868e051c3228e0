package io.layerloom.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Infers one graph after another, as edits make them, and works out anew only what an edit reaches: a layer whose settings and incoming shapes are as before keeps its report, the very object. The answer is
 * that of {@link Inference#of}. Belongs to one thread.
 */
public final class RunningInference {

    private final Catalog catalog;
    private Map<NodeId, Visit> visits = new HashMap<>();

    /** Has inferred nothing yet. */
    public RunningInference(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * What was found at a node, with all that it follows from.
     *
     * @param into its wires in the order of ports
     * @param carried the shapes on them; empty where unknown
     * @param problems those that stand against it for its own settings and inputs
     */
    record Visit(
            Node node,
            List<Wire> into,
            List<Optional<Shape>> carried,
            Inference.Report report,
            List<Problem> problems) {

        /** Whether the same is found at a node of these wires and shapes; its name does not matter. */
        boolean holdsFor(Node other, List<Wire> wires, List<Optional<Shape>> shapes) {
            return node.type().equals(other.type())
                    && node.values().equals(other.values())
                    && node.block().equals(other.block())
                    && into.equals(wires)
                    && carried.equals(shapes);
        }
    }

    /** Infers everything about a graph. */
    public Inference of(Graph graph) {
        InferenceRun run = new InferenceRun(graph, catalog, visits);
        Inference inference = run.run();
        visits = run.visits();
        return inference;
    }
}
