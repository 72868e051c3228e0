package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.engine.Evaluator;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Network;
import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.PlanProblems;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedies;
import io.layerloom.graph.Remedy;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Each optimizer against the formula of its paper, over the gradients of one weight. */
class OptimizersTest {

    private static final double[] GRADIENTS = {0.5, -1.5, 2, 0.25, -0.75, 3};
    private static final double RATE = 0.1;

    /** The step of one weight from the gradient {@code g} at time {@code t}, counted from 1; keeps what it must remember. */
    @FunctionalInterface
    interface Formula {
        double step(double g, int t, double[] memory);
    }

    /** AdaDelta has no learning rate. */
    @Test
    void aLearningRateOfZeroIsACautionWithAWayOut() {
        for (OptimizerType type : NodeLibrary.CATALOG.optimizers()) {
            boolean hasRate = type.params().contains(type.learningRate());
            Values first = Values.initial(type.params());
            Values still = hasRate ? first.with(type.learningRate(), 0.0) : first;
            Document document =
                    Document.EMPTY.with(TrainingPlan.INITIAL.withOptimizer(new Component(type.id(), still)));
            List<Problem> found = PlanProblems.of(document, Inference.EMPTY, NodeLibrary.CATALOG, Optional.empty());
            if (!hasRate) {
                assertThat(found).as(type.name()).isEmpty();
                continue;
            }
            assertThat(found).as(type.name()).singleElement().satisfies(problem -> {
                assertThat(problem.isError()).isFalse();
                assertThat(problem.message())
                        .startsWith("Learning rate is 0, so no step changes a weight and the network learns nothing.");
            });
            List<Remedy> ways = Remedies.of(document, found.get(0), NodeLibrary.CATALOG, Optional.empty());
            assertThat(ways)
                    .as(type.name())
                    .singleElement()
                    .satisfies(way -> assertThat(PlanProblems.of(
                                    way.edit().apply(document), Inference.EMPTY, NodeLibrary.CATALOG, Optional.empty()))
                            .isEmpty());
        }
    }

    @Test
    void sgdFollowsTheGradient() {
        check(Sgd.TYPE, (g, t, memory) -> RATE * g);
    }

    @Test
    void nesterovLooksAhead() {
        double momentum = 0.9;
        check(Nesterov.TYPE, (g, t, memory) -> {
            memory[0] = momentum * memory[0] + g;
            return RATE * (g + momentum * memory[0]);
        });
    }

    @Test
    void adamIsThatOfThePaper() {
        check(Adam.TYPE, (g, t, memory) -> RATE * moments(g, t, memory) / (Math.sqrt(second(t, memory[1])) + 1e-8));
    }

    @Test
    void amsGradKeepsTheLargestMeasure() {
        check(AmsGrad.TYPE, (g, t, memory) -> {
            double mean = moments(g, t, memory);
            memory[2] = Math.max(memory[2], memory[1]);
            return RATE * mean / (Math.sqrt(second(t, memory[2])) + 1e-8);
        });
    }

    @Test
    void rmsPropDividesByTheRecentSize() {
        check(RmsProp.TYPE, (g, t, memory) -> {
            memory[0] = 0.9 * memory[0] + 0.1 * g * g;
            return RATE * g / Math.sqrt(memory[0]);
        });
    }

    @Test
    void adaGradDividesByAllGradients() {
        check(AdaGrad.TYPE, (g, t, memory) -> {
            memory[0] += g * g;
            return RATE * g / Math.sqrt(memory[0]);
        });
    }

    @Test
    void adaDeltaTakesItsStepsFromItsSteps() {
        check(AdaDelta.TYPE, (g, t, memory) -> {
            memory[0] = 0.95 * memory[0] + 0.05 * g * g;
            double step = Math.sqrt(memory[1] + 1e-6) / Math.sqrt(memory[0] + 1e-6) * g;
            memory[1] = 0.95 * memory[1] + 0.05 * step * step;
            return step;
        });
    }

    /** The first moment without its bias; both raw moments stay in memory. */
    private static double moments(double g, int t, double[] memory) {
        memory[0] = 0.9 * memory[0] + 0.1 * g;
        memory[1] = 0.999 * memory[1] + 0.001 * g * g;
        return memory[0] / (1 - Math.pow(0.9, t));
    }

