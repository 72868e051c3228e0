package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;

/** One number for each channel of an image: the largest, the average or the sum of all its numbers. */
final class GlobalPoolingKernel extends Kernel {

    /** Height and width in a mini-batch of images. */
    static final int[] IMAGE = {2, 3};

    private final Inlet in;
    private final Signal out;
    private final Kind kind;
    private final int area;

    enum Kind {
        LARGEST,
        AVERAGE,
        SUM
    }

    GlobalPoolingKernel(Inlet in, Signal out, Kind kind) {
        this.in = in;
        this.out = out;
        this.kind = kind;
        this.area = in.signal().size() / out.size();
    }

    /** The kernel of a layer of DL4J; none if it is of another kind. */
    static List<Kernel> at(Site site) {
        return site.settings(GlobalPoolingLayer.class)
                .filter(settings -> site.seesImages() && isPlain(settings, IMAGE))
                .flatMap(settings -> kind(settings.getPoolingType()))
                .<List<Kernel>>map(
                        kind -> List.of(new GlobalPoolingKernel(site.inlet(), site.give(site.shape()[0]), kind)))
                .orElse(List.of());
    }

    /** Whether a layer leaves one number of each channel, and nothing else, from examples whose places lie along these dimensions of a mini-batch. */
    static boolean isPlain(GlobalPoolingLayer settings, int... places) {
        int[] dimensions = settings.getPoolingDimensions();
        return settings.isCollapseDimensions() && (dimensions == null || Arrays.equals(dimensions, places));
    }

    static Optional<Kind> kind(PoolingType type) {
        return switch (type) {
            case MAX -> Optional.of(Kind.LARGEST);
            case AVG -> Optional.of(Kind.AVERAGE);
            case SUM -> Optional.of(Kind.SUM);
            case PNORM -> Optional.empty();
        };
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
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
        float[] x = in.signal().values();
        float[] y = out.values();
        for (int i = share.from() * out.size(); i < share.to() * out.size(); i++) {
            y[i] = switch (kind) {
                case LARGEST -> x[largest(x, i * area)];
                case AVERAGE -> Sums.of(x, i * area, area) / area;
                case SUM -> Sums.of(x, i * area, area);
            };
        }
    }

    private int largest(float[] x, int from) {
        int at = from;
        for (int i = from + 1; i < from + area; i++) {
            at = x[i] > x[at] ? i : at;
        }
        return at;
    }

    private void backward(Share share) {
        float[] slopes = in.signal().slopes();
        float[] dy = out.slopes();
        if (!in.adding()) {
            Arrays.fill(
                    slopes,
                    share.from() * in.signal().size(),
                    share.to() * in.signal().size(),
                    0);
        }
        for (int i = share.from() * out.size(); i < share.to() * out.size(); i++) {
            if (kind == Kind.LARGEST) {
                slopes[largest(in.signal().values(), i * area)] += dy[i];
                continue;
            }
            float part = kind == Kind.SUM ? dy[i] : dy[i] / area;
            for (int at = i * area; at < (i + 1) * area; at++) {
                slopes[at] += part;
            }
        }
    }
}
