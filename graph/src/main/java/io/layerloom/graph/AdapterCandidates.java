package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Go-betweens that may make a shape fit where it does not: one layer, or two where no single one will do. Only those that can take the shape at all are worth a try. */
final class AdapterCandidates {

    private final Graph graph;
    private final Inference inference;
    private final List<LayerType> adapters;

    AdapterCandidates(Graph graph, Inference inference, Catalog catalog) {
        this.graph = graph;
        this.inference = inference;
        // Those made for just one kind of shape know best what to do with it.
        this.adapters = RemedyCandidates.adapters(catalog).stream()
                .sorted(Comparator.comparing(type -> type.inputs().accepts().size() != 1))
                .toList();
    }

    /** Go-betweens on the wires into a node. */
    List<Remedy> of(Node node, LayerType type) {
        List<Wire> wires = graph.into(node.id());
        List<Remedy> all = new ArrayList<>();
        for (Wire wire : wires) {
            Optional<Shape> shape = inference.shapeOn(wire);
            for (List<LayerType> chain : shape.map(from -> chains(from, type)).orElse(List.of())) {
                all.add(RemedyCandidates.remedy(tr("Insert %s", names(chain)), from -> insert(from, chain, wire)));
            }
        }
        if (wires.size() > 1) {
            adapters.forEach(adapter -> all.add(everywhere(adapter, wires)));
        }
        return all;
    }

    private static String names(List<LayerType> chain) {
        return chain.stream().map(LayerType::name).collect(Collectors.joining(tr(" and ")));
    }

    private List<List<LayerType>> chains(Shape from, LayerType to) {
        List<List<LayerType>> single = new ArrayList<>();
        List<List<LayerType>> twofold = new ArrayList<>();
        for (LayerType first : adapters) {
            Optional<Shape> between = after(first, from);
            if (between.filter(to.inputs()::accepts).isPresent()) {
                single.add(List.of(first));
            }
            for (LayerType second : adapters) {
                if (between.flatMap(shape -> after(second, shape))
                        .filter(to.inputs()::accepts)
                        .isPresent()) {
                    twofold.add(List.of(first, second));
                }
            }
        }
        return single.isEmpty() ? twofold : single;
    }

    private static Optional<Shape> after(LayerType adapter, Shape shape) {
        Inferred inferred = adapter.infer(adapter.initialValues(), List.of(shape));
        return inferred instanceof Inferred.Ok ok ? Optional.of(ok.shape()) : Optional.empty();
    }

    private static Document insert(Document document, List<LayerType> chain, Wire wire) {
        Document to = document;
        Wire rest = wire;
        for (LayerType type : chain) {
            NodeId id = to.graph().freshId();
            to = Placement.insert(to, type, rest);
            rest = new Wire(id, wire.to(), wire.port());
        }
        return to;
    }

    private static Remedy everywhere(LayerType adapter, List<Wire> wires) {
        return RemedyCandidates.remedy(tr("Insert %s on every wire", adapter.name()), from -> {
            Document to = from;
            for (Wire wire : wires) {
                to = Placement.insert(to, adapter, wire);
            }
            return to;
        });
    }
}
