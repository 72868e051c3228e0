package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.deeplearning4j.nn.updater.graph.ComputationGraphUpdater;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * How the parameters follow from their slopes. Adam, plain descent and the running averages of normalizations are computed here in one go over all numbers; every other optimizer, and
 * whatever is added to one, by DL4J's own code.
 */
final class Updates {

    /** So many numbers at a time stay in the processor's first cache. */
    private static final int TILE = 1024;

    /**
     * Where slopes stay away, as behind a rectifier that is shut, running means shrink until they are subnormal numbers, on which processors spend a hundred times as long. Added and taken
     * away again, this rounds them to a few normal numbers and zero; means above 4e-18 stay as they are, bit for bit.
     */
    private static final float LOST_IN_MEAN = 1e-25f;

    /** The same for means of squares: those above 4e-23, of slopes above 6e-12, stay as they are. */
    private static final float LOST_IN_SQUARE = 1e-30f;

    private final ComputationGraph net;
    private final Parameters parameters;
    private final ComputationGraphUpdater updater;
    private final boolean bounded;
    private final boolean meant;
    private float[] noted = {};
    private int examples;
    private int members;

    Updates(ComputationGraph net, Parameters parameters) {
        this.net = net;
        this.parameters = parameters;
        this.updater = net.getUpdater();
        this.meant = net.conf().isMiniBatch();
        this.bounded = Arrays.stream(net.getLayers())
                .filter(layer -> layer.numParams() > 0)
                .anyMatch(layer -> layer.getConfig().getGradientNormalization() != null
                        && layer.getConfig().getGradientNormalization() != GradientNormalization.None);
    }

    /** Says how many examples and members the next pass has. */
    void prepare(int batch, int team) {
        examples = batch;
        members = team;
    }

    /**
     * What learns from a pass.
     *
     * @param from the first parameter
     * @param to the one behind the last
     * @param noted whether what was noted before counts, too
     * @param rate what the learning rate is multiplied by
     */
    private record Part(int from, int to, boolean noted, double rate) {

        /** Of a range, the parameters that learn. */
        Part of(int begin, int end) {
            return new Part(Math.max(begin, from), Math.min(end, to), noted, rate);
        }

        boolean isEmpty() {
            return from >= to;
        }

        boolean holds(int begin, int end) {
            return from <= begin && end <= to;
        }
    }

    /** What is done after all slopes are known. */
    List<Kernel.Step> steps(Pass pass) {
        int all = parameters.values().length();
        if (pass == Pass.WHOLE) {
            return steps(new Part(0, all, false, 1));
        }
        TrainingMethod method = TrainingMethod.of(net).orElseThrow();
        int split = method.split();
        if (noted.length < all) {
            noted = new float[all];
        }
        return switch (pass) {
            case REAL -> List.of(Kernel.Step.eachAfterAll(share -> note(share, split, all)));
            case GENERATED -> steps(new Part(split, all, true, 1));
            default -> steps(new Part(0, split, false, method.firstRate()));
        };
    }

    private List<Kernel.Step> steps(Part part) {
        if (bounded) {
            return List.of(
                    Kernel.Step.eachAfterAll(share -> gather(share, part, 1)), Kernel.Step.one(() -> updateAll(part)));
        }
        List<Kernel.Step> steps = new ArrayList<>();
        steps.add(Kernel.Step.eachAfterAll(share -> {}));
        for (UpdaterBlock block : updater.getUpdaterBlocks()) {
            Part learning = part.of(block.getParamOffsetStart(), block.getParamOffsetEnd());
            if (learning.isEmpty()) {
                continue;
            }
            IUpdater optimizer = block.getGradientUpdater().getConfig();
            boolean plain = isPlain(block);
            if (optimizer.getClass() == Frozen.class) {
                continue;
            }
            if (plain && optimizer.getClass() == Adam.class) {
                steps.add(Kernel.Step.each(share -> adam(share, block, learning, (Adam) optimizer)));
            } else if (plain && (optimizer.getClass() == Sgd.class || optimizer.getClass() == NoOp.class)) {
                steps.add(Kernel.Step.each(share -> descend(share, block, learning, optimizer)));
            } else {
                steps.add(Kernel.Step.each(share -> gather(share, learning, scale(block))));
                steps.add(Kernel.Step.one(() -> update(block, learning)));
            }
        }
        return steps;
    }

    /** Keeps the slopes, added up over the members, for a later pass. */
    private void note(Share share, int from, int to) {
        float[] sum = new float[TILE];
        float[] others = new float[TILE];
        tiles(share, from, to, (at, count) -> {
            slopes(at, count, 1, false, sum, others);
            System.arraycopy(sum, 0, noted, at, count);
        });
    }

    private static boolean isPlain(UpdaterBlock block) {
        return block.getLayersAndVariablesInBlock().stream().allMatch(parameter -> {
            var penalties = parameter.getLayer().getConfig().getRegularizationByParam(parameter.getParamName());
            return penalties == null || penalties.isEmpty();
        });
    }

    /** What part of the sum of all examples' slopes counts. */
    private float scale(UpdaterBlock block) {
        UpdaterBlock.ParamState first = block.getLayersAndVariablesInBlock().get(0);
        return meant && first.getLayer().updaterDivideByMinibatch(first.getParamName()) ? 1f / examples : 1;
    }

    /** Reads the slopes from {@code from} on, added up over the members, and with those that were noted if they count. */
    private void slopes(int from, int count, float scale, boolean withNoted, float[] into, float[] others) {
        parameters.slopes(0).get(from, into, 0, count);
        for (int member = 1; member < members; member++) {
            parameters.slopes(member).get(from, others, 0, count);
            for (int i = 0; i < count; i++) {
                into[i] += others[i];
            }
        }
        for (int i = 0; withNoted && i < count; i++) {
            into[i] += noted[from + i];
        }
        for (int i = 0; i < count; i++) {
            into[i] *= scale;
        }
    }

