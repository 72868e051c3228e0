package io.layerloom.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows from a graph: the shape on every wire, the size of every layer, and every problem. A pure function of graph and catalog; runs in time linear in nodes and wires.
 *
 * @param order the nodes in the direction of the data; those on or behind a cycle are missing
 */
public record Inference(Map<NodeId, Report> reports, List<NodeId> order, List<Problem> problems) {

    /** Nothing inferred. */
    public static final Inference EMPTY = new Inference(Map.of(), List.of(), List.of());

    public Inference {
        reports = Collections.unmodifiableMap(new LinkedHashMap<>(reports));
        order = List.copyOf(order);
        problems = List.copyOf(problems);
    }

    /**
     * What is known of one node.
     *
     * @param inputs the shapes that come in, in the order of ports; shorter than the wires where one is unknown
     * @param output what goes out; empty where a problem here or before keeps it unknown
     * @param count its parameters; zero where unknown
     * @param multiplyAdds operations for one example in the forward direction
     * @param footprint what training holds of one example
     */
    public record Report(
            List<Shape> inputs, Optional<Shape> output, Count count, long multiplyAdds, Footprint footprint) {
        /** Nothing known. */
        public static final Report UNKNOWN = new Report(List.of(), Optional.empty(), Count.NONE, 0, Footprint.NONE);

        public Report {
            inputs = List.copyOf(inputs);
        }

        /** The same layer where it computes so many times for one example. */
        Report times(int count) {
            return count == 1
                    ? this
                    : new Report(inputs, output, this.count, count * multiplyAdds, footprint.stacked(count));
        }
    }

    /** Infers everything about a graph. */
    public static Inference of(Graph graph, Catalog catalog) {
        return new InferenceRun(graph, catalog, Map.of()).run();
    }

    /** What is known of a node. */
    public Report report(NodeId id) {
        return reports.getOrDefault(id, Report.UNKNOWN);
    }

    /** The shape that a wire carries, if it is known. */
    public Optional<Shape> shapeOn(Wire wire) {
        return report(wire.from()).output();
    }

    /** All trainable numbers. */
    public long parameters() {
        return reports.values().stream()
                .mapToLong(report -> report.count().trainable())
                .sum();
    }

    /** All numbers that would be trained, were their layers not frozen. */
    public long frozen() {
        return reports.values().stream()
                .mapToLong(report -> report.count().frozen())
                .sum();
    }

    /** All numbers that are kept but not trained. */
    public long buffers() {
        return reports.values().stream()
                .mapToLong(report -> report.count().buffers())
                .sum();
    }

    /** The problems of one node. */
    public List<Problem> problemsOf(NodeId id) {
        return problems.stream()
                .filter(problem -> problem.node().equals(Optional.of(id)))
                .toList();
    }

    /** Whether any problem keeps the network from training. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** The same inference with further problems, such as those of data and plan. */
    public Inference plus(List<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new Inference(reports, order, all);
    }
}
