package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanProblemsTest {

    static final Component MNIST = new Component("sample", new Values(Map.of("name", "mnist")));
    static final DataSchema DIGITS = new DataSchema(
            "MNIST digits",
            new Shape.Image(28, 28, 1),
            new Labels.Classes(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")),
            14_000);

    static Sketch classifier() {
        return Sketch.chain(SmallCatalog.INPUT, SmallCatalog.FLATTEN, SmallCatalog.OUTPUT)
                .plan(TrainingPlan.INITIAL.withData(MNIST));
    }

    private static List<String> messages(Sketch sketch, Optional<DataSchema> schema) {
        return PlanProblems.of(sketch.document(), sketch.infer(), SmallCatalog.CATALOG, schema).stream()
                .map(Problem::message)
                .toList();
    }

    @Test
    void aFittingNetworkHasNone() {
        assertThat(messages(classifier(), Optional.of(DIGITS))).isEmpty();
        assertThat(messages(new Sketch(), Optional.empty())).isEmpty();
    }

    @Test
    void dataMustBeChosen() {
        assertThat(messages(classifier().plan(TrainingPlan.INITIAL), Optional.empty()))
                .containsExactly("No data are chosen. Choose a data set in the training plan.");
    }

    @Test
    void theInputMustHaveTheShapeOfTheData() {
        assertThat(messages(classifier().set("input_1", SmallCatalog.CHANNELS, 3), Optional.of(DIGITS)))
                .containsExactly(
                        "\"input_1\" lets in an image of 28×28×3, but an example of MNIST digits is an image of 28×28×1.");
    }

    @Test
    void theOutputMustBeAbleToLearnTheLabels() {
        assertThat(messages(classifier().set("output_1", SmallCatalog.UNITS, 9), Optional.of(DIGITS)))
                .containsExactly("The data has 10 classes, but the output has 9 units.");
        assertThat(messages(
                        classifier().set("output_1", SmallCatalog.LOSS, SmallCatalog.Loss.MSE), Optional.of(DIGITS)))
                .containsExactly("MSE does not fit classes.");
    }

    @Test
    void oneInputAndOneOutputServeOneDataSet() {
        Sketch sketch = classifier();
        sketch.add(SmallCatalog.INPUT);
        sketch.add(SmallCatalog.OUTPUT);
        sketch.wire("flatten_1", "output_2", 0);
        assertThat(messages(sketch, Optional.of(DIGITS)))
                .containsExactly(
                        "The network has 2 Inputs, but a data set brings one array of features. Keep one of them and delete \"input_2\".",
                        "The network has 2 Outputs, but a data set brings one array of labels. Keep one of them and delete \"output_2\".");
    }

    @Test
    void moreParametersThanOneArrayHoldsAreNamedBeforeTraining() {
        Sketch sketch = Sketch.chain(
                        SmallCatalog.INPUT,
                        SmallCatalog.FLATTEN,
                        SmallCatalog.DENSE,
                        SmallCatalog.DENSE,
                        SmallCatalog.OUTPUT)
                .set("dense_1", SmallCatalog.UNITS, 30_000)
                .set("dense_2", SmallCatalog.UNITS, 30_000)
                .plan(TrainingPlan.INITIAL.withData(MNIST));
        assertThat(messages(sketch, Optional.of(DIGITS)))
                .singleElement()
                .asString()
                .matches("The network has 923,[0-9,]+ parameters, and at most 536,870,911 can be trained[.] "
                        + "Make it smaller, \"dense_2\" with its 900,030,000 first[.]");
    }

    @Test
    void whatTheOptimizerKeepsMustFitAnArrayToo() {
        Sketch sketch = Sketch.chain(
                        SmallCatalog.INPUT,
                        SmallCatalog.FLATTEN,
                        SmallCatalog.DENSE,
                        SmallCatalog.DENSE,
                        SmallCatalog.OUTPUT)
                .set("dense_1", SmallCatalog.UNITS, 20_000)
                .set("dense_2", SmallCatalog.UNITS, 20_000)
                .plan(TrainingPlan.INITIAL.withData(MNIST));
        assertThat(messages(sketch, Optional.of(DIGITS)))
                .singleElement()
                .asString()
                .matches("Adam keeps 2 numbers for each of the 415,[0-9,]+ parameters, 831,[0-9,]+ in all, "
                        + "and at most 536,870,911 can be kept[.] Make the network smaller, .*");
    }

    @Test
    void thePlanIsCheckedSettingBySetting() {
        TrainingPlan plan = TrainingPlan.INITIAL
                .withData(MNIST)
                .withEpochs(0)
                .withBatchSize(100_000)
                .withOptimizer(new Component("adam", new Values(Map.of("rate", -1))))
                .withSchedule(new Component("moon", Values.EMPTY))
                .withSplit(new TrainingPlan.Split(0, Double.NaN))
                .withEarlyStopping(new TrainingPlan.EarlyStopping(true, 0, 0));
        Sketch sketch = classifier().plan(plan);
        assertThat(PlanProblems.of(sketch.document(), sketch.infer(), SmallCatalog.CATALOG, Optional.of(DIGITS)))
                .extracting(problem -> problem.param().orElseThrow())
                .containsExactly(
                        "epochs",
                        "batchSize",
                        "split.test",
                        "earlyStopping.patience",
                        "split.validation",
                        "optimizer.rate",
                        "schedule",
                        "batchSize");
    }
}
