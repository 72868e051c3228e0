package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer whose core works on the rows of sequences. */
final class RowKernel extends Kernel {

    private final Inlet in;
    private final Signal out;
    private final RowCore core;
    private final Map<String, INDArray> learned;
    private final boolean learning;
    private final long seed;
    private final IntSupplier iteration;
    private final int steps;
    private Block found = Block.of(0);
    private RowBatch batch;
    private Matrix values;
    private Matrix given;
    private Matrix slopes;
    private Matrix slopesGiven;

    private RowKernel(Site site, RowCore core, long width, Map<String, INDArray> learned, boolean learning, long seed) {
        long[] shape = site.shape();
        this.steps = shape.length == 1 ? 1 : Math.toIntExact(shape[1]);
        this.core = core;
        this.learned = learned;
        this.learning = learning;
        this.seed = seed;
        this.iteration = site::iteration;
        this.in = Rows.inlet(site);
        this.out = shape.length == 1 || core.givesOneRow()
                ? site.give(new Rows(width))
                : site.give(new Rows(width, steps));
        batch = batch(0, 1, false);
        values = RowCore.none(DataType.FLOAT);
        given = values;
        slopes = values;
        slopesGiven = values;
    }

    /**
     * The kernel of a layer that reads sequences or vectors; none for images.
     *
     * @param width how many features it gives
     * @param learned what it has learned, by the names of the core
     * @param slopes where the gradients of that go; null if it learns nothing
     * @param seed of whatever is random in it
     */
    static List<Kernel> at(
            Site site,
            RowCore core,
            long width,
            Map<String, INDArray> learned,
            @Nullable Map<String, INDArray> slopes,
            long seed) {
        if (site.shape().length > 2) {
            return List.of();
        }
        if (slopes == null || core.names().isEmpty()) {
            return List.of(new RowKernel(site, core, width, learned, false, seed));
        }
        core.takeGradients(slopes);
        return List.of(new RowKernel(site, core, width, learned, true, seed));
    }

    private RowBatch batch(int examples, int members, boolean training) {
        return new RowBatch(
                DataType.FLOAT,
                examples,
                steps,
                members,
                training,
                in.signal().padding(),
                Optional.empty(),
                seed + iteration.getAsInt(),
                in.signal().isLearning());
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
        if (!core.givesOneRow()) {
            out.pad(in.signal().padding());
        }
        batch = batch(examples, members, training);
        core.prepare(batch);
        values = rows(in.signal(), in.signal().layout().values());
        given = rows(out, out.layout().values());
        if (training && out.isLearning()) {
            slopesGiven = rows(out, out.layout().slopes());
            slopes = rows(in.signal(), reached());
        }
    }

    /** The rows of this mini-batch; the block may have room for a larger one. */
    private Matrix rows(Signal signal, Block numbers) {
        return Matrix.on(
                numbers,
                batch.examples() * Rows.of(signal).steps(),
                Rows.of(signal).features());
    }

    /** Where the core leaves the slopes of what comes in: in their place, or where others are there already or nobody wants them, beside it. */
    private Block reached() {
        if (in.signal().isLearning() && !in.adding()) {
            return in.signal().layout().slopes();
        }
        found = found.atLeast(Math.multiplyExact(batch.examples(), in.signal().size()));
        return found;
    }

    @Override
    boolean takesPadding() {
        return true;
    }

    @Override
    void refresh(boolean training) {
        core.take(name -> RowCore.array(learned, name));
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(share -> pieces(share).forEach(this::forward)));
    }

    private void forward(RowSpan span) {
        span.silence(values, batch.padding());
        core.forward(values, given, span);
        silenceGiven(given, span);
    }

    private void silenceGiven(Matrix rows, RowSpan span) {
        if (!core.givesOneRow()) {
            span.silence(rows, batch.padding());
        }
    }

    @Override
    List<Step> backward() {
        List<Step> steps = new ArrayList<>();
        if (out.isLearning()) {
            steps.add(Step.each(this::backward));
        }
        if (learning) {
            // Nobody else writes to the slopes of these parameters, so they are complete with member 0's.
            steps.add(Step.eachAfterAll(share -> core.gradient(share.member(), batch.parts())));
        }
        return steps;
    }

    private void backward(Share share) {
        for (RowSpan span : pieces(share)) {
            silenceGiven(slopesGiven, span);
            core.backward(slopesGiven, slopes, span);
            span.silence(slopes, batch.padding());
        }
        if (in.signal().isLearning() && in.adding()) {
            int size = in.signal().size();
            in.takeBlockedSlopes(found, share.from() * size, share.from() * size, share.to() * size);
        }
    }

    private List<RowSpan> pieces(Share share) {
        return batch.pieces(share.member(), core);
    }
}
