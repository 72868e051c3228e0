package io.layerloom.engine.kit;

/**
 * The first place in a step of training where numbers ran out of bounds.
 *
 * @param layer by its name
 * @param count how many of the numbers there are infinite or no numbers
 * @param of how many numbers there are
 */
public record NotFinite(String layer, What what, int count, int of) {

    /** Which numbers. */
    public enum What {
        /** What the layer gives. */
        OUTPUTS,
        /** The slopes of the loss along what the layer gives. */
        SLOPES
    }

    static int count(float[] numbers, int of) {
        int count = 0;
        for (int i = 0; i < of; i++) {
            count += Float.isFinite(numbers[i]) ? 0 : 1;
        }
        return count;
    }
}
