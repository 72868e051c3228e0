package io.layerloom.engine;

import io.layerloom.engine.kit.Codes;
import io.layerloom.engine.kit.Contest;
import io.layerloom.graph.TrainingPlan;
import java.util.Optional;

/** What a generator makes while it learns: pictures of a few codes that stay the same. */
final class GenerationPractice implements Practice {

    private static final int MOST = 32;
    /** Large pictures become fewer, so that the record of a long run stays small. */
    private static final int MOST_VALUES = 65_536;

    private final Contest contest;
    private final long[] shape;
    private final float[] codes;
    private final int count;

    private GenerationPractice(Contest contest, long[] shape, float[] codes, int count) {
        this.contest = contest;
        this.shape = shape;
        this.codes = codes;
        this.count = count;
    }

    /** For the training of a network; empty if it does not generate pictures. */
    static Optional<Practice> of(BuiltNetwork built, LoadedDataset dataset, TrainingPlan plan) {
        long[] shape = dataset.examples().shape();
        if (shape.length != 3) {
            return Optional.empty();
        }
        int count = Math.max(1, Math.min(MOST, MOST_VALUES / dataset.examples().width()));
        return Contest.of(built.net())
                .map(contest -> new GenerationPractice(
                        contest, shape, Codes.of(count, built.feed().codeSize(), plan.seed()), count));
    }

    @Override
    public Optional<RunEvent> before() {
        return Optional.of(after(0, 0));
    }

    @Override
    public RunEvent after(int epoch, int iteration) {
        return new RunEvent.Generated(epoch, iteration, Pictures.of(shape, contest.generate(codes, count, shape)));
    }
}
