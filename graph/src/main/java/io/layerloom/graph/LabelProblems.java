package io.layerloom.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What keeps the output of a network from learning the labels of its data. */
final class LabelProblems {

    private final Document document;
    private final Inference inference;
    private final Catalog catalog;
    private final Consumer<Problem> report;

    LabelProblems(Document document, Inference inference, Catalog catalog, Consumer<Problem> report) {
        this.document = document;
        this.inference = inference;
        this.catalog = catalog;
        this.report = report;
    }

    /** @param schema of the data, with the labels that are to be learned from them */
    void report(DataSchema schema) {
        catalog.nodes(document.graph(), LayerType::isOutput).stream()
                .limit(1)
                .forEach(node -> reportLabels(node, schema));
        if (schema.labels() instanceof Labels.Tokens) {
            reportForesight(schema.second().isPresent());
        }
    }

    private void reportLabels(Node node, DataSchema schema) {
        Optional<LayerType.OutputRule> rule = catalog.typeOf(node).flatMap(LayerType::output);
        Optional<Shape> output = inference.report(node.id()).output();
        if (rule.isPresent() && output.isPresent()) {
            rule.get()
                    .check()
                    .check(node.values(), output.get(), schema.labels())
                    .ifPresent(bad -> report.accept(Problem.error(Problem.Cause.LABELS, node.id(), bad)));
        }
    }

    /** Where each step is to foretell the next one, no layer may show it what it has to foretell; of the source of a pair it may see everything. */
    private void reportForesight(boolean ofPairs) {
        LayerType.Part told = ofPairs ? LayerType.Part.SECOND : LayerType.Part.FIRST;
        Set<NodeId> telling = new HashSet<>();
        catalog.nodes(document.graph(), type -> type.isInput() && !type.isCode()).stream()
                .filter(node -> InputProblems.part(node) == told)
                .forEach(node -> telling.add(node.id()));
        for (NodeId id : inference.order()) {
            List<Wire> wires = document.graph().into(id);
            if (wires.stream().anyMatch(wire -> telling.contains(wire.from()))) {
                telling.add(id);
            }
            // Of several sequences, a layer looks at the last as a whole.
            boolean looks = !wires.isEmpty()
                    && telling.contains(wires.get(wires.size() - 1).from());
            if (looks && inference.report(id).output().isPresent()) {
                document.graph()
                        .find(id)
                        .flatMap(node -> catalog.typeOf(node)
                                .flatMap(type -> type.foresight().apply(node.values())))
                        .ifPresent(bad -> report.accept(Problem.error(Problem.Cause.LABELS, id, bad)));
            }
        }
    }
}
