package io.layerloom.graph;

/**
 * What a layer holds of one example while a network is trained.
 *
 * @param kept numbers that it gives or remembers until the slopes of the loss have come back through it, and along which slopes lie as well
 * @param noted numbers that it remembers as long, without slopes along them
 * @param working numbers that are there only while the layer itself is computed, forward or backward
 * @param largest numbers of its largest array
 */
public record Footprint(long kept, long noted, long working, long largest) {

    /** Of a layer that holds nothing, or of which nothing is known. */
    public static final Footprint NONE = new Footprint(0, 0, 0, 0);

    /** Of a layer that holds what it gives, and nothing beside it. */
    static Footprint of(Shape result) {
        return new Footprint(result.elements(), 0, 0, result.elements());
    }

    /** Numbers that a layer remembers beside its result, with slopes along them, in arrays that are no larger than the result. */
    public static Footprint kept(long numbers) {
        return new Footprint(numbers, 0, 0, 0);
    }

    /** Numbers that a layer remembers beside its result without slopes along them, in arrays of a size. */
    public static Footprint noted(long numbers, long largest) {
        return new Footprint(0, numbers, 0, largest);
    }

    /** Numbers that a layer has only while it is computed, in arrays of a size. */
    public static Footprint working(long numbers, long largest) {
        return new Footprint(0, 0, numbers, largest);
    }

    /** All numbers that stay until the slopes have come back, without those slopes. */
    long remembered() {
        return kept + noted;
    }

    /** Of two layers together: what either has only while it is computed, the other does not need at that time. */
    public Footprint plus(Footprint other) {
        return new Footprint(
                kept + other.kept,
                noted + other.noted,
                Math.max(working, other.working),
                Math.max(largest, other.largest));
    }

    /** Of so many layers like this one, or of parts of one layer that are computed one after the other. */
    public Footprint copies(long count) {
        return new Footprint(count * kept, count * noted, working, largest);
    }

    /** Of the layer where it works on so many inputs for one example, which lie in one array. */
    Footprint stacked(int count) {
        return new Footprint(count * kept, count * noted, count * working, count * largest);
    }
}
