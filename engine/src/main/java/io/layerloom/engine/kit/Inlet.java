package io.layerloom.engine.kit;

/** Where a signal enters a layer, and how the layer leaves its slopes there. */
final class Inlet {

    private final Signal signal;
    private boolean adding;

    Inlet(Signal signal) {
        this.signal = signal;
    }

    Signal signal() {
        return signal;
    }

    /** Whether other slopes are there already, from another layer, so that these are added. */
    boolean adding() {
        return adding;
    }

    /** Says that another layer comes before this one on the way back. */
    void addFromNowOn() {
        adding = true;
    }

    /** Takes slopes that were computed outside the heap. */
    void takeSlopes(Block from, int offset, int at, int count, Share share) {
        if (!adding) {
            from.get(offset, signal.slopes(), at, count);
            return;
        }
        float[] found = share.scratch(count);
        from.get(offset, found, 0, count);
        add(found, 0, at, count);
    }

    /** Takes slopes from the heap. */
    void takeSlopes(float[] from, int offset, int at, int count) {
        if (adding) {
            add(from, offset, at, count);
        } else {
            System.arraycopy(from, offset, signal.slopes(), at, count);
        }
    }

    private void add(float[] from, int offset, int at, int count) {
        float[] slopes = signal.slopes();
        for (int i = 0; i < count; i++) {
            slopes[at + i] += from[offset + i];
        }
    }
}
