package io.layerloom.engine.kit;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** How far two vectors point the same way: the sum of their products value by value, or that of their directions, which is the cosine of the angle between them. */
public final class DotProduct extends ArrayFunction {

    private static final double SHORTEST = 1e-8;

    private final boolean cosine;

    /**
     * A product.
     *
     * @param cosine whether only the directions count
     */
    public DotProduct(@JsonProperty("cosine") boolean cosine) {
        this.cosine = cosine;
    }

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return 2;
    }

    @Override
    protected INDArray apply(INDArray[] in, Optional<INDArray> mask) {
        INDArray product = in[0].mul(in[1]).sum(true, 1);
        return cosine ? product.divi(length(in[0]).muli(length(in[1]))) : product;
    }

    /** Of a product the other vector; of a cosine that with directions u and v: (v − cos · u) ÷ |a|. */
    @Override
    protected INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient) {
        if (!cosine) {
            return new INDArray[] {in[1].mul(gradient), in[0].mul(gradient)};
        }
        INDArray angle = apply(in, mask);
        return new INDArray[] {
            turned(in[0], in[1], angle).muli(gradient),
            turned(in[1], in[0], angle).muli(gradient)
        };
    }

    private static INDArray turned(INDArray a, INDArray b, INDArray angle) {
        INDArray length = length(a);
        INDArray along = a.div(length).muli(angle);
        return b.div(length(b)).subi(along).divi(length);
    }

    private static INDArray length(INDArray rows) {
        return Transforms.max(rows.norm2(true, 1), SHORTEST);
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return new long[] {1};
    }

    public boolean isCosine() {
        return cosine;
    }

    @Override
    public String toString() {
        return "DotProduct(" + cosine + ")";
    }
}
