package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.FwdPassType;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network of DL4J that trains and predicts many times as fast. Configuration, parameters and everything else are DL4J's own; only the passes through the layers are computed by a
 * {@link Program}, which gives the same numbers but for rounding. A network that holds something which only DL4J can compute is left to DL4J, with what helps it of {@link KernelKinds}.
 *
 * <p>Listeners hear of the end of each step, not of what happens within it.
 */
public final class FastGraph extends ComputationGraph {

    private static final long serialVersionUID = 1;

    private transient Optional<Program> program = Optional.empty();
    private transient Optional<String> reason = Optional.empty();
    private transient boolean byProgram;
    private transient Optional<NotFinite> notFinite = Optional.empty();

    /** A network, still to be initialized. As many threads compute as ND4J may use, or {@link TeamSize} says; the same number gives the same bits every time. */
    public FastGraph(ComputationGraphConfiguration configuration) {
        super(configuration);
    }

    @Override
    @SuppressWarnings("NullAway") // DL4J says by null that there are no parameters yet.
    public void init(@Nullable INDArray parameters, boolean cloneParameters) {
        super.init(parameters, cloneParameters);
        if (parameters == null) {
            TypedWeights.enter(this);
        }
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

    /** The first output for a mini-batch, example by example: what {@link #output(boolean, INDArray...)} gives, but as a copy on the heap, without an array of ND4J in between. */
    public synchronized float[] predict(INDArray... features) {
        return predict(features, new INDArray[features.length]);
    }

    /**
     * The same for sequences some of which are padded.
     *
     * @param masks [examples, steps], with zeros where a sequence is padded; null for an input that has none
     */
    public synchronized float[] predict(INDArray[] features, @Nullable INDArray[] masks) {
        if (whyLeft(features, masks, new INDArray[0]).isPresent()) {
            boolean masked = Arrays.stream(masks).anyMatch(Objects::nonNull);
            INDArray[] outputs = masked ? output(false, features, masks) : output(false, features);
            return outputs[0].dup('c').data().asFloat();
        }
        Program compiled = program.orElseThrow();
        byProgram = true;
        compiled.predict(features, hiding(features.length, masks), TeamSize.get());
        return compiled.firstOutput();
    }

    /** What layers before the outputs added to the loss of the last mini-batch, summed over its examples; zero unless a layer does so. */
    public double addedLoss() {
        return byProgram ? program.map(Program::addedLoss).orElse(0.0) : AddedLoss.of(this);
    }

    /** With what layers before the outputs add to the loss, which DL4J knows nothing of. */
    @Override
    public void computeGradientAndScore() {
        byProgram = false;
        long examples = conf().isMiniBatch() ? getInput(0).size(0) : 1;
        INDArray[] masks = MaskMaker.masks(this, getInputs().clone(), getInputMaskArrays());
        if (masks != null) {
            setLayerMaskArrays(masks, getLabelMaskArrays());
        }
        super.computeGradientAndScore();
        setScore(score() + AddedLoss.of(this) / examples);
        // The weights are still those of this step; the gradient would soon make all of them no numbers.
        notFinite = Double.isFinite(score()) ? Optional.empty() : NotFinite.in(this);
    }

    /** With the masks that layers make of the data, which DL4J does not ask them for here. */
    @Override
    public Map<String, INDArray> feedForward(INDArray[] input, boolean train) {
        INDArray[] masks = MaskMaker.masks(this, input, getInputMaskArrays());
        if (masks != null) {
            setLayerMaskArrays(masks, getLabelMaskArrays());
        }
        return super.feedForward(input, train);
    }

    /** Why such a mini-batch is computed by DL4J, as a sentence; empty if a program computes it. Changes nothing that is learned. */
    public Optional<String> whyLeft(MultiDataSet batch) {
        return whyLeft(batch.getFeatures(), batch.getFeaturesMaskArrays(), batch.getLabelsMaskArrays());
    }

    /** Where the last step of training first met a number that is not finite; empty if nowhere, or if DL4J computed it and the loss is a number all the same. */
    public Optional<NotFinite> firstNotFinite() {
        return byProgram ? program.flatMap(Program::firstNotFinite) : notFinite;
    }

    @Override
    public void fit(INDArray[] inputs, INDArray[] labels, INDArray[] inputMasks, INDArray[] labelMasks) {
        Optional<TrainingMethod> method = TrainingMethod.of(this);
        if (method.isPresent()) {
            method.get().step(inputs);
            return;
        }
        if (numParams() == 0 || whyLeft(inputs, inputMasks, labelMasks).isPresent()) {
            super.fit(inputs, labels, inputMasks, labelMasks);
            return;
        }
        step(inputs, hiding(inputs.length, inputMasks), labels);
    }

    private void step(INDArray[] inputs, List<Optional<INDArray>> masks, INDArray[] labels) {
        synchronizeIterEpochCounts();
        double penalties = calcRegularizationScore(true);
        double loss = pass(Pass.WHOLE, inputs, masks, labels);
        long counted = conf().isMiniBatch() ? inputs[0].size(0) : 1;
        endStep(loss / counted + penalties);
    }

    private synchronized double pass(Pass pass, INDArray[] inputs, List<Optional<INDArray>> masks, INDArray[] labels) {
        byProgram = true;
        Program compiled = program.orElseThrow();
        compiled.learn(pass, inputs, masks, labels, TeamSize.get());
        return compiled.loss();
    }

    /** Whether a program computes such a mini-batch; makes one where need be. */
    boolean isComputedByProgram(INDArray[] inputs) {
        synchronizeIterEpochCounts();
        if (flattenedGradients == null) {
            initGradientsView();
        }
        return whyLeft(inputs, new INDArray[inputs.length], new INDArray[0]).isEmpty();
    }

    /** A pass of training by the program, of examples without masks; answers the loss, added up over them. */
    double pass(Pass pass, INDArray[] inputs, INDArray[] labels) {
        return pass(pass, inputs, hiding(inputs.length, new INDArray[inputs.length]), labels);
    }

    /** The gradient and the loss of a mini-batch, as DL4J computes them. */
    void computeGradientAndScore(INDArray[] inputs, INDArray[] labels) {
        setInputs(inputs);
        setLabels(labels);
        computeGradientAndScore();
        clearLayersStates();
    }

    /** What comes after the change of the parameters. */
    void endStep(double score) {
        setScore(score);
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
                && whyLeft(features, featureMasks, labelMasks).isEmpty()
                && program.orElseThrow().shows(names)) {
            return predict(features, hiding(features.length, featureMasks), names);
        }
        byProgram = false;
        return super.outputOfLayersDetached(
                train,
                pass,
                wanted,
                features,
                MaskMaker.masks(this, features, featureMasks),
                labelMasks,
                clearsInputs,
                detachesInputs,
                workspace);
    }

