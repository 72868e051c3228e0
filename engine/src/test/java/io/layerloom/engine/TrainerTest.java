package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.engine.kit.Batches;
import io.layerloom.engine.kit.Feed;
import io.layerloom.engine.kit.LabelFormat;
import io.layerloom.engine.kit.Sha256;
import io.layerloom.engine.kit.Shuffle;
import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.MultiDataSet;

class TrainerTest extends TrainingFixture {

    @Test
    void takesTheVeryStepsOfTheEngineItself() throws Exception {
        Document document = clouds(0.3).with(plan(3, "Adam", 0.01));
        RunEvent.Finished finished = train(document, "run");

        LoadedDataset data = DataSources.load(
                document.plan().data().orElseThrow(),
                document.plan().split(),
                document.plan().seed(),
                TestData.context().samples());
        ComputationGraph net = BuiltNetwork.of(document, TestCatalog.CATALOG).net();
        for (int epoch = 0; epoch < 3; epoch++) {
            int[] order =
                    Shuffle.rows(data.loaded().split().train(), document.plan().seed(), epoch);
            List<DataSet> batches = new ArrayList<>();
            for (MultiDataSet batch : Batches.of(data.examples(), order, 32, Feed.to(LabelFormat.ONE_HOT))) {
                batches.add(new DataSet(batch.getFeatures(0), batch.getLabels(0)));
            }
            net.fit(new ExistingDataSetIterator(batches), 1);
        }
        assertThat(finished.paramsSha256()).isEqualTo(Sha256.of(net));
    }

    @Test
    void givesTheSameBitsForTheSameSeed() throws Exception {
        Document document = clouds(0.5).with(plan(2, "Adam", 0.01));
        assertThat(train(document, "one").paramsSha256())
                .isEqualTo(train(document, "two").paramsSha256())
                .isNotEqualTo(train(document.with(document.plan().withSeed(7)), "three")
                        .paramsSha256());
    }

    /** Whoever comes second is told so, and does not touch what the first one trains. */
    @Test
    void aRunThatAnotherProcessTrainsIsLeftAlone() throws Exception {
        Document document = clouds(0).with(plan(2, "Adam", 0.01));
        Path place = folder.resolve("run");
        try (RunWriter first = RunWriter.begin(place, document)) {
            first.provenance(Provenance.waiting(Instant.now(), 1, 1));
            first.event(new RunEvent.Notice("First."));
            assertThat(RunFolder.isFree(place)).isFalse();

            assertThatThrownBy(() -> train(document, "run"))
                    .hasMessage("The run in %s is being trained by another process; wait or stop that.", place);
        }
        RunFolder run = RunFolder.open(place);
        assertThat(run.provenance().state()).isEqualTo(Provenance.State.RUNNING);
        assertThat(run.metrics()).containsExactly(new RunEvent.Notice("First."));
    }

    @Test
    void aFolderThatCannotBeWrittenIsNotHeld() throws Exception {
        Document document = clouds(0).with(plan(2, "Adam", 0.01));
        Path place = folder.resolve("run");
        Files.createDirectories(place.resolve(RunFolder.METRICS).resolve("in the way"));
        assertThatThrownBy(() -> RunWriter.begin(place, document)).isInstanceOf(IOException.class);
        assertThat(RunFolder.at(place).isRunning()).isFalse();
    }

