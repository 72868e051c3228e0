package io.layerloom.engine.kit;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** An activation function by DL4J's own code, which may need what it was given for its slope: whatever is no {@link Nonlinearity}, such as GELU, SiLU or ELU. */
final class ActivationKernel extends Kernel {

    private final Inlet in;
    private final Signal out;
    private final IActivation function;
    private final PerShare<INDArray> given;
    private final PerShare<INDArray> slopes;

    private ActivationKernel(Inlet in, Signal out, IActivation function) {
        this.in = in;
        this.out = out;
        this.function = function;
        this.given = new PerShare<>(this::array);
        this.slopes = new PerShare<>(this::array);
    }

    /** Whether the function may be computed here: it must give the same each time. */
    static boolean takes(IActivation function) {
        return !(function instanceof ActivationRReLU);
    }

    /** What computes such a function fastest. */
    static Kernel of(Inlet in, Signal out, IActivation function) {
        OptionalDouble gate = GatedKernel.gate(function);
        return gate.isPresent()
                ? new GatedKernel(in, out, gate.getAsDouble())
                : new ActivationKernel(in, out, function);
    }

    /** The kernel of an activation function by itself; none if it is something else. */
    static List<Kernel> at(Site site) {
        return site.settings(ActivationLayer.class)
                .filter(settings -> takes(settings.getActivationFn()))
                .<List<Kernel>>map(
                        settings -> List.of(of(site.inlet(), site.give(site.shape()), settings.getActivationFn())))
                .orElse(List.of());
    }

    /** Room for so many examples, in the shape that DL4J gives them. */
    private INDArray array(int examples) {
        long[] shape = LongStream.concat(LongStream.of(examples), LongStream.of(out.shape()))
                .toArray();
        return Nd4j.createUninitializedDetached(DataType.FLOAT, 'c', shape);
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
        out.pad(in.signal().padding());
        given.prepare(members);
        slopes.prepare(members);
    }

    @Override
    boolean takesPadding() {
        return true;
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(share -> forward(share, training)));
    }

    @Override
    List<Step> backward() {
        return List.of(Step.each(this::backward));
    }

    private void forward(Share share, boolean training) {
        if (share.count() > 0) {
            INDArray result =
                    function.getActivation(filled(given.of(share), in.signal().values(), share), training);
            Block.on(plain(result)).get(0, out.values(), share.from() * out.size(), share.count() * out.size());
        }
    }

    private void backward(Share share) {
        if (share.count() > 0 && in.signal().isLearning()) {
            INDArray found = function.backprop(
                            filled(given.of(share), in.signal().values(), share),
                            filled(slopes.of(share), out.slopes(), share))
                    .getFirst();
            int from = share.from() * out.size();
            in.takeSlopes(Block.on(plain(found)), 0, from, share.count() * out.size(), share);
        }
    }

    /** DL4J's functions may change what they are given, so they get it anew each time. */
    private INDArray filled(INDArray array, float[] numbers, Share share) {
        Block.on(array).put(0, numbers, share.from() * out.size(), share.count() * out.size());
        return array;
    }

    private static INDArray plain(INDArray array) {
        return array.ordering() == 'c' && !array.isView() ? array : array.dup('c');
    }
}
