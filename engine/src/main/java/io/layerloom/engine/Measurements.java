package io.layerloom.engine;

import io.layerloom.engine.kit.ContestMeasurement;
import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.Feed;
import io.layerloom.engine.kit.Measurement;
import io.layerloom.engine.kit.ObjectMeasurement;
import io.layerloom.engine.kit.OutputMeasurement;
import io.layerloom.engine.kit.PixelMeasurement;
import io.layerloom.engine.kit.TargetMeasurement;
import io.layerloom.engine.kit.TokenMeasurement;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Measures networks in the way that goes with what is to be learned from their data. */
final class Measurements {

    private Measurements() {}

    /** Measures a network on rows of a data set. */
    static Measurement of(ComputationGraph net, Examples data, int[] rows, int batchSize, Feed feed) {
        if (data.isTargeting()) {
            return TargetMeasurement.of(net, data, rows, batchSize, feed);
        }
        if (data.isOfTokens()) {
            return TokenMeasurement.of(net, data, rows, batchSize, feed);
        }
        if (data.isDetecting()) {
            return ObjectMeasurement.of(net, data, rows, batchSize, feed);
        }
        if (data.isSegmenting()) {
            return PixelMeasurement.of(net, data, rows, batchSize, feed);
        }
        return data.isContested()
                ? ContestMeasurement.of(net, data, rows, batchSize, feed)
                : OutputMeasurement.of(net, data, rows, batchSize, feed);
    }
}
