package io.layerloom.graph;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the ends of a network take over from its data: an Input the shape of an example, an output what its labels ask of it. {@link Remedies} offer it for ends that are there; those that come new begin with it. */
public final class DataFit {

    /** A proposal may lead to the next one, as from a loss to its number of units. */
    private static final int ROUNDS = 8;

    private final Document before;
    private final Document after;
    private final Catalog catalog;

    /** With the labels that are learned from them. */
    private final DataSchema data;

    private DataFit(Document before, Document after, Catalog catalog, DataSchema data) {
        this.before = before;
        this.after = after;
        this.catalog = catalog;
        this.data = data;
    }

    /**
     * An edit that brings layers, as one step; those of them that are ends of the network suit the data as far as their settings can.
     *
     * @param schema what the chosen data hold; without them layers begin with their initial settings
     */
    public static Edit of(Edit edit, Catalog catalog, Optional<DataSchema> schema) {
        return schema.map(data -> Edit.of(edit.label(), before -> {
                    Document after = edit.apply(before);
                    Objective objective = after.plan().objective();
                    return objective.refusal(data).isPresent()
                            ? after
                            : new DataFit(before, after, catalog, objective.of(data)).suited();
                }))
                .orElse(edit);
    }

    /** The settings with which an Input lets in a part of each example; empty if there is no such part, or it cannot be let in. */
    static Optional<Values> taking(LayerType input, Values values, LayerType.Part part, DataSchema data) {
        Values taking = part == values.get(LayerType.PART) ? values : values.with(LayerType.PART, part);
        return data.part(part).flatMap(shape -> input.adopt().apply(taking, shape));
    }

    /** The settings with which an output learns labels, as its own rule proposes them; empty if settings alone do not make it. */
    static Optional<Values> learning(LayerType output, Values initial, List<Shape> in, Labels labels) {
        LayerType.LabelRule rule = output.output().orElseThrow().check();
        Values values = initial;
        for (int round = 0; round < ROUNDS; round++) {
            if (!(output.infer(values, in) instanceof Inferred.Ok shape)) {
                return Optional.empty();
            }
            Optional<Inferred.Bad> bad = rule.check(values, shape.shape(), labels);
            if (bad.isEmpty()) {
                return Optional.of(values);
            }
            Optional<Inferred.Proposal> proposal = bad.get().proposals().stream()
                    .filter(each -> each.wanted().isEmpty())
                    .findFirst();
            if (proposal.isEmpty()) {
                return Optional.empty();
            }
            values = proposal.get().applyTo(values);
        }
        return Optional.empty();
    }

    private Document suited() {
        Graph graph = after.graph();
        for (Node node : fresh(type -> type.isInput() && !type.isCode())) {
            LayerType type = catalog.typeOf(node).orElseThrow();
            graph = with(graph, node, taking(type, node.values(), part(), data));
        }
        List<Node> outputs = fresh(LayerType::isOutput);
        if (!outputs.isEmpty()) {
            Inference inference = Inference.of(graph, catalog);
            for (Node node : outputs) {
                LayerType type = catalog.typeOf(node).orElseThrow();
                graph = with(graph, node, learning(type, node.values(), into(node, type, inference), data.labels()));
            }
        }
        return after.with(graph);
    }

    private List<Node> fresh(Predicate<LayerType> kind) {
        return catalog.nodes(after.graph(), kind).stream()
                .filter(node ->
                        node.block().isEmpty() && before.graph().find(node.id()).isEmpty())
                .toList();
    }

    /** Of pairs, the part that no Input takes yet. */
    private LayerType.Part part() {
        boolean firstIsTaken = catalog.nodes(before.graph(), type -> type.isInput() && !type.isCode()).stream()
                .anyMatch(node -> InputProblems.part(node) == LayerType.Part.FIRST);
        return firstIsTaken && data.second().isPresent() ? LayerType.Part.SECOND : LayerType.Part.FIRST;
    }

    /** What comes in, or what might, where that is not known yet. */
    private static List<Shape> into(Node node, LayerType type, Inference inference) {
        Inference.Report report = inference.report(node.id());
        return report.output().isPresent()
                ? report.inputs()
                : LayerExample.of(type).map(LayerExample::in).orElse(List.of());
    }

    private static Graph with(Graph graph, Node node, Optional<Values> values) {
        return values.map(suited -> graph.with(node.with(suited))).orElse(graph);
    }
}