    /** A member's part of a range, tile by tile. */
    private void tiles(Share share, int from, int to, Tile work) {
        int length = to - from;
        int begin = from + (int) ((long) length * share.member() / members);
        int end = from + (int) ((long) length * (share.member() + 1) / members);
        for (int at = begin; at < end; at += TILE) {
            work.on(at, Math.min(TILE, end - at));
        }
    }

    private interface Tile {
        void on(int at, int count);
    }

    private void gather(Share share, Part part, float scale) {
        float[] sum = new float[TILE];
        float[] others = new float[TILE];
        tiles(share, part.from(), part.to(), (at, count) -> {
            slopes(at, count, scale, part.noted(), sum, others);
            parameters.slopes(0).put(at, sum, 0, count);
        });
    }

    private void descend(Share share, UpdaterBlock block, Part part, IUpdater optimizer) {
        double rate = optimizer.hasLearningRate()
                ? part.rate() * optimizer.getLearningRate(net.getIterationCount(), net.getEpochCount())
                : 1;
        float factor = (float) (rate * scale(block));
        float[] g = new float[TILE];
        float[] p = new float[TILE];
        tiles(share, part.from(), part.to(), (at, count) -> {
            slopes(at, count, factor, part.noted(), g, p);
            parameters.values().get(at, p, 0, count);
            for (int i = 0; i < count; i++) {
                p[i] -= g[i];
            }
            parameters.values().put(at, p, 0, count);
        });
    }

    /** Kingma, Ba, Adam: a method for stochastic optimization (2015), with epsilon where DL4J has it. */
    private void adam(Share share, UpdaterBlock block, Part part, Adam settings) {
        int t = net.getIterationCount() + 1;
        double rate = part.rate() * settings.getLearningRate(net.getIterationCount(), net.getEpochCount());
        float step = (float)
                (rate * Math.sqrt(1 - Math.pow(settings.getBeta2(), t)) / (1 - Math.pow(settings.getBeta1(), t)));
        float scale = scale(block);
        int first = block.getParamOffsetStart();
        int length = block.getParamOffsetEnd() - first;
        Block state = Block.on(updater.getStateViewArray());
        int mAt = block.getUpdaterViewOffsetStart();
        float[] g = new float[TILE];
        float[] p = new float[TILE];
        float[] m = new float[TILE];
        float[] v = new float[TILE];
        tiles(share, part.from(), part.to(), (at, count) -> {
            slopes(at, count, scale, part.noted(), g, p);
            parameters.values().get(at, p, 0, count);
            state.get(mAt + at - first, m, 0, count);
            state.get(mAt + length + at - first, v, 0, count);
            adam(p, g, m, v, count, step, settings);
            parameters.values().put(at, p, 0, count);
            state.put(mAt + at - first, m, 0, count);
            state.put(mAt + length + at - first, v, 0, count);
        });
    }

    private static void adam(float[] p, float[] g, float[] m, float[] v, int count, float step, Adam settings) {
        float b1 = (float) settings.getBeta1();
        float b2 = (float) settings.getBeta2();
        float epsilon = (float) settings.getEpsilon();
        for (int i = 0; i < count; i++) {
            m[i] = settledMean(b1 * m[i] + (1 - b1) * g[i]);
            v[i] = settledSquare(b2 * v[i] + (1 - b2) * g[i] * g[i]);
            p[i] -= step * m[i] / ((float) Math.sqrt(v[i]) + epsilon);
        }
    }

    static float settledMean(float mean) {
        return mean + LOST_IN_MEAN - LOST_IN_MEAN;
    }

    static float settledSquare(float mean) {
        return mean + LOST_IN_SQUARE - LOST_IN_SQUARE;
    }

    /** Another optimizer, or one with penalties. */
    private void update(UpdaterBlock block, Part part) {
        boolean whole = part.holds(block.getParamOffsetStart(), block.getParamOffsetEnd());
        PartialUpdate rest = new PartialUpdate(net, part.from(), part.to());
        if (!whole) {
            rest.keep();
        }
        block.update(net.getIterationCount(), net.getEpochCount());
        PartialUpdate.scale(net, block, part.rate());
        range(net.params(), block).subi(range(net.getFlattenedGradients(), block));
        if (!whole) {
            rest.restore();
        }
    }

    private static INDArray range(INDArray all, UpdaterBlock block) {
        return all.reshape(all.length())
                .get(NDArrayIndex.interval(block.getParamOffsetStart(), block.getParamOffsetEnd()));
    }

    /** All at once by DL4J, because slopes are bounded before they are used. */
    private void updateAll(Part part) {
        Gradient gradient = new DefaultGradient(net.getFlattenedGradients());
        for (var layer : net.getLayers()) {
            layer.paramTable(false)
                    .forEach((name, parameter) ->
                            gradient.setGradientFor(layer.getConfig().getLayerName() + "_" + name, view(parameter)));
        }
        if (part.holds(0, parameters.values().length())) {
            updater.update(
                    gradient, net.getIterationCount(), net.getEpochCount(), examples, LayerWorkspaceMgr.noWorkspaces());
            net.params().subi(net.getFlattenedGradients().reshape(net.params().shape()));
        } else {
            new PartialUpdate(net, part.from(), part.to()).take(gradient, examples, part.rate());
        }
    }

    private INDArray view(INDArray parameter) {
        int at = parameters.at(parameter);
        INDArray all = net.getFlattenedGradients();
        return all.reshape(all.length())
                .get(NDArrayIndex.interval(at, at + parameter.length()))
                .reshape(parameter.ordering(), parameter.shape());
    }
}
