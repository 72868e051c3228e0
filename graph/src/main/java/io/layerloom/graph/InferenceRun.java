package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One pass over a graph in the direction of the data (Kahn's algorithm), collecting shapes and problems. */
final class InferenceRun {

    private final Graph graph;
    private final Catalog catalog;
    private final Set<NodeId> outputs = new LinkedHashSet<>();
    private final Map<NodeId, RunningInference.Visit> former;
    private final Map<NodeId, RunningInference.Visit> visits = new HashMap<>();
    private final Map<NodeId, Inference.Report> reports = new LinkedHashMap<>();
    private List<Problem> problems = new ArrayList<>();
    private final long layers;
    private boolean hasInput;

    /** @param former what was found at the nodes of an earlier graph; empty if there was none */
    InferenceRun(Graph graph, Catalog catalog, Map<NodeId, RunningInference.Visit> former) {
        this.graph = graph;
        this.catalog = catalog;
        this.former = former;
        this.layers = Expansion.isNeeded(graph)
                ? Expansion.layers(graph, catalog)
                : graph.nodes().size();
        for (Node node : graph.nodes().values()) {
            LayerType type = catalog.typeOf(node).orElse(null);
            hasInput |= type != null && type.isInput();
            if (type != null && type.isOutput()) {
                outputs.add(node.id());
            }
        }
    }

    Inference run() {
        List<NodeId> order = order();
        order.forEach(id -> visit(graph.node(id)));
        if (order.size() < graph.nodes().size()) {
            reportCycle(Set.copyOf(order));
        }
        reportAfterOutputs();
        reportStacking(order);
        reportAgreement(order);
        reportWhole(order);
        return new Inference(reports, order, problems);
    }

    /** What was found at each node that lies neither on a cycle nor behind one. */
    Map<NodeId, RunningInference.Visit> visits() {
        return visits;
    }

    private List<NodeId> order() {
        Map<NodeId, Integer> waiting = new HashMap<>();
        ArrayDeque<NodeId> ready = new ArrayDeque<>();
        for (NodeId id : graph.nodes().keySet()) {
            int wires = into(id).size();
            waiting.put(id, wires);
            if (wires == 0) {
                ready.add(id);
            }
        }
        List<NodeId> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            NodeId id = ready.remove();
            order.add(id);
            for (Wire wire : outOf(id)) {
                if (waiting.merge(wire.to(), -1, Integer::sum) == 0) {
                    ready.add(wire.to());
                }
            }
        }
        return order;
    }

    private void visit(Node node) {
        List<Wire> wires = into(node.id());
        List<Optional<Shape>> carried = new ArrayList<>(wires.size());
        wires.forEach(wire -> carried.add(report(wire.from()).output()));
        if (isTooLarge(node)) {
            problems.add(Problem.error(Problem.Cause.SHAPE, node.id(), Expansion.tooLarge(layers)));
            return;
        }
        RunningInference.Visit visit = former.get(node.id());
        if (visit == null || !visit.holdsFor(node, wires, carried)) {
            List<Problem> all = problems;
            problems = new ArrayList<>();
            Inference.Report report = look(node);
            visit = new RunningInference.Visit(node, wires, carried, report, problems);
            problems = all;
        }
        visits.put(node.id(), visit);
        reports.put(node.id(), visit.report());
        problems.addAll(visit.problems());
    }

    /** Nothing is worked out for blocks whose layers would be too many; whether they are does not follow from the node alone, so nothing is kept of it. */
    private boolean isTooLarge(Node node) {
        return layers > Block.MOST_LAYERS && node.block().isPresent() && !Bypass.is(node);
    }

    private Inference.Report look(Node node) {
        Optional<LayerType> known = catalog.typeOf(node);
        if (Bypass.is(node)) {
            known.ifPresent(type -> reportUnknown(node, type));
            return passed(node);
        }
        if (known.isEmpty()) {
            problems.add(Problem.error(
                    Problem.Cause.UNKNOWN_LAYER,
                    node.id(),
                    tr(
                            "This version does not know the layer \"%s\". Open the project with a newer version, or delete the node.",
                            node.type())));
            return Inference.Report.UNKNOWN;
        }
        LayerType type = known.get();
        boolean sound = checkValues(node, type);
        reportUnknown(node, type);
        Optional<List<Shape>> in = inputs(node, type);
        if (in.isEmpty() || !sound) {
            return new Inference.Report(in.orElse(List.of()), Optional.empty(), Count.NONE, 0, Footprint.NONE);
        }
        return infer(node, type, in.get());
    }

    /** What comes in passes through, whatever the layer would make of it. */
    private Inference.Report passed(Node node) {
        Optional<String> refusal = Bypass.refusal(graph, node.id(), catalog);
        List<Wire> wires = into(node.id());
        if (refusal.isPresent()) {
            problems.add(Problem.error(Problem.Cause.SHAPE, node.id(), refusal.get()));
            return Inference.Report.UNKNOWN;
        }
        if (wires.isEmpty()) {
            problems.add(Problem.error(
                    Problem.Cause.MISSING_INPUT,
                    node.id(),
                    tr(
                            "%s has no input. Connect a wire to its left port.",
                            catalog.typeOf(node).map(LayerType::name).orElse(node.type()))));
            return Inference.Report.UNKNOWN;
        }
        Optional<Shape> in = report(wires.get(0).from()).output();
        return new Inference.Report(in.stream().toList(), in, Count.NONE, 0, Footprint.NONE);
    }

    private Inference.Report infer(Node node, LayerType type, List<Shape> in) {
        Inferred inferred = type.infer(node.values(), in);
        if (inferred instanceof Inferred.Bad bad) {
            Problem problem = Problem.error(Problem.Cause.SHAPE, node.id(), bad);
            problems.add(in.size() == 1 ? problem.at(into(node.id()).get(0).port()) : problem);
            return new Inference.Report(in, Optional.empty(), Count.NONE, 0, Footprint.NONE);
        }
        Shape out = ((Inferred.Ok) inferred).shape();
        return new Inference.Report(
                in,
                Optional.of(out),
                type.count().apply(node.values(), in),
                type.multiplyAdds().apply(node.values(), in),
                type.footprint().of(node.values(), in, out));
    }

    private boolean checkValues(Node node, LayerType type) {
        boolean sound = true;
        for (Param<?> param : type.params()) {
            // A hidden setting has no effect, and nobody could see what to correct.
            if (!node.values().shows(param)) {
                continue;
            }
            Optional<String> fault = fault(node.values(), param);
            if (fault.isPresent()) {
                sound = false;
                problems.add(Problem.error(Problem.Cause.BAD_VALUE, node.id(), param.label() + " " + fault.get() + ".")
                        .of(param));
            }
        }
        return sound;
    }

    private void reportUnknown(Node node, LayerType type) {
        UnknownSettings.of(node, type)
                .ifPresent(held -> held.keys()
                        .forEach(key -> problems.add(
                                Problem.warning(Problem.Cause.UNKNOWN_SETTING, node.id(), held.sentence(key))
                                        .of(key))));
    }

    /** The rest of the sentence that says why a held value is not accepted. */
    static <T> Optional<String> fault(Values values, Param<T> param) {
        Object held = values.plain().get(param.key());
        if (held == null) {
            return Optional.empty();
        }
        Optional<T> read = param.kind().read(held);
        return read.isEmpty()
                ? Optional.of(tr("must be %s. Received: %s", param.kind().expected(), held))
                : param.kind().check(read.get());
    }

    /** The shapes that come in; empty where a wire is missing (reported here) or a shape before is unknown (reported there). */
    private Optional<List<Shape>> inputs(Node node, LayerType type) {
        List<Wire> wires = into(node.id());
        int min = type.inputs().min();
        int max = type.inputs().max();
        if (wires.size() < min) {
            problems.add(Problem.error(Problem.Cause.MISSING_INPUT, node.id(), missing(type, wires.size())));
            return Optional.empty();
        }
        if (wires.size() > max) {
            problems.add(Problem.error(
                    Problem.Cause.SHAPE,
                    node.id(),
                    tr("%s takes at most %,d wires, but gets %,d.", type.name(), max, wires.size())));
            return Optional.empty();
        }
        List<Shape> in = new ArrayList<>();
        for (Wire wire : wires) {
            Optional<Shape> shape = report(wire.from()).output();
            if (shape.isEmpty()) {
                return Optional.empty();
            }
            in.add(shape.get());
        }
        return Optional.of(in);
    }

    private static String missing(LayerType type, int wires) {
        return type.inputs().min() == 1
                ? tr("%s has no input. Connect a wire to its left port.", type.name())
                : tr(
                        "%s needs at least %d wires, but gets %d.",
                        type.name(), type.inputs().min(), wires);
    }

    private void reportCycle(Set<NodeId> ordered) {
        for (Set<NodeId> knot : Cycles.knots(graph, ordered)) {
            graph.nodes().keySet().stream().filter(knot::contains).forEach(id -> problems.add(cycle(id, knot.size())));
        }
    }

    private Problem cycle(NodeId id, int nodes) {
        String name = graph.node(id).name();
        return Problem.error(
                Problem.Cause.CYCLE,
                id,
                nodes == 1
                        ? tr("\"%s\" feeds itself. Remove the wire from its output to its input.", name)
                        : tr("\"%s\" feeds itself through a cycle of %d nodes. Remove one of its wires.", name, nodes));
    }

    private void reportAfterOutputs() {
        if (outputs.stream().allMatch(id -> outOf(id).isEmpty())) {
            return;
        }
        for (Wire wire : graph.wires()) {
            Endings.refusal(graph, wire.from(), catalog)
                    .map(why -> tr(
                            "%s Remove the wire from \"%s\" to \"%s\".",
                            why,
                            graph.node(wire.from()).name(),
                            graph.node(wire.to()).name()))
                    .ifPresent(message -> problems.add(Problem.error(Problem.Cause.AFTER_OUTPUT, wire.to(), message)
                            .at(wire.port())));
        }
    }

    private void reportStacking(List<NodeId> order) {
        if (!Stacking.isUsed(graph.nodes().values(), catalog)) {
            return;
        }
        Stacking stacking = new Stacking(graph, catalog, problems::add);
        stacking.report(order);
        reports.replaceAll((id, report) -> report.times(stacking.times(id)));
    }

    /** Blocks are written out for it, which takes that nothing feeds itself and that what comes out of each is known. */
    private void reportAgreement(List<NodeId> order) {
        if (order.size() == graph.nodes().size()) {
            boolean whole = graph.nodes().values().stream()
                    .filter(node -> node.block().isPresent() && !Bypass.is(node))
                    .allMatch(node -> report(node.id()).output().isPresent());
            Agreement.report(graph, whole, catalog, problems::add);
        }
    }

    private void reportWhole(List<NodeId> order) {
        if (graph.nodes().isEmpty()) {
            return;
        }
        if (!hasInput) {
            problems.add(Problem.error(
                    Problem.Cause.NO_INPUT, tr("The network has no Input. Add one and wire it to the first layer.")));
        }
        if (outputs.isEmpty()) {
            problems.add(noOutput(order));
        } else {
            reportUnused();
        }
    }

    private Problem noOutput(List<NodeId> order) {
        String message = tr("The network ends without a loss. Add an Output layer at its end.");
        return order.stream()
                .filter(id -> outOf(id).isEmpty() && report(id).output().isPresent())
                .reduce((first, last) -> last)
                .map(id -> Problem.error(Problem.Cause.NO_OUTPUT, id, message))
                .orElse(Problem.error(Problem.Cause.NO_OUTPUT, message));
    }

    private void reportUnused() {
        Set<NodeId> used = new HashSet<>();
        ArrayDeque<NodeId> open = new ArrayDeque<>(outputs);
        while (!open.isEmpty()) {
            NodeId id = open.remove();
            if (used.add(id)) {
                into(id).forEach(wire -> open.add(wire.from()));
            }
        }
        // What is left out of training may lack what it likes.
        problems.replaceAll(problem -> problem.cause() == Problem.Cause.MISSING_INPUT
                        && problem.node().filter(used::contains).isEmpty()
                ? problem.harmless()
                : problem);
        for (Node node : graph.nodes().values()) {
            if (!used.contains(node.id())) {
                problems.add(Problem.warning(
                        Problem.Cause.UNUSED,
                        node.id(),
                        tr(
                                "\"%s\" leads to no Output, so it is left out of training. Wire it on, or delete it.",
                                node.name())));
            }
        }
    }

    private Inference.Report report(NodeId id) {
        return reports.getOrDefault(id, Inference.Report.UNKNOWN);
    }

    private List<Wire> into(NodeId id) {
        return graph.into(id);
    }

    private List<Wire> outOf(NodeId id) {
        return graph.outOf(id);
    }
}
