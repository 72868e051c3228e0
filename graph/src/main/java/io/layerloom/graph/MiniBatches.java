package io.layerloom.graph;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The mini-batches of a training, as they follow from its plan and its data: what all costs of a step are reckoned for.
 *
 * @param size examples of the largest: as many as the plan says, or the whole training part where it has fewer
 * @param perEpoch how many there are in an epoch; empty where no data are known
 */
public record MiniBatches(int size, OptionalLong perEpoch) {

    /** Those of a plan. */
    public static MiniBatches of(TrainingPlan plan, Optional<DataSchema> data) {
        int wanted = Math.max(1, plan.batchSize());
        long examples = data.map(known -> known.trainedOn(plan.split())).orElse(0L);
        return examples <= 0
                ? new MiniBatches(wanted, OptionalLong.empty())
                : new MiniBatches((int) Math.min(examples, wanted), OptionalLong.of((examples + wanted - 1) / wanted));
    }
}
