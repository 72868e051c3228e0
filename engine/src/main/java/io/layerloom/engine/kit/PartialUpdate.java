package io.layerloom.engine.kit;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.NoOp;

/** A step of DL4J's own optimizer for a part of the parameters of a network: all others, and what the optimizer remembers of them, stay bit for bit as they are. */
final class PartialUpdate {

    private final ComputationGraph net;
    private final int from;
    private final int to;
    private INDArray params = Nd4j.empty();
    private INDArray state = Nd4j.empty();

    /** For the parameters from {@code from} to before {@code to}. */
    PartialUpdate(ComputationGraph net, int from, int to) {
        this.net = net;
        this.from = from;
        this.to = to;
    }

    /** Takes the step with the gradient that the network holds, {@code rate} times as far as the optimizer would. */
    void take(Gradient gradient, int examples, double rate) {
        keep();
        net.getUpdater()
                .update(
                        gradient,
                        net.getIterationCount(),
                        net.getEpochCount(),
                        examples,
                        LayerWorkspaceMgr.noWorkspaces());
        for (UpdaterBlock block : net.getUpdater().getUpdaterBlocks()) {
            scale(net, block, rate);
        }
        net.params().subi(net.getFlattenedGradients().reshape(net.params().shape()));
        restore();
    }

    /** Multiplies what the optimizer made of the gradient; not where it is the change of a running average. */
    static void scale(ComputationGraph net, UpdaterBlock block, double rate) {
        if (rate != 1 && !(block.getGradientUpdater().getConfig() instanceof NoOp)) {
            range(net.getFlattenedGradients(), block.getParamOffsetStart(), block.getParamOffsetEnd())
                    .muli(rate);
        }
    }

    /** Remembers how everything is. */
    void keep() {
        params = net.params().dup();
        INDArray now = net.getUpdater().getStateViewArray();
        state = now == null ? Nd4j.empty() : now.dup();
    }

    /** Puts everything else back as it was. */
    void restore() {
        putBack(net.params(), params, 0, from);
        putBack(net.params(), params, to, Math.toIntExact(net.numParams()));
        if (state.isEmpty()) {
            return;
        }
        for (UpdaterBlock block : net.getUpdater().getUpdaterBlocks()) {
            restore(block);
        }
    }

    /** What an optimizer remembers of a block are one or more rows with a number for each parameter. */
    private void restore(UpdaterBlock block) {
        int begin = block.getParamOffsetStart();
        int length = block.getParamOffsetEnd() - begin;
        int end = block.getUpdaterViewOffsetEnd();
        int moving = Math.max(0, Math.min(length, from - begin));
        int resting = Math.max(0, Math.min(length, to - begin));
        INDArray now = net.getUpdater().getStateViewArray();
        for (int row = block.getUpdaterViewOffsetStart(); row < end; row += length) {
            putBack(now, state, row, row + moving);
            putBack(now, state, row + Math.max(moving, resting), row + length);
        }
    }

    private static void putBack(INDArray now, INDArray before, int from, int to) {
        if (from < to) {
            range(now, from, to).assign(range(before, from, to));
        }
    }

    private static INDArray range(INDArray all, int from, int to) {
        return all.reshape(all.length()).get(NDArrayIndex.interval(from, to));
    }
}
