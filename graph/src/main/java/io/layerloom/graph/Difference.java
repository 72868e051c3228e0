package io.layerloom.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * In what two networks differ, layer by layer; what one lacks is REMOVED or ADDED, seen from the first to the second. Where layers stand does not matter, nor whether a file names a setting that has its initial
 * value.
 *
 * @param changes of the layers that are not the same, those of the first network in its order, then those that only the second has
 */
public record Difference(List<Change> changes) {

    /** Nothing differs. */
    public static final Difference NONE = new Difference(List.of());

    public Difference {
        changes = List.copyOf(changes);
    }

    /** How a layer differs. */
    public enum Kind {
        REMOVED,
        ADDED,
        /** Its type, settings, name, contents or wires. */
        SETTINGS,
        /** It is the same, but gives another shape, because another one comes in. */
        SHAPE
    }

    /**
     * A layer that is not the same in both.
     *
     * @param first it in the first network
     * @param second it in the second
     * @param name what it is called, in the second where both have it
     */
    public record Change(
            Kind kind, Optional<NodeId> first, Optional<NodeId> second, String name, List<Detail> details) {
        public Change {
            details = List.copyOf(details);
        }
    }

    /** One thing that differs. */
    public record Detail(What what, String first, String second) {}

    /** What differs of a layer. */
    public sealed interface What {
        /** Which layer it is. */
        record Type() implements What {}

        /** What it is called. */
        record Name() implements What {}

        /** What a block holds. */
        record Contents() implements What {}

        /** From which layers its wires come. */
        record Wires() implements What {}

        /** The shape that it gives. */
        record Output() implements What {}

        /** A setting, by the words on its field, or by its key where this version does not know it. */
        record Setting(String label) implements What {}
    }

    /** In what the second network differs from the first. */
    public static Difference between(
            Graph first, Inference firstShapes, Graph second, Inference secondShapes, Catalog catalog) {
        if (first.equals(second) && firstShapes.reports().equals(secondShapes.reports())) {
            return NONE;
        }
        Map<NodeId, NodeId> pairs = NodePairs.of(first, second);
        Comparing comparing = new Comparing(first, firstShapes, second, secondShapes, pairs, catalog);
        return new Difference(Stream.concat(
                        first.nodes().values().stream().flatMap(node -> comparing.of(node).stream()),
                        second.nodes().values().stream()
                                .filter(node -> !pairs.containsValue(node.id()))
                                .map(node -> new Change(
                                        Kind.ADDED, Optional.empty(), Optional.of(node.id()), node.name(), List.of())))
                .toList());
    }

    /** How layers of the first network differ. */
    public Map<NodeId, Kind> ofFirst() {
        return marks(true);
    }

    /** How layers of the second network differ. */
    public Map<NodeId, Kind> ofSecond() {
        return marks(false);
    }

    private Map<NodeId, Kind> marks(boolean ofFirst) {
        Map<NodeId, Kind> marks = new HashMap<>();
        changes.forEach(
                change -> (ofFirst ? change.first() : change.second()).ifPresent(id -> marks.put(id, change.kind())));
        return Map.copyOf(marks);
    }

    /** Compares layers that belong together. */
    private record Comparing(
            Graph first,
            Inference firstShapes,
            Graph second,
            Inference secondShapes,
            Map<NodeId, NodeId> pairs,
            Catalog catalog) {

        Optional<Change> of(Node node) {
            NodeId partner = pairs.get(node.id());
            if (partner == null) {
                return Optional.of(
                        new Change(Kind.REMOVED, Optional.of(node.id()), Optional.empty(), node.name(), List.of()));
            }
            Node other = second.node(partner);
            List<Detail> own = Stream.of(named(node, other), wired(node, other), settings(node, other))
                    .flatMap(List::stream)
                    .toList();
            List<Detail> all =
                    Stream.concat(own.stream(), shape(node, other).stream()).toList();
            return all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Change(
                            own.isEmpty() ? Kind.SHAPE : Kind.SETTINGS,
                            Optional.of(node.id()),
                            Optional.of(partner),
                            other.name(),
                            all));
        }

        private List<Detail> named(Node node, Node other) {
            return Stream.of(
                            detail(
                                    new What.Type(),
                                    title(node),
                                    title(other),
                                    node.type().equals(other.type())),
                            detail(
                                    new What.Name(),
                                    node.name(),
                                    other.name(),
                                    node.name().equals(other.name())),
                            detail(new What.Contents(), "", "", node.block().equals(other.block())))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private String title(Node node) {
            return catalog.typeOf(node).map(LayerType::name).orElse(node.type());
        }

        private List<Detail> wired(Node node, Node other) {
            List<NodeId> before = sources(first, node.id())
                    .map(id -> pairs.getOrDefault(id, id))
                    .toList();
            List<NodeId> now = sources(second, other.id()).toList();
            boolean known = sources(first, node.id()).allMatch(pairs::containsKey);
            return detail(
                            new What.Wires(),
                            names(first, node.id()),
                            names(second, other.id()),
                            known && before.equals(now))
                    .stream()
                    .toList();
        }

        private static Stream<NodeId> sources(Graph graph, NodeId id) {
            return graph.into(id).stream().map(Wire::from);
        }

        private static String names(Graph graph, NodeId id) {
            return String.join(
                    ", ",
                    sources(graph, id).map(from -> graph.node(from).name()).toList());
        }

        private List<Detail> shape(Node node, Node other) {
            String before = shape(firstShapes, node.id());
            String now = shape(secondShapes, other.id());
            return detail(new What.Output(), before, now, before.equals(now)).stream()
                    .toList();
        }

        private static String shape(Inference shapes, NodeId id) {
            return shapes.report(id).output().map(Shape::label).orElse("");
        }

        private List<Detail> settings(Node node, Node other) {
            Map<String, Detail> found = new TreeMap<>();
            Stream.of(node.values(), other.values())
                    .flatMap(values -> values.plain().keySet().stream())
                    .distinct()
                    .forEach(key -> setting(node, other, key).ifPresent(detail -> found.put(key, detail)));
            return List.copyOf(found.values());
        }

        private Optional<Detail> setting(Node node, Node other, String key) {
            String before = value(node, key);
            String now = value(other, key);
            String label = param(other, key)
                    .or(() -> param(node, key))
                    .map(Param::label)
                    .orElse(key);
            return detail(new What.Setting(label), before, now, before.equals(now));
        }

        private Optional<Param<?>> param(Node node, String key) {
            return catalog.typeOf(node).stream()
                    .flatMap(type -> type.params().stream())
                    .<Param<?>>map(param -> param)
                    .filter(param -> param.key().equals(key))
                    .findFirst();
        }

        /** As people read it; the initial value where the node names none, and nothing where its layer has no such setting. */
        private String value(Node node, String key) {
            Object value = param(node, key)
                    .<Object>map(param -> node.values().get(param))
                    .orElseGet(() -> node.values().plain().getOrDefault(key, ""));
            return value instanceof Labelled labelled ? labelled.label() : value.toString();
        }

        private static Optional<Detail> detail(What what, String first, String second, boolean same) {
            return same ? Optional.empty() : Optional.of(new Detail(what, first, second));
        }
    }
}
