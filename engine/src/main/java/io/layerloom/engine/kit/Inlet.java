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

    /** Takes slopes of images outside the heap: {@code count} numbers that belong from {@code at} on. They may be changed by this. */
    void takeBlockedSlopes(float[] from, int at, int count, float[] others) {
        Block slopes = signal.layout().slopes();
        if (adding) {
            slopes.get(at, others, 0, count);
            for (int i = 0; i < count; i++) {
                from[i] += others[i];
            }
        }
        slopes.put(at, from, 0, count);
    }

    /** Takes slopes of images outside the heap, for the numbers from {@code begin} to before {@code end}, which lie from {@code at} on. */
    void takeBlockedSlopes(Block from, int at, int begin, int end) {
        float[] summand = new float[Tiles.LENGTH];
        float[] others = new float[Tiles.LENGTH];
        Tiles.each(begin, end, (place, count) -> {
            from.get(at + place - begin, summand, 0, count);
            takeBlockedSlopes(summand, place, count, others);
        });
    }

    private void add(float[] from, int offset, int at, int count) {
        float[] slopes = signal.slopes();
        for (int i = 0; i < count; i++) {
            slopes[at + i] += from[offset + i];
        }
    }
}
