package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How a network is trained that holds a generator and its discriminator: algorithm 1 of Goodfellow et al., Generative adversarial nets (2014), with one step of the discriminator for each of the
 * generator, and with the loss of the generator that does not saturate: it wants what it makes to be taken for real.
 *
 * <p>What lies behind the {@link RealOrGenerated} is the discriminator, everything else the generator. One step takes three passes: the discriminator sees a mini-batch of real examples,
 * then one of generated ones, and learns from both; then the generator makes others and learns through the discriminator, which stands still. Real and generated examples are never in one
 * mini-batch, so a batch normalization measures each for itself. The codes follow from the seed of the network and the step alone.
 */
public final class Contest {

    private final FastGraph net;
    private final RealOrGenerated.AtWork vertex;
    private final int real;
    private final int split;
    private final Optional<Ear> ear;
    private Figures last = new Figures(Double.NaN, Double.NaN, Double.NaN);
    private boolean hearing;

    /**
     * How a step went, before it changed anything.
     *
     * @param discriminator the mean loss of the discriminator over as many real as generated examples, without penalties: ln 2 if it only guesses
     * @param generator the mean loss of the generator: how far the discriminator is from taking its examples for real
     * @param right the part of both kinds of examples that the discriminator told rightly
     */
    public record Figures(double discriminator, double generator, double right) {}

    /** A contest at a vertex whose second input is one of the network. */
    Contest(FastGraph net, RealOrGenerated.AtWork vertex) {
        this.net = net;
        this.vertex = vertex;
        this.real = realInput(net, vertex).orElseThrow();
        this.split = split(net, vertex);
        List<Head> heads = Head.of(net);
        this.ear = heads.size() == 1 ? Optional.of(new Ear(heads.get(0))) : Optional.empty();
    }

    /** The contest of a network; empty if it has none. */
    public static Optional<Contest> of(ComputationGraph net) {
        return Arrays.stream(net.getVertices())
                .filter(RealOrGenerated.AtWork.class::isInstance)
                .map(RealOrGenerated.AtWork.class::cast)
                .filter(RealOrGenerated.AtWork::isUsable)
                .map(RealOrGenerated.AtWork::contest)
                .findFirst();
    }

    /** The input of the network through which real examples come; empty if what comes to the vertex has been changed on the way. */
    static Optional<Integer> realInput(ComputationGraph net, GraphVertex vertex) {
        String name = before(net, vertex).get(1);
        int at = net.getConfiguration().getNetworkInputs().indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(at);
    }

    /** Where the parameters of the discriminator begin: all layers of the generator come before the vertex. */
    private static int split(ComputationGraph net, GraphVertex vertex) {
        Set<Integer> behind = new HashSet<>(Set.of(vertex.getVertexIndex()));
        int before = 0;
        for (int index : net.topologicalSortOrder()) {
            GraphVertex each = net.getVertices()[index];
            VertexIndices[] inputs = each.getInputVertices();
            boolean follows =
                    inputs != null && Arrays.stream(inputs).anyMatch(input -> behind.contains(input.getVertexIndex()));
            if (follows) {
                behind.add(index);
            } else if (each.numParams() > 0) {
                if (behind.size() > 1) {
                    throw new IllegalArgumentException(each.getVertexName() + " does not lead to "
                            + vertex.getVertexName() + ", nor lies behind it");
                }
                before += Math.toIntExact(each.numParams());
            }
        }
        return before;
    }

    /** How the last step went. */
    public Figures figures() {
        return last;
    }

    /** The name of the last layer of the generator. */
    public String generator() {
        return before(net, vertex).get(0);
    }

    private static List<String> before(ComputationGraph net, GraphVertex vertex) {
        return Objects.requireNonNull(net.getConfiguration().getVertexInputs().get(vertex.getVertexName()));
    }

    /**
     * What the generator makes of codes, example by example, as it does when predicting.
     *
     * @param codes one after the other
     * @param count how many codes there are
     * @param shape of one example of the data, channels first
     */
    public float[] generate(float[] codes, int count, long... shape) {
        long[] full = new long[shape.length + 1];
        full[0] = count;
        System.arraycopy(shape, 0, full, 1, shape.length);
        INDArray[] inputs = new INDArray[net.getNumInputArrays()];
        Arrays.fill(inputs, Nd4j.create(codes, new long[] {count, codes.length / count}, 'c'));
        inputs[real] = Nd4j.zeros(DataType.FLOAT, full);
        return net.output(List.of(generator()), false, inputs, null)[0]
                .dup('c')
                .data()
                .asFloat();
    }

    /** How well the discriminator tells some rows from as many generated examples, which are always made of the same codes. */
    ContestMeasurement measure(Examples data, int[] rows, int batchSize, Feed feed) {
        Batches batches = Batches.of(data, rows, batchSize, feed);
        float[] codes = Codes.of(rows.length, feed.codeSize(), 0);
        double loss = 0;
        int right = 0;
        int done = 0;
        for (int i = 0; i < batches.count(); i++) {
            int count = batches.size(i);
            INDArray[] inputs = batches.get(i).getFeatures();
            float[] shown = probabilities(inputs);
            int from = done * feed.codeSize();
            float[] made =
                    generate(Arrays.copyOfRange(codes, from, from + count * feed.codeSize()), count, data.shape());
            inputs[real] = Nd4j.create(made, inputs[real].shape(), 'c');
            float[] generated = probabilities(inputs);
            for (int at = 0; at < count; at++) {
                loss -= Math.log(within(shown[at])) + Math.log(within(1 - generated[at]));
                right += (shown[at] > 0.5f ? 1 : 0) + (generated[at] > 0.5f ? 0 : 1);
            }
            done += count;
        }
        return new ContestMeasurement(net, loss, right, rows);
    }

