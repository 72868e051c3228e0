package io.layerloom.engine.kit;

import java.util.List;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Draws from normal distributions whose means (first input) and logarithms of variances (second input) a network gives: z = μ + exp(v ÷ 2) · ε with ε from the standard normal distribution,
 * so that gradients pass through (Kingma, Welling, Auto-encoding variational Bayes, 2014). When predicting, z = μ.
 *
 * <p>It adds to the loss of each example β times the Kullback–Leibler divergence of these distributions from the standard normal one, Σ (exp(v) + μ² − 1 − v) ÷ 2.
 */
public final class GaussianSample extends SettledVertex implements Kernel.Source {

    private final double beta;

    /** A layer that counts the divergence {@code beta} times. */
    public GaussianSample(@JsonProperty("beta") double beta) {
        this.beta = beta;
    }

    public double getBeta() {
        return beta;
    }

    /** The divergence of one number, before β. */
    static double divergence(double mean, double logVariance) {
        return (Math.exp(logVariance) + mean * mean - 1 - logVariance) / 2;
    }

    /** What the random numbers of a layer begin from, at its place in its network. */
    static long seed(ComputationGraph net, int vertex) {
        return net.getConfiguration().getDefaultConfiguration().getSeed() + ((long) vertex << 32);
    }

    @Override
    public List<Kernel> kernels(Site site) {
        return GaussianSampleKernel.at(site);
    }

    @Override
    public String toString() {
        return "GaussianSample(" + beta + ")";
    }

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return 2;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... in) {
        return in[0];
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray params, boolean initialize, DataType type) {
        return new AtWork(this, graph, name, index, type);
    }

    /** The layer in a network that runs. */
    static final class AtWork extends SettledVertex.AtWork implements AddedLoss {

        private final double beta;
        private double added;
        private float[] given = {};

        AtWork(GaussianSample settings, ComputationGraph graph, String name, int index, DataType type) {
            super(settings, graph, name, index, type);
            beta = settings.beta;
        }

        @Override
        public double addedLoss() {
            return added;
        }

        /** Lets predictions begin with these codes instead of the means; with none, with the means again. */
        void give(float[] codes) {
            given = codes;
        }

        /** The codes that predictions begin with; empty if they are the means. */
        float[] given() {
            return given;
        }

        @Override
        public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
            double[] means = RowMajor.of(inputs[0]);
            double[] logVariances = RowMajor.of(inputs[1]);
            double[] drawn = means.clone();
            long start = start();
            added = 0;
            for (int i = 0; i < means.length; i++) {
                added += beta * divergence(means[i], logVariances[i]);
                drawn[i] += training ? Math.exp(logVariances[i] / 2) * Noise.normal(start, i) : 0;
                drawn[i] = training || given.length == 0 ? drawn[i] : given[i];
            }
            return workspaces.dup(ArrayType.ACTIVATIONS, array(drawn));
        }

        @Override
        public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
            double[] means = RowMajor.of(inputs[0]);
            double[] logVariances = RowMajor.of(inputs[1]);
            double[] toMeans = RowMajor.of(epsilon);
            double[] toLogVariances = new double[means.length];
            long start = start();
            for (int i = 0; i < means.length; i++) {
                double noise = Math.exp(logVariances[i] / 2) * Noise.normal(start, i);
                toLogVariances[i] = toMeans[i] * noise / 2 + beta * (Math.exp(logVariances[i]) - 1) / 2;
                toMeans[i] += beta * means[i];
            }
            return new Pair<>(null, new INDArray[] {
                workspaces.dup(ArrayType.ACTIVATION_GRAD, array(toMeans)),
                workspaces.dup(ArrayType.ACTIVATION_GRAD, array(toLogVariances))
            });
        }

        private long start() {
            return Noise.start(
                    seed(graph, vertexIndex), graph.getConfiguration().getIterationCount());
        }

        private INDArray array(double[] numbers) {
            return RowMajor.like(inputs[0], numbers);
        }

        @Override
        public Pair<INDArray, MaskState> feedForwardMaskArrays(INDArray[] masks, MaskState state, int batch) {
            return new Pair<>(masks == null ? null : masks[0], state);
        }
    }
}