    private synchronized INDArray[] predict(INDArray[] features, List<Optional<INDArray>> masks, List<String> names) {
        Program compiled = program.orElseThrow();
        byProgram = true;
        compiled.predict(features, masks, TeamSize.get());
        return names.stream().map(compiled::behind).toArray(INDArray[]::new);
    }

    /** Why there is no program for such a mini-batch, as a sentence; makes one where need be. */
    private synchronized Optional<String> whyLeft(INDArray[] features, INDArray[] featureMasks, INDArray[] labelMasks) {
        if (labelMasks != null && hiding(labelMasks.length, labelMasks).stream().anyMatch(Optional::isPresent)) {
            return Optional.of("The labels of the mini-batches have masks.");
        }
        if (reason.isEmpty() && (program.isEmpty() || !program.get().takes(features))) {
            make(features);
        }
        if (reason.isPresent()) {
            return reason;
        }
        List<Optional<INDArray>> masks = hiding(features.length, featureMasks);
        return IntStream.range(0, masks.size())
                .mapToObj(input ->
                        masks.get(input).flatMap(mask -> program.orElseThrow().whyNotMasked(input, mask)))
                .flatMap(Optional::stream)
                .findFirst();
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
            KernelKinds.help(this);
        }
    }

    /** Of so many masks, those that hide anything. */
    private static List<Optional<INDArray>> hiding(int count, INDArray[] masks) {
        return IntStream.range(0, count)
                .mapToObj(i -> masks == null || masks[i] == null ? Optional.<INDArray>empty() : Optional.of(masks[i]))
                .map(mask -> mask.filter(any -> any.minNumber().doubleValue() != 1))
                .toList();
    }
}
