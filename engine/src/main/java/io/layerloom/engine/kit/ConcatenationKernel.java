package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.graph.MergeVertex;

/** Several signals side by side: vectors one behind the other, images with the channels of one behind those of the other. */
final class ConcatenationKernel extends Kernel {

    private final List<Inlet> in;
    private final Signal out;

    ConcatenationKernel(List<Inlet> in, Signal out) {
        this.in = List.copyOf(in);
        this.out = out;
    }

    /** The kernel of a vertex of DL4J; none if it is of another kind. */
    static List<Kernel> at(Site site) {
        boolean merges = site.joint(MergeVertex.class)
                        .filter(settings -> settings.getMergeAxis() == 1)
                        .isPresent()
                && site.sources().stream().allMatch(source -> fits(source.shape(), site.shape()));
        if (!merges) {
            return List.of();
        }
        long[] shape = site.shape();
        shape[0] =
                site.sources().stream().mapToLong(source -> source.shape()[0]).sum();
        return List.of(new ConcatenationKernel(site.inlets(), site.give(shape)));
    }

    /** Whether two shapes are the same but for their first sides. */
    static boolean fits(long[] shape, long[] other) {
        long[] changed = shape.clone();
        changed[0] = other[0];
        return Arrays.equals(changed, other);
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
        int at = share.from() * out.size();
        for (int example = share.from(); example < share.to(); example++) {
            for (Inlet inlet : in) {
                int size = inlet.signal().size();
                System.arraycopy(inlet.signal().values(), example * size, out.values(), at, size);
                at += size;
            }
        }
    }

    private void backward(Share share) {
        for (int example = share.from(); example < share.to(); example++) {
            int at = (example + 1) * out.size();
            // The last inlet of a signal is the one that does not add.
            for (int i = in.size() - 1; i >= 0; i--) {
                int size = in.get(i).signal().size();
                at -= size;
                if (in.get(i).signal().isLearning()) {
                    in.get(i).takeSlopes(out.slopes(), at, example * size, size);
                }
            }
        }
    }
}
