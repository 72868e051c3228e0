package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Bypass;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The edits that one gesture makes of several simple ones, each a single step for undo. */
final class CanvasEdits {

    private CanvasEdits() {}

    /** Some layers go; where one stood between two that fit each other, these are wired. */
    static Edit delete(Document document, Catalog catalog, Inference inference, Set<NodeId> gone) {
        List<Wire> heals = heals(document, catalog, inference, gone);
        Edit remove = Edits.remove(gone);
        return Edit.of(remove.label(), before -> {
            Document after = remove.apply(before);
            Graph graph = after.graph();
            for (Wire wire : heals) {
                graph = graph.with(wire);
            }
            return after.with(graph);
        });
    }

    private static List<Wire> heals(Document document, Catalog catalog, Inference inference, Set<NodeId> gone) {
        Graph graph = document.graph();
        List<Wire> cut = graph.wires().stream()
                .filter(wire -> gone.contains(wire.from()) && !gone.contains(wire.to()))
                .toList();
        if (cut.isEmpty()) {
            return List.of();
        }
        Map<NodeId, List<Wire>> into = new HashMap<>();
        graph.wires()
                .forEach(wire ->
                        into.computeIfAbsent(wire.to(), id -> new ArrayList<>()).add(wire));
        Wiring rest = new Wiring(graph.without(gone), catalog, inference);
        List<Wire> heals = new ArrayList<>();
        for (Wire wire : cut) {
            source(wire.from(), into, gone)
                    .map(source -> new Wire(source, wire.to(), wire.port()))
                    .filter(heal -> rest.of(heal) instanceof Wiring.Verdict.Fits)
                    .ifPresent(heals::add);
        }
        return heals;
    }

    /** The layer that stays and feeds a deleted one, through a chain of deleted ones with one input each. */
    private static Optional<NodeId> source(NodeId start, Map<NodeId, List<Wire>> into, Set<NodeId> gone) {
        NodeId at = start;
        for (int steps = 0; steps <= gone.size(); steps++) {
            List<Wire> wires = into.getOrDefault(at, List.of());
            if (wires.size() != 1) {
                return Optional.empty();
            }
            at = wires.get(0).from();
            if (!gone.contains(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Those of some layers that may have weights, in the order of the document. */
    static List<NodeId> freezable(Document document, Catalog catalog, Collection<NodeId> nodes) {
        return document.graph().nodes().values().stream()
                .filter(node -> nodes.contains(node.id()))
                .filter(node ->
                        catalog.typeOf(node).filter(LayerType::isFreezable).isPresent())
                .map(Node::id)
                .toList();
    }

    /** Those of some layers that are used and can be bypassed. */
    static List<NodeId> bypassable(Document document, Catalog catalog, Collection<NodeId> nodes) {
        return document.graph().nodes().values().stream()
                .filter(node -> nodes.contains(node.id()) && !Bypass.is(node))
                .map(Node::id)
                .filter(id -> Bypass.refusal(document.graph(), id, catalog).isEmpty())
                .toList();
    }

    /** Whether training leaves all of some layers as they are. */
    static boolean areFrozen(Document document, List<NodeId> nodes) {
        return nodes.stream().allMatch(id -> document.graph().node(id).values().get(LayerType.FROZEN));
    }

    /** New layers behind another one, each wired to the one before it; they are called as the last one is. */
    static Edit append(List<LayerType> types, List<NodeId> ids, List<Point> at, NodeId behind, Catalog catalog) {
        LayerType last = types.get(types.size() - 1);
        return Edit.of(tr("Add %s", last.name()), before -> {
            Document after = before;
            NodeId end = behind;
            for (int i = 0; i < types.size(); i++) {
                after = Edits.append(types.get(i), ids.get(i), at.get(i), end, catalog)
                        .apply(after);
                end = ids.get(i);
            }
            return after;
        });
    }

    /** New layers before an input, each wired to the one after it, the last one first; they are called as the first one is. */
    static Edit prepend(List<LayerType> types, List<NodeId> ids, List<Point> at, Port behind) {
        LayerType first = types.get(types.size() - 1);
        return Edit.of(tr("Add %s", first.name()), before -> {
            Document after = before;
            Port end = behind;
            for (int i = 0; i < types.size(); i++) {
                Document added = Edits.add(types.get(i), ids.get(i), at.get(i)).apply(after);
                after = added.with(added.graph().with(new Wire(ids.get(i), end.node(), end.index())));
                end = new Port(ids.get(i), true, 0);
            }
            return after;
        });
    }

    /** Two layers are wired with a new one between them; a wire whose end was taken gives way. */
    static Edit connectThrough(LayerType type, NodeId id, Point at, Wire wire, Optional<Wire> former) {
        Edit add = Edits.add(type, id, at);
        return Edit.of(tr("Connect through %s", type.name()), before -> {
            Document after = add.apply(before);
            Graph graph = former.map(old -> after.graph().without(old)).orElse(after.graph());
            return after.with(graph.with(new Wire(wire.from(), id, 0)).with(new Wire(id, wire.to(), wire.port())));
        });
    }

    /** A layer that is there already goes between the two ends of a wire. */
    static Edit insertExisting(String name, NodeId id, Point at, Wire wire) {
        return Edit.of(tr("Insert %s", name), before -> {
            Graph graph = before.graph()
                    .without(wire)
                    .with(new Wire(wire.from(), id, 0))
                    .with(new Wire(id, wire.to(), wire.port()));
            return before.with(graph).with(before.layout().with(Map.of(id, at)));
        });
    }

    /** An edit that also moves some layers aside. */
    static Edit withRoom(Edit edit, Map<NodeId, Point> aside) {
        return aside.isEmpty()
                ? edit
                : Edit.of(edit.label(), before -> {
                    Document after = edit.apply(before);
                    return after.with(after.layout().with(aside));
                });
    }

    /** Copies of some layers with the wires among them. */
    static Edit duplicate(Document fragment, Map<NodeId, NodeId> ids, double dx, double dy) {
        Edit paste = Edits.paste(fragment, ids, dx, dy);
        return Edit.of(plural(ids.size(), "Duplicate layer", "Duplicate %,d layers"), paste::apply);
    }

    /** Wires that led into originals, as they lead into their copies; those whose source is gone are left out. */
    static List<Wire> incoming(Document document, List<Wire> wires, Map<NodeId, NodeId> ids) {
        List<Wire> incoming = new ArrayList<>();
        for (Wire wire : wires) {
            NodeId copy = ids.get(wire.to());
            if (copy != null && document.graph().find(wire.from()).isPresent()) {
                incoming.add(new Wire(wire.from(), copy, wire.port()));
            }
        }
        return incoming;
    }

    /** A paste with wires that lead into it. */
    static Edit wired(Edit paste, List<Wire> incoming) {
        return Edit.of(tr("%s with incoming wires", paste.label()), before -> {
            Document after = paste.apply(before);
            Graph graph = after.graph();
            for (Wire wire : incoming) {
                graph = graph.with(wire);
            }
            return after.with(graph);
        });
    }

    /** Every layer of the selection moved by a distance. */
    static Edit nudge(Document document, Collection<NodeId> nodes, double dx, double dy) {
        Map<NodeId, Point> to = new HashMap<>();
        nodes.forEach(id -> to.put(id, document.layout().of(id).plus(dx, dy)));
        return Edits.move(to);
    }
}
