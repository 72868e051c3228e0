package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Ends that may be put to a network that lacks one, the likeliest first. */
final class EndCandidates {

    private final Document document;
    private final Graph graph;
    private final Inference inference;
    private final Catalog catalog;
    private final Optional<DataSchema> schema;

    EndCandidates(Document document, Inference inference, Catalog catalog, Optional<DataSchema> schema) {
        this.document = document;
        this.graph = document.graph();
        this.inference = inference;
        this.catalog = catalog;
        this.schema = schema;
    }

    /** New first layers, or new last ones: wired to what is open, with a go-between or without, and at the very last wired to nothing. */
    List<Remedy> of(boolean input) {
        List<LayerType> types = catalog.layers().stream()
                .filter(type -> input ? type.isInput() : type.isOutput())
                .toList();
        List<NodeId> neighbours = input ? withoutInput() : lastNodes();
        List<LayerType> adapters = RemedyCandidates.adapters(catalog);
        List<Remedy> all = new ArrayList<>(input ? List.of() : best(neighbours));
        for (LayerType type : types) {
            Values values = input ? inputValues(type) : type.initialValues();
            String label = tr("Add %s", type.name());
            for (NodeId neighbour : neighbours) {
                all.add(RemedyCandidates.remedy(label, from -> Placement.end(from, type, values, neighbour, input)));
                for (LayerType adapter : input || isKnown(neighbour) ? adapters : List.<LayerType>of()) {
                    all.add(RemedyCandidates.remedy(
                            tr("%s with %s", label, adapter.name()),
                            from -> Placement.end(from, type, values, neighbour, input, adapter)));
                }
            }
        }
        for (LayerType type : types) {
            Values values = input ? inputValues(type) : type.initialValues();
            all.add(RemedyCandidates.remedy(
                    tr("Add %s", type.name()), from -> Placement.alone(from, type, values, input)));
        }
        return all;
    }

    /** The ends that layers say are best behind them. */
    private List<Remedy> best(List<NodeId> last) {
        List<Remedy> all = new ArrayList<>();
        for (NodeId id : last) {
            catalog.typeOf(graph.node(id)).flatMap(LayerType::end).ifPresent(end -> {
                LayerType type = end.output();
                Values values = end.proposal().applyTo(type.initialValues());
                all.add(RemedyCandidates.remedy(
                        Remedy.joined(tr("Add %s", type.name()), end.proposal().label()),
                        from -> Placement.end(from, type, values, id, false)));
            });
        }
        return all;
    }

    private boolean isKnown(NodeId id) {
        return inference.report(id).output().isPresent();
    }

    private Values inputValues(LayerType type) {
        Values initial = type.initialValues();
        return schema.flatMap(data -> DataFit.taking(type, initial, LayerType.Part.FIRST, data))
                .orElse(initial);
    }

    private List<NodeId> withoutInput() {
        return graph.nodes().values().stream()
                .filter(node -> catalog.typeOf(node)
                        .filter(type -> type.inputs().min() == 1)
                        .isPresent())
                .map(Node::id)
                .filter(id -> graph.into(id).isEmpty())
                .sorted(Comparator.comparingDouble(
                        id -> document.layout().of(id).x()))
                .limit(3)
                .toList();
    }

    /** Nodes that lead nowhere, the last one first. */
    private List<NodeId> lastNodes() {
        List<NodeId> last = new ArrayList<>();
        for (NodeId id : inference.order()) {
            if (graph.outOf(id).isEmpty() && isKnown(id)) {
                last.add(0, id);
            }
        }
        return last.isEmpty() ? openNodes() : last.subList(0, Math.min(3, last.size()));
    }

    /** Nodes that lead nowhere and of which nothing is known yet, the rightmost first. */
    private List<NodeId> openNodes() {
        return graph.nodes().keySet().stream()
                .filter(id -> graph.outOf(id).isEmpty())
                .sorted(Comparator.comparingDouble(
                        id -> -document.layout().of(id).x()))
                .limit(3)
                .toList();
    }
}
