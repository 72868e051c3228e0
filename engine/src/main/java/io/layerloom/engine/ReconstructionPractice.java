package io.layerloom.engine;

import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.OutputMeasurement;
import io.layerloom.engine.kit.Split;
import java.util.Arrays;
import java.util.Optional;

/** How a network that learns to give pictures back does so with a few that it is not trained on, if there are any. */
final class ReconstructionPractice implements Practice {

    private static final int MOST = 10;
    /** Large pictures become fewer, so that the record of a long run stays small. */
    private static final int MOST_VALUES = 65_536;

    private final BuiltNetwork built;
    private final Examples data;
    private final int[] rows;

    private ReconstructionPractice(BuiltNetwork built, Examples data, int[] rows) {
        this.built = built;
        this.data = data;
        this.rows = rows;
    }

    static Optional<Practice> of(BuiltNetwork built, LoadedDataset dataset) {
        Examples data = dataset.examples();
        if (!data.isReconstructing() || data.shape().length != 3) {
            return Optional.empty();
        }
        Split split = dataset.loaded().split();
        int[] unseen = split.validation().length > 0 ? split.validation() : split.test();
        int[] rows = unseen.length > 0 ? unseen : split.train();
        int count = Math.max(1, Math.min(MOST, MOST_VALUES / data.width()));
        return Optional.of(new ReconstructionPractice(built, data, Arrays.copyOf(rows, Math.min(count, rows.length))));
    }

    @Override
    public RunEvent after(int epoch, int iteration) {
        int width = data.width();
        float[] originals = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(data.features(), rows[i] * width, originals, i * width, width);
        }
        float[] copies = OutputMeasurement.of(built.net(), data, rows, rows.length, built.feed())
                .outputs();
        return new RunEvent.Reconstructed(
                epoch, iteration, Pictures.of(data.shape(), originals), Pictures.of(data.shape(), copies));
    }
}
