package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network in the form in which it is computed: its layers in order, as {@link Kernel}s between {@link Signal}s. Each member of a team takes a share of the mini-batch through all
 * layers; they wait for each other only where a layer looks at the whole mini-batch.
 */
final class Program {

    private final List<Signal> inputs;
    private final List<Kernel> kernels;
    private final Set<Kernel> idle;
    private final List<EndKernel> ends;
    private final List<Signal> outputs;
    private final Map<String, Signal> named;
    private final PaddingReach padding;
    private final Parameters parameters;
    private final Updates updates;
    private final List<Share> shares = new ArrayList<>();
    private final Map<Pass, List<Kernel.Step>> training = new EnumMap<>(Pass.class);
    private final List<Kernel.Step> predicting = new ArrayList<>();

    /** Held so that nobody frees what the inputs look at. */
    @SuppressWarnings("UnusedVariable")
    private INDArray[] given = {};

    private int examples;
    private int members;

    /**
     * A program.
     *
     * @param kernels in an order in which each comes behind those that it needs
     * @param ends the last ones, in the order of the network's outputs
     * @param outputs what the network gives, in the same order
     * @param idle kernels with nothing before them or in them that is learned, so that nothing need go back through them
     * @param updates what changes the parameters after each pass of training
     * @param named what can be looked at, by the names of the layers
     * @param padding how far that of the inputs gets
     */
    Program(
            List<Signal> inputs,
            List<Kernel> kernels,
            Set<Kernel> idle,
            List<EndKernel> ends,
            List<Signal> outputs,
            Map<String, Signal> named,
            PaddingReach padding,
            Parameters parameters,
            Updates updates) {
        this.inputs = List.copyOf(inputs);
        this.kernels = List.copyOf(kernels);
        this.idle = idle;
        this.ends = List.copyOf(ends);
        this.outputs = List.copyOf(outputs);
        this.named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
        this.padding = padding;
        this.parameters = parameters;
        this.updates = updates;
        for (Kernel kernel : kernels) {
            predicting.addAll(kernel.forward(false));
        }
    }

    /** The steps of a pass of training. The discriminator of a contest learns without those before it, and sees real examples without any that were generated. */
    private List<Kernel.Step> steps(Pass pass) {
        int meeting = Math.max(0, meeting());
        List<Kernel.Step> steps = new ArrayList<>();
        for (Kernel kernel : kernels.subList(pass == Pass.REAL ? meeting : 0, kernels.size())) {
            steps.addAll(kernel.forward(true));
        }
        boolean onlyBehind = pass == Pass.REAL || pass == Pass.GENERATED;
        for (int i = kernels.size() - 1; i >= (onlyBehind ? meeting + 1 : 0); i--) {
            if (!idle.contains(kernels.get(i))) {
                steps.addAll(kernels.get(i).backward());
            }
        }
        steps.addAll(updates.steps(pass));
        return steps;
    }

