package io.layerloom.engine;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.engine.kit.HangingActivation;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Layout;
import io.layerloom.graph.Lowered;
import io.layerloom.graph.Network;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Param;
import io.layerloom.graph.Plateau;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import io.layerloom.graph.Wire;
import java.util.List;
import java.util.Optional;

/** The fewest layers with which something can be trained: input, dense with dropout, output. Optimizers are classes of the engine, by their name. */
final class TestCatalog {

    static final Param<Integer> SIZE = Param.integer("size", 4, 1, 100_000);
    static final Param<Double> DROPOUT = Param.real("dropout", 0, 0, 1);
    static final Param<Double> DECAY = Param.real("decay", 0, 0, 1);
    static final Param<Double> L2 = Param.real("l2", 0, 0, 1);
    static final Param<Boolean> HANGS = Param.flag("hangs", false);
    static final Param<Double> RATE = Param.real("rate", 0.05, 0, 1e30);
    static final Param<Boolean> NUMBERS = Param.flag("numbers", false);

    private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";

    static final LayerType INPUT = layer("input", "Input")
            .params(SIZE)
            .entry(
                    values -> Inferred.ok(new Shape.Vector(values.get(SIZE))),
                    (values, data) -> Optional.of(values.with(SIZE, (int) data.elements())))
            .input(values -> Expr.of("org.deeplearning4j.nn.conf.inputs.InputType", "feedForward", values.get(SIZE)));

    static final LayerType DENSE = layer("dense", "Dense")
            .params(SIZE, DROPOUT, DECAY, L2, HANGS)
            .from(Shape.Vector.class, (values, in) -> Inferred.ok(new Shape.Vector(values.get(SIZE))))
            .layer((values, in) -> Expr.builder(LAYERS + "DenseLayer.Builder")
                    .set("nOut", values.get(SIZE))
                    .set(
                            "activation",
                            values.get(HANGS)
                                    ? Expr.make(HangingActivation.class.getName())
                                    : Expr.constant("org.nd4j.linalg.activations.Activation", "RELU"))
                    .setIf(values.get(DECAY) > 0, "weightDecay", values.get(DECAY))
                    .setIf(values.get(L2) > 0, "l2", values.get(L2))
                    .setIf(values.get(DROPOUT) > 0, "dropOut", 1 - values.get(DROPOUT))
                    .build());

    static final LayerType OUTPUT = layer("output", "Output")
            .params(SIZE, NUMBERS)
            .from(Shape.Vector.class, (values, in) -> Inferred.ok(new Shape.Vector(values.get(SIZE))))
            .ending(
                    values -> values.get(NUMBERS) ? Labels.Format.NUMBERS : Labels.Format.ONE_HOT,
                    (values, shape, labels) -> Optional.empty())
            .layer((values, in) -> Expr.builder(
                            LAYERS + "OutputLayer.Builder",
                            Expr.constant(
                                    "org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction",
                                    values.get(NUMBERS) ? "MSE" : "MCXENT"))
                    .set("nOut", values.get(SIZE))
                    .set(
                            "activation",
                            Expr.constant(
                                    "org.nd4j.linalg.activations.Activation",
                                    values.get(NUMBERS) ? "IDENTITY" : "SOFTMAX"))
                    .build());

    static final Catalog CATALOG = new Catalog(List.of(INPUT, DENSE, OUTPUT), List.of(), List.of(), TestCatalog::lower);

    private TestCatalog() {}

    /** A chain of layers in the order of their ids. */
    private static Network lower(Document document, Inference inference, Catalog catalog) {
        TrainingPlan plan = document.plan();
        Expr updater = Expr.make(
                "org.nd4j.linalg.learning.config." + plan.optimizer().type(),
                plan.optimizer().values().get(RATE));
        List<Node> nodes =
                inference.order().stream().map(document.graph()::node).toList();
        Expr.Chain chain = Expr.builder("org.deeplearning4j.nn.conf.NeuralNetConfiguration.Builder")
                .set("seed", plan.seed())
                .set("updater", updater)
                .set("graphBuilder")
                .set("addInputs", nodes.get(0).name())
                .set("setInputTypes", ((Lowered.Input) lowered(nodes.get(0), List.of())).inputType());
        for (int i = 1; i < nodes.size(); i++) {
            Lowered.Layer layer = (Lowered.Layer)
                    lowered(nodes.get(i), inference.report(nodes.get(i).id()).inputs());
            chain = chain.set(
                    "addLayer",
                    nodes.get(i).name(),
                    layer.layer(),
                    nodes.get(i - 1).name());
        }
        Node last = nodes.get(nodes.size() - 1);
        Labels.Format format = last.values().get(NUMBERS) ? Labels.Format.NUMBERS : Labels.Format.ONE_HOT;
        return new Network(
                chain.set("setOutputs", last.name()).build(),
                List.of(new Network.Input(
                        nodes.get(0).name(),
                        new Shape.Vector(nodes.get(0).values().get(SIZE)))),
                List.of(new Network.Output(
                        last.name(), new Shape.Vector(last.values().get(SIZE)), format)),
                0,
                plateau(plan));
    }

    /** Nothing is ever an improvement, so that the rate halves after each epoch. */
    private static Optional<Plateau> plateau(TrainingPlan plan) {
        return plan.schedule().type().equals("plateau")
                ? Optional.of(new Plateau(plan.optimizer().values().get(RATE), 0.5, 0, 1000, 0))
                : Optional.empty();
    }

    private static Lowered lowered(Node node, List<Shape> in) {
        return CATALOG.typeOf(node).orElseThrow().lowered().apply(node.values(), in);
    }

    /** A network of one hidden layer. */
    static Document network(int inputs, int hidden, double dropout, int outputs, boolean numbers) {
        Graph graph = Graph.EMPTY
                .with(new Node(new NodeId("a"), "input", "in", Values.EMPTY.with(SIZE, inputs)))
                .with(new Node(
                        new NodeId("b"),
                        "dense",
                        "hidden",
                        Values.EMPTY.with(SIZE, hidden).with(DROPOUT, dropout)))
                .with(new Node(
                        new NodeId("c"),
                        "output",
                        "out",
                        Values.EMPTY.with(SIZE, outputs).with(NUMBERS, numbers)))
                .with(new Wire(new NodeId("a"), new NodeId("b"), 0))
                .with(new Wire(new NodeId("b"), new NodeId("c"), 0));
        return new Document(graph, Layout.EMPTY, TrainingPlan.INITIAL);
    }

    /** The network with weight decay on its hidden layer. */
    static Document decaying(Document document, double decay) {
        return hidden(document, DECAY, decay);
    }

    /** The network with an L2 penalty on its hidden layer. */
    static Document penalized(Document document, double l2) {
        return hidden(document, L2, l2);
    }

    /** The network with a hidden layer that hangs after a while. */
    static Document hanging(Document document) {
        return hidden(document, HANGS, true);
    }

    private static <T> Document hidden(Document document, Param<T> param, T value) {
        Node node = document.graph().node(new NodeId("b"));
        return document.with(document.graph().with(node.with(node.values().with(param, value))));
    }

    /** An optimizer of the engine by its class name. */
    static Component optimizer(String name, double rate) {
        return new Component(name, Values.EMPTY.with(RATE, rate));
    }
}
