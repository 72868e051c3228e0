package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The decoder of a variational autoencoder by itself: it makes examples of codes that no encoder has given. */
public final class Decoding {

    private final ComputationGraph net;
    private final GaussianSample.AtWork vertex;

    private Decoding(ComputationGraph net, GaussianSample.AtWork vertex) {
        this.net = net;
        this.vertex = vertex;
    }

    /** The decoder of a network; empty if it draws codes nowhere, or at several places. */
    public static Optional<Decoding> of(ComputationGraph net) {
        List<GaussianSample.AtWork> found = Arrays.stream(net.getVertices())
                .filter(GaussianSample.AtWork.class::isInstance)
                .map(GaussianSample.AtWork.class::cast)
                .toList();
        return found.size() == 1 ? Optional.of(new Decoding(net, found.get(0))) : Optional.empty();
    }

    /** How many numbers a code has, for examples of this shape. */
    public int codeSize(long... shape) {
        INDArray[] nothing = inputs(1, shape);
        return Math.toIntExact(
                net.output(List.of(vertex.getVertexName()), false, nothing, new INDArray[nothing.length])[0].length());
    }

    /**
     * What the network gives for codes, example by example.
     *
     * @param codes one after the other
     * @param count how many codes there are
     * @param shape of one example of the data, channels first
     */
    public float[] decode(float[] codes, int count, long... shape) {
        vertex.give(codes);
        try {
            return net.output(false, inputs(count, shape))[0].dup('c').data().asFloat();
        } finally {
            vertex.give(new float[0]);
        }
    }

    /** Examples of zeros, which no code depends on. */
    private INDArray[] inputs(int count, long[] shape) {
        long[] full = new long[shape.length + 1];
        full[0] = count;
        System.arraycopy(shape, 0, full, 1, shape.length);
        INDArray[] inputs = new INDArray[net.getNumInputArrays()];
        Arrays.fill(inputs, Nd4j.zeros(DataType.FLOAT, full));
        return inputs;
    }
}