    @Test
    void learnsClassesAndTellsWhatHappens() throws Exception {
        RunEvent.Finished finished = train(clouds(0).with(plan(20, "Adam", 0.01)), "run");

        assertThat(finished.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(finished.test().accuracy()).isGreaterThan(0.8);
        assertThat(finished.test().examples()).isEqualTo(30);
        RunEvent.Started started = only(RunEvent.Started.class).get(0);
        assertThat(started.trainExamples() + started.validationExamples() + started.testExamples())
                .isEqualTo(300);
        assertThat(only(RunEvent.EpochEnd.class)).hasSize(20).allSatisfy(end -> {
            assertThat(end.validationLoss()).isFinite();
            assertThat(end.trainAccuracy()).isBetween(0.0, 1.0);
            assertThat(end.learningRate()).isEqualTo(0.01);
        });
        RunFolder run = RunFolder.open(folder.resolve("run"));
        assertThat(run.evaluation()).contains(finished.test());
        assertThat(run.provenance().state()).isEqualTo(Provenance.State.COMPLETED);
        assertThat(run.classes()).containsExactly("x", "y", "z");
        assertThat(run.weights()).exists();
        assertThat(run.resumable()).isFalse();
        assertThat(RunFolder.list(folder)).hasSize(1);
    }

    @Test
    void tellsTheAccuracyOfBatchesAsTheWholeForwardPassWould() throws Exception {
        Document document = clouds(0).with(plan(1, "Sgd", 0.0));
        train(document, "run");
        // Without learning, the mean over the batches is the accuracy on the training part.
        double mean = only(RunEvent.EpochEnd.class).get(0).trainAccuracy();
        LoadedRun loaded = LoadedRun.of(RunFolder.open(folder.resolve("run")), TestData.context());
        LoadedDataset data = DataSources.load(
                document.plan().data().orElseThrow(),
                document.plan().split(),
                42,
                TestData.context().samples());
        int right = 0;
        int[] rows = data.loaded().split().train();
        for (int row : rows) {
            Example.Cells cells = (Example.Cells) data.loaded().looks().of(row);
            var columns = new java.util.HashMap<String, String>();
            for (int i = 0; i < cells.columns().size(); i++) {
                columns.put(cells.columns().get(i), cells.cells().get(i));
            }
            float[] output = loaded.predict(new Input.Row(columns));
            right += io.layerloom.engine.kit.OutputMeasurement.predictedClass(output, 0, 3)
                            == data.examples().classes()[row]
                    ? 1
                    : 0;
        }
        assertThat(mean).isEqualTo((double) right / rows.length);
    }

    @Test
    void measuresOtherDataThroughTheEyesOfTheTrainingData() throws Exception {
        Document document = clouds(0).with(plan(20, "Adam", 0.01));
        train(document, "run");
        RunFolder run = RunFolder.open(folder.resolve("run"));
        Path other = Files.createDirectory(folder.resolve("other"));
        Evaluation whole = Examination.on(TestData.clouds(other, 90), run, TestData.context());
        assertThat(whole.examples()).isEqualTo(90);
        assertThat(whole.accuracy()).isGreaterThan(0.8);

        Path two = Files.createDirectory(folder.resolve("two"));
        TestData.clouds(two, 90);
        List<String> lines = new ArrayList<>(Files.readAllLines(two.resolve("clouds.csv")));
        lines.removeIf(line -> line.endsWith("z"));
        Files.write(two.resolve("clouds.csv"), lines);
        assertThatThrownBy(() -> Examination.on(DataSources.guess(two.resolve("clouds.csv")), run, TestData.context()))
                .hasMessageContaining("the classes x, y, z, but");
    }

    @Test
    void learnsNumbers() throws Exception {
        Document document = TestCatalog.network(2, 16, 0, 1, true)
                .with(plan(30, "Adam", 0.01).withData(TestData.plane(folder, 400)));
        Evaluation test = train(document, "run").test();
        assertThat(test.r2()).isGreaterThan(0.9);
        assertThat(test.isClassification()).isFalse();
        assertThat(test.accuracy()).isNaN();
        assertThat(test.mse()).isCloseTo(test.loss(), org.assertj.core.data.Offset.offset(1e-4));
    }

    @Test
    void stopsBetweenTwoBatchesAndKeepsWhatItHas() throws Exception {
        RunControl control = new RunControl();
        RunEvent.Finished finished = trainer(clouds(0).with(plan(50, "Adam", 0.01)), "run", false, control, event -> {
                    events.add(event);
                    if (event instanceof RunEvent.EpochEnd end && end.epoch() == 2) {
                        control.stop();
                    }
                })
                .train()
                .event();
        assertThat(finished.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(only(RunEvent.EpochEnd.class)).hasSize(2);
        assertThat(RunFolder.open(folder.resolve("run")).weights()).exists();
    }

    @Test
    void stopsEarlyWithTheBestWeights() throws Exception {
        TrainingPlan plan = plan(200, "Adam", 0.05).withEarlyStopping(new TrainingPlan.EarlyStopping(true, 3, 0));
        RunEvent.Finished finished = train(clouds(0).with(plan), "run");

        assertThat(finished.outcome()).isEqualTo(Outcome.EARLY_STOPPED);
        List<RunEvent.EpochEnd> epochs = only(RunEvent.EpochEnd.class);
        assertThat(epochs.size()).isLessThan(200);
        double best = epochs.stream()
                .mapToDouble(RunEvent.EpochEnd::validationLoss)
                .min()
                .orElseThrow();
        assertThat(epochs.get(epochs.size() - 5).validationLoss()).isEqualTo(best);
    }

    @Test
    void saysWhenTrainingGoesOutOfHand() {
        assertThatThrownBy(() -> train(clouds(0).with(plan(20, "Sgd", 1e30)), "run"))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("Lower the learning rate")
                .hasMessageContaining("iteration");
        assertThat(events.get(events.size() - 1)).isInstanceOf(RunEvent.Failed.class);
    }

    @Test
    void namesTheLayerWhereNumbersFirstRanOutOfBounds() {
        assertThatThrownBy(() -> train(clouds(0).with(plan(20, "Sgd", 1e30)), "run"))
                .hasMessageMatching(
                        "The loss became (not a number|infinite) at iteration 2 \\(epoch 1\\): [0-9,]+ of the [0-9,]+ numbers"
                                + " that (hidden|out) gives were not finite, and none before them\\."
                                + " Lower the learning rate \\(now 1\\.0E30\\) and train again\\.");
    }

    @Test
    void namesTheInputThatWouldGetNumbersThatAreNotFinite() throws Exception {
        Document document = clouds(0).with(plan(1, "Adam", 0.01));
        LoadedDataset data =
                DataSources.load(document.plan(), TestData.context().samples());
        BuiltNetwork built = BuiltNetwork.of(document, TestCatalog.CATALOG);
        Finite.require(data, built.network());
        data.examples().features()[5] = Float.NaN;
        assertThatThrownBy(() -> Finite.require(data, built.network()))
                .hasMessage(
                        "The input in would get NaN in example 2 of clouds.csv from the column b. Leave that row out, or give smaller numbers.");
        InputEncoder encoder = data.loaded().encoder();
        InputEncoder.Encoded question = new InputEncoder.Encoded(new float[] {0, 0, Float.NEGATIVE_INFINITY, 0}, 4);
        assertThatThrownBy(() -> Finite.require(question, encoder, "in"))
                .hasMessage(
                        "The input in would get -Infinity from the column c, which is far outside of what the network has learned.");
    }

    @Test
    void refusesDataThatDoesNotFit() throws IOException {
        Document document = TestCatalog.network(5, 8, 0, 3, false)
                .with(plan(1, "Adam", 0.01).withData(TestData.clouds(folder, 30)));
        assertThatThrownBy(() -> train(document, "run"))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("a vector of 5")
                .hasMessageContaining("a vector of 4");
    }

    @Test
    void showsNoWeightDecayInTheLoss() throws Exception {
        Document plain = clouds(0).with(plan(1, "Sgd", 0.01).withBatchSize(1000));
        train(plain, "plain");
        train(TestCatalog.decaying(plain, 0.5), "decaying");
        train(TestCatalog.penalized(plain, 0.5), "penalized");
        // One batch an epoch, so the loss is that of the first weights, which are the same.
        List<RunEvent.EpochEnd> ends = only(RunEvent.EpochEnd.class);
        assertThat(ends.get(1).trainLoss()).isCloseTo(ends.get(0).trainLoss(), within(1e-6));
        assertThat(ends.get(2).trainLoss()).isGreaterThan(ends.get(0).trainLoss() + 0.1);
        // Decay has changed the weights by then, but by one small step.
        assertThat(ends.get(1).validationLoss()).isCloseTo(ends.get(0).validationLoss(), within(0.05));
        assertThat(ends.get(2).validationLoss()).isGreaterThan(ends.get(0).validationLoss() + 0.1);
    }
}
