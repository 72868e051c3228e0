package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.FwdPassType;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network of DL4J that trains and predicts many times as fast. Configuration, parameters and everything else are DL4J's own; only the passes through the layers are computed by a
 * {@link Program}, which gives the same numbers but for rounding. A network that holds something which only DL4J can compute is left to DL4J, with the helpers of {@link OneDnn}.
 *
 * <p>Listeners hear of the end of each step, not of what happens within it.
 */
public final class FastGraph extends ComputationGraph {

    private static final long serialVersionUID = 1;

    private transient Optional<Program> program = Optional.empty();
    private transient Optional<String> reason = Optional.empty();
    private transient boolean byProgram;

    /** A network, still to be initialized. As many threads compute as ND4J may use; the same number gives the same bits every time. */
    public FastGraph(ComputationGraphConfiguration configuration) {
        super(configuration);
    }

    @Override
    public void init(INDArray parameters, boolean cloneParameters) {
        super.init(parameters, cloneParameters);
        // DL4J lets the last reader of an array change it, but the other readers need it as it was for their gradients.
        for (Layer layer : getLayers()) {
            layer.allowInputModification(false);
        }
        program = Optional.empty();
        reason = Optional.empty();
    }

    /** The first layer that computes in the memory of the processor, and so cannot run on a graphics card; empty if there is none. */
    public Optional<String> processorOnly() {
        return Arrays.stream(getLayers())
                .map(layer -> layer.conf().getLayer())
                .filter(LearnedArray.Learner.class::isInstance)
                .map(org.deeplearning4j.nn.conf.layers.Layer::getLayerName)
                .findFirst();
    }

    /**
     * What an output gave.
     *
     * @param values example by example; not a copy, and longer than it need be
     * @param width how many values an example has
     */
    public record Output(float[] values, int width) {}

    /** What the first output gave in the last pass, of training or prediction; empty if DL4J computed it. */
    public Optional<Output> lastOutput() {
        return program.filter(any -> byProgram).map(Program::output);
    }

    /** What layers before the outputs added to the loss of the last mini-batch, summed over its examples: zero unless there are layers such as {@link GaussianSample}. */
    public double addedLoss() {
        return byProgram ? program.map(Program::addedLoss).orElse(0.0) : AddedLoss.of(this);
    }

    /** With what layers before the outputs add to the loss, which DL4J knows nothing of. */
    @Override
    public void computeGradientAndScore() {
        byProgram = false;
        long examples = conf().isMiniBatch() ? getInput(0).size(0) : 1;
        super.computeGradientAndScore();
        setScore(score() + AddedLoss.of(this) / examples);
    }

    /** Why such a mini-batch is computed by DL4J, as a sentence; empty if a program computes it. Changes nothing that is learned. */
    public Optional<String> whyLeft(MultiDataSet batch) {
        if (!isEmpty(batch.getFeaturesMaskArrays()) || !isEmpty(batch.getLabelsMaskArrays())) {
            return Optional.of("The mini-batches have masks.");
        }
        return isFast(batch.getFeatures(), batch.getFeaturesMaskArrays(), batch.getLabelsMaskArrays())
                ? Optional.empty()
                : reason;
    }

    /** Where the last step of training first met a number that is not finite; empty if nowhere, or if DL4J computed it. */
    public Optional<NotFinite> firstNotFinite() {
        return program.filter(any -> byProgram).flatMap(Program::firstNotFinite);
    }

    @Override
    public void fit(INDArray[] inputs, INDArray[] labels, INDArray[] inputMasks, INDArray[] labelMasks) {
        if (numParams() == 0 || !isFast(inputs, inputMasks, labelMasks)) {
            super.fit(inputs, labels, inputMasks, labelMasks);
            return;
        }
        step(inputs, labels);
    }

    private synchronized void step(INDArray[] inputs, INDArray[] labels) {
        synchronizeIterEpochCounts();
        byProgram = true;
        double penalties = calcRegularizationScore(true);
        Program compiled = program.orElseThrow();
        compiled.learn(inputs, labels, Nd4j.getEnvironment().maxThreads());
        long counted = conf().isMiniBatch() ? inputs[0].size(0) : 1;
        setScore(compiled.loss() / counted + penalties);
        int iteration = getIterationCount();
        for (TrainingListener listener : getListeners()) {
            listener.iterationDone(this, iteration, getEpochCount());
        }
        getConfiguration().setIterationCount(iteration + 1);
        applyConstraints(iteration + 1, getEpochCount());
    }

    @Override
    protected INDArray[] outputOfLayersDetached(
            boolean train,
            FwdPassType pass,
            int[] wanted,
            INDArray[] features,
            INDArray[] featureMasks,
            INDArray[] labelMasks,
            boolean clearsInputs,
            boolean detachesInputs,
            MemoryWorkspace workspace) {
        boolean usual = !train && pass == FwdPassType.STANDARD && clearsInputs && workspace == null;
        List<String> names = Arrays.stream(wanted)
                .mapToObj(index -> getVertices()[index].getVertexName())
                .toList();
        if (usual
                && isFast(features, featureMasks, labelMasks)
                && program.orElseThrow().shows(names)) {
            return predict(features, names);
        }
        byProgram = false;
        return super.outputOfLayersDetached(
                train, pass, wanted, features, featureMasks, labelMasks, clearsInputs, detachesInputs, workspace);
    }

    private synchronized INDArray[] predict(INDArray[] features, List<String> names) {
        Program compiled = program.orElseThrow();
        byProgram = true;
        compiled.predict(features, Nd4j.getEnvironment().maxThreads());
        return names.stream().map(compiled::behind).toArray(INDArray[]::new);
    }

    /** Whether there is a program for such features; makes it where need be. */
    private synchronized boolean isFast(INDArray[] features, INDArray[] featureMasks, INDArray[] labelMasks) {
        if (reason.isPresent() || !isEmpty(featureMasks) || !isEmpty(labelMasks)) {
            return false;
        }
        if (program.isEmpty() || !program.get().takes(features)) {
            make(features);
        }
        return program.isPresent();
    }

    private void make(INDArray[] features) {
        program = Optional.empty();
        if (!Nd4j.getEnvironment().isCPU()) {
            reason = Optional.of("A card computes.");
            return;
        }
        try {
            program = Optional.of(ProgramBuilder.build(this, features));
        } catch (NoProgramException e) {
            reason = Optional.ofNullable(e.getMessage());
            OneDnn.revive(this);
        }
    }

    /** Whether there are no masks, or none that hides anything. */
    private static boolean isEmpty(INDArray[] masks) {
        return masks == null || Arrays.stream(masks).allMatch(mask -> mask == null || hidesNothing(mask));
    }

    private static boolean hidesNothing(INDArray mask) {
        return mask.minNumber().doubleValue() == 1;
    }
}
