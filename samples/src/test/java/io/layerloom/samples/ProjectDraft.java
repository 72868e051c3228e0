package io.layerloom.samples;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.Frame;
import io.layerloom.graph.Graph;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Layout;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Point;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A project on its way: nodes on a grid, named and wired, every setting written out and checked against the catalog. */
final class ProjectDraft {
    private static final double COLUMN = 228;
    private static final double ROW = 156;
    private static final double MARGIN = 80;
    private static final double NODE_WIDTH = 156;
    private static final double NODE_HEIGHT = 76;
    private static final double FRAME_SIDE = 20;
    private static final double FRAME_TOP = 44;

    private final Catalog catalog;
    private Graph graph = Graph.EMPTY;
    private Layout layout = Layout.EMPTY;

    ProjectDraft(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A layer behind the named ones; settings that are not given start as the catalog says. */
    ProjectDraft add(double column, double row, String type, String name, Map<String, ?> settings, String... behind) {
        LayerType layer = catalog.layer(type).orElseThrow();
        NodeId id = graph.freshId();
        graph = graph.with(new Node(id, type, name, settings(layer.initialValues(), layer.params(), settings)));
        for (int port = 0; port < behind.length; port++) {
            NodeId from = graph.named(behind[port]).orElseThrow().id();
            graph = graph.with(new Wire(from, id, port));
        }
        layout = layout.with(Map.of(id, new Point(MARGIN + column * COLUMN, MARGIN + row * ROW)));
        return this;
    }

    /** A titled box behind the nodes of some places, to say what they are together. */
    ProjectDraft frame(String title, double column, double row, double columns, double rows) {
        List<Frame> frames = new ArrayList<>(layout.frames());
        frames.add(new Frame(
                title,
                MARGIN + column * COLUMN - FRAME_SIDE,
                MARGIN + row * ROW - FRAME_TOP,
                (columns - 1) * COLUMN + NODE_WIDTH + 2 * FRAME_SIDE,
                (rows - 1) * ROW + NODE_HEIGHT + FRAME_TOP + FRAME_SIDE));
        layout = layout.framing(frames);
        return this;
    }

    /** The drawing, without data. */
    Document drawn() {
        return Document.EMPTY.with(graph).with(layout);
    }

    /** The whole project, trained by Adam at a constant rate. */
    Document trainedOn(Component data, double learningRate, TrainingPlan plan) {
        return trained(learningRate, plan.withData(data));
    }

    /** The same on the data that the plan names, if it names any. */
    Document trained(double learningRate, TrainingPlan plan) {
        OptimizerType adam = catalog.optimizer("adam").orElseThrow();
        Component optimizer = new Component(
                adam.id(), settings(adam.params(), Map.of(adam.learningRate().key(), learningRate)));
        return Document.EMPTY.with(graph).with(layout).with(plan.withOptimizer(optimizer));
    }

    /** All settings, the given ones in place of the initial ones. */
    static Values settings(List<Param<?>> params, Map<String, ?> given) {
        return settings(Values.initial(params), params, given);
    }

    private static Values settings(Values initial, List<Param<?>> params, Map<String, ?> given) {
        Map<String, Object> all = new LinkedHashMap<>(initial.plain());
        new TreeMap<>(given).forEach((key, value) -> {
            Param<?> param = params.stream()
                    .filter(candidate -> candidate.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no such setting. Received: " + key));
            if (!accepts(param, value)) {
                throw new IllegalArgumentException(
                        param.label() + " should be " + param.kind().expected() + ". Received: " + value);
            }
            all.put(key, value);
        });
        return new Values(all);
    }

    private static <T> boolean accepts(Param<T> param, Object plain) {
        return param.kind()
                .read(plain)
                .filter(value -> param.kind().check(value).isEmpty())
                .isPresent();
    }
}
