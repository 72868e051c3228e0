package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryProblemsTest {

    private static final Capacity EIGHT_MEGABYTES = new Capacity(8 << 20);

    private static Document classifier(int filters, int batch) {
        return Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV, SmallCatalog.FLATTEN, SmallCatalog.OUTPUT)
                .set("conv2d_1", SmallCatalog.FILTERS, filters)
                .plan(TrainingPlan.INITIAL.withData(PlanProblemsTest.MNIST).withBatchSize(batch))
                .document();
    }

    private static List<Problem> problems(Document document, Capacity capacity) {
        Inference inference = Inference.of(document.graph(), SmallCatalog.CATALOG);
        return PlanProblems.of(
                document, inference, SmallCatalog.CATALOG, Optional.of(PlanProblemsTest.DIGITS), capacity);
    }

    private static TrainingMemory memory(Document document) {
        return TrainingMemory.of(
                document,
                Inference.of(document.graph(), SmallCatalog.CATALOG),
                SmallCatalog.CATALOG,
                Capacity.UNBOUNDED);
    }

    @Test
    void onTheProcessorThreadsConvolutionsAndTheHeapTakeMore() {
        Document drawn = classifier(64, 8);
        Inference inference = Inference.of(drawn.graph(), SmallCatalog.CATALOG);
        long all = inference.parameters();
        long convolved = drawn.graph().nodes().values().stream()
                .filter(node -> node.name().equals("conv2d_1"))
                .mapToLong(node -> inference.report(node.id()).count().trainable())
                .sum();
        Capacity capacity = new Capacity(400 << 20, Optional.empty(), Optional.of(new Capacity.Processor(4, 1000)));
        TrainingMemory memory = TrainingMemory.of(drawn, inference, SmallCatalog.CATALOG, capacity);
        // Weights twice, Adam's two numbers, and a checkpoint of all three in a heap of twice its size; convolutions in
        // two more orders.
        assertThat(memory.fixed()).isEqualTo(4 * (10 * all + 2 * convolved));
        assertThat(memory.weights(2) - memory.fixed()).isEqualTo(2 * 4 * (all + convolved));
        assertThat(memory.weights(100) - memory.fixed()).isEqualTo(4 * 4 * (all + convolved));
        // Images lie outside the heap, what is laid out of them within it.
        assertThat(memory.perExample()).isEqualTo(8 * (784 + 43_264) + 2 * 8 * (43_264 + 10));
        assertThat(memory.bytes(8)).isEqualTo(1000 + memory.weights(8) + 8 * memory.perExample());
        for (int batch = 1; batch < 10; batch++) {
            assertThat(memory.mostExamples(new Capacity(memory.bytes(batch)))).isEqualTo(batch);
            assertThat(memory.mostExamples(new Capacity(memory.bytes(batch) - 1)))
                    .isEqualTo(batch - 1);
        }
    }

    @Test
    void countsWhatLayersGiveWithTheirSlopes() {
        // 28·28 in, 26·26·4 out of the convolution and the same laid out, 10 in the end; two times four bytes each.
        assertThat(memory(classifier(4, 1)).perExample()).isEqualTo(8 * (784 + 2 * 2704 + 10));
        assertThat(memory(classifier(4, 1)).largest()).isEqualTo(2704);
        assertThat(memory(classifier(4, 64)).activations(64))
                .isEqualTo(64 * memory(classifier(4, 1)).perExample());
    }

    @Test
    void countsFourNumbersForEachWeightWithAdam() {
        Document dense = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.FLATTEN, SmallCatalog.DENSE, SmallCatalog.OUTPUT)
                .document();
        long parameters = Inference.of(dense.graph(), SmallCatalog.CATALOG).parameters();
        assertThat(parameters).isPositive();
        assertThat(memory(dense).weights(1)).isEqualTo(16 * parameters);
    }

    @Test
    void whatDoesNotFitIsSaidWithABatchThatFits() {
        Document large = classifier(32, 1024);
        assertThat(problems(classifier(32, 16), EIGHT_MEGABYTES)).isEmpty();
        assertThat(problems(large, Capacity.UNBOUNDED)).isEmpty();
        int most = memory(large).mostExamples(EIGHT_MEGABYTES);
        assertThat(problems(large, EIGHT_MEGABYTES)).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.message())
                    .startsWith("In batches of 1,024, training takes about ")
                    .contains("but this machine has 8 MB for it", "\"conv2d_1\" alone takes", "at most " + most + ",");
            assertThat(Remedies.of(
                            large,
                            problem,
                            SmallCatalog.CATALOG,
                            Optional.of(PlanProblemsTest.DIGITS),
                            EIGHT_MEGABYTES))
                    .isNotEmpty()
                    .allSatisfy(remedy -> assertThat(problems(remedy.edit().apply(large), EIGHT_MEGABYTES))
                            .isEmpty());
        });
    }

    @Test
    void theLargestBatchThatFitsIsTheLargest() {
        Random random = new Random(7);
        for (int round = 0; round < 100; round++) {
            Capacity capacity = new Capacity(1L << (20 + random.nextInt(6)));
            Document drawn = classifier(8 + random.nextInt(64), 1);
            int most = memory(drawn).mostExamples(capacity);
            if (most > 0 && most < PlanProblemsTest.DIGITS.examples()) {
                assertThat(problems(drawn.with(drawn.plan().withBatchSize(most)), capacity))
                        .isEmpty();
                assertThat(problems(drawn.with(drawn.plan().withBatchSize(most + 1)), capacity))
                        .hasSize(1);
            }
        }
    }

    @Test
    void aBatchTakesNoMoreThanTheTrainingPart() {
        Document asked = classifier(4, 60_000);
        // Of 14,000 examples a tenth is the test part, and a tenth of the rest the validation part.
        Capacity enough = new Capacity(memory(asked).bytes(11_340));
        assertThat(problems(asked, enough)).noneMatch(Problem::isError);
        assertThat(problems(asked, new Capacity(enough.bytes() - 1))).anyMatch(Problem::isError);
    }

    @Test
    void anArrayThatCannotBeIsSaidWhateverTheMemory() {
        Document huge = classifier(4096, 10_000);
        assertThat(problems(huge, Capacity.UNBOUNDED))
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.message())
                                .isEqualTo(
                                        "In batches of 10,000, \"conv2d_1\" needs an array of 27,688,960,000 numbers, but one holds at most 2,147,483,639. Use batches of at most 775, or make \"conv2d_1\" smaller."));
        assertThat(problems(classifier(4096, 775), Capacity.UNBOUNDED)).isEmpty();
    }

    @Test
    void aNetworkThatDoesNotFitEvenWithOneExampleNamesItsHeaviestLayer() {
        assertThat(problems(classifier(32, 1), new Capacity(1000)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.node()).isPresent();
                    assertThat(problem.message()).contains("even one example at a time", "\"conv2d_1\"");
                });
    }

    @Test
    void whatLayersWorkWithIsNeededOneAfterTheOther() {
        Footprint one = Footprint.kept(10).plus(Footprint.working(70, 40));
        Footprint other = Footprint.noted(5, 5).plus(Footprint.working(50, 50));
        Footprint both = one.plus(other);
        assertThat(both).isEqualTo(new Footprint(10, 5, 70, 50));
        assertThat(TrainingMemory.perExample(both)).isEqualTo(4 * (2 * 10 + 5 + 70));
        assertThat(both.copies(3)).isEqualTo(new Footprint(30, 15, 70, 50));
        assertThat(both.stacked(2)).isEqualTo(new Footprint(20, 10, 140, 100));
    }

    @Test
    void miniBatchesFollowFromThePlanAndTheTrainingPart() {
        TrainingPlan plan = TrainingPlan.INITIAL.withBatchSize(1000);
        DataSchema ownTest = new DataSchema("with a test set", new Shape.Vector(3), new Labels.None(), 12_000, 2_000);
        assertThat(MiniBatches.of(plan, Optional.of(ownTest))).isEqualTo(new MiniBatches(1000, OptionalLong.of(9)));
        assertThat(MiniBatches.of(plan.withBatchSize(50_000), Optional.of(ownTest)))
                .isEqualTo(new MiniBatches(9000, OptionalLong.of(1)));
        assertThat(MiniBatches.of(plan, Optional.empty())).isEqualTo(new MiniBatches(1000, OptionalLong.empty()));
    }

    @Test
    void aCardIsNamedWhereItsMemoryIsTooSmallOrNotKnown() {
        Document large = classifier(32, 1024);
        assertThat(problems(large, new Capacity(8 << 20, Optional.of("NVIDIA T4"))))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).contains("but the graphics card NVIDIA T4 has 8 MB for it"));
        Capacity unknown = new Capacity(Long.MAX_VALUE, Optional.of("NVIDIA T4"));
        assertThat(problems(large, unknown)).isEmpty();
        assertThat(unknown.caution())
                .contains(
                        "How much memory the graphics card NVIDIA T4 has is not known, so it may turn out too small.");
        assertThat(Capacity.UNBOUNDED.caution()).isEmpty();
    }

    @Test
    void amountsAreWordsThatPeopleRead() {
        assertThat(TrainingMemory.words(0)).isEqualTo("0 KB");
        assertThat(TrainingMemory.words(870_400)).isEqualTo("850 KB");
        assertThat(TrainingMemory.words(12L << 20)).isEqualTo("12 MB");
        assertThat(TrainingMemory.words(3L << 29)).isEqualTo("1.5 GB");
        assertThat(TrainingMemory.words(222L << 30)).isEqualTo("222 GB");
    }
}
