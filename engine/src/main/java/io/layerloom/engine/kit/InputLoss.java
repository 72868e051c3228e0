package io.layerloom.engine.kit;

import org.nd4j.linalg.api.ndarray.INDArray;

/** An output at work that adds to the loss something that depends on what comes in, beside what its predictions lose. */
interface InputLoss {

    /**
     * What it adds, summed over the examples.
     *
     * @param in what comes in, [batch, features]
     */
    double lossOf(INDArray in, INDArray labels);
}
