package io.layerloom.engine.kit;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The end of a network: predictions, and while training the loss and its slopes. */
abstract class EndKernel extends Kernel {

    /** Whether this is what its predictions are. */
    abstract boolean gives(Signal signal);

    /** Says what the predictions of the next step should be. */
    abstract void expect(INDArray expected, int examples);

    /** The loss of the examples of the last step, added up. */
    abstract double loss(int examples);
}
