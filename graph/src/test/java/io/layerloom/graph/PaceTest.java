package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.graph.StepWork.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static StepWork work(Random random) {
        Map<Kind, Double> amounts = new EnumMap<>(Kind.class);
        amounts.put(Kind.STEP, 1.0);
        for (Kind kind : Kind.values()) {
            if (kind != Kind.STEP && random.nextInt(3) > 0) {
                // As much as the kind takes some milliseconds for.
                double millis = Math.exp(random.nextGaussian());
                amounts.put(kind, millis / 1000 / Pace.TYPICAL.get(kind));
            }
        }
        return new StepWork(amounts);
    }

    @Test
    void oneTrainingIsEnoughToForetellTheSameAgain() {
        StepWork step = work(new Random(1));
        assertThat(Pace.first(step, 0.25).predict(step)).isEqualTo(0.25, within(1e-9));
    }

    /** A machine that takes this long for each kind of work. */
    private static double time(StepWork step, Map<Kind, Double> each) {
        return step.amounts().entrySet().stream()
                .mapToDouble(amount -> amount.getValue() * each.get(amount.getKey()))
                .sum();
    }

    private static Map<Kind, Double> times(double factor) {
        Map<Kind, Double> all = new EnumMap<>(Pace.TYPICAL);
        all.replaceAll((kind, each) -> each * factor);
        return all;
    }

    @Test
    void learnsAMachineOnWhichTheKindsCompareOtherwise() {
        Random random = new Random(3);
        Map<Kind, Double> machine = new EnumMap<>(Pace.TYPICAL);
        machine.replaceAll((kind, each) -> each * Math.exp(random.nextGaussian()));
        StepWork begun = work(random);
        Pace learned = Pace.first(begun, time(begun, machine));
        for (int training = 0; training < 60; training++) {
            StepWork step = work(random);
            learned = learned.learn(step, time(step, machine));
        }
        double worst = 0;
        for (int look = 0; look < 20; look++) {
            StepWork step = work(random);
            worst = Math.max(worst, Math.abs(Math.log(learned.predict(step) / time(step, machine))));
        }
        assertThat(worst).isLessThan(0.3);
    }

    @Test
    void aMachineFarSlowerThanUsualIsBelievedOnceAFewTrainingsSaySo() {
        Random random = new Random(5);
        Map<Kind, Double> slow = times(30);
        StepWork begun = work(random);
        Pace learned = Pace.first(begun, time(begun, slow));
        for (int training = 0; training < 3; training++) {
            StepWork step = work(random);
            learned = learned.learn(step, time(step, slow));
        }
        StepWork next = work(random);
        assertThat(learned.predict(next) / time(next, slow)).isBetween(0.8, 1.25);
    }

    @Test
    void oneNetworkThatIsOffSpoilsNoOtherWheneverItIsTrained() {
        for (int when = 0; when < 6; when++) {
            Random random = new Random(6);
            List<Pace.Training> trainings = new ArrayList<>();
            for (int training = 0; training < 5; training++) {
                StepWork step = work(random);
                trainings.add(new Pace.Training(step, time(step, times(1.5))));
            }
            StepWork capsules = work(random);
            trainings.add(when, new Pace.Training(capsules, time(capsules, times(600))));
            StepWork next = work(random);
            Pace learned = new Pace(trainings);
            assertThat(learned.predict(next) / time(next, times(1.5))).isBetween(0.8, 1.25);
            assertThat(learned.predict(capsules)).isEqualTo(time(capsules, times(600)));
        }
    }

    @Test
    void afterNothingButANetworkThatIsOffAllOthersStayWithinReason() {
        Random random = new Random(7);
        StepWork capsules = work(random);
        Pace learned = Pace.first(capsules, time(capsules, times(600)));
        StepWork next = work(random);
        assertThat(learned.predict(next) / time(next, times(1))).isLessThan(4.01);
    }

    @Test
    void theLastTrainingOfANetworkIsWhatItIsForetold() {
        StepWork step = work(new Random(4));
        assertThat(Pace.first(step, 0.01).learn(step, 0.4).predict(step)).isEqualTo(0.4);
    }

    @Test
    void aStepAsksForTheWorkOfItsLayers() {
        Document drawn = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.FLATTEN, SmallCatalog.DENSE, SmallCatalog.OUTPUT)
                .document();
        Map<NodeId, StepWork> layers = StepWork.byNode(
                drawn,
                Inference.of(drawn.graph(), SmallCatalog.CATALOG),
                SmallCatalog.CATALOG,
                drawn.plan().batchSize());
        StepWork step = StepWork.of(layers);
        assertThat(layers).hasSize(3);
        assertThat(step.amounts())
                .containsEntry(Kind.STEP, 1.0)
                .containsEntry(Kind.LAYERS, 3.0)
                .containsEntry(Kind.WEIGHTS, 785.0 * 10)
                .containsEntry(Kind.NUMBERS, 32.0 * (784 + 10 + 10));
    }

    @Test
    void numbersThatAttentionGivesAreAKindOfTheirOwn() {
        LayerType attention = LayerType.layer("mix", "Mix")
                .category(Category.ATTENTION)
                .from(Shape.Image.class, (values, in) -> Inferred.ok(in))
                .layer((values, in) -> Expr.make("Mix"));
        StepWork step = chain(10, SmallCatalog.INPUT, attention, SmallCatalog.FLATTEN, SmallCatalog.OUTPUT);
        assertThat(step.amounts())
                .containsEntry(Kind.ATTENTION_NUMBERS, 10.0 * 784)
                .containsEntry(Kind.NUMBERS, 10.0 * (784 + 10));
    }

    @Test
    void numbersThatAreYesOrNoAreAKindOfTheirOwn() {
        LayerType pixels = LayerType.layer("pixels", "Pixels")
                .from(Shape.Vector.class, (values, in) -> Inferred.ok(in))
                .ending(values -> Labels.Format.BINARY, (values, out, labels) -> Optional.empty())
                .layer((values, in) -> Expr.make("Pixels"));
        StepWork step = chain(10, SmallCatalog.INPUT, SmallCatalog.FLATTEN, pixels);
        assertThat(step.amounts())
                .containsEntry(Kind.BINARY_NUMBERS, 10.0 * 784)
                .containsEntry(Kind.NUMBERS, 10.0 * 784);
    }

    /** The work of a network of these layers, one behind the other. */
    private static StepWork chain(int batch, LayerType... layers) {
        Catalog catalog = new Catalog(
                List.of(layers),
                List.of(),
                List.of(),
                (document, inference, known) -> new Network(Expr.make("Nothing"), List.of(), List.of(), 0));
        Document drawn = Sketch.chain(layers).document();
        return StepWork.of(StepWork.byNode(drawn, Inference.of(drawn.graph(), catalog), catalog, batch));
    }

    /** The benchmarks in batches of 64 as one thread of a Xeon took them. */
    private static Pace xeon() {
        return new Pace(List.of(
                new Pace.Training(step(2, 101_770, Map.of(Kind.DENSE, 6.5e6, Kind.NUMBERS, 8.8e3)), 0.00023),
                new Pace.Training(
                        step(7, 121_930, Map.of(Kind.CONVOLUTION, 1.55e8, Kind.DENSE, 6.6e6, Kind.NUMBERS, 2.44e6)),
                        0.0071),
                new Pace.Training(
                        step(3, 24_458, Map.of(Kind.RECURRENT, 4.22e7, Kind.DENSE, 1.6e5, Kind.NUMBERS, 6.9e5)),
                        0.0020),
                new Pace.Training(
                        step(51, 175_258, Map.of(Kind.CONVOLUTION, 1.706e9, Kind.DENSE, 1.3e7, Kind.NUMBERS, 3.04e7)),
                        0.0822),
                new Pace.Training(
                        step(
                                5,
                                398_090,
                                Map.of(
                                        Kind.ATTENTION, 1.745e9,
                                        Kind.DENSE, 1.65e6,
                                        Kind.NUMBERS, 5.3e5,
                                        Kind.ATTENTION_NUMBERS, 1.78e7)),
                        0.0876)));
    }

    /** A transformer of half the width of that which was measured. */
    @Test
    void aNarrowTransformerIsForetoldByAWideOne() {
        StepWork narrow = step(
                6,
                109_352,
                Map.of(
                        Kind.ATTENTION, 1.175e8,
                        Kind.DENSE, 2.75e6,
                        Kind.NUMBERS, 1.7e5,
                        Kind.ATTENTION_NUMBERS, 2.56e6));
        assertThat(xeon().predict(narrow) / 0.0098).isBetween(0.85, 1.15);
    }

    /** Autoencoders of digits in batches of 32, the second one variational, as one thread of such a Xeon took them. */
    @Test
    void anAutoencoderIsForetoldByTheDigitsThatItDraws() {
        StepWork plain =
                step(7, 456_680, Map.of(Kind.DENSE, 1.457e7, Kind.NUMBERS, 4.84e4, Kind.BINARY_NUMBERS, 2.51e4));
        StepWork variational =
                step(7, 411_944, Map.of(Kind.DENSE, 1.314e7, Kind.NUMBERS, 4.26e4, Kind.BINARY_NUMBERS, 2.51e4));
        assertThat(xeon().predict(plain) / 0.00115).isBetween(0.85, 1.15);
        assertThat(xeon().predict(variational) / 0.00110).isBetween(0.85, 1.15);
    }

    private static StepWork step(double layers, double weights, Map<Kind, Double> others) {
        return new StepWork(Map.of(Kind.STEP, 1.0, Kind.LAYERS, layers, Kind.WEIGHTS, weights))
                .plus(new StepWork(others));
    }
}
