package io.layerloom.graph;

/**
 * What a layer keeps of one example until the slopes of the loss have come back through it.
 *
 * @param kept numbers in all: its result, and what it must remember to find the slopes
 * @param largest numbers of its largest array
 */
public record Footprint(long kept, long largest) {

    /** Of a layer that keeps nothing, or of which nothing is known. */
    public static final Footprint NONE = new Footprint(0, 0);

    /**
     * Of a layer with one result.
     *
     * @param beside numbers that it remembers beside the result
     */
    static Footprint of(Shape result, long beside) {
        return new Footprint(result.elements() + beside, result.elements());
    }

    /** Of two layers together. */
    Footprint plus(Footprint other) {
        return new Footprint(kept + other.kept, Math.max(largest, other.largest));
    }

    /** Of so many layers like this one. */
    Footprint copies(long count) {
        return new Footprint(count * kept, largest);
    }

    /** Of the layer where it works on so many inputs for one example, which lie in one array. */
    Footprint stacked(int count) {
        return new Footprint(count * kept, count * largest);
    }
}
