package io.layerloom.nodes;

import io.layerloom.graph.Document;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Network;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Param;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import io.layerloom.graph.Wire;

/** Documents in few words, for tests: names stand for ids, and each layer follows the one before unless told otherwise. */
record Sketch(Document document) {

    static Sketch empty() {
        return new Sketch(Document.EMPTY);
    }

    /** A layer with settings, wired to the named ones. */
    Sketch layer(String name, String type, Values values, String... from) {
        Graph graph = document.graph().with(new Node(new NodeId(name), type, name, values));
        for (int port = 0; port < from.length; port++) {
            graph = graph.with(new Wire(new NodeId(from[port]), new NodeId(name), port));
        }
        return new Sketch(document.with(graph));
    }

    /** A layer with its initial settings, wired to the named ones. */
    Sketch layer(String name, String type, String... from) {
        return layer(name, type, Values.EMPTY, from);
    }

    /** The same with another training plan. */
    Sketch plan(TrainingPlan plan) {
        return new Sketch(document.with(plan));
    }

    Inference inference() {
        return Inference.of(document.graph(), NodeLibrary.CATALOG);
    }

    Network lower() {
        return NodeLibrary.CATALOG.lower(document, inference());
    }

    /** Settings with one value. */
    static <T> Values with(Param<T> param, T value) {
        return Values.EMPTY.with(param, value);
    }
}
