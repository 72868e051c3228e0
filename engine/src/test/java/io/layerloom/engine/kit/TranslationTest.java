package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;

/** Pairs of texts: how they are read, what a network with two inputs gets of them, and what it writes. */
class TranslationTest {

    private static final int SOURCE = 5;
    private static final int TARGET = 4;
    private static final int[] ALL = {0, 1, 2};
    private static final Feed FEED = Feed.to(LabelFormat.NEXT_TOKENS).inputs(2).second(1);

    private final TextPairs pairs = read("abc\tcb\nb\tb\nacab\tbca\n");
    private final Vocabulary source = pairs.sourceVocabulary(ALL, Vocabulary.Unit.EXACT, 10);
    private final Vocabulary target = pairs.targetVocabulary(ALL, Vocabulary.Unit.EXACT, 10);

    TranslationTest() throws IOException {}

    private static TextPairs read(String text) throws IOException {
        return TextPairs.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t.tsv");
    }

    private Examples data() throws DataException {
        return pairs.examples(source, SOURCE, target, TARGET - 1).targeting(target.end());
    }

    @AfterEach
    void asBefore() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    @Test
    void eachStepOfATargetSeesWhatStandsBeforeAndWantsWhatComesNext() throws DataException {
        MultiDataSet batch = Batches.of(data(), ALL, 3, FEED).get(0);
        int b = 2;
        int c = 3;
        int begin = target.begin();
        int end = target.end();
        assertThat(target.tokens()).containsExactly("b", "c", "a");
        assertThat(begin).isEqualTo(5);

        assertThat(batch.getFeatures(0).shape()).containsExactly(3, SOURCE);
        assertThat(batch.getFeatures(1).getRow(0).toIntVector()).containsExactly(begin, c, b, 0);
        assertThat(batch.getFeaturesMaskArray(0).getRow(1).toIntVector()).containsExactly(1, 0, 0, 0, 0);
        assertThat(batch.getFeaturesMaskArray(1).getRow(0).toIntVector()).containsExactly(1, 1, 1, 0);
        INDArray labels = batch.getLabels(0);
        assertThat(labels.slice(0).getRow(0).toIntVector()).containsExactly(c, b, end, 0);
        assertThat(labels.slice(1).getRow(0).toIntVector()).containsExactly(b, end, 0, 0);
        assertThat(labels.slice(1).getRow(1).toFloatVector()).containsExactly(0.5f, 0.5f, 0, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\\tb\\nno tab|t.tsv, line 2: there is no tab",
                "a\\tb\\tc|t.tsv, line 1: there are 2 tabs",
                "\\tb|t.tsv, line 1: there is no source before the tab",
                "a\\t|t.tsv, line 1: there is no target behind the tab",
                "\\n|t.tsv holds no pairs of texts",
            })
    void aFileThatHoldsSomethingElseIsRefusedInOneSentence(String text, String why) {
        assertThatThrownBy(() -> read(text.replace("\\t", "\t").replace("\\n", "\n")))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(why)
                .hasMessageContaining("each line must hold a source, a tab and its target");
    }

    @Test
    void aTargetWithoutRoomIsRefusedAndNotCutShort() {
        assertThatThrownBy(() -> pairs.examples(source, SOURCE, target, 2))
                .hasMessage(
                        "t.tsv, pair 3: the target has 3 characters or words, but the longest may have 2; set that higher, or leave the pair out.");
    }

    /** What lies behind the end of a text is never looked at, whatever numbers stand there. */
    @Test
    void paddedStepsChangeNeitherAnswersNorGradients() throws DataException {
        MultiDataSet batch = Batches.of(data(), ALL, 3, FEED).get(0);
        ComputationGraph clean = network(DataType.FLOAT);
        ComputationGraph dirty = network(DataType.FLOAT);
        INDArray[] masks = batch.getFeaturesMaskArrays();
        INDArray[] features = batch.getFeatures();
        INDArray[] filled = {
            features[0].add(masks[0].rsub(1).muli(3)),
            features[1].add(masks[1].rsub(1).muli(4))
        };
        assertThat(filled[0]).isNotEqualTo(features[0]);

        assertThat(used(dirty.output(false, filled, masks)[0], masks[1]))
                .isEqualTo(used(clean.output(false, features, masks)[0], masks[1]));
        clean.fit(features, batch.getLabels(), masks, null);
        dirty.fit(filled, batch.getLabels(), masks, null);
        assertThat(dirty.params())
                .isEqualTo(clean.params())
                .isNotEqualTo(network(DataType.FLOAT).params());
    }

