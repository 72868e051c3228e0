package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;

/** One number for each feature of a sequence: the largest, the average or the sum over its steps that are not padding. */
final class RowPoolingKernel extends Kernel {

    /** The steps in a mini-batch of sequences. */
    private static final int STEPS = 2;

    private final Inlet in;
    private final Signal out;
    private final GlobalPoolingKernel.Kind kind;
    private final int steps;
    private final int features;

    private RowPoolingKernel(Inlet in, Signal out, GlobalPoolingKernel.Kind kind) {
        this.in = in;
        this.out = out;
        this.kind = kind;
        this.features = out.size();
        this.steps = in.signal().size() / features;
    }

    /** The kernel of a layer of DL4J; none if it is of another kind. */
    static List<Kernel> at(Site site) {
        return site.settings(GlobalPoolingLayer.class)
                .filter(settings -> site.shape().length == 2 && GlobalPoolingKernel.isPlain(settings, STEPS))
                .flatMap(settings -> GlobalPoolingKernel.kind(settings.getPoolingType()))
                .<List<Kernel>>map(
                        kind -> List.of(new RowPoolingKernel(Rows.inlet(site), site.give(site.shape()[0]), kind)))
                .orElse(List.of());
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
    }

    @Override
    boolean takesPadding() {
        return true;
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(this::forward));
    }

    @Override
    List<Step> backward() {
        return in.signal().isLearning() ? List.of(Step.each(this::backward)) : List.of();
    }

    private void forward(Share share) {
        float[] row = new float[features];
        float[] sum = new float[features];
        for (int example = share.from(); example < share.to(); example++) {
            boolean any = in.signal().padding().counting(example, steps) > 0;
            Arrays.fill(sum, any && kind == GlobalPoolingKernel.Kind.LARGEST ? Float.NEGATIVE_INFINITY : 0);
            for (int step = 0; step < steps; step++) {
                if (!isPadding(example, step)) {
                    in.signal().layout().values().get((example * steps + step) * features, row, 0, features);
                    take(row, sum);
                }
            }
            float part = part(example);
            float[] y = out.values();
            for (int i = 0; i < features; i++) {
                y[example * features + i] = sum[i] * part;
            }
        }
    }

    private boolean isPadding(int example, int step) {
        return in.signal().padding().at(example, step);
    }

    /** How much a step counts. */
    private float part(int example) {
        return kind == GlobalPoolingKernel.Kind.AVERAGE
                ? 1f / Math.max(1, in.signal().padding().counting(example, steps))
                : 1;
    }

    private void take(float[] row, float[] sum) {
        if (kind == GlobalPoolingKernel.Kind.LARGEST) {
            for (int i = 0; i < features; i++) {
                sum[i] = Math.max(sum[i], row[i]);
            }
            return;
        }
        for (int i = 0; i < features; i++) {
            sum[i] += row[i];
        }
    }

    private void backward(Share share) {
        float[] slopes = new float[features * steps];
        float[] others = new float[features * steps];
        for (int example = share.from(); example < share.to(); example++) {
            if (kind == GlobalPoolingKernel.Kind.LARGEST) {
                toLargest(example, slopes);
            } else {
                toAll(example, slopes);
            }
            in.takeBlockedSlopes(slopes, example * slopes.length, slopes.length, others);
        }
    }

    private void toAll(int example, float[] slopes) {
        float part = part(example);
        float[] dy = out.slopes();
        for (int step = 0; step < steps; step++) {
            float counting = isPadding(example, step) ? 0 : part;
            for (int i = 0; i < features; i++) {
                slopes[step * features + i] = dy[example * features + i] * counting;
            }
        }
    }

    private void toLargest(int example, float[] slopes) {
        float[] x = in.signal().layout().values().get(example * slopes.length, slopes.length);
        Arrays.fill(slopes, 0);
        for (int i = 0; i < features; i++) {
            int largest = -1;
            for (int step = 0; step < steps; step++) {
                int at = step * features + i;
                boolean larger = largest < 0 || x[at] > x[largest];
                largest = larger && !isPadding(example, step) ? at : largest;
            }
            if (largest >= 0) {
                slopes[largest] = out.slopes()[example * features + i];
            }
        }
    }
}
