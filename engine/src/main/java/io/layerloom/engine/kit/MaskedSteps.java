package io.layerloom.engine.kit;

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
 * Sequences in which a step all of whose features have one value counts as padding: the layers behind skip it. Where every step of a sequence is so, its first one counts. Sequences pass as they are, but
 * for zeros at the steps that do not count.
 *
 * <p>DL4J tells layers what is padded before it computes any of them. So a {@link FastGraph} lets these vertices look at what will reach them first.
 */
public final class MaskedSteps extends SettledVertex {

    private final double value;

    /** Steps of which every feature has this value are padding. */
    public MaskedSteps(@JsonProperty("value") double value) {
        this.value = value;
    }

    public double getValue() {
        return value;
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
        return in[0];
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray params, boolean initialize, DataType type) {
        return new AtWork(this, graph, name, index, type);
    }

    @Override
    public String toString() {
        return "MaskedSteps(" + value + ")";
    }

    /** The vertex in a network that runs. */
    private static final class AtWork extends SettledVertex.AtWork implements MaskMaker {

        private final double value;
        private Optional<INDArray> seen = Optional.empty();

        AtWork(MaskedSteps settings, ComputationGraph graph, String name, int index, DataType type) {
            super(settings, graph, name, index, type);
            value = settings.value;
        }

        @Override
        public void look(INDArray sequences) {
            seen = Optional.of(counting(sequences));
        }

        /** 1 at each step that counts, [batch, steps]. */
        private INDArray counting(INDArray sequences) {
            INDArray counting =
                    sequences.neq(value).castTo(sequences.dataType()).max(1);
            for (long row = 0; row < counting.size(0); row++) {
                if (counting.getRow(row).maxNumber().doubleValue() == 0) {
                    counting.putScalar(row, 0, 1);
                }
            }
            return counting;
        }

        private INDArray masked(INDArray array) {
            INDArray counting = counting(inputs[0]);
            return array.mul(counting.reshape('c', counting.size(0), 1, counting.size(1)));
        }

        @Override
        public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
            return workspaces.dup(ArrayType.ACTIVATIONS, masked(inputs[0]));
        }

        @Override
        public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
            return new Pair<>(null, new INDArray[] {workspaces.dup(ArrayType.ACTIVATION_GRAD, masked(epsilon))});
        }

        @Override
        @SuppressWarnings("NullAway")
        public Pair<INDArray, MaskState> feedForwardMaskArrays(INDArray[] masks, MaskState state, int batch) {
            Optional<INDArray> before = masks == null ? Optional.empty() : Optional.ofNullable(masks[0]);
            Optional<INDArray> both = seen.map(own ->
                    before.map(mask -> own.mul(mask.castTo(own.dataType()))).orElse(own));
            return new Pair<>(both.or(() -> before).orElse(null), state == null ? MaskState.Active : state);
        }
    }
}
