package io.layerloom.graph;

import io.layerloom.graph.StepWork.Kind;
import java.util.EnumMap;
import java.util.Map;

/**
 * How fast a machine trains: the seconds that each kind of work takes there, forward and backward. Learned from what trainings took.
 *
 * @param seconds for one unit of each kind
 * @param trainings from how many it was learned
 */
public record Pace(Map<Kind, Double> seconds, int trainings) {

    /** How the kinds compare, by the figures of the documented benchmarks: seconds on two cores with AVX-512. */
    static final Pace TYPICAL = new Pace(
            Map.of(
                    Kind.STEP, 1e-4,
                    Kind.LAYERS, 5e-5,
                    Kind.WEIGHTS, 1.5e-9,
                    Kind.CONVOLUTION, 5.5e-11,
                    Kind.RECURRENT, 7e-11,
                    Kind.ATTENTION, 7.5e-11,
                    Kind.DENSE, 5e-11,
                    Kind.NUMBERS, 1e-9),
            0);

    /** The furthest that one training counts for after the first: the machine may have had other things to do. */
    private static final double FURTHEST = 8;

    public Pace {
        seconds = Map.copyOf(seconds);
    }

    /** The pace of a machine on which one training was measured: every kind is as much faster or slower than is usual. */
    public static Pace first(StepWork work, double measured) {
        double ratio = measured / TYPICAL.predict(work);
        Map<Kind, Double> scaled = new EnumMap<>(Kind.class);
        TYPICAL.seconds.forEach((kind, each) -> scaled.put(kind, each * ratio));
        return new Pace(scaled, 1);
    }

    /** The seconds that work takes. */
    public double predict(StepWork work) {
        return work.amounts().entrySet().stream()
                .mapToDouble(amount -> amount.getValue() * seconds.getOrDefault(amount.getKey(), 0.0))
                .sum();
    }

    /** The pace after one more training: each kind of work answers for the error by its share of the prediction. */
    public Pace learn(StepWork work, double measured) {
        double predicted = predict(work);
        double ratio = Math.max(1 / FURTHEST, Math.min(FURTHEST, measured / predicted));
        Map<Kind, Double> learned = new EnumMap<>(Kind.class);
        seconds.forEach((kind, each) -> {
            double share = each * work.amounts().getOrDefault(kind, 0.0) / predicted;
            learned.put(kind, each * Math.pow(ratio, share));
        });
        return new Pace(learned, trainings + 1);
    }
}
