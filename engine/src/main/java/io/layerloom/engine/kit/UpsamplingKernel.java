package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;

/** An image with each pixel repeated, outside the heap. */
final class UpsamplingKernel extends Kernel {

    private final Inlet in;
    private final Signal out;
    private final int down;
    private final int across;

    private UpsamplingKernel(Inlet in, Signal out, int down, int across) {
        this.in = in;
        this.out = out;
        this.down = down;
        this.across = across;
    }

    /** The kernel of a layer of DL4J; none if it is of another kind. */
    static List<Kernel> at(Site site) {
        return site.settings(Upsampling2D.class)
                .filter(settings -> site.seesImages() && settings.getFormat() == CNN2DFormat.NCHW)
                .<List<Kernel>>map(settings -> List.of(of(site, settings.getSize())))
                .orElse(List.of());
    }

    private static Kernel of(Site site, int[] factors) {
        Signal source = site.sources().get(0);
        int side = Blocked.areAt(site) ? Blocked.of(source).side() : 1;
        Inlet in = Blocked.inlet(site, side);
        Blocked from = Blocked.of(in.signal());
        Blocked to = new Blocked(from.channels(), from.height() * factors[0], from.width() * factors[1], from.side());
        return new UpsamplingKernel(in, site.give(to), factors[0], factors[1]);
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
        Blocked small = Blocked.of(in.signal());
        int side = small.side();
        int count = small.width() * side;
        float[] row = new float[count];
        float[] wide = new float[count * across];
        for (int line = first(share); line < behind(share); line++) {
            small.values().get(line * count, row, 0, count);
            for (int to = 0; to < wide.length; to += side) {
                System.arraycopy(row, to / side / across * side, wide, to, side);
            }
            for (int copy = 0; copy < down; copy++) {
                Blocked.of(out).values().put((line * down + copy) * wide.length, wide, 0, wide.length);
            }
        }
    }

    /** Each pixel gets the slopes of all its copies. */
    private void backward(Share share) {
        Blocked small = Blocked.of(in.signal());
        int side = small.side();
        int count = small.width() * side;
        float[] row = new float[count];
        float[] others = new float[count];
        float[] wide = new float[count * across];
        for (int line = first(share); line < behind(share); line++) {
            Arrays.fill(row, 0);
            for (int copy = 0; copy < down; copy++) {
                Blocked.of(out).slopes().get((line * down + copy) * wide.length, wide, 0, wide.length);
                for (int from = 0; from < wide.length; from++) {
                    row[from / side / across * side + from % side] += wide[from];
                }
            }
            in.takeBlockedSlopes(row, line * count, count, others);
        }
    }

    /** The first row of the share, counted over all blocks of channels of all images. */
    private int first(Share share) {
        return share.from() * rows();
    }

    private int behind(Share share) {
        return share.to() * rows();
    }

    private int rows() {
        return Blocked.of(in.signal()).blocks() * Blocked.of(in.signal()).height();
    }
}
