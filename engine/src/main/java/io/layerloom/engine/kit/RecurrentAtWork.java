package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A {@link RecurrentLayer} in a network that runs. */
final class RecurrentAtWork extends BaseLayer<RecurrentLayer> {

    private final transient List<Direction> directions = new ArrayList<>();
    private final boolean lastStep;
    private final Merge merge;
    private boolean hasRead;
    private int steps;

    RecurrentAtWork(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
        RecurrentLayer settings = layerConf();
        lastStep = settings.isLastStep();
        merge = settings.getMerge();
        for (int i = 0; i < settings.directions(); i++) {
            directions.add(new Direction(settings, type, i == 1));
        }
    }

    /** Sets a block of each bias. */
    void begin(int block, double value) {
        long units = layerConf().getNOut();
        params.forEach((name, array) -> {
            if (name.endsWith(RecurrentReader.BIAS)) {
                array.get(NDArrayIndex.all(), NDArrayIndex.interval(block * units, (block + 1) * units))
                        .assign(value);
            }
        });
    }

    @Override
    public void setInput(INDArray values, LayerWorkspaceMgr workspaces) {
        super.setInput(values, workspaces);
        hasRead = false;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaces);
        hasRead = training;
        INDArray in = input.castTo(dataType);
        steps = Math.toIntExact(in.size(2));
        double work = directions.size() * directions.get(0).reader.work(in);
        int parts = Crew.parts(Math.toIntExact(in.size(0)), work);
        for (Direction direction : directions) {
            direction.reader.begin(
                    in,
                    Optional.ofNullable(maskArray),
                    name -> getParamWithNoise(name, training, workspaces),
                    parts,
                    training);
            direction.begin(in);
        }
        Crew.run(
                parts * directions.size(),
                task -> directions.get(task / parts).forward(task % parts, Sequences.of(in)));
        return out(workspaces, in.size(0));
    }

    private INDArray out(LayerWorkspaceMgr workspaces, long examples) {
        long width = layerConf().width();
        long[] shape = lastStep ? new long[] {examples, width} : new long[] {examples, width, steps};
        INDArray out = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, shape, 'f');
        for (Direction direction : directions) {
            direction.end(lastStep);
        }
        Vec joined = directions.size() == 1
                ? directions.get(0).given()
                : merge.join(directions.get(0).given(), directions.get(1).given(), blocks());
        Matrix.on(out, 1, joined.length()).put(joined);
        return out;
    }

    /** In how many blocks what a direction gives lies: one for each step. */
    private int blocks() {
        return lastStep ? 1 : steps;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        if (!hasRead) {
            activate(true, workspaces);
        }
        INDArray ordered = epsilon.castTo(dataType).dup('f');
        Vec slopes = Vec.of(dataType, Math.toIntExact(ordered.length()));
        Matrix.on(ordered, 1, slopes.length()).get(slopes);
        for (int i = 0; i < directions.size(); i++) {
            directions
                    .get(i)
                    .slopes(
                            directions.size() == 1
                                    ? slopes
                                    : merge.back(slopes, directions.get(1 - i).given(), i, blocks()),
                            lastStep);
        }
        int parts = directions.get(0).reader.parts();
        int tasks = parts * directions.size();
        Crew.run(tasks, task -> directions.get(task / parts).backward(task % parts, lastStep));
        Crew.run(tasks, task -> directions.get(task / parts).reader.gradient(task % parts, parts));
        Gradient gradient = new DefaultGradient();
        directions.forEach(direction -> direction.reader.gradients(Objects.requireNonNull(gradientViews), gradient));
        weightNoiseParams.clear();
        return new Pair<>(gradient, backpropDropOutIfPresent(in(workspaces)));
    }

    /** The gradient of what came in: the sum of what both directions found. */
    private INDArray in(LayerWorkspaceMgr workspaces) {
        long[] shape = {input.size(0), input.size(1), input.size(2)};
        INDArray in = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, shape, 'f');
        Vec sum = directions.get(0).reached();
        if (directions.size() == 2) {
            sum.add(directions.get(1).reached());
        }
        Matrix.on(in, 1, sum.length()).put(sum);
        return in;
    }

    /** The single steps do not leave the layer where only the last is wanted, and neither does the mask. */
    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int examples) {
        setMaskArray(mask);
        return new Pair<>(lastStep ? null : mask, state);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    /** One way through the sequences, with memory for what it gives and finds. */
    private static final class Direction {

        private final RecurrentReader reader;
        private final DataType type;
        private final int inputs;
        private final int units;
        private Matrix hidden;
        private Matrix slopes;
        private Matrix reached;
        private Vec given;
        private Vec last;

        Direction(RecurrentLayer settings, DataType type, boolean backwards) {
            this.type = type;
            this.inputs = Math.toIntExact(settings.getNIn());
            this.units = Math.toIntExact(settings.getNOut());
            Cell cell = settings.getCell().cell(settings.getActivationFn(), settings.getGateActivation());
            reader = new RecurrentReader(
                    cell, type, inputs, units, backwards, backwards ? RecurrentLayer.BACKWARDS : "");
            hidden = Matrix.of(type, 0, 0);
            slopes = hidden;
            reached = hidden;
            given = Vec.of(type, 0);
            last = given;
        }

        void begin(INDArray in) {
            int examples = Math.toIntExact(in.size(0));
            int steps = Math.toIntExact(in.size(2));
            if (hidden.columns != examples || hidden.rows != steps * units) {
                hidden = Matrix.of(type, steps * units, examples);
                slopes = Matrix.of(type, steps * units, examples);
                reached = Matrix.of(type, steps * inputs, examples);
            }
        }

        void forward(int part, Sequences in) {
            reader.forward(part, in, Sequences.of(hidden, units));
        }

        void end(boolean lastStep) {
            if (lastStep) {
                given = reader.last();
                return;
            }
            given = Vec.of(type, hidden.rows * hidden.columns);
            hidden.get(given);
        }

        /** What the direction gives: of all steps, or of the last one. */
        Vec given() {
            return given;
        }

        /** Takes the gradient of what was given. */
        void slopes(Vec gradient, boolean lastStep) {
            last = gradient;
            if (!lastStep) {
                slopes.put(gradient);
            }
        }

        void backward(int part, boolean lastStep) {
            Sequences out = Sequences.of(slopes, units);
            Sequences in = Sequences.of(reached, inputs);
            if (lastStep) {
                reader.backwardFromLast(part, out, last, in);
            } else {
                reader.backward(part, out, in);
            }
        }

        Vec reached() {
            Vec all = Vec.of(type, reached.rows * reached.columns);
            reached.get(all);
            return all;
        }
    }
}
