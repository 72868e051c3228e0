package io.layerloom.engine.kit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Takes mini-batches that come as DL4J's arrays, [batch, features, places ...], through a {@link RowCore} on several threads, and their gradients back. */
final class RowPass {

    private final DataType type;
    private final RowCore core;
    private final double multiplyAdds;
    private final RowArrays in;
    private final RowArrays out;
    private RowBatch batch;

    RowPass(RowCore core, DataType type) {
        this.core = core;
        this.type = type;
        multiplyAdds = core.multiplyAdds();
        in = new RowArrays(type);
        out = new RowArrays(type);
        batch = new RowBatch(type, 0, 0, 1, false, Padding.NONE, Optional.empty(), 0, true);
    }

    /**
     * Computes what the core gives.
     *
     * @param all what comes in
     * @param second other sequences that the core looks at
     * @param width of what the core gives
     * @param training whether {@link #back} will follow
     * @param noise the seed of whatever is random in this step
     */
    INDArray forward(
            INDArray all,
            Padding padding,
            Optional<RowBatch.Other> second,
            long width,
            boolean training,
            long noise,
            Function<String, INDArray> params,
            LayerWorkspaceMgr workspaces) {
        in.read(all, padding.any());
        int examples = Math.toIntExact(all.size(0));
        int steps = RowArrays.places(all);
        int parts = Crew.parts(examples, multiplyAdds * examples * steps);
        batch = new RowBatch(type, examples, steps, parts, training, padding, second, noise, true);
        core.take(params);
        core.prepare(batch);
        INDArray places =
                core.givesOneRow() ? all.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(0)) : all;
        INDArray result = out.give(workspaces, ArrayType.ACTIVATIONS, places, width);
        Crew.run(parts, part -> batch.pieces(part, core).forEach(this::forward));
        return result;
    }

    /** The same without other sequences or anything random. */
    INDArray forward(
            INDArray all,
            Padding padding,
            long width,
            boolean training,
            Function<String, INDArray> params,
            LayerWorkspaceMgr workspaces) {
        return forward(all, padding, Optional.empty(), width, training, 0, params, workspaces);
    }

    private void forward(RowSpan span) {
        span.silence(in.values(), batch.padding());
        batch.memory().ifPresent(second -> span.of(second.steps()).silence(second.values(), second.padding()));
        core.forward(in.values(), out.values(), span);
        silenceGiven(out.values(), span);
    }

    private void silenceGiven(Matrix rows, RowSpan span) {
        if (!core.givesOneRow()) {
            span.silence(rows, batch.padding());
        }
    }

    /**
     * Computes the gradients of the last mini-batch.
     *
     * @param epsilon that of what the core gave
     * @param input what came in
     * @param here whether that of what came in is taken from {@link #slopesAs}; it is what this returns otherwise
     * @param views where the gradients of what is learned go; null if nothing is
     */
    INDArray back(
            INDArray epsilon,
            INDArray input,
            boolean here,
            @Nullable Map<String, INDArray> views,
            LayerWorkspaceMgr workspaces) {
        out.readSlopes(epsilon, batch.padding().any());
        INDArray gradient = in.giveSlopes(workspaces, input, here);
        if (views != null) {
            core.takeGradients(views);
        }
        Crew.run(batch.parts(), part -> batch.pieces(part, core).forEach(this::backward));
        if (views != null) {
            Crew.run(batch.parts(), share -> core.gradient(share, batch.parts()));
        }
        return gradient;
    }

    private void backward(RowSpan span) {
        silenceGiven(out.slopes(), span);
        core.backward(out.slopes(), in.slopes(), span);
        span.silence(in.slopes(), batch.padding());
    }

    /** Writes the gradient of what came in to an array. */
    void slopesAs(INDArray array) {
        in.slopesAs(array);
    }

    /** The gradients of what is learned, by DL4J's names. */
    Gradient gradients(@Nullable Map<String, INDArray> views) {
        Gradient gradients = new DefaultGradient();
        if (views != null) {
            core.names().forEach(name -> gradients.setGradientFor(name, RowCore.array(views, name)));
        }
        return gradients;
    }
}
