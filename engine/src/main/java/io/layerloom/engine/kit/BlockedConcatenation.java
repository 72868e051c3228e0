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
        boolean merges = Blocked.areAt(site)
                && site.joint(MergeVertex.class)
                        .filter(settings -> settings.getMergeAxis() == 1)
                        .isPresent()
                && site.sources().stream()
                        .allMatch(source -> ConcatenationKernel.fits(source.shape(), site.shape())
                                && Blocked.of(source).channels()
                                        == Blocked.of(source).filled());
        if (!merges) {
            return List.of();
        }
        Blocked first = Blocked.of(site.sources().get(0));
        int channels = site.sources().stream()
                .mapToInt(source -> Blocked.of(source).channels())
                .sum();
        Blocked images = new Blocked(channels, first.height(), first.width(), first.side());
        return List.of(new BlockedConcatenation(site.inletsAsTheyAre(), site.give(images)));
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
        int begin = share.from() * Blocked.of(out).size();
        for (int example = share.from(); example < share.to(); example++) {
            for (Inlet inlet : in) {
                Blocked images = Blocked.of(inlet.signal());
                int from = example * images.size();
                int to = begin;
                Tiles.each(from, from + images.size(), (at, count) -> {
                    images.values().get(at, tile, 0, count);
                    Blocked.of(out).values().put(to + at - from, tile, 0, count);
                });
                begin += images.size();
            }
        }
    }

    private void backward(Share share) {
        for (int example = share.from(); example < share.to(); example++) {
            int end = (example + 1) * Blocked.of(out).size();
            // The last inlet of a signal is the one that does not add.
            for (int i = in.size() - 1; i >= 0; i--) {
                int size = Blocked.of(in.get(i).signal()).size();
                end -= size;
                if (in.get(i).signal().isLearning()) {
                    in.get(i).takeBlockedSlopes(Blocked.of(out).slopes(), end, example * size, (example + 1) * size);
                }
            }
        }
    }
}
