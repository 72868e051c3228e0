package io.layerloom.graph;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every edit that a person can make, by name. */
public final class Edits {

    /** What a node may be called: it becomes a layer name in exported source. */
    public static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    private Edits() {}

    /** A new layer with its initial settings; take {@code id} from {@link Graph#freshId}. */
    public static Edit add(LayerType type, NodeId id, Point at) {
        return Edit.of(tr("Add %s", type.name()), document -> place(document, type, id, at));
    }

    /**
     * A new layer put between the two ends of a wire.
     *
     * @throws IllegalArgumentException on application, if nothing can come after the layer
     */
    public static Edit insert(LayerType type, NodeId id, Point at, Wire wire) {
        return Edit.of(tr("Insert %s", type.name()), document -> {
            Endings.require(Endings.refusal(type));
            Document placed = place(document, type, id, at);
            return placed.with(
                    placed.graph().with(new Wire(wire.from(), id, 0)).with(new Wire(id, wire.to(), wire.port())));
        });
    }

    /**
     * A new layer behind another one, wired to it.
     *
     * @throws IllegalArgumentException on application, if nothing can come after that one
     */
    public static Edit append(LayerType type, NodeId id, Point at, NodeId behind, Catalog catalog) {
        return Edit.of(tr("Add %s", type.name()), document -> {
            Endings.require(Endings.refusal(document.graph(), behind, catalog));
            Document placed = place(document, type, id, at);
            return placed.with(placed.graph().with(new Wire(behind, id, 0)));
        });
    }

    private static Document place(Document document, LayerType type, NodeId id, Point at) {
        Graph graph = document.graph();
        LayerType known = type.block()
                .map(block -> type.of(Blocks.adopted(document, block)))
                .orElse(type);
        return document.with(graph.with(known.node(id, graph)))
                .with(document.layout().with(Map.of(id, at)));
    }

    /** Layers and the wires that touch them go. */
    public static Edit remove(Collection<NodeId> nodes) {
        List<NodeId> gone = List.copyOf(nodes);
        return Edit.of(
                plural(gone.size(), "Delete layer", "Delete %,d layers"),
                document -> document.with(document.graph().without(gone))
                        .with(document.layout().without(gone)));
    }

    /**
     * A wire; one that lay in the same input gives way.
     *
     * @throws IllegalArgumentException on application, if nothing can come after the layer that it leaves
     */
    public static Edit connect(Wire wire, Catalog catalog) {
        return Edit.of(tr("Connect"), document -> {
            Endings.require(Endings.refusal(document.graph(), wire.from(), catalog));
            return document.with(document.graph().with(wire));
        });
    }

    /** A wire goes. */
    public static Edit disconnect(Wire wire) {
        return Edit.of(
                tr("Disconnect"), document -> document.with(document.graph().without(wire)));
    }

    /**
     * A wire's end is drawn to another input.
     *
     * @throws IllegalArgumentException on application, if nothing can come after the layer that it leaves
     */
    public static Edit reconnect(Wire former, Wire latter, Catalog catalog) {
        return Edit.of(tr("Reconnect"), document -> {
            Endings.require(Endings.refusal(document.graph(), latter.from(), catalog));
            return document.with(document.graph().without(former).with(latter));
        });
    }

    /** One setting of one layer. */
    public static <T> Edit set(NodeId id, Param<T> param, T value) {
        return Edit.of(tr("Change %s", param.label().toLowerCase(Locale.ROOT)), document -> {
            Node node = document.graph().node(id);
            return document.with(document.graph().with(node.with(node.values().with(param, value))));
        });
    }

    /** One setting of one layer as it is now; the step says what the value was. */
    public static <T> Edit set(Node now, Param<T> param, T value) {
        return Edit.of(StepName.of(now, param, value), set(now.id(), param, value)::apply);
    }

    /** Training leaves the weights of layers as they are, or changes them again; layers that have none stay out of it. */
    public static Edit freeze(Collection<NodeId> nodes, boolean frozen, Catalog catalog) {
        List<NodeId> changed = List.copyOf(nodes);
        String label = frozen
                ? plural(changed.size(), "Freeze layer", "Freeze %,d layers")
                : plural(changed.size(), "Unfreeze layer", "Unfreeze %,d layers");
        return each(
                label,
                changed,
                (graph, node) ->
                        catalog.typeOf(node).filter(LayerType::isFreezable).isPresent()
                                ? node.with(node.values().with(LayerType.FROZEN, frozen))
                                : node);
    }

    /** Layers are left out of the network and let through what comes in, or are used again; those that cannot be left out stay out of it. */
    public static Edit bypass(Collection<NodeId> nodes, boolean bypassed, Catalog catalog) {
        List<NodeId> changed = List.copyOf(nodes);
        if (!bypassed) {
            return each(
                    plural(changed.size(), "Use layer again", "Use %,d layers again"),
                    changed,
                    (graph, node) -> node.with(node.values().without(LayerType.BYPASSED.key())));
        }
        return each(
                plural(changed.size(), "Bypass layer", "Bypass %,d layers"),
                changed,
                (graph, node) -> Bypass.refusal(graph, node.id(), catalog).isEmpty()
                        ? node.with(node.values().with(LayerType.BYPASSED, true))
                        : node);
    }

