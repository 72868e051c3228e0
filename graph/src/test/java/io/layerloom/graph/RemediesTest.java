package io.layerloom.graph;

import static io.layerloom.graph.PlanProblemsTest.DIGITS;
import static io.layerloom.graph.PlanProblemsTest.MNIST;
import static io.layerloom.graph.PlanProblemsTest.classifier;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RemediesTest {

    private static List<Problem> problems(Document document) {
        Inference inference = Inference.of(document.graph(), SmallCatalog.CATALOG);
        List<Problem> all = new ArrayList<>(inference.problems());
        all.addAll(PlanProblems.of(document, inference, SmallCatalog.CATALOG, Optional.of(DIGITS)));
        return all;
    }

    private static List<Remedy> remedies(Document document, Problem problem) {
        return Remedies.of(document, problem, SmallCatalog.CATALOG, Optional.of(DIGITS));
    }

    /** The labels of what is offered for the only problem of a cause; each is applied and must mend it. */
    private static List<String> offered(Sketch sketch, Problem.Cause cause) {
        Document document = sketch.document();
        Problem problem = problems(document).stream()
                .filter(found -> found.cause() == cause)
                .findFirst()
                .orElseThrow();
        List<Remedy> remedies = remedies(document, problem);
        for (Remedy remedy : remedies) {
            assertThat(problems(remedy.edit().apply(document)))
                    .as(remedy.label())
                    .noneMatch(after -> after.cause() == cause && after.node().equals(problem.node()));
        }
        return remedies.stream().map(Remedy::label).toList();
    }

    private static Sketch sketch(LayerType... types) {
        return Sketch.chain(types).plan(TrainingPlan.INITIAL.withData(MNIST));
    }

    @Test
    void aMissingFlattenIsInserted() {
        Sketch sketch = sketch(SmallCatalog.INPUT, SmallCatalog.CONV, SmallCatalog.DENSE, SmallCatalog.OUTPUT);
        assertThat(offered(sketch, Problem.Cause.SHAPE)).containsExactly("Insert Flatten");
    }

    @Test
    void eachOfTwoMisfitsOfAnInputWithDataOfPairsIsMendedByItself() {
        Shape picture = new Shape.Image(28, 28, 3);
        DataSchema pairs = new DataSchema("Pairs", picture, Optional.of(picture), DIGITS.labels(), 100, 0);
        Document document = classifier().document();
        List<Problem> found = PlanProblems.of(document, classifier().infer(), SmallCatalog.CATALOG, Optional.of(pairs));
        assertThat(offered(document, found, "is a pair", pairs)).contains("Add an Input for the other part");
        assertThat(offered(document, found, "lets in", pairs)).contains("Set input_1 to 28×28×3");
    }

    private static List<String> offered(Document document, List<Problem> found, String words, DataSchema data) {
        Problem problem = found.stream()
                .filter(each -> each.message().contains(words))
                .findFirst()
                .orElseThrow();
        return Remedies.of(document, problem, SmallCatalog.CATALOG, Optional.of(data)).stream()
                .map(Remedy::label)
                .toList();
    }

    @Test
    void whatComesAfterAnOutputIsWiredToWhatFeedsItOrCutOff() {
        Sketch sketch = sketch(SmallCatalog.INPUT, SmallCatalog.FLATTEN, SmallCatalog.OUTPUT);
        sketch.add(SmallCatalog.DENSE);
        sketch.forced("output_1", "dense_1", 0);
        assertThat(offered(sketch, Problem.Cause.AFTER_OUTPUT))
                .containsExactly(
                        "Connect flatten_1 to dense_1 instead",
                        "Remove the wire from output_1 to dense_1",
                        "Delete dense_1");
    }

    @Test
    void theProposalsOfARuleComeFirstThenChangesOfTheLayerThatMadeTheShapeTooSmall() {
        Sketch sketch = sketch(
                        SmallCatalog.INPUT,
                        SmallCatalog.CONV,
                        SmallCatalog.CONV,
                        SmallCatalog.FLATTEN,
                        SmallCatalog.OUTPUT)
                .set("conv2d_1", SmallCatalog.KERNEL, Size2.square(20))
                .set("conv2d_2", SmallCatalog.KERNEL, Size2.square(20));
        assertThat(offered(sketch, Problem.Cause.SHAPE))
                .containsExactly(
                        "Use a 9×9 kernel",
                        "Use padding Same",
                        "Use padding Same in conv2d_1",
                        "Change conv2d_1: Kernel 8×8");
    }

    @Test
    void aMissingInputIsWiredToTheNearestNodeThatFits() {
        Sketch sketch = classifier();
        sketch.add(SmallCatalog.CONV);
        String flatten = sketch.add(SmallCatalog.FLATTEN);
        sketch.wire("conv2d_1", flatten, 0).wire(flatten, "output_1", 0);
        assertThat(offered(sketch, Problem.Cause.MISSING_INPUT)).first().isEqualTo("Connect input_1");
        Sketch dense = classifier();
        dense.add(SmallCatalog.DENSE);
        dense.wire("dense_1", "output_1", 0);
        assertThat(offered(dense, Problem.Cause.MISSING_INPUT))
                .startsWith("Connect flatten_1", "Connect input_1 through Flatten");
    }

    @Test
    void aMergeGetsAllThatItMisses() {
        Sketch sketch = sketch(SmallCatalog.INPUT, SmallCatalog.FLATTEN);
        sketch.add(SmallCatalog.DENSE);
        sketch.add(SmallCatalog.DENSE);
        sketch.add(SmallCatalog.ADD);
        sketch.add(SmallCatalog.OUTPUT);
        sketch.wire("flatten_1", "dense_1", 0).wire("flatten_1", "dense_2", 0).wire("add_1", "output_1", 0);
        assertThat(offered(sketch, Problem.Cause.MISSING_INPUT)).contains("Connect dense_2 and dense_1");
    }

    @Test
    void unequalBranchesAreMadeEqualOneByOne() {
        Sketch sketch = sketch(SmallCatalog.INPUT, SmallCatalog.FLATTEN, SmallCatalog.ADD, SmallCatalog.OUTPUT);
        sketch.wire("input_1", "add_1", 1);
        assertThat(offered(sketch, Problem.Cause.SHAPE)).contains("Insert Flatten");
    }

    @Test
    void theLayerBeforeAMergeIsMadeToGiveWhatTheOtherGives() {
        Sketch sketch = sketch(
                SmallCatalog.INPUT, SmallCatalog.CONV, SmallCatalog.ADD, SmallCatalog.FLATTEN, SmallCatalog.OUTPUT);
        sketch.add(SmallCatalog.CONV);
        sketch.wire("conv2d_1", "conv2d_2", 0).wire("conv2d_2", "add_1", 1);
        assertThat(offered(sketch, Problem.Cause.SHAPE)).first().isEqualTo("Change conv2d_2: Padding SAME");
        sketch.set("conv2d_2", SmallCatalog.FILTERS, 5);
        assertThat(offered(sketch, Problem.Cause.SHAPE)).first().isEqualTo("Change conv2d_2: Filters 8, Padding SAME");
    }

    @Test
    void aLoneLayerGetsItsEnds() {
        Sketch sketch = sketch(SmallCatalog.CONV);
        assertThat(offered(sketch, Problem.Cause.NO_INPUT)).first().isEqualTo("Add Input");
        Sketch open = sketch(SmallCatalog.INPUT, SmallCatalog.CONV);
        assertThat(offered(open, Problem.Cause.NO_OUTPUT)).first().isEqualTo("Add Output with Flatten");
        Sketch vector = sketch(SmallCatalog.INPUT, SmallCatalog.FLATTEN);
        assertThat(offered(vector, Problem.Cause.NO_OUTPUT)).first().isEqualTo("Add Output");
    }

    @Test
    void aCycleIsCut() {
        Sketch sketch = sketch(
                SmallCatalog.INPUT,
                SmallCatalog.FLATTEN,
                SmallCatalog.ADD,
                SmallCatalog.DENSE,
                SmallCatalog.DENSE,
                SmallCatalog.OUTPUT);
        sketch.wire("dense_2", "add_1", 1);
        assertThat(offered(sketch, Problem.Cause.CYCLE)).first().isEqualTo("Remove the wire from dense_2 to add_1");
    }

    @Test
    void unknownLayersAreBypassed() {
        Sketch sketch =
                classifier().unknown("mystery").wire("input_1", "mystery", 0).wire("mystery", "flatten_1", 0);
        assertThat(offered(sketch, Problem.Cause.UNKNOWN_LAYER))
                .containsExactly("Delete mystery and join its neighbours");
    }

    @Test
    void unusedLayersAreDeleted() {
        Sketch sketch = classifier();
        sketch.add(SmallCatalog.CONV);
        sketch.add(SmallCatalog.FLATTEN);
        sketch.wire("input_1", "conv2d_1", 0).wire("conv2d_1", "flatten_2", 0);
        assertThat(offered(sketch, Problem.Cause.UNUSED)).contains("Delete all 2 unused layers");
    }

    @Test
    void badValuesGetTheNearestOneThatIsAllowed() {
        Sketch sketch = classifier().set("output_1", SmallCatalog.UNITS, 0);
        assertThat(offered(sketch, Problem.Cause.BAD_VALUE))
                .contains("Set Units to 1 and use 10 units", "Set Units to 10");
    }

    @Test
    void outputsAreFittedToTheLabels() {
        Sketch sketch = classifier()
                .set("output_1", SmallCatalog.UNITS, 9)
                .set("output_1", SmallCatalog.LOSS, SmallCatalog.Loss.MSE);
        assertThat(offered(sketch, Problem.Cause.LABELS)).startsWith("Use sparse cross-entropy and use 10 units");
    }

    @Test
    void inputsAreFittedToTheData() {
        Sketch sketch = classifier().set("input_1", SmallCatalog.CHANNELS, 3);
        assertThat(offered(sketch, Problem.Cause.DATA)).containsExactly("Set input_1 to 28×28×1");
    }

    @Test
    void plansAreMended() {
        TrainingPlan plan = TrainingPlan.INITIAL.withData(MNIST);
        assertThat(offered(classifier().plan(plan.withEpochs(0)), Problem.Cause.PLAN))
                .containsExactly("Set Epochs to 1", "Set Epochs to 10");
        assertThat(offered(classifier().plan(plan.withBatchSize(20_000)), Problem.Cause.PLAN))
                .first()
                .isEqualTo("Use batches of 32");
        assertThat(offered(
                        classifier().plan(plan.withOptimizer(new Component("lion", Values.EMPTY))), Problem.Cause.PLAN))
                .containsExactly("Use Adam");
        Component fast = new Component("adam", new Values(Map.of("rate", 100.0)));
        assertThat(offered(classifier().plan(plan.withOptimizer(fast)), Problem.Cause.PLAN))
                .containsExactly("Set Learning rate to 10.0", "Set Learning rate to 0.001");
    }

    @Property(tries = 150)
    void whateverIsOfferedMendsItsProblemAndHarmsNoNode(@ForAll long seed) {
        Document document = new RandomDocuments(seed).document(25);
        List<Problem> before = problems(document);
        for (Problem problem : before) {
            List<Remedy> remedies = remedies(document, problem);
            assertThat(remedies).hasSizeLessThanOrEqualTo(4);
            for (Remedy remedy : remedies) {
                assertMends(document, before, problem, remedy);
            }
        }
    }

    private static void assertMends(Document document, List<Problem> before, Problem problem, Remedy remedy) {
        Document mended = remedy.edit().apply(document);
        Inference inference = Inference.of(document.graph(), SmallCatalog.CATALOG);
        for (Problem after : problems(mended)) {
            assertThat(same(after, problem)).as(remedy.label()).isFalse();
            boolean old = before.stream().anyMatch(error -> same(error, after));
            boolean fineBefore = after.node()
                    .map(id -> document.graph().find(id).isEmpty()
                            || inference.report(id).output().isPresent())
                    .orElse(true);
            assertThat(after.isError() && !old && fineBefore)
                    .as("%s brings %s", remedy.label(), after)
                    .isFalse();
        }
        assertNothingOverlapsAnew(document, mended);
    }

    private static boolean same(Problem one, Problem other) {
        boolean whole = one.cause() == Problem.Cause.NO_INPUT || one.cause() == Problem.Cause.NO_OUTPUT;
        return one.cause() == other.cause()
                && (whole || one.node().equals(other.node()))
                && one.param().equals(other.param());
    }

    private static void assertNothingOverlapsAnew(Document before, Document after) {
        for (NodeId fresh : after.graph().nodes().keySet()) {
            if (before.graph().find(fresh).isPresent()) {
                continue;
            }
            Point at = after.layout().of(fresh);
            for (NodeId other : after.graph().nodes().keySet()) {
                Point there = after.layout().of(other);
                boolean apart = Math.abs(at.x() - there.x()) >= Placement.WIDTH
                        || Math.abs(at.y() - there.y()) >= Placement.HEIGHT;
                assertThat(apart || other.equals(fresh)).isTrue();
            }
        }
    }
}
