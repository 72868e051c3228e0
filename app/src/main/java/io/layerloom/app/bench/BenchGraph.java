package io.layerloom.app.bench;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Graph;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Layout;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Values;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network of any size in which every shape is known: convolutions and sums of two in turn, one and a half wires to a node, in rows of forty. */
final class BenchGraph {

    /** Nodes in a row. */
    static final int ROW = 40;

    private static final double COLUMN = 232;
    private static final double LINE = 150;
    private static final int FILTERS = 16;

    private BenchGraph() {}

    static Document of(int count, Catalog catalog) {
        Map<NodeId, Node> nodes = new LinkedHashMap<>();
        Map<NodeId, Point> places = new LinkedHashMap<>();
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean joins = i > 2 && i % 2 == 0 && i < count - 1;
            LayerType type = type(catalog, i == 0 ? "input" : i == count - 1 ? "output" : joins ? "add" : "conv2d");
            Node node = new Node(id(i), type.id(), type.id() + "_" + i, values(type));
            nodes.put(node.id(), node);
            places.put(node.id(), new Point(i % ROW * COLUMN, i / ROW * LINE));
            if (i > 0) {
                wires.add(new Wire(id(i - 1), node.id(), 0));
            }
            if (joins) {
                wires.add(new Wire(id(Math.max(1, i - 3 - i % 5)), node.id(), 1));
            }
        }
        return Document.EMPTY.with(new Graph(nodes, wires)).with(new Layout(places));
    }

    static NodeId id(int index) {
        return new NodeId("n" + (index + 1));
    }

    private static LayerType type(Catalog catalog, String id) {
        return catalog.layer(id).orElseThrow();
    }

    /** Convolutions that keep height and width, so that any two of them can be added. */
    private static Values values(LayerType type) {
        Map<String, Object> plain = new LinkedHashMap<>(type.initialValues().plain());
        if (type.id().equals("conv2d")) {
            plain.put("filters", FILTERS);
            plain.put("padding", "same");
        }
        return new Values(plain);
    }
}
