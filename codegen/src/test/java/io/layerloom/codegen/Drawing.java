package io.layerloom.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedies;
import io.layerloom.graph.Remedy;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import io.layerloom.graph.Wire;
import io.layerloom.nodes.NodeLibrary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Networks drawn with the real layers; what is missing is put in by the remedies that a person would be offered. */
final class Drawing {

    static final Catalog CATALOG = NodeLibrary.CATALOG;

    private Document document = Document.EMPTY;

    /** An input of a shape with a layer behind it, wired as often as the layer needs. */
    static Drawing of(Shape shape, LayerType type, Values values) {
        return of(Collections.nCopies(Math.max(1, type.inputs().min()), shape), type, values);
    }

    /** Inputs of some shapes, one for those that are alike, with a layer behind them that takes a wire of each shape. */
    static Drawing of(List<Shape> in, LayerType type, Values values) {
        Drawing drawing = new Drawing();
        LayerType input = layer(LayerType::isInput);
        Map<Shape, NodeId> entries = new LinkedHashMap<>();
        for (Shape shape : in) {
            entries.computeIfAbsent(
                    shape,
                    one -> drawing.add(
                            input,
                            input.adopt().apply(input.initialValues(), one).orElseThrow()));
        }
        NodeId node = drawing.add(type, values);
        for (int port = 0; port < in.size(); port++) {
            drawing.wire(Objects.requireNonNull(entries.get(in.get(port))), node, port);
        }
        if (type.isStack()) {
            // What is stacked has to be taken apart again before the end.
            LayerType unstack = layer(LayerType::isUnstack);
            drawing.wire(node, drawing.add(unstack, unstack.initialValues()), 0);
        }
        return drawing;
    }

    static LayerType layer(Predicate<LayerType> wanted) {
        return CATALOG.layers().stream().filter(wanted).findFirst().orElseThrow();
    }

    NodeId add(LayerType type, Values values) {
        NodeId id = document.graph().freshId();
        document = Edits.add(type, id, new Point(220 * document.graph().nodes().size(), 0))
                .apply(document);
        Node node = document.graph().node(id);
        document = document.with(document.graph().with(node.with(values)));
        return id;
    }

    void wire(NodeId from, NodeId to, int port) {
        document = Edits.connect(new Wire(from, to, port), CATALOG).apply(document);
    }

    /** Applies the first remedy of the first error until there is none left. */
    Document completed(Optional<DataSchema> schema) {
        for (int step = 0; step < 12; step++) {
            Optional<Problem> error = Inference.of(document.graph(), CATALOG).problems().stream()
                    .filter(Problem::isError)
                    .findFirst();
            if (error.isEmpty()) {
                return document;
            }
            List<Remedy> remedies = Remedies.of(document, error.get(), CATALOG, schema);
            assertThat(remedies).as("ways out of: %s", error.get().message()).isNotEmpty();
            document = remedies.get(0).edit().apply(document);
        }
        throw new AssertionError("Too many problems: " + document);
    }
}
