package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Inference;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Network;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** What every layer of the catalog must keep in the engine, over all its settings. */
class LayerContractTest {

    private static final NodeId LAYER = new NodeId("layer");

    @ParameterizedTest
    @MethodSource("io.layerloom.nodes.LayerCase#all")
    void sizesAreThoseOfTheEngine(LayerCase layer) {
        for (Values values : Sweep.of(layer)) {
            Sketch sketch = layer.network(values);
            Network network = sketch.lower();
            Inference inference = sketch.inference();
            ComputationGraph graph = Engine.graph(network);

            assertThat(graph.numParams()).as("parameters with %s", values).isEqualTo(held(inference));

            Map<String, INDArray> outputs = graph.feedForward(Engine.features(network, DataType.FLOAT), false);
            Shape inferred = inference.report(LAYER).output().orElseThrow();
            assertThat(outputs.get("layer").shape())
                    .as("output with %s", values)
                    .isEqualTo(array(inferred, layer.type().isStack() ? 2 * Engine.BATCH : Engine.BATCH));
        }
    }

    @ParameterizedTest
    @MethodSource("io.layerloom.nodes.LayerCase#all")
    void shapesAreThoseThatTheEnginePredicts(LayerCase layer) {
        for (Values values : Sweep.of(layer)) {
            Sketch sketch = layer.network(values);
            Network network = sketch.lower();
            ComputationGraphConfiguration configuration = Engine.configuration(network);
            Map<String, InputType> types = configuration.getLayerActivationTypes(
                    network.inputs().stream().map(input -> type(input.shape())).toArray(InputType[]::new));
            sketch.document().graph().nodes().values().stream()
                    .filter(node -> !node.type().equals("input"))
                    .forEach(node -> assertThat(sizes(types.get(node.name())))
                            .as("%s with %s", node.name(), values)
                            .isEqualTo(sizes(type(sketch.inference()
                                    .report(node.id())
                                    .output()
                                    .orElseThrow()))));
        }
    }

    @ParameterizedTest
    @MethodSource("io.layerloom.nodes.LayerCase#all")
    void aBatchTrainsAndTheNetworkSurvivesBeingSaved(LayerCase layer) throws IOException {
        for (Values values : Sweep.of(layer)) {
            Sketch sketch = layer.network(values);
            Network network = sketch.lower();
            ComputationGraph graph = Engine.graph(network);
            INDArray[] features = Engine.features(network, DataType.FLOAT);
            INDArray before = graph.params().dup();
            graph.fit(new MultiDataSet(features, Engine.labels(network, DataType.FLOAT)));
            assertThat(graph.score()).as("loss with %s", values).isFinite();
            assertThat(graph.params().equals(before))
                    .as("unchanged with %s", values)
                    .isEqualTo(sketch.inference().parameters() == 0);
            requireFrozen(layer, values, graph, before);

            INDArray output = graph.outputSingle(features);
            assertThat(Arrays.stream(output.data().asDouble()).allMatch(Double::isFinite))
                    .isTrue();
            assertThat(reloaded(graph).outputSingle(features)).isEqualTo(output);
        }
    }

