package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ways out of problems that wires make: wires that are missing, run in a circle, or come from an output. */
final class WireCandidates {

    private static final int MOST = 8;

    private final Graph graph;
    private final Layout layout;
    private final Inference inference;
    private final Catalog catalog;

    WireCandidates(Document document, Inference inference, Catalog catalog) {
        this.graph = document.graph();
        this.layout = document.layout();
        this.inference = inference;
        this.catalog = catalog;
    }

    /** Wires for a layer that lacks some, from what is near. */
    List<Remedy> missingInput(Node node) {
        LayerType type = catalog.typeOf(node).orElseThrow();
        List<NodeId> sources = sources(node);
        int missing = type.inputs().min() - graph.into(node.id()).size();
        List<Remedy> all = new ArrayList<>();
        if (missing == 1) {
            sources.forEach(source -> all.add(connection(node, List.of(source))));
            for (NodeId source : sources) {
                RemedyCandidates.adapters(catalog).forEach(adapter -> all.add(connection(node, source, adapter)));
            }
        } else {
            for (int i = 0; i + missing <= sources.size(); i++) {
                all.add(connection(node, sources.subList(i, i + missing)));
            }
        }
        return all;
    }

    private Remedy connection(Node node, List<NodeId> sources) {
        List<String> names = sources.stream().map(id -> graph.node(id).name()).toList();
        return RemedyCandidates.remedy(tr("Connect %s", String.join(tr(" and "), names)), from -> {
            Graph joined = from.graph();
            for (NodeId source : sources) {
                joined = joined.with(new Wire(source, node.id(), freePort(joined, node.id())));
            }
            return from.with(joined);
        });
    }

    private Remedy connection(Node node, NodeId source, LayerType adapter) {
        return RemedyCandidates.remedy(
                tr("Connect %s through %s", graph.node(source).name(), adapter.name()), from -> {
                    Wire wire = new Wire(source, node.id(), freePort(from.graph(), node.id()));
                    return Placement.insert(from.with(from.graph().with(wire)), adapter, wire);
                });
    }

    private static int freePort(Graph graph, NodeId node) {
        Set<Integer> taken = new HashSet<>();
        graph.into(node).forEach(wire -> taken.add(wire.port()));
        int port = 0;
        while (taken.contains(port)) {
            port++;
        }
        return port;
    }

    /** Nodes whose output is known and could come in without a cycle: those that lead nowhere first, as one whose wire was just cut; then those to the left, and by distance. */
    private List<NodeId> sources(Node node) {
        Set<NodeId> after = reachable(node.id(), true);
        Set<NodeId> before = new HashSet<>();
        graph.into(node.id()).forEach(wire -> before.add(wire.from()));
        Point at = layout.of(node.id());
        return graph.nodes().values().stream()
                .filter(other -> !after.contains(other.id()) && !before.contains(other.id()))
                .filter(other -> inference.report(other.id()).output().isPresent())
                .filter(other ->
                        catalog.typeOf(other).filter(LayerType::isOutput).isEmpty())
                .map(Node::id)
                .sorted(Comparator.comparing((NodeId id) -> !graph.outOf(id).isEmpty())
                        .thenComparing(id -> layout.of(id).x() >= at.x())
                        .thenComparingDouble(id -> distance(layout.of(id), at)))
                .limit(MOST)
                .toList();
    }

    private static double distance(Point one, Point other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }

    /** The node and all that lie behind it (or before it). */
    private Set<NodeId> reachable(NodeId start, boolean behind) {
        Map<NodeId, List<NodeId>> next = new HashMap<>();
        for (Wire wire : graph.wires()) {
            next.computeIfAbsent(behind ? wire.from() : wire.to(), id -> new ArrayList<>())
                    .add(behind ? wire.to() : wire.from());
        }
        Set<NodeId> seen = new HashSet<>();
        ArrayDeque<NodeId> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            NodeId id = open.remove();
            if (seen.add(id)) {
                open.addAll(next.getOrDefault(id, List.of()));
            }
        }
        return seen;
    }

    /** The wires among the nodes that this one shares a cycle with; those drawn against the direction of reading first. */
    List<Remedy> cycle(Node node) {
        Set<NodeId> knot = reachable(node.id(), true);
        knot.retainAll(reachable(node.id(), false));
        return graph.wires().stream()
                .filter(wire -> knot.contains(wire.from()) && knot.contains(wire.to()))
                .sorted(Comparator.comparingDouble(wire ->
                        layout.of(wire.to()).x() - layout.of(wire.from()).x()))
                .limit(MOST)
                .map(this::withoutWire)
                .toList();
    }

    /** Wires that come from outputs go, or come from what feeds these instead. */
    List<Remedy> afterOutput(Node node) {
        List<Wire> bad = graph.into(node.id()).stream()
                .filter(wire -> Endings.refusal(graph, wire.from(), catalog).isPresent())
                .toList();
        List<Remedy> all = new ArrayList<>();
        if (bad.size() == 1 && graph.into(bad.get(0).from()).size() == 1) {
            Wire wire = bad.get(0);
            NodeId source = graph.into(wire.from()).get(0).from();
            all.add(RemedyCandidates.remedy(
                    tr("Connect %s to %s instead", graph.node(source).name(), node.name()),
                    from -> from.with(from.graph().with(new Wire(source, wire.to(), wire.port())))));
        }
        all.add(
                bad.size() == 1
                        ? withoutWire(bad.get(0))
                        : RemedyCandidates.remedy(tr("Remove the wires from outputs to %s", node.name()), from -> {
                            Graph rest = from.graph();
                            for (Wire wire : bad) {
                                rest = rest.without(wire);
                            }
                            return from.with(rest);
                        }));
        return all;
    }

    /** To do without a wire. */
    Remedy withoutWire(Wire wire) {
        return RemedyCandidates.remedy(
                tr(
                        "Remove the wire from %s to %s",
                        graph.node(wire.from()).name(), graph.node(wire.to()).name()),
                from -> from.with(from.graph().without(wire)));
    }
}
