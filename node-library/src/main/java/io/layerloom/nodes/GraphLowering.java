package io.layerloom.nodes;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.Count;
import io.layerloom.graph.Document;
import io.layerloom.graph.Excerpt;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Lowered;
import io.layerloom.graph.Lowering;
import io.layerloom.graph.Network;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Problem;
import io.layerloom.graph.ScheduleType;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Wire;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a document into one builder chain that ends in a {@code ComputationGraphConfiguration}, written as one would write it by hand. */
final class GraphLowering implements Lowering {

    @Override
    public Network lower(Document document, Inference inference, Catalog catalog) {
        inference.problems().stream().filter(Problem::isError).findFirst().ifPresent(problem -> {
            throw new IllegalArgumentException("The network has a problem. " + problem.message());
        });
        Set<NodeId> ends = document.graph().nodes().values().stream()
                .filter(node -> catalog.typeOf(node).filter(LayerType::isOutput).isPresent())
                .map(Node::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Pass(document.graph(), document.plan(), inference, catalog, ends).lower();
    }

    @Override
    public Network lower(Excerpt excerpt, Catalog catalog) {
        Document document = excerpt.document();
        Inference inference = Inference.of(document.graph(), catalog);
        return new Pass(document.graph(), document.plan(), inference, catalog, Set.of(excerpt.end())).lower();
    }

    /** One document on its way. */
    private record Pass(Graph graph, TrainingPlan plan, Inference inference, Catalog catalog, Set<NodeId> ends) {

        Network lower() {
            Set<NodeId> used = leadingToEnds();
            List<Node> nodes = inference.order().stream()
                    .filter(used::contains)
                    .map(graph::node)
                    .toList();
            List<Node> inputs =
                    nodes.stream().filter(node -> type(node).isInput()).toList();
            List<Node> last =
                    nodes.stream().filter(node -> ends.contains(node.id())).toList();
            Expr.Chain chain =
                    head().set("graphBuilder").set("addInputs", names(inputs)).set("setInputTypes", inputTypes(inputs));
            for (Node node : nodes) {
                chain = add(chain, node);
            }
            return new Network(
                    chain.set("setOutputs", names(last)).build(),
                    inputs.stream()
                            .map(node -> new Network.Input(
                                    node.name(),
                                    shape(node),
                                    type(node).isCode(),
                                    node.values().get(LayerType.PART)))
                            .toList(),
                    last.stream()
                            .filter(node -> type(node).isOutput())
                            .map(this::output)
                            .toList(),
                    nodes.stream()
                            .mapToLong(
                                    node -> inference.report(node.id()).count().trainable())
                            .sum(),
                    schedule().plateau().apply(plan.schedule().values(), learningRate()));
        }

        private Expr.Chain head() {
            OptimizerType optimizer = optimizer();
            Expr rate = schedule().rate().apply(plan.schedule().values(), learningRate());
            Expr.Chain builder =
                    Expr.builder(Dl4j.CONF + "NeuralNetConfiguration.Builder").set("seed", plan.seed());
            return optimizer.rule().apply(builder, plan.optimizer().values(), rate);
        }

        private ScheduleType schedule() {
            String id = plan.schedule().type();
            return catalog.schedule(id).orElseThrow(() -> unknown("schedule", id));
        }

        private double learningRate() {
            return plan.optimizer().values().get(optimizer().learningRate());
        }

        private OptimizerType optimizer() {
            String id = plan.optimizer().type();
            return catalog.optimizer(id).orElseThrow(() -> unknown("optimizer", id));
        }

        private Expr.Chain add(Expr.Chain chain, Node node) {
            Lowered lowered = type(node)
                    .lowered()
                    .apply(
                            isFrozen(node) ? Weights.unmoved(node.values()) : node.values(),
                            inference.report(node.id()).inputs());
            if (lowered instanceof Lowered.Layer layer) {
                return layer.inPlace() && readsData(node)
                        ? addOnCopy(chain, node, layer.layer())
                        : chain.set("addLayer", named(node, whole(node, layer.layer())));
            }
            if (lowered instanceof Lowered.CorrectedLayer layer) {
                String raw = graph.freshName(node.name() + "_raw");
                Object[] args = named(node, whole(node, layer.layer()));
                args[0] = raw;
                return chain.set("addLayer", args).set("addVertex", node.name(), layer.vertex(), raw);
            }
            if (lowered instanceof Lowered.JoinedLayer layer) {
                String joined = graph.freshName(node.name() + "_joined");
                Object[] args = named(node, layer.vertex());
                args[0] = joined;
                return chain.set("addVertex", args).set("addLayer", node.name(), whole(node, layer.layer()), joined);
            }
            if (lowered instanceof Lowered.Vertex vertex) {
                return chain.set("addVertex", named(node, vertex.vertex()));
            }
            return chain;
        }

        /** A layer with what is typed for it, and with what the optimizer sets. */
        private Expr whole(Node node, Expr layer) {
            return forOptimizer(node, TypedArrays.enter(type(node), node.values(), layer));
        }

        private Expr forOptimizer(Node node, Expr layer) {
            if (isFrozen(node)) {
                Expr frozen = Expr.make(Dl4j.KIT + "Frozen");
                return layer instanceof Expr.Call build && build.method().equals("build")
                        ? Expr.chain(build.on()).set("updater", frozen).build()
                        : Expr.chain(layer).set("updater", frozen).expr();
            }
            boolean weights = inference.report(node.id()).count().trainable() > 0;
            return weights ? optimizer().rule().onLayer(layer, plan.optimizer().values()) : layer;
        }

        /** Whether it has weights or averages that training is to leave as they are. */
        private boolean isFrozen(Node node) {
            Count count = inference.report(node.id()).count();
            return node.values().get(LayerType.FROZEN) && count.frozen() + count.buffers() > 0;
        }

        private boolean readsData(Node node) {
            return graph.into(node.id()).stream()
                    .anyMatch(wire -> type(graph.node(wire.from())).isInput());
        }

        /** A layer that works in place would spoil the data for whatever else reads it; multiplying by 1 makes a copy. */
        private Expr.Chain addOnCopy(Expr.Chain chain, Node node, Expr layer) {
            String copy = graph.freshName(node.name() + "_copy");
            String data = graph.node(graph.into(node.id()).get(0).from()).name();
            return chain.set("addVertex", copy, Dl4j.vertex("ScaleVertex", 1.0), data)
                    .set("addLayer", node.name(), layer, copy);
        }

        /** Name, expression, and the names of all layers before. */
        private Object[] named(Node node, Expr expr) {
            List<Wire> wires = graph.into(node.id());
            Object[] args = new Object[wires.size() + 2];
            args[0] = node.name();
            args[1] = expr;
            for (int i = 0; i < wires.size(); i++) {
                args[i + 2] = graph.node(wires.get(i).from()).name();
            }
            return args;
        }

        private Set<NodeId> leadingToEnds() {
            ArrayDeque<NodeId> open = new ArrayDeque<>(ends);
            Set<NodeId> used = new HashSet<>();
            while (!open.isEmpty()) {
                NodeId id = open.remove();
                if (used.add(id)) {
                    graph.into(id).forEach(wire -> open.add(wire.from()));
                }
            }
            return used;
        }

        private Object[] inputTypes(List<Node> inputs) {
            return inputs.stream().map(this::inputType).toArray();
        }

        private Expr inputType(Node node) {
            return ((Lowered.Input) type(node).lowered().apply(node.values(), List.of())).inputType();
        }

        private Network.Output output(Node node) {
            LayerType.OutputRule rule = type(node).output().orElseThrow();
            Labels.Format own = rule.format().apply(node.values(), shape(node));
            return new Network.Output(node.name(), shape(node), plan.objective().of(own));
        }

        private Shape shape(Node node) {
            return inference.report(node.id()).output().orElseThrow();
        }

        private LayerType type(Node node) {
            return catalog.typeOf(node).orElseThrow(() -> unknown("layer", node.type()));
        }

        private static IllegalArgumentException unknown(String what, String id) {
            return new IllegalArgumentException("This version does not know the %s \"%s\".".formatted(what, id));
        }

        private static Object[] names(List<Node> nodes) {
            return nodes.stream().map(Node::name).toArray();
        }
    }
}