    private static INDArray used(INDArray output, INDArray mask) {
        return output.mul(mask.reshape(mask.size(0), 1, mask.size(1)));
    }

    @Test
    void gradientsAreRightThroughBothInputsAndTheirMasks() throws DataException {
        MultiDataSet batch = Batches.of(data(), ALL, 3, FEED).get(0);
        ComputationGraph net = network(DataType.DOUBLE);
        net.setListeners(List.of());
        assertThat(GradientCheckUtil.checkGradients(new GradientCheckUtil.GraphConfig()
                        .net(net)
                        .inputs(inDoubles(batch.getFeatures()))
                        .labels(inDoubles(batch.getLabels()))
                        .inputMask(inDoubles(batch.getFeaturesMaskArrays()))
                        .epsilon(1e-6)
                        .maxRelError(1e-5)
                        .minAbsoluteError(1e-9)
                        .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
                        .exitOnFirstError(false)))
                .isTrue();
    }

    private static INDArray[] inDoubles(INDArray... arrays) {
        return Arrays.stream(arrays).map(array -> array.castTo(DataType.DOUBLE)).toArray(INDArray[]::new);
    }

    @Test
    void aNetworkThatHasLearnedThePairsWritesTheTargetsByItself() throws DataException {
        ComputationGraph net = network(DataType.FLOAT);
        MultiDataSet batch = Batches.of(data(), ALL, 3, FEED).get(0);
        assertThat(TargetMeasurement.of(net, data(), ALL, 2, FEED).exactMatch()).isEqualTo(0);
        for (int step = 0; step < 400; step++) {
            net.fit(batch);
        }
        TargetMeasurement learned = TargetMeasurement.of(net, data(), ALL, 2, FEED);
        assertThat(learned.exactMatch()).isEqualTo(1);
        assertThat(learned.accuracy()).isEqualTo(1);
        assertThat(TargetMeasurement.of(net, data(), new int[0], 2, FEED).exactMatch())
                .isNaN();
        Translation translation = new Translation(net, FEED, source, SOURCE, target, TARGET - 1);
        assertThat(translation.of("abc")).isEqualTo("cb");
        assertThat(translation.of("acab")).isEqualTo("bca");
        assertThatThrownBy(() -> translation.of("abcabc"))
                .hasMessage("The text has 6 characters, but this network reads 5 at once. Shorten it.");
        assertThatThrownBy(() -> translation.of("")).hasMessage("The text is empty; write something.");
    }

    private ComputationGraph network(DataType type) {
        boolean checked = type == DataType.DOUBLE;
        Nd4j.setDefaultDataTypes(type, type);
        ComputationGraph net = new FastGraph(new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(type)
                .updater(checked ? new NoOp() : new Sgd(0.5))
                .graphBuilder()
                .addInputs("source", "target")
                .setInputTypes(InputType.recurrent(5, SOURCE), InputType.recurrent(7, TARGET))
                .addLayer("sourceTokens", embedding(5, 4), "source")
                .addLayer(
                        "encoder",
                        new RecurrentLayer.Builder(CellKind.GRU)
                                .bothWays(Merge.CONCATENATE)
                                .nOut(4)
                                .build(),
                        "sourceTokens")
                .addLayer("targetTokens", embedding(7, 4), "target")
                .addLayer(
                        "decoder",
                        new RecurrentLayer.Builder(CellKind.GRU).nOut(6).build(),
                        "targetTokens")
                .addVertex("joined", new JoinSteps(TARGET, SOURCE), "decoder", "encoder")
                .addLayer(
                        "attention",
                        new AdditiveLayer.Builder()
                                .nOut(5)
                                .looksAt(TARGET, 6, 8)
                                .build(),
                        "joined")
                .addVertex("both", new MergeVertex(), "decoder", "attention")
                .addLayer(
                        "next",
                        new RnnOutputLayer.Builder(new TokenLoss())
                                .nOut(7)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "both")
                .setOutputs("next")
                .build());
        net.init();
        return net;
    }

    private static EmbeddingSequenceLayer embedding(int tokens, int size) {
        return new EmbeddingSequenceLayer.Builder().nIn(tokens).nOut(size).build();
    }
}
