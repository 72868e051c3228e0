package io.layerloom.bench;

import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The networks in DL4J as it comes, with nothing of Layerloom. */
final class Dl4jPeer {

    private static final int CLASSES = 10;

    private Dl4jPeer() {}

    public static void main(String[] args) {
        String net = args[0];
        int batch = Integer.parseInt(args[1]);
        ComputationGraph model =
                new ComputationGraph(graph(net).setOutputs("out").build());
        model.init();
        DataSet[] data = data(net, batch);
        Timing.print(
                "dl4j",
                net,
                batch,
                Integer.parseInt(args[2]),
                i -> train(model, data[i]),
                i -> predict(model, data[i].getFeatures()));
    }

    private static void train(ComputationGraph model, DataSet batch) {
        model.fit(batch);
        if (Double.isNaN(model.score())) {
            throw new IllegalStateException("The loss is not a number.");
        }
    }

    private static void predict(ComputationGraph model, INDArray features) {
        if (model.output(features)[0].dup('c').data().asFloat().length == 0) {
            throw new IllegalStateException("The network gives nothing.");
        }
    }

    private static DataSet[] data(String net, int batch) {
        Random random = new Random(3);
        long[] shape = switch (net) {
            case "mlp" -> new long[] {batch, 784};
            case "cnn" -> new long[] {batch, 1, 28, 28};
            case "lstm" -> new long[] {batch, 28, 28};
            default -> new long[] {batch, 3, 32, 32};
        };
        DataSet[] data = new DataSet[Timing.BATCHES];
        for (int i = 0; i < data.length; i++) {
            INDArray labels = Nd4j.zeros(batch, CLASSES);
            for (int row = 0; row < batch; row++) {
                labels.putScalar(row, random.nextInt(CLASSES), 1);
            }
            data[i] = new DataSet(Nd4j.rand(shape), labels);
        }
        return data;
    }

    private static GraphBuilder graph(String net) {
        GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(1e-3))
                .graphBuilder()
                .addInputs("in");
        return switch (net) {
            case "mlp" ->
                graph.addLayer("d", dense(128), "in")
                        .addLayer("out", output(), "d")
                        .setInputTypes(InputType.feedForward(784));
            case "cnn" ->
                graph.addLayer("c1", convolution(32), "in")
                        .addLayer("p1", pool(), "c1")
                        .addLayer("c2", convolution(64), "p1")
                        .addLayer("p2", pool(), "c2")
                        .addLayer("d", dense(64), "p2")
                        .addLayer("out", output(), "d")
                        .setInputTypes(InputType.convolutional(28, 28, 1));
            case "lstm" ->
                graph.addLayer(
                                "l",
                                new LSTM.Builder()
                                        .nOut(64)
                                        .activation(Activation.TANH)
                                        .build(),
                                "in")
                        .addLayer("mean", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "l")
                        .addLayer("out", output(), "mean")
                        .setInputTypes(InputType.recurrent(28, 28));
            case "resnet" -> resnet(graph);
            default -> throw new IllegalArgumentException("There is no such network. Received: " + net);
        };
    }

    private static GraphBuilder resnet(GraphBuilder graph) {
        normalized(graph, "stem", 3, 16, 1, "in");
        graph.addLayer("relu", new ActivationLayer(Activation.RELU), "stem_norm");
        String before = "relu";
        for (int stage = 0; stage < 3; stage++) {
            for (int block = 0; block < 2; block++) {
                String name = "s" + stage + "b" + block;
                int stride = stage > 0 && block == 0 ? 2 : 1;
                int filters = 16 << stage;
                normalized(graph, name + "_1", 3, filters, stride, before);
                graph.addLayer(name + "_relu", new ActivationLayer(Activation.RELU), name + "_1_norm");
                normalized(graph, name + "_2", 3, filters, 1, name + "_relu");
                String skip = before;
                if (stride > 1) {
                    normalized(graph, name + "_skip", 1, filters, stride, before);
                    skip = name + "_skip_norm";
                }
                graph.addVertex(name + "_sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), name + "_2_norm", skip)
                        .addLayer(name, new ActivationLayer(Activation.RELU), name + "_sum");
                before = name;
            }
        }
        return graph.addLayer("mean", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), before)
                .addLayer("out", output(), "mean")
                .setInputTypes(InputType.convolutional(32, 32, 3));
    }

    private static void normalized(
            GraphBuilder graph, String name, int kernel, int filters, int stride, String before) {
        graph.addLayer(
                        name,
                        new ConvolutionLayer.Builder(kernel, kernel)
                                .nOut(filters)
                                .stride(stride, stride)
                                .convolutionMode(ConvolutionMode.Same)
                                .hasBias(false)
                                .activation(Activation.IDENTITY)
                                .build(),
                        before)
                .addLayer(name + "_norm", new BatchNormalization.Builder().build(), name);
    }

    private static ConvolutionLayer convolution(int filters) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(filters)
                .activation(Activation.RELU)
                .build();
    }

    private static SubsamplingLayer pool() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    private static DenseLayer dense(int units) {
        return new DenseLayer.Builder().nOut(units).activation(Activation.RELU).build();
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }
}
