package io.layerloom.engine.kit;

import java.util.Arrays;
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

/**
 * A function of one or more arrays without parameters, as a vertex of a network: for what DL4J lacks, or gets wrong. A subclass says what comes out, what goes back, of which sizes the
 * result is, and which steps of it are padding.
 */
public abstract class ArrayFunction extends SettledVertex {

    /**
     * The result.
     *
     * @param in what comes in, the batch in dimension 0; must stay as it is
     * @param mask zero where a step of the first array is padding, shape [batch, steps]; empty if every step counts
     */
    protected abstract INDArray apply(INDArray[] in, Optional<INDArray> mask);

    /**
     * The gradients of what came in.
     *
     * @param in what came in
     * @param mask as it was for the result
     * @param gradient that of the result
     */
    protected abstract INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient);

    /**
     * The sizes of one example of the result, in the order in which arrays hold them; {@link Sizes} says which.
     *
     * @param in the sizes of one example of each array that comes in
     */
    protected abstract long[] sizesFor(long[][] in);

    /** The padding of the result: by default that of the first array. */
    protected Optional<INDArray> maskFor(Optional<INDArray> mask) {
        return mask;
    }

    /** The padding of the result, from that of every array: by default it follows from that of the first. */
    protected Optional<INDArray> maskForAll(List<Optional<INDArray>> masks) {
        return maskFor(masks.get(0));
    }

    @Override
    public int minVertexInputs() {
        return 1;
    }

    @Override
    public int maxVertexInputs() {
        return 1;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... in) {
        return Sizes.type(sizesFor(Arrays.stream(in).map(Sizes::of).toArray(long[][]::new)));
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray params, boolean initialize, DataType type) {
        return new AtWork(this, graph, name, index, type);
    }

    /** A function in a network that runs. */
    private static final class AtWork extends SettledVertex.AtWork {

        private final ArrayFunction function;
        private Optional<INDArray> announced = Optional.empty();

        AtWork(ArrayFunction function, ComputationGraph graph, String name, int index, DataType type) {
            super(function, graph, name, index, type);
            this.function = function;
        }

        /** The padding of this batch: DL4J announces masks, but does not take them back. */
        private Optional<INDArray> mask() {
            return graph.getInputMaskArrays() == null ? Optional.empty() : announced;
        }

        @Override
        public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
            return workspaces.dup(ArrayType.ACTIVATIONS, function.apply(inputs, mask()));
        }

        @Override
        public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
            if (epsilon == null) {
                // An embedding gives nothing back to ids.
                return new Pair<>(null, new INDArray[inputs.length]);
            }
            INDArray[] gradients = function.back(inputs, mask(), epsilon);
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] = workspaces.dup(ArrayType.ACTIVATION_GRAD, gradients[i]);
            }
            return new Pair<>(null, gradients);
        }

        @Override
        public Pair<INDArray, MaskState> feedForwardMaskArrays(INDArray[] masks, MaskState state, int batch) {
            announced = masks == null ? Optional.empty() : Optional.ofNullable(masks[0]);
            Optional<INDArray> mask = masks == null
                    ? function.maskFor(Optional.empty())
                    : function.maskForAll(
                            Arrays.stream(masks).map(Optional::ofNullable).toList());
            return new Pair<>(mask.orElse(null), state);
        }
    }
}
