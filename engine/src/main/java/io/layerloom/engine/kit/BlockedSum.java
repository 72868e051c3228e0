package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** What {@link SumKernel} does, for images outside the heap. */
final class BlockedSum extends Kernel {

    private final List<Inlet> in;
    private final Signal out;
    private final Nonlinearity nonlinearity;

    BlockedSum(List<Inlet> in, Signal out, Nonlinearity nonlinearity) {
        this.in = List.copyOf(in);
        this.out = out;
        this.nonlinearity = nonlinearity;
    }

    /** The kernel of a vertex that adds, or of an activation function by itself; none if it is something else, or not all images lie outside the heap. */
    static List<Kernel> at(Site site) {
        if (!Blocked.areAt(site)) {
            return List.of();
        }
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
        Blocked like = Blocked.of(site.sources().get(0));
        return List.of(new BlockedSum(site.inletsAsTheyAre(), site.give(like.another()), nonlinearity));
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
        Blocked sum = Blocked.of(out);
        float[] y = new float[Tiles.LENGTH];
        float[] x = new float[Tiles.LENGTH];
        Tiles.each(share.from() * sum.size(), share.to() * sum.size(), (at, count) -> {
            Blocked.of(in.get(0).signal()).values().get(at, y, 0, count);
            for (Inlet inlet : in.subList(1, in.size())) {
                Blocked.of(inlet.signal()).values().get(at, x, 0, count);
                for (int i = 0; i < count; i++) {
                    y[i] += x[i];
                }
            }
            nonlinearity.apply(y, 0, count, 0);
            sum.values().put(at, y, 0, count);
        });
    }

    private void backward(Share share) {
        Blocked sum = Blocked.of(out);
        float[] y = new float[Tiles.LENGTH];
        float[] dy = new float[Tiles.LENGTH];
        float[] dx = new float[Tiles.LENGTH];
        Tiles.each(share.from() * sum.size(), share.to() * sum.size(), (at, count) -> {
            sum.values().get(at, y, 0, count);
            sum.slopes().get(at, dy, 0, count);
            nonlinearity.derive(y, dy, 0, count);
            // The last inlet of a signal is the one that does not add.
            for (int i = in.size() - 1; i >= 0; i--) {
                if (in.get(i).signal().isLearning()) {
                    System.arraycopy(dy, 0, dx, 0, count);
                    in.get(i).takeBlockedSlopes(dx, at, count, y);
                }
            }
        });
    }
}
