package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** The sum of several signals of one shape, or of just one, through an activation function. */
final class SumKernel extends Kernel {

    private final List<Inlet> in;
    private final Signal out;
    private final Nonlinearity nonlinearity;

    SumKernel(List<Inlet> in, Signal out, Nonlinearity nonlinearity) {
        this.in = List.copyOf(in);
        this.out = out;
        this.nonlinearity = nonlinearity;
    }

    /** The kernel of a vertex that adds, or of an activation function by itself; none if it is something else. */
    static List<Kernel> at(Site site) {
        Optional<Nonlinearity> alone =
                site.settings(ActivationLayer.class).flatMap(settings -> Nonlinearity.of(settings.getActivationFn()));
        boolean adds = site.joint(ElementWiseVertex.class)
                        .filter(settings -> settings.getOp() == ElementWiseVertex.Op.Add)
                        .isPresent()
                && site.sources().stream().allMatch(source -> Arrays.equals(source.shape(), site.shape()));
        if (!adds && alone.isEmpty()) {
            return List.of();
        }
        Nonlinearity nonlinearity = alone.orElseGet(
                () -> site.nonlinearity(new ActivationIdentity()).orElseThrow());
        return List.of(new SumKernel(site.inlets(), site.give(site.shape()), nonlinearity));
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
        // The others are padded alike, see PaddingReach.
        out.pad(in.get(0).signal().padding());
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
        return List.of(Step.each(this::backward));
    }

    private void forward(Share share) {
        int from = share.from() * out.size();
        int to = share.to() * out.size();
        float[] sum = out.values();
        System.arraycopy(in.get(0).signal().values(), from, sum, from, to - from);
        for (Inlet inlet : in.subList(1, in.size())) {
            float[] summand = inlet.signal().values();
            for (int i = from; i < to; i++) {
                sum[i] += summand[i];
            }
        }
        nonlinearity.apply(sum, from, to, 0);
    }

    private void backward(Share share) {
        int from = share.from() * out.size();
        int to = share.to() * out.size();
        nonlinearity.derive(out.values(), out.slopes(), from, to);
        // The last inlet of a signal is the one that does not add.
        for (int i = in.size() - 1; i >= 0; i--) {
            if (in.get(i).signal().isLearning()) {
                in.get(i).takeSlopes(out.slopes(), from, from, to - from);
            }
        }
    }
}
