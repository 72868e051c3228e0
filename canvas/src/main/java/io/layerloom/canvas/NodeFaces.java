package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.BlockPorts;
import io.layerloom.graph.Bypass;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.Count;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Inputs;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Node;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Says what stands on a node. */
final class NodeFaces {

    private NodeFaces() {}

    /** The face of a node; {@code data} is what the data that enter are called, empty while that is unknown. */
    static NodeFace of(FaceFacts facts, Catalog catalog, String data) {
        Node node = facts.node();
        Optional<LayerType> type = catalog.typeOf(node);
        Inference.Report report = facts.report();
        boolean bypassed = Bypass.is(node);
        Optional<Cost> cost = bypassed ? Optional.empty() : facts.cost();
        return new NodeFace(
                type.map(LayerType::name).orElse(node.type()),
                BlockPorts.isPort(node) ? "" : node.given(),
                cost.map(Cost::work).orElseGet(() -> summary(node, type)),
                cost.map(dear -> List.of(dear.taken())).orElseGet(() -> foot(facts, type, data)),
                bypassed ? "" : type.map(LayerType::tone).orElse(""),
                inputKinds(type, facts),
                facts.feeds() || type.map(known -> !known.isOutput()).orElse(false),
                report.output().map(Shape::kind).orElse(""),
                mark(facts.problems()),
                cost,
                facts.collapsed(),
                !bypassed && isFrozen(facts),
                bypassed,
                facts.change());
    }

    private static List<String> foot(FaceFacts facts, Optional<LayerType> type, String data) {
        if (Bypass.is(facts.node()) && facts.problems().isEmpty()) {
            return List.of(tr("bypassed"));
        }
        return type.map(known -> foot(known, facts.report(), facts.problems(), data))
                .orElseGet(() -> List.of(tr("does not fit this version")));
    }

    /** The settings, which have no effect while a layer is left out. The ends of a block have none, but there may be several: they say which. */
    private static String summary(Node node, Optional<LayerType> type) {
        if (Bypass.is(node)) {
            return "";
        }
        return type.map(known ->
                        BlockPorts.isPort(node) ? node.name() : known.summary().apply(node.values()))
                .orElseGet(() -> tr("not known here"));
    }

    /** Whether there is anything in it that training leaves as it is. */
    private static boolean isFrozen(FaceFacts facts) {
        Count count = facts.report().count();
        return facts.node().values().get(LayerType.FROZEN) && count.frozen() + count.buffers() > 0;
    }

    /** The face of a layer that is only being dragged in. */
    static NodeFace ghost(LayerType type) {
        return new NodeFace(
                type.name(),
                "",
                type.summary().apply(type.initialValues()),
                List.of(""),
                type.tone(),
                Collections.nCopies(shownInputs(Optional.of(type), List.of()), ""),
                !type.isOutput(),
                "",
                NodeFace.Mark.NONE,
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty());
    }

    /** As many ports as wires, one more while more are allowed, and never fewer than are needed. */
    static int shownInputs(Optional<LayerType> type, List<Wire> into) {
        int used = into.stream().mapToInt(wire -> wire.port() + 1).max().orElse(0);
        if (type.isEmpty()) {
            return used;
        }
        Inputs inputs = type.get().inputs();
        boolean room = into.size() < inputs.max() && used == into.size();
        return Math.max(Math.max(inputs.min(), used), room ? Math.min(used + 1, inputs.max()) : used);
    }

    private static List<String> inputKinds(Optional<LayerType> type, FaceFacts facts) {
        List<Wire> into = facts.into();
        List<String> kinds = new ArrayList<>(Collections.nCopies(shownInputs(type, into), declaredKind(type)));
        for (int i = 0; i < into.size(); i++) {
            int port = into.get(i).port();
            facts.shapeInto(i).ifPresent(shape -> kinds.set(port, shape.kind()));
        }
        return kinds;
    }

    private static String declaredKind(Optional<LayerType> type) {
        return type.map(known -> known.inputs().accepts())
                .filter(kinds -> kinds.size() == 1 && kinds.get(0) != Shape.class)
                .map(kinds -> Shape.kindOf(kinds.get(0)))
                .orElse("");
    }

    private static NodeFace.Mark mark(List<Problem> problems) {
        if (problems.isEmpty()) {
            return NodeFace.Mark.NONE;
        }
        return problems.stream().anyMatch(NodeFaces::contradicts) ? NodeFace.Mark.PROBLEM : NodeFace.Mark.UNFINISHED;
    }

    /** Whether a problem means that something is wrong, not just that something is still to be wired. */
    static boolean contradicts(Problem problem) {
        return problem.isError()
                && problem.cause() != Problem.Cause.MISSING_INPUT
                && problem.cause() != Problem.Cause.NO_OUTPUT;
    }

    private static List<String> foot(LayerType type, Inference.Report report, List<Problem> problems, String data) {
        Optional<Problem> first = problems.stream()
                .filter(NodeFaces::contradicts)
                .findFirst()
                .or(() -> problems.stream().findFirst());
        if (first.isPresent()) {
            return List.of(wrong(type, first.get().cause()));
        }
        if (report.output().isEmpty()) {
            return List.of(tr("shape not known yet"));
        }
        boolean port = BlockPorts.find(type.id()).isPresent();
        if (port || type.isInput()) {
            long values = report.output().get().elements();
            return port || data.isEmpty()
                    ? List.of(plural(values, "%,d value", "%,d values"), tr("%s values", Cost.brief(values)))
                    : List.of(data);
        }
        long frozen = report.count().frozen();
        if (frozen > 0) {
            return List.of(tr("%,d frozen", frozen), tr("%s frozen", Cost.brief(frozen)));
        }
        long trained = report.count().trainable();
        return List.of(
                plural(trained, "%,d parameter", "%,d parameters"),
                tr("%,d par", trained),
                tr("%s par", Cost.brief(trained)));
    }

    private static String wrong(LayerType type, Problem.Cause cause) {
        return switch (cause) {
            case SHAPE, LABELS, DATA -> tr("does not fit");
            case MISSING_INPUT -> type.inputs().max() > 1 ? tr("needs more inputs") : tr("needs an input");
            case NO_OUTPUT -> tr("needs an output");
            case CYCLE -> tr("feeds itself");
            case AFTER_OUTPUT -> tr("stands after the output");
            case BAD_VALUE -> tr("value out of range");
            case UNUSED -> tr("leads to no output");
            case UNKNOWN_SETTING -> tr("has an unknown setting");
            default -> tr("has a problem");
        };
    }
}
