package io.layerloom.engine.kit;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An activation that never comes back from its hundredth call while training, as native code may do. */
public final class HangingActivation extends ActivationReLU {

    private static final long serialVersionUID = 1L;
    private static final int CALLS = 100;

    private static final AtomicInteger TRAINED = new AtomicInteger();

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        boolean hangs = training && TRAINED.incrementAndGet() > CALLS;
        while (hangs) {
            LockSupport.park(this);
        }
        return super.getActivation(in, training);
    }
}