    private static double second(int t, double raw) {
        return raw / (1 - Math.pow(0.999, t));
    }

    private static void check(OptimizerType type, Formula formula) {
        IUpdater updater = updater(type);
        INDArray state = Nd4j.zeros(DataType.DOUBLE, 1, Math.max(1, updater.stateSize(1)));
        GradientUpdater<?> running = updater.instantiate(updater.stateSize(1) == 0 ? null : state, true);
        double[] memory = new double[3];
        for (int t = 1; t <= GRADIENTS.length; t++) {
            INDArray step = Nd4j.createFromArray(new double[][] {{GRADIENTS[t - 1]}});
            running.applyUpdater(step, t - 1, 0);
            assertThat(step.getDouble(0))
                    .as("step %d", t)
                    .isCloseTo(formula.step(GRADIENTS[t - 1], t, memory), within(1e-5));
        }
    }

    private static IUpdater updater(OptimizerType type) {
        Expr.Chain builder = Expr.builder(Dl4j.CONF + "NeuralNetConfiguration.Builder");
        Expr set = type.rule().apply(builder, Values.EMPTY, new Expr.Lit(RATE)).expr();
        return ((NeuralNetConfiguration.Builder) Evaluator.evaluate(set)).getIUpdater();
    }

    @Test
    void adamWShrinksWeightsApartFromTheGradient() {
        INDArray plain = trained(TrainingPlan.INITIAL, Values.EMPTY);
        INDArray decayed = trained(plan(AdamW.TYPE, Values.EMPTY.with(AdamW.WEIGHT_DECAY, 0.5)), Values.EMPTY);
        INDArray start = initial(Values.EMPTY);
        // Learning rate 0.001 times decay 0.5 of the weight before the step.
        assertThat(decayed.equalsWithEps(plain.sub(start.mul(0.0005)), 1e-6)).isTrue();
    }

    @Test
    void adamWSparesLayersThatHaveAnL2() {
        Values l2 = Sketch.with(Weights.L2, 0.5);
        assertThat(trained(plan(AdamW.TYPE, Values.EMPTY), l2)).isEqualTo(trained(TrainingPlan.INITIAL, l2));
    }

    @Test
    void l2PullsAtTheWeightsByItsGradient() {
        TrainingPlan plan = plan(Sgd.TYPE, Values.EMPTY);
        INDArray plain = trained(plan, Values.EMPTY);
        INDArray pulled = trained(plan, Sketch.with(Weights.L2, 0.5));
        assertThat(pulled.equalsWithEps(plain.sub(initial(Values.EMPTY).mul(0.01 * 0.5)), 1e-6))
                .isTrue();
    }

    @Test
    void l1PullsAtTheWeightsByTheirSign() {
        TrainingPlan plan = plan(Sgd.TYPE, Values.EMPTY);
        INDArray plain = trained(plan, Values.EMPTY);
        INDArray pulled = trained(plan, Sketch.with(Weights.L1, 0.5));
        INDArray sign = Transforms.sign(initial(Values.EMPTY), true);
        assertThat(pulled.equalsWithEps(plain.sub(sign.mul(0.01 * 0.5)), 1e-6)).isTrue();
    }

    private static TrainingPlan plan(OptimizerType type, Values values) {
        return TrainingPlan.INITIAL.withOptimizer(new Component(type.id(), values));
    }

    private static Sketch network(Values dense) {
        return Sketch.empty()
                .layer("in", "input", Sketch.with(Input.KIND, Input.Kind.VECTOR))
                .layer("hidden", "dense", dense.with(Dense.UNITS, 5), "in")
                .layer("end", "output", Sketch.with(Output.UNITS, 3), "hidden");
    }

    private static INDArray initial(Values dense) {
        return Engine.graph(network(dense).lower()).getParam("hidden_W");
    }

    /** The weights of the hidden layer after one batch. */
    private static INDArray trained(TrainingPlan plan, Values dense) {
        Network network = network(dense).plan(plan).lower();
        ComputationGraph graph = Engine.graph(network);
        graph.fit(new MultiDataSet(Engine.features(network, DataType.FLOAT), Engine.labels(network, DataType.FLOAT)));
        return graph.getParam("hidden_W");
    }
}
