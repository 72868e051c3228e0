package io.layerloom.app.bench;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Graph;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Layout;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Param;
import io.layerloom.graph.Point;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Values;
import io.layerloom.graph.Wire;
import io.layerloom.samples.Benchmarks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A network of any size in which every shape is known: convolutions and sums of two in turn, pooled for an output, one and a half wires to a node, in rows of forty. The layers with their settings are those of
 * the residual network whose speed is measured.
 */
final class BenchGraph {

    /** Nodes in a row. */
    static final int ROW = 40;

    private static final double COLUMN = 232;
    private static final double LINE = 150;
    private static final int SIZES = 16;
    private static final String PATTERN = "resnet";

    private BenchGraph() {}

    static Document of(int count, Catalog catalog) {
        Graph pattern = pattern();
        Node input = first(pattern, node -> type(catalog, node).isInput());
        // Its convolution keeps height and width, so that any two of them can be added.
        Node convolution = first(
                pattern,
                node -> pattern.into(node.id()).stream()
                        .anyMatch(wire -> wire.from().equals(input.id())));
        Node sum = first(pattern, node -> pattern.into(node.id()).size() == 2);
        Node output = first(pattern, node -> type(catalog, node).isOutput());
        Node pooling = pattern.node(pattern.into(output.id()).get(0).from());
        Map<NodeId, Node> nodes = new LinkedHashMap<>();
        Map<NodeId, Point> places = new LinkedHashMap<>();
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean joins = i > 2 && i % 2 == 0 && i < count - 2;
            Node plain = i == 0 ? input : i == count - 1 ? output : i == count - 2 ? pooling : convolution;
            Node like = joins ? sum : plain;
            Node node = new Node(
                    id(i),
                    like.type(),
                    like.type() + "_" + i,
                    like.equals(convolution) ? sized(like, type(catalog, like), i) : like.values());
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

    /** Kernels of many sizes, all odd, so that shapes stay as they are: what stands on the nodes differs, as it does in a network that someone drew. */
    private static Values sized(Node node, LayerType type, int index) {
        Param<Size2> kernel = type.window().orElseThrow();
        int k = index / 2;
        return node.values().with(kernel, new Size2(1 + 2 * (k % SIZES), 1 + 2 * (k / SIZES % SIZES)));
    }

    static NodeId id(int index) {
        return new NodeId("n" + (index + 1));
    }

    private static Graph pattern() {
        try (InputStream in = Benchmarks.open(PATTERN)) {
            return ProjectFile.read(in).graph();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Node first(Graph graph, Predicate<Node> wanted) {
        return graph.nodes().values().stream().filter(wanted).findFirst().orElseThrow();
    }

    private static LayerType type(Catalog catalog, Node node) {
        return catalog.layer(node.type()).orElseThrow();
    }
}
