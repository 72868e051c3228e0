package io.layerloom.engine.kit;

import java.util.List;
import java.util.Optional;
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
 * Where the two networks of a generative adversarial network meet (Goodfellow et al., Generative adversarial nets, 2014): it hands on either what a generator has made (first input) or an example
 * of the data (second input), both of one shape, to the discriminator behind it. A {@link Contest} says which of them while training; when predicting, it is the example of the data.
 */
public final class RealOrGenerated extends SettledVertex implements Kernel.Source {

    private final double smoothing;
    private final double generatorRate;

    /**
     * A meeting point.
     *
     * @param smoothing how much is taken from the label 1 of real examples (Salimans et al., Improved techniques for training GANs, 2016)
     * @param generatorRate how many times the learning rate of the discriminator is that of the generator (Heusel et al., GANs trained by a two time-scale update rule, 2017)
     */
    public RealOrGenerated(
            @JsonProperty("smoothing") double smoothing, @JsonProperty("generatorRate") double generatorRate) {
        this.smoothing = smoothing;
        this.generatorRate = generatorRate;
    }

    public double getSmoothing() {
        return smoothing;
    }

    public double getGeneratorRate() {
        return generatorRate;
    }

    @Override
    public String toString() {
        return "RealOrGenerated(" + smoothing + ", " + generatorRate + ")";
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

    /** What computes it. */
    @Override
    public List<Kernel> kernels(Site site) {
        return RealOrGeneratedKernel.at(site);
    }

    /** The vertex in a network that runs. */
    static final class AtWork extends SettledVertex.AtWork implements TrainingMethod {

        private final RealOrGenerated settings;
        private Optional<Contest> contest = Optional.empty();
        private Pass pass = Pass.GENERATOR;

        AtWork(RealOrGenerated settings, ComputationGraph graph, String name, int index, DataType type) {
            super(settings, graph, name, index, type);
            this.settings = settings;
        }

        RealOrGenerated settings() {
            return settings;
        }

        @Override
        public boolean isUsable() {
            return graph instanceof FastGraph && Contest.realInput(graph, this).isPresent();
        }

        Contest contest() {
            if (contest.isEmpty()) {
                contest = Optional.of(new Contest((FastGraph) graph, this));
            }
            return contest.get();
        }

        @Override
        public void step(INDArray[] given) {
            contest().step(given);
        }

        @Override
        public int split() {
            return contest().split();
        }

        @Override
        public double firstRate() {
            return settings.generatorRate;
        }

        /** Says what the next step of training is for. */
        void play(Pass next) {
            pass = next;
        }

        Pass pass() {
            return pass;
        }

        @Override
        public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
            boolean real = !training || pass == Pass.REAL;
            return workspaces.dup(ArrayType.ACTIVATIONS, inputs[real ? 1 : 0]);
        }

        /** Only the generator learns from what goes back; the discriminator's slopes end here. */
        @Override
        public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
            INDArray none = epsilon.mul(0);
            return new Pair<>(null, new INDArray[] {
                workspaces.dup(ArrayType.ACTIVATION_GRAD, pass == Pass.GENERATOR ? epsilon : none),
                workspaces.dup(ArrayType.ACTIVATION_GRAD, none)
            });
        }

        @Override
        public Pair<INDArray, MaskState> feedForwardMaskArrays(INDArray[] masks, MaskState state, int batch) {
            return new Pair<>(masks == null ? null : masks[0], state);
        }
    }
}
