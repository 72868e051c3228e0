package io.layerloom.graph;

import io.layerloom.graph.StepWork.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How fast a machine trains, learned from what its last trainings took. A network that was trained is foretold what it took; all others go by the seconds that each kind of work takes, forward
 * and backward. How much faster or slower than usual the machine is, is the median of the trainings, so that one network that is computed in another way than most spoils no other.
 */
public final class Pace {

    /** How the kinds compare, by the figures of the documented benchmarks: seconds on two cores with AVX-512. */
    static final Map<Kind, Double> TYPICAL = Map.of(
            Kind.STEP, 1e-4,
            Kind.LAYERS, 5e-5,
            Kind.WEIGHTS, 1.5e-9,
            Kind.CONVOLUTION, 5.5e-11,
            Kind.RECURRENT, 7e-11,
            Kind.ATTENTION, 5e-11,
            Kind.DENSE, 5e-11,
            Kind.NUMBERS, 1e-9,
            Kind.ATTENTION_NUMBERS, 4e-9,
            Kind.BINARY_NUMBERS, 4e-8);

    /** So many trainings are remembered: enough to tell the kinds apart, few enough to follow a machine that changes. */
    static final int MOST_TRAININGS = 16;

    /** With fewer trainings than this one that is far off may be the median. */
    private static final int ENOUGH = 3;

    /** How much faster or slower than usual a machine is taken to be by fewer trainings than {@link #ENOUGH}. */
    private static final double FEW_TELL = Math.log(4);

    /** A training so much faster or slower than the machine tells nothing of the kinds of its work. */
    private static final double OFF = Math.log(8);

    private static final int PASSES = 200;
    private static final double RATE = 0.5;

    /** How strongly a kind is drawn to the pace of the machine, beside what one training says of it. */
    private static final double PRIOR = 0.001;

    private final List<Training> trainings;
    private final Map<Kind, Double> seconds;

    /**
     * What a training took.
     *
     * @param work of one step
     * @param seconds that a step took
     */
    public record Training(StepWork work, double seconds) {
        public Training {
            double usual = sum(work, TYPICAL);
            if (!Double.isFinite(seconds) || seconds <= 0 || !Double.isFinite(usual) || usual <= 0) {
                throw new IllegalArgumentException(
                        "A training takes work and time. Received: %s in %s s".formatted(work.amounts(), seconds));
            }
        }

        /** The logarithm of how much slower it was than by the seconds of each kind. */
        private double off(Map<Kind, Double> each) {
            return Math.log(seconds / sum(work, each));
        }
    }

    /** The pace that shows in trainings, the latest last; of a network that was trained twice, only the last one counts. At least one. */
    public Pace(List<Training> trainings) {
        if (trainings.isEmpty()) {
            throw new IllegalArgumentException("A pace needs at least one training. Received: none");
        }
        this.trainings = trainings.stream()
                .skip(Math.max(0, trainings.size() - MOST_TRAININGS))
                .toList();
        double machine = machine(this.trainings);
        seconds = kinds(
                machine,
                this.trainings.stream()
                        .filter(training -> Math.abs(training.off(TYPICAL) - machine) < OFF)
                        .toList());
    }

    /** The logarithm of how much slower the machine is than usual: the median, of two in the middle the one that is nearer to usual. */
    private static double machine(List<Training> trainings) {
        double[] off = trainings.stream()
                .mapToDouble(training -> training.off(TYPICAL))
                .sorted()
                .toArray();
        double low = off[(off.length - 1) / 2];
        double high = off[off.length / 2];
        double median = Math.abs(low) < Math.abs(high) ? low : high;
        return off.length < ENOUGH ? Math.max(-FEW_TELL, Math.min(FEW_TELL, median)) : median;
    }

    /** The seconds of each kind: in every pass each answers for the errors by its share of what was foretold, and is drawn a little to the pace of the machine. */
    private static Map<Kind, Double> kinds(double machine, List<Training> trainings) {
        Map<Kind, Double> learned = new EnumMap<>(Kind.class);
        TYPICAL.forEach((kind, usual) -> learned.put(kind, usual * Math.exp(machine)));
        // One training says nothing of how the kinds compare.
        for (int pass = 0; trainings.size() > 1 && pass < PASSES; pass++) {
            for (Training training : trainings) {
                double whole = sum(training.work, learned);
                double off = training.off(learned);
                learned.replaceAll((kind, each) -> {
                    double share = each * training.work.amounts().getOrDefault(kind, 0.0) / whole;
                    double astray = Math.log(each / TYPICAL.getOrDefault(kind, each)) - machine;
                    return each * Math.exp(RATE * share * off - PRIOR * astray);
                });
            }
        }
        return Map.copyOf(learned);
    }

    private static double sum(StepWork work, Map<Kind, Double> each) {
        return work.amounts().entrySet().stream()
                .mapToDouble(amount -> amount.getValue() * each.getOrDefault(amount.getKey(), 0.0))
                .sum();
    }

    /** The pace of a machine on which one training was measured. */
    public static Pace first(StepWork work, double measured) {
        return new Pace(List.of(new Training(work, measured)));
    }

    /** The seconds that a step takes: what it took if this very work was trained, otherwise by the kinds of its work. */
    public double predict(StepWork work) {
        return measured(work).orElseGet(() -> estimate(work));
    }

    private Optional<Double> measured(StepWork work) {
        return trainings.stream()
                .filter(training -> training.work.equals(work))
                .findFirst()
                .map(Training::seconds);
    }

    /** The seconds that work takes by its kinds alone: a part of a step compares with the whole step. */
    public double estimate(StepWork work) {
        return sum(work, seconds);
    }

    /** The pace after one more training. */
    public Pace learn(StepWork work, double measured) {
        return new Pace(Stream.concat(
                        trainings.stream().filter(training -> !training.work.equals(work)),
                        Stream.of(new Training(work, measured)))
                .toList());
    }

    /** The trainings from which it was learned, the latest last. */
    public List<Training> trainings() {
        return trainings;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pace pace && trainings.equals(pace.trainings);
    }

    @Override
    public int hashCode() {
        return trainings.hashCode();
    }
}
