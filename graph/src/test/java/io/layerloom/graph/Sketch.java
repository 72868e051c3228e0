package io.layerloom.graph;

import java.util.LinkedHashMap;
import java.util.Map;

/** Documents drawn in tests, node by node from left to right. */
final class Sketch {

    private Document document = Document.EMPTY;
    private final Map<String, NodeId> ids = new LinkedHashMap<>();

    /** A chain of layers, each wired to the one before. */
    static Sketch chain(LayerType... types) {
        Sketch sketch = new Sketch();
        String before = "";
        for (LayerType type : types) {
            String name = sketch.add(type);
            if (!before.isEmpty()) {
                sketch.wire(before, name, 0);
            }
            before = name;
        }
        return sketch;
    }

    String add(LayerType type) {
        NodeId id = document.graph().freshId();
        document = Edits.add(type, id, new Point(220 * ids.size(), 0)).apply(document);
        String name = document.graph().node(id).name();
        ids.put(name, id);
        return name;
    }

    Sketch wire(String from, String to, int port) {
        document = Edits.connect(new Wire(id(from), id(to), port), SmallCatalog.CATALOG)
                .apply(document);
        return this;
    }

    /** A wire that only a file can hold. */
    Sketch forced(String from, String to, int port) {
        document = document.with(document.graph().with(new Wire(id(from), id(to), port)));
        return this;
    }

    <T> Sketch set(String name, Param<T> param, T value) {
        document = Edits.set(id(name), param, value).apply(document);
        return this;
    }

    Sketch plan(TrainingPlan plan) {
        document = document.with(plan);
        return this;
    }

    Sketch raw(String name, String key, Object value) {
        Node node = document.graph().node(id(name));
        document = document.with(document.graph().with(node.with(new Values(Map.of(key, value)))));
        return this;
    }

    /** A node of a type that no catalog knows. */
    Sketch unknown(String name) {
        NodeId id = document.graph().freshId();
        document = document.with(document.graph().with(new Node(id, "hologram", name, Values.EMPTY)));
        ids.put(name, id);
        return this;
    }

    NodeId id(String name) {
        return document.graph().named(name).orElseThrow().id();
    }

    Document document() {
        return document;
    }

    Inference infer() {
        return Inference.of(document.graph(), SmallCatalog.CATALOG);
    }
}
