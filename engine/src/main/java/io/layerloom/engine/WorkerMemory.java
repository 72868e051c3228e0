package io.layerloom.engine;

import io.layerloom.engine.gpu.CudaFolder;
import io.layerloom.graph.Capacity;

/** How much memory this machine gives to a training. */
public final class WorkerMemory {

    private WorkerMemory() {}

    /** What a training may take: where the libraries of a card are installed, the card may be the one to train, and what does not fit here may fit there. */
    public static Capacity of(CudaFolder cuda) {
        return cuda.isInstalled() ? Capacity.UNBOUNDED : ofMachine();
    }

    /**
     * What the arrays of a worker may take that trains on the processor. They lie outside the heap of Java, where JavaCPP lets them have as much as the heap may have at most: half of the memory of the machine
     * or of the container that it works in. Where the network is trained on a card, the card has its own limit, which only its libraries know.
     */
    static Capacity ofMachine() {
        return new Capacity(WorkerOptions.heapMegabytes() << 20);
    }
}
