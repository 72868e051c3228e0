package io.layerloom.engine.kit;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;

/**
 * Binary cross-entropy that leaves what it is given as it is. DL4J's own makes probabilities of it in place while it computes the gradient; where the loss is a layer by itself, the loss that is
 * read afterwards is then one of the probabilities of probabilities.
 */
public final class BinaryCrossEntropy extends LossBinaryXENT {

    @Override
    public INDArray computeGradient(INDArray labels, INDArray sums, IActivation function, INDArray mask) {
        return super.computeGradient(labels, sums.dup(), function, mask);
    }

    /** The constructor call that makes this loss. */
    @Override
    public String toString() {
        return "BinaryCrossEntropy()";
    }
}
