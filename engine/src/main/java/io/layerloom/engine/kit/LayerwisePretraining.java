package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Greedy layer-wise pre-training: from the input on, each dense layer learns without labels to give back what the layers before it make of the examples, before the network learns as a whole from
 * there. Hinton, Salakhutdinov, Reducing the dimensionality of data with neural networks (2006) did it with restricted Boltzmann machines; Bengio, Lamblin, Popovici, Larochelle, Greedy layer-wise
 * training of deep networks (2007) with autoencoders, as here; why it helps is studied by Erhan et al., Why does unsupervised pre-training help deep learning? (2010).
 *
 * <p>Each layer gets a decoder of its own, whose weights are not tied to the layer's, and which is thrown away afterwards. Where all that comes in lies from 0 to 1, as pixels and what sigmoids give, it ends in a
 * sigmoid with the cross-entropy as its loss; elsewhere it is linear, with the squared error (Vincent et al., Stacked denoising autoencoders, 2010, section 2.2); both are summed over the numbers of an
 * example. Layer and decoder learn by the optimizer and the settings of the layer, with a schedule of the learning rate that begins anew.
 *
 * <p>As long as a layer learns, the network itself stays as it was, so that a training which is ended meanwhile can begin that layer anew and comes to the same bits.
 */
public final class LayerwisePretraining {

    private final ComputationGraph net;
    private final Examples data;
    private final int[] rows;
    private final int batchSize;
    private final Feed feed;
    private final long seed;
    private final List<GraphVertex> vertices;

    /**
     * The pre-training of a network.
     *
     * @param rows those of the training part
     * @param feed what enters the network of an example
     * @param seed for the first weights of the decoders and the order of the examples
     */
    public LayerwisePretraining(ComputationGraph net, Examples data, int[] rows, int batchSize, Feed feed, long seed) {
        this.net = net;
        this.data = data;
        this.rows = rows.clone();
        this.batchSize = batchSize;
        this.feed = feed;
        this.seed = seed;
        this.vertices = vertices(net);
    }

    private static List<GraphVertex> vertices(ComputationGraph net) {
        return Arrays.stream(net.topologicalSortOrder())
                .mapToObj(index -> net.getVertices()[index])
                .filter(LayerwisePretraining::isTaught)
                .toList();
    }

    /** Frozen layers stay as they are. */
    private static boolean isTaught(GraphVertex vertex) {
        Layer layer = vertex.getLayer();
        return layer != null
                && layer.conf().getLayer().getClass() == DenseLayer.class
                && !Frozen.is(layer.conf().getLayer())
                && vertex.getInputVertices().length == 1;
    }

    /** The names of the layers of a network that can learn by themselves, in the order in which they do; empty if there is none. */
    public static List<String> layers(ComputationGraph net) {
        return vertices(net).stream().map(GraphVertex::getVertexName).toList();
    }

    /** Hears of each epoch of a layer, counted from 1, and of its mean loss. */
    @FunctionalInterface
    public interface Listener {
        /** A layer has seen all examples once more. */
        void epochEnd(String layer, int epoch, double loss);
    }

    /** Lets all layers learn, each for so many epochs. */
    public void run(int epochs, Listener listener) {
        for (int layer = 0; layer < vertices.size(); layer++) {
            Range range = range(layer);
            for (MultiDataSet batch : range.batches()) {
                if (!range.see(batch)) {
                    break;
                }
            }
            Stage stage = stage(layer, range);
            for (int epoch = 0; epoch < epochs; epoch++) {
                double sum = 0;
                for (MultiDataSet batch : stage.batches(epoch)) {
                    sum += stage.step(batch) * batch.getFeatures(0).size(0);
                }
                stage.endEpoch();
                listener.epochEnd(stage.layer(), epoch + 1, sum / rows.length);
            }
            stage.finish();
        }
    }

    /** What comes to a layer, counted from 0, at which nobody has looked yet. Those before it must have learned. */
    public Range range(int layer) {
        return new Range(vertices.get(layer));
    }