    /** What is frozen stays bit for bit. */
    private static void requireFrozen(LayerCase layer, Values values, ComputationGraph graph, INDArray before) {
        if (!layer.type().isFreezable() || !values.get(LayerType.FROZEN)) {
            return;
        }
        INDArray after = graph.params().dup();
        graph.setParams(before);
        Map<String, INDArray> former = new HashMap<>();
        graph.paramTable().forEach((name, array) -> former.put(name, array.dup()));
        graph.setParams(after);
        graph.paramTable().forEach((name, array) -> {
            if (name.startsWith("layer_")) {
                assertThat(array.dup().data().asFloat())
                        .as("%s with %s", name, values)
                        .isEqualTo(former.get(name).data().asFloat());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("io.layerloom.nodes.LayerCase#all")
    void gradientsAreTheSlopeOfTheLoss(LayerCase layer) {
        for (Values values : Sweep.ofFunction(layer)) {
            Network network = layer.network(values).lower();
            assertThat(GradientCheck.faults(network, layer.given()))
                    .as("with %s", values)
                    .isEmpty();
        }
    }

    /** What stands at padded steps must not reach the prediction, and a batch with padding must train. */
    @ParameterizedTest
    @MethodSource("io.layerloom.nodes.LayerCase#all")
    void paddingChangesNothing(LayerCase layer) {
        boolean sequences = !layer.in().isEmpty()
                && (layer.in().get(0) instanceof Shape.Sequence || layer.in().get(0) instanceof Shape.Tokens);
        if (!sequences) {
            return;
        }
        for (Values values : Sweep.ofFunction(layer)) {
            Network network = layer.textNetwork(values).lower();
            ComputationGraph graph = Engine.graph(network);
            INDArray[] features = Engine.features(network, DataType.FLOAT);
            INDArray[] masks =
                    Arrays.stream(features).map(LayerContractTest::mask).toArray(INDArray[]::new);
            INDArray expected = graph.output(false, features, masks)[0];
            INDArray[] scribbled =
                    Arrays.stream(features).map(LayerContractTest::scribbled).toArray(INDArray[]::new);
            assertThat(graph.output(false, scribbled, masks)[0])
                    .as("with %s", values)
                    .isEqualTo(expected);
            graph.fit(new MultiDataSet(features, Engine.labels(network, DataType.FLOAT), masks, null));
            assertThat(graph.score()).as("loss with %s", values).isFinite();
            assertThat(graph.output(false, features)[0].shape())
                    .as("without padding afterwards")
                    .isEqualTo(expected.shape());
        }
    }

    /** Every other example has two steps, the rest all of them. */
    private static INDArray mask(INDArray ids) {
        INDArray mask = Nd4j.ones(DataType.FLOAT, ids.size(0), ids.size(1));
        for (long row = 0; row < ids.size(0); row += 2) {
            for (long step = 2; step < ids.size(1); step++) {
                mask.putScalar(row, step, 0);
            }
        }
        return mask;
    }

    private static INDArray scribbled(INDArray ids) {
        INDArray other = ids.dup();
        for (long row = 0; row < ids.size(0); row += 2) {
            for (long step = 2; step < ids.size(1); step++) {
                other.putScalar(row, step, (ids.getLong(row, step) + 1) % 5);
            }
        }
        return other;
    }

    /** The layers that have weights, or lay out what they get: behind and before each of them every other layer is tried. */
    private static final Set<String> TOUCHSTONES = Set.of(
            "dense",
            "output",
            "flatten",
            "activation",
            "dropout",
            "conv2d",
            "max_pool2d",
            "global_pool",
            "lstm",
            "add",
            "concatenate",
            "batch_norm");

    @ParameterizedTest
    @MethodSource("io.layerloom.nodes.LayerCase#all")
    void anyLayerMayFollow(LayerCase layer) {
        Shape between = layer.shape(layer.type().initialValues());
        for (LayerType next : NodeLibrary.CATALOG.layers()) {
            List<Shape> in = Collections.nCopies(next.inputs().min(), between);
            boolean tried = TOUCHSTONES.contains(next.id())
                    || TOUCHSTONES.contains(layer.type().id());
            boolean fits = tried && !in.isEmpty() && next.infer(next.initialValues(), in) instanceof Inferred.Ok;
            if (fits && !layer.type().isOutput()) {
                Network network = layer.network(next).lower();
                ComputationGraph graph = Engine.graph(network);
                graph.fit(new MultiDataSet(
                        Engine.features(network, DataType.FLOAT), Engine.labels(network, DataType.FLOAT)));
                assertThat(graph.numParams())
                        .as("%s behind %s", next.id(), layer)
                        .isEqualTo(held(layer.network(next).inference()));
            }
        }
    }

    private static long held(Inference inference) {
        return inference.reports().values().stream()
                .mapToLong(report -> report.count().weights() + report.count().buffers())
                .sum();
    }

    private static ComputationGraph reloaded(ComputationGraph graph) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelSerializer.writeModel(graph, out, true);
        return ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(out.toByteArray()), true);
    }

    private static long[] array(Shape shape, long batch) {
        if (shape instanceof Shape.Image image) {
            return new long[] {batch, image.channels(), image.height(), image.width()};
        }
        if (shape instanceof Shape.Volume volume) {
            return new long[] {batch, volume.channels(), volume.depth(), volume.height(), volume.width()};
        }
        if (shape instanceof Shape.Sequence sequence) {
            return new long[] {batch, sequence.features(), sequence.steps()};
        }
        return new long[] {batch, shape.elements()};
    }

    /** Of a volume channels first: the engine's layers compute so if told to, but predict it the other way round. */
    private static long[] sizes(InputType type) {
        return type instanceof InputType.InputTypeConvolutional3D volume
                ? new long[] {volume.getChannels(), volume.getDepth(), volume.getHeight(), volume.getWidth()}
                : type.getShape(false);
    }

    private static InputType type(Shape shape) {
        if (shape instanceof Shape.Image image) {
            return InputType.convolutional(image.height(), image.width(), image.channels());
        }
        if (shape instanceof Shape.Volume volume) {
            return InputType.convolutional3D(
                    Convolution3D.DataFormat.NCDHW, volume.depth(), volume.height(), volume.width(), volume.channels());
        }
        if (shape instanceof Shape.Sequence sequence) {
            return InputType.recurrent(sequence.features(), sequence.steps());
        }
        if (shape instanceof Shape.Tokens tokens) {
            return InputType.recurrent(tokens.vocabulary(), tokens.steps());
        }
        return InputType.feedForward(shape.elements());
    }
}