    /** Where real and generated examples meet; -1 if nowhere. */
    private int meeting() {
        for (int i = 0; i < kernels.size(); i++) {
            if (kernels.get(i) instanceof MeetingKernel) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it was made for examples of this shape. */
    boolean takes(INDArray[] features) {
        for (int i = 0; i < features.length; i++) {
            long[] shape = features[i].shape();
            if (!Arrays.equals(inputs.get(i).shape(), Arrays.copyOfRange(shape, 1, shape.length))) {
                return false;
            }
        }
        return features.length == inputs.size();
    }

    /** Why a mask, [examples, steps], of one of the inputs cannot be heeded, as a sentence; empty if it can. */
    Optional<String> whyNotMasked(int input, INDArray mask) {
        long[] shape = inputs.get(input).shape();
        if (mask.rank() != 2 || shape.length > 2 || mask.size(1) != shape[shape.length - 1]) {
            return Optional.of("The masks of the mini-batches do not have the steps of the sequences.");
        }
        return padding.stoppedBy(input)
                .map(layer -> "The sequences are padded, and " + layer + " has no kernel that heeds it.");
    }

    /** One step of training: forward, backward, and the change of the parameters. Each input may have a mask. */
    void learn(Pass pass, INDArray[] features, List<Optional<INDArray>> masks, INDArray[] labels, int threads) {
        for (int i = 0; i < ends.size(); i++) {
            ends.get(i).expect(labels[i], (int) features[0].size(0));
        }
        run(training.computeIfAbsent(pass, this::steps), features, masks, true, threads);
    }

    /** Forward only. */
    void predict(INDArray[] features, List<Optional<INDArray>> masks, int threads) {
        run(predicting, features, masks, false, threads);
    }

    private void run(
            List<Kernel.Step> steps,
            INDArray[] features,
            List<Optional<INDArray>> masks,
            boolean learning,
            int threads) {
        examples = (int) features[0].size(0);
        members = Math.min(threads, examples);
        while (shares.size() < members) {
            shares.add(new Share(shares.size()));
        }
        if (learning) {
            parameters.prepare(members);
            updates.prepare(examples, members);
        }
        given = Arrays.stream(features).map(Program::inRows).toArray(INDArray[]::new);
        for (int i = 0; i < features.length; i++) {
            inputs.get(i).take(Block.on(given[i]), examples);
            int width = masks.get(i).map(mask -> (int) mask.size(1)).orElse(0);
            inputs.get(i).pad(Padding.of(masks.get(i), 0, width));
        }
        for (Kernel kernel : kernels) {
            kernel.prepare(examples, members, learning);
        }
        Team team = Team.of(members);
        BlasThreads.rest();
        try {
            team.run(member -> OmpThreads.alone(() -> work(steps, team, shares.get(member), learning)));
        } finally {
            BlasThreads.back();
        }
    }

    /** The same numbers example by example, without gaps. */
    private static INDArray inRows(INDArray features) {
        boolean direct = features.dataType() == DataType.FLOAT && features.ordering() == 'c' && !features.isView();
        return direct ? features : features.castTo(DataType.FLOAT).dup('c');
    }

    private void work(List<Kernel.Step> steps, Team team, Share share, boolean learning) {
        share.take(examples, members);
        for (int i = share.member(); i < kernels.size(); i += members) {
            kernels.get(i).refresh(learning);
        }
        team.meet();
        for (Kernel.Step step : steps) {
            if (step.by() != Kernel.By.EACH) {
                team.meet();
            }
            if (step.by() != Kernel.By.ONE || share.member() == 0) {
                step.work().accept(share);
            }
            if (step.by() == Kernel.By.ONE) {
                team.meet();
            }
        }
    }

    /** What layers before the outputs added to the loss of the last mini-batch. */
    double addedLoss() {
        double sum = 0;
        for (Kernel kernel : kernels) {
            sum += kernel instanceof AddedLoss adding ? adding.addedLoss() : 0;
        }
        return sum;
    }

    /** The loss of the last mini-batch, added up over its examples and the outputs, with what other layers added. */
    double loss() {
        double sum = addedLoss();
        for (EndKernel end : ends) {
            sum += end.loss(examples);
        }
        return sum;
    }

    /** What the last pass gave at the first output. */
    FastGraph.Output output() {
        Signal first = outputs.get(0);
        return new FastGraph.Output(first.hasLayout() ? first.copy(examples) : first.values(), first.size());
    }

    /** A copy of what the last pass gave at the first output, example by example. */
    float[] firstOutput() {
        return outputs.get(0).copy(examples);
    }

    /** Where the last step first met a number that is not finite: among what the layers give, in their order, or else among the slopes, which come in the opposite order. */
    Optional<NotFinite> firstNotFinite() {
        List<Map.Entry<String, Signal>> layers = new ArrayList<>(named.entrySet());
        for (Map.Entry<String, Signal> layer : layers) {
            int of = examples * layer.getValue().size();
            int found = NotFinite.count(layer.getValue().copy(examples), of);
            if (found > 0) {
                return Optional.of(new NotFinite(layer.getKey(), NotFinite.What.OUTPUTS, found, of));
            }
        }
        Collections.reverse(layers);
        for (Map.Entry<String, Signal> layer : layers) {
            float[] slopes = layer.getValue().slopes();
            int of = Math.min(slopes.length, examples * layer.getValue().size());
            int found = NotFinite.count(slopes, of);
            if (found > 0) {
                return Optional.of(new NotFinite(layer.getKey(), NotFinite.What.SLOPES, found, of));
            }
        }
        return Optional.empty();
    }

    /** Whether what these layers give is kept. */
    boolean shows(List<String> layers) {
        return named.keySet().containsAll(layers);
    }

    /** What the last pass gave behind a layer that is shown. */
    INDArray behind(String layer) {
        return array(Objects.requireNonNull(named.get(layer)));
    }

    private INDArray array(Signal signal) {
        long[] shape = new long[signal.shape().length + 1];
        shape[0] = examples;
        System.arraycopy(signal.shape(), 0, shape, 1, shape.length - 1);
        return Nd4j.create(signal.copy(examples), shape, 'c');
    }
}