    /** A layer that begins to learn, counted from 0, once all was seen that comes to it. */
    public Stage stage(int layer, Range range) {
        return new Stage(vertices.get(layer), range.fromZeroToOne, seed + layer);
    }

    /** What the layers before a layer make of a mini-batch. */
    private INDArray before(GraphVertex vertex, MultiDataSet batch) {
        VertexIndices from = vertex.getInputVertices()[0];
        String name = net.getVertices()[from.getVertexIndex()].getVertexName();
        int input = net.getConfiguration().getNetworkInputs().indexOf(name);
        return input >= 0
                ? batch.getFeatures(input)
                : net.output(List.of(name), false, batch.getFeatures(), batch.getFeaturesMaskArrays())[0];
    }

    /** Whether all numbers that come to a layer are such as a sigmoid can give back. */
    public final class Range {

        private final GraphVertex vertex;
        private boolean fromZeroToOne = true;

        private Range(GraphVertex vertex) {
            this.vertex = vertex;
        }

        /** The mini-batches at which to look. */
        public Batches batches() {
            return Batches.of(data.inEpoch(0), rows, batchSize, feed);
        }

        /** Looks at one of them; answers whether the others matter as well. */
        public boolean see(MultiDataSet batch) {
            INDArray before = before(vertex, batch);
            fromZeroToOne =
                    before.minNumber().doubleValue() >= 0 && before.maxNumber().doubleValue() <= 1;
            return fromZeroToOne;
        }
    }

    /** One layer and its decoder. */
    public final class Stage {

        private final GraphVertex vertex;
        private final FastGraph autoencoder;

        private Stage(GraphVertex vertex, boolean binary, long decoderSeed) {
            this.vertex = vertex;
            DenseLayer settings =
                    (DenseLayer) vertex.getLayer().conf().getLayer().clone();
            String input = layer() + "_input";
            String decoder = layer() + "_decoder";
            autoencoder = new FastGraph(new NeuralNetConfiguration.Builder()
                    .seed(decoderSeed)
                    .updater(settings.getIUpdater().clone())
                    .graphBuilder()
                    .addInputs(input)
                    .addLayer(layer(), settings, input)
                    .addLayer(decoder, decoder(settings, binary), layer())
                    .setOutputs(decoder)
                    .build());
            autoencoder.init();
            copy(vertex.getLayer(), autoencoder.getLayer(layer()));
        }

        private static OutputLayer decoder(DenseLayer settings, boolean binary) {
            return new OutputLayer.Builder(binary ? LossFunction.XENT : LossFunction.L2)
                    .activation(binary ? Activation.SIGMOID : Activation.IDENTITY)
                    .nIn(settings.getNOut())
                    .nOut(settings.getNIn())
                    .weightInit(WeightInit.XAVIER)
                    .build();
        }

        /** The name of the layer. */
        public String layer() {
            return vertex.getVertexName();
        }

        /** The mini-batches of an epoch, counted from 0, in an order of its own. */
        public Batches batches(int epoch) {
            return Batches.of(data.inEpoch(epoch), Shuffle.rows(rows, seed, epoch), batchSize, feed);
        }

        /** Learns from one mini-batch of the network's examples; answers the mean loss of its examples before the step. */
        public double step(MultiDataSet batch) {
            INDArray before = before(vertex, batch);
            return TrainingStep.take(autoencoder, new org.nd4j.linalg.dataset.MultiDataSet(before, before.dup()));
        }

        /** Says that all examples were seen once more. */
        public void endEpoch() {
            autoencoder.incrementEpochCount();
        }

        /** Gives the network what the layer has learned. What DL4J draws from now on follows from the seed alone. */
        public void finish() {
            copy(autoencoder.getLayer(layer()), vertex.getLayer());
            Nd4j.getRandom().setSeed(seed);
        }

        /** The rate at which it learns now. */
        public double learningRate() {
            Double rate = autoencoder.getLearningRate(layer());
            return rate == null ? Double.NaN : rate;
        }

        private static void copy(Layer from, Layer to) {
            from.paramTable(false).forEach((name, values) -> to.getParam(name).assign(values));
        }
    }
}
