package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;

/** What {@link RealOrGenerated} does. */
final class RealOrGeneratedKernel extends MeetingKernel {

    private final Inlet generated;
    private final Inlet real;
    private final Signal out;
    private final RealOrGenerated.AtWork vertex;

    private RealOrGeneratedKernel(Site site, RealOrGenerated.AtWork vertex) {
        List<Inlet> inlets = site.inlets();
        this.generated = inlets.get(0);
        this.real = inlets.get(1);
        this.out = site.give(site.shape());
        this.vertex = vertex;
    }

    /** The kernel of a vertex; none if it is something else. */
    static List<Kernel> at(Site site) {
        boolean alike = site.sources().stream().allMatch(source -> Arrays.equals(source.shape(), site.shape()));
        return alike && site.vertex() instanceof RealOrGenerated.AtWork vertex
                ? List.of(new RealOrGeneratedKernel(site, vertex))
                : List.of();
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(share -> forward(share, training)));
    }

    @Override
    List<Step> backward() {
        return generated.signal().isLearning() ? List.of(Step.each(this::backward)) : List.of();
    }

    private void forward(Share share, boolean training) {
        boolean shown = !training || vertex.pass() == Pass.REAL;
        int from = share.from() * out.size();
        Inlet chosen = shown ? real : generated;
        System.arraycopy(chosen.signal().values(), from, out.values(), from, share.count() * out.size());
    }

    private void backward(Share share) {
        int from = share.from() * out.size();
        generated.takeSlopes(out.slopes(), from, from, share.count() * out.size());
    }
}