    /** Changes layers one after the other; each sees the graph as those before have left it. */
    private static Edit each(String label, List<NodeId> nodes, BiFunction<Graph, Node, Node> change) {
        return Edit.of(label, document -> {
            Graph graph = document.graph();
            for (NodeId id : nodes) {
                Node node = graph.node(id);
                Node changed = change.apply(graph, node);
                graph = changed.equals(node) ? graph : graph.with(changed);
            }
            return document.with(graph);
        });
    }

    /**
     * Another name for a layer.
     *
     * @throws IllegalArgumentException on application, if the name is taken or not of the form {@link #NAME}
     */
    public static Edit rename(NodeId id, String name) {
        return Edit.of(tr("Rename to %s", name), document -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "A name begins with a letter and holds only letters, digits and underscores, 64 at most."
                                + " Received: "
                                + name);
            }
            return document.with(document.graph().with(document.graph().node(id).named(name)));
        });
    }

    /** Layers lie elsewhere. */
    public static Edit move(Map<NodeId, Point> to) {
        Map<NodeId, Point> moved = new LinkedHashMap<>(to);
        return Edit.of(
                plural(moved.size(), "Move layer", "Move %,d layers"),
                document -> document.with(document.layout().moving(moved)));
    }

    /** Layers show only their title, or all of themselves again. */
    public static Edit collapse(Collection<NodeId> nodes, boolean collapsed) {
        List<NodeId> changed = List.copyOf(nodes);
        return Edit.of(
                collapsed
                        ? plural(changed.size(), "Collapse layer", "Collapse %,d layers")
                        : plural(changed.size(), "Expand layer", "Expand %,d layers"),
                document -> {
                    Set<NodeId> all = new LinkedHashSet<>(document.layout().collapsed());
                    if (collapsed) {
                        all.addAll(changed);
                    } else {
                        changed.forEach(all::remove);
                    }
                    return document.with(document.layout().collapsing(all));
                });
    }

    /** A wire is led through other points, or finds its own way where there are none. */
    public static Edit bend(String label, Wire wire, List<Point> through) {
        return Edit.of(label, document -> document.with(document.layout().bending(wire, through)));
    }

    /** A frame behind the layers. */
    public static Edit addFrame(Frame frame) {
        return Edit.of(tr("Add frame"), document -> {
            List<Frame> frames = new ArrayList<>(document.layout().frames());
            frames.add(frame);
            return document.with(document.layout().framing(frames));
        });
    }

    /** A frame goes; what lies in it stays. */
    public static Edit removeFrame(Frame frame) {
        return Edit.of(tr("Delete frame"), document -> {
            List<Frame> frames = new ArrayList<>(document.layout().frames());
            frames.remove(frame);
            return document.with(document.layout().framing(frames));
        });
    }

    /** A frame becomes another: has another title, place or size. */
    public static Edit changeFrame(String label, Frame former, Frame latter) {
        return Edit.of(label, document -> document.with(document.layout().framing(former, latter)));
    }

    /** Several wires go. */
    public static Edit disconnect(Collection<Wire> wires) {
        List<Wire> gone = List.copyOf(wires);
        return gone.size() == 1
                ? disconnect(gone.get(0))
                : Edit.of(tr("Disconnect %,d wires", gone.size()), document -> {
                    Graph graph = document.graph();
                    for (Wire wire : gone) {
                        graph = graph.without(wire);
                    }
                    return document.with(graph);
                });
    }

    /**
     * Layers lie where a layout algorithm put them.
     *
     * @param aside other layers, which made room
     * @param frames every frame, in its new place
     */
    public static Edit tidy(Map<NodeId, Point> to, Map<NodeId, Point> aside, List<Frame> frames) {
        Map<NodeId, Point> moved = new LinkedHashMap<>(to);
        Map<NodeId, Point> pushed = new LinkedHashMap<>(aside);
        List<Frame> placed = List.copyOf(frames);
        return Edit.of(
                tr("Tidy layout"),
                document -> document.with(
                        document.layout().moving(pushed).tidied(moved).framing(placed)));
    }

    /** The training plan changes. */
    public static Edit plan(String label, TrainingPlan plan) {
        return Edit.of(label, document -> document.with(plan));
    }

    /**
     * Copies of the layers of a fragment, with the wires among them, the points that these are led through, and collapsed as the originals are; and of its frames.
     *
     * @param ids the new id of every node of the fragment, from {@link #freshIds}
     */
    public static Edit paste(Document fragment, Map<NodeId, NodeId> ids, double dx, double dy) {
        return Edit.of(
                plural(fragment.graph().nodes().size(), "Paste layer", "Paste %,d layers"),
                new Pasting(fragment, ids, dx, dy)::into);
    }

    /** Ids for a fragment that no node of the graph has. */
    public static Map<NodeId, NodeId> freshIds(Graph graph, Document fragment) {
        Map<NodeId, NodeId> ids = new HashMap<>();
        Iterator<NodeId> fresh = graph.freshIds(fragment.graph().nodes().size()).iterator();
        fragment.graph().nodes().keySet().forEach(id -> ids.put(id, fresh.next()));
        return ids;
    }

    /** The given layers with the wires among them, as a document of their own: what a copy puts on the clipboard, without frames. The ends of a block stay where they are. */
    public static Document fragment(Document document, Collection<NodeId> nodes) {
        Set<NodeId> kept = nodes.stream()
                .filter(id -> !BlockPorts.isPort(document.graph().node(id)))
                .collect(Collectors.toSet());
        return new Document(document.graph().keeping(kept), document.layout().keeping(kept), TrainingPlan.INITIAL);
    }
}
