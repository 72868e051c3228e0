package io.layerloom.engine;

import java.util.List;

/**
 * What an exported project must reproduce bit for bit.
 *
 * @param configurationJson DL4J's JSON of the network before {@code init()}
 * @param examples how many of the first test examples were predicted, as one mini-batch
 * @param outputs what the trained network gives for them, one after the other
 * @param retrainedSha256 the hash of the parameters after one epoch from the seed, as {@code Sha256.of(net)} computes it
 * @param threads how many threads computed all this; other numbers of threads give other last bits
 */
public record Expectations(
        String configurationJson, int examples, List<Float> outputs, String retrainedSha256, int threads) {
    public Expectations {
        outputs = List.copyOf(outputs);
    }
}
