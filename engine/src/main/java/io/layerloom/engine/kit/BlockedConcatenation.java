package io.layerloom.engine.kit;

import java.util.List;
import org.deeplearning4j.nn.conf.graph.MergeVertex;

/** What {@link ConcatenationKernel} does, for images outside the heap whose channels fill their blocks. */
final class BlockedConcatenation extends Kernel {

    private final List<Inlet> in;
    private final Signal out;

    BlockedConcatenation(List<Inlet> in, Signal out) {
        this.in = List.copyOf(in);
        this.out = out;
    }

    /** The kernel of a vertex of DL4J; none if it is of another kind. */
    static List<Kernel> at(Site site) {
        boolean merges = site.isBlocked()
                && site.joint(MergeVertex.class)
                        .filter(settings -> settings.getMergeAxis() == 1)
                        .isPresent()
                && site.sources().stream()
                        .allMatch(source -> ConcatenationKernel.fits(source.shape(), site.shape())
                                && source.blocked().channels()
                                        == source.blocked().filled());
        if (!merges) {
            return List.of();
        }
        Blocked first = site.sources().get(0).blocked();
        int channels = site.sources().stream()
                .mapToInt(source -> source.blocked().channels())
                .sum();
        Blocked images = new Blocked(channels, first.height(), first.width(), first.side());
        return List.of(new BlockedConcatenation(site.inletsAsTheyAre(), site.giveBlocked(images)));
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
        return List.of(Step.each(this::backward));
    }

    private void forward(Share share) {
        float[] tile = new float[Tiles.LENGTH];
        int begin = share.from() * out.blocked().size();
        for (int example = share.from(); example < share.to(); example++) {
            for (Inlet inlet : in) {
                Blocked images = inlet.signal().blocked();
                int from = example * images.size();
                int to = begin;
                Tiles.each(from, from + images.size(), (at, count) -> {
                    images.values().get(at, tile, 0, count);
                    out.blocked().values().put(to + at - from, tile, 0, count);
                });
                begin += images.size();
            }
        }
    }

    private void backward(Share share) {
        for (int example = share.from(); example < share.to(); example++) {
            int end = (example + 1) * out.blocked().size();
            // The last inlet of a signal is the one that does not add.
            for (int i = in.size() - 1; i >= 0; i--) {
                int size = in.get(i).signal().blocked().size();
                end -= size;
                if (in.get(i).signal().isLearning()) {
                    in.get(i).takeBlockedSlopes(out.blocked().slopes(), end, example * size, (example + 1) * size);
                }
            }
        }
    }
}