    private float[] probabilities(INDArray[] inputs) {
        return net.output(false, inputs)[0].dup('c').data().asFloat();
    }

    /** DL4J counts no probability of a yes or no as nearer to 0. */
    private static double within(double probability) {
        return Math.max(1e-5, probability);
    }

    /** One step of training on a mini-batch of real examples; what is given at other inputs does not matter. */
    void step(INDArray[] given) {
        boolean fast = net.isComputedByProgram(given);
        if (!fast && !hearing) {
            ear.ifPresent(net::addListeners);
            hearing = true;
        }
        int examples = (int) given[real].size(0);
        double penalties = net.calcRegularizationScore(true);
        INDArray[] first = withCodes(given, 0);
        Heard shown = pass(fast, Pass.REAL, first, 1 - vertex.settings().getSmoothing());
        Heard generated = pass(fast, Pass.GENERATED, first, 0);
        Heard fooled = pass(fast, Pass.GENERATOR, withCodes(given, 1), 1);
        last = new Figures(
                (shown.loss + generated.loss) / 2,
                fooled.loss,
                (shown.takenForReal + examples - generated.takenForReal) / (2.0 * examples));
        net.endStep(last.discriminator + penalties);
    }

    /** The mean loss, and how many examples were taken for real; NaN if nobody knows. */
    private record Heard(double loss, double takenForReal) {}

    private Heard pass(boolean fast, Pass pass, INDArray[] inputs, double label) {
        int examples = (int) inputs[real].size(0);
        INDArray labels = Nd4j.valueArrayOf(new long[] {examples, 1}, label, inputs[real].dataType());
        vertex.play(pass);
        try {
            return fast ? byProgram(pass, inputs, labels, examples) : byLayers(pass, inputs, labels, examples);
        } finally {
            vertex.play(Pass.GENERATOR);
        }
    }

    private Heard byProgram(Pass pass, INDArray[] inputs, INDArray labels, int examples) {
        double loss = net.pass(pass, inputs, new INDArray[] {labels}) / examples;
        return new Heard(
                loss,
                net.lastOutput().map(output -> real(output.values(), examples)).orElse(Double.NaN));
    }

    private Heard byLayers(Pass pass, INDArray[] inputs, INDArray labels, int examples) {
        double penalties = net.calcRegularizationScore(true);
        INDArray noted = pass == Pass.GENERATED ? net.getFlattenedGradients().dup() : Nd4j.empty();
        net.computeGradientAndScore(inputs, new INDArray[] {labels});
        double loss = net.score() - penalties;
        double heard = ear.map(found -> found.takenForReal).orElse(Double.NaN);
        if (pass == Pass.GENERATED) {
            net.getFlattenedGradients().addi(noted);
        }
        if (pass != Pass.REAL) {
            update(pass, examples);
        }
        return new Heard(loss, heard);
    }

    private void update(Pass pass, int examples) {
        if (pass == Pass.GENERATOR) {
            new PartialUpdate(net, 0, split).take(net.gradient(), examples, vertex.firstRate());
        } else {
            new PartialUpdate(net, split, Math.toIntExact(net.numParams())).take(net.gradient(), examples, 1);
        }
    }

    /** Where the parameters of the discriminator begin. */
    int split() {
        return split;
    }

    private static double real(float[] probabilities, int examples) {
        int count = 0;
        for (int i = 0; i < examples; i++) {
            count += probabilities[i] > 0.5f ? 1 : 0;
        }
        return count;
    }

    /** The same inputs, with fresh codes where codes are wanted. */
    private INDArray[] withCodes(INDArray[] given, int which) {
        INDArray[] inputs = given.clone();
        long seed = GaussianSample.seed(net, vertex.getVertexIndex());
        long start = Noise.start(seed, 2 * net.getConfiguration().getIterationCount() + which);
        int place = 0;
        for (int input = 0; input < inputs.length; input++) {
            if (input != real) {
                float[] numbers = new float[Math.toIntExact(given[input].length())];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = (float) Noise.normal(start, place++);
                }
                inputs[input] = Nd4j.create(numbers, given[input].shape(), 'c').castTo(given[input].dataType());
            }
        }
        return inputs;
    }

    /** Hears what the discriminator thought where DL4J computes it. */
    private static final class Ear extends BaseTrainingListener {

        private final Head head;
        private double takenForReal = Double.NaN;

        Ear(Head head) {
            this.head = head;
        }

        @Override
        public void onForwardPass(Model model, Map<String, INDArray> activations) {
            INDArray before = activations.get(head.from());
            if (before != null) {
                INDArray sums = head.weightedSums(before);
                takenForReal = real(head.outputs(sums).dup('c').data().asFloat(), (int) sums.size(0));
            }
        }
    }
}
