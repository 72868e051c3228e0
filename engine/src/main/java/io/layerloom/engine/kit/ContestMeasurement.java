package io.layerloom.engine.kit;

import org.deeplearning4j.nn.graph.ComputationGraph;

/** How well a discriminator tells some rows of a data set from as many generated examples. */
public final class ContestMeasurement extends Measurement {

    private final double accuracy;

    /**
     * A measurement.
     *
     * @param loss of the discriminator over all rows and generated examples, added up
     * @param right how many of both it told rightly
     */
    ContestMeasurement(ComputationGraph net, double loss, int right, int[] rows) {
        super(net, loss, 2 * rows.length, rows);
        this.accuracy = rows.length == 0 ? Double.NaN : right / (2.0 * rows.length);
    }

    /** Measures a network on rows of a data set; the generated examples are always made of the same codes. */
    public static ContestMeasurement of(ComputationGraph net, Examples data, int[] rows, int batchSize, Feed feed) {
        return Contest.of(net)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Only a network with a generator tells real from generated examples."))
                .measure(data, rows, batchSize, feed);
    }

    /** The part of the real and the generated examples that were told apart; NaN if nothing was measured. */
    @Override
    public double accuracy() {
        return accuracy;
    }
}
