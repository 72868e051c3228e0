package io.layerloom.engine.kit;

/**
 * The numbers of images, or of sequences, outside the heap. Where {@link Dnn} works on images, their channels lie in blocks, and of each block place by place; the last block is filled up with
 * channels that do not exist; whatever stands there counts for nothing.
 */
final class Blocked {

    private final int channels;
    private final int height;
    private final int width;
    private final int side;
    private final boolean rows;
    private Block values = Block.of(0);
    private Block slopes = Block.of(0);

    /**
     * Images.
     *
     * @param side how many channels lie side by side; 1 if images lie as on the heap, channel by channel
     */
    Blocked(int channels, int height, int width, int side) {
        this(channels, height, width, side, false);
    }

    private Blocked(int channels, int height, int width, int side, boolean rows) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.side = side;
        this.rows = rows;
    }

    /** For [features, steps], or vectors: a row for each step, in which all features lie side by side. */
    static Blocked rows(long... shape) {
        int features = Math.toIntExact(shape[0]);
        return new Blocked(features, shape.length == 1 ? 1 : Math.toIntExact(shape[1]), 1, features, true);
    }

    /** Whether they were made as {@link #rows}. */
    boolean isRows() {
        return rows;
    }

    /** Others of the same shape, in the same order. */
    Blocked another() {
        return new Blocked(channels, height, width, side, rows);
    }

    void prepare(int examples, boolean withSlopes) {
        values = values.atLeast(Math.multiplyExact(examples, size()));
        if (withSlopes) {
            slopes = slopes.atLeast(Math.multiplyExact(examples, size()));
        }
    }

    int channels() {
        return channels;
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    int side() {
        return side;
    }

    int blocks() {
        return (channels + side - 1) / side;
    }

    /** The channels with those that do not exist. */
    int filled() {
        return blocks() * side;
    }

    /** How many numbers a block of an image has. */
    int area() {
        return side * height * width;
    }

    /** How many numbers an image has. */
    int size() {
        return blocks() * area();
    }

    Block values() {
        return values;
    }

    Block slopes() {
        return slopes;
    }

    /** The values of some examples channel by channel, as they lie on the heap elsewhere. */
    float[] plain(int examples) {
        float[] all = values.get(0, examples * size());
        int places = height * width;
        float[] plain = new float[examples * channels * places];
        for (int i = 0; i < plain.length; i++) {
            int place = i % places;
            int channel = i / places % channels;
            int example = i / places / channels;
            plain[i] = all[example * size() + channel / side * area() + place * side + channel % side];
        }
        return plain;
    }

    /** Numbers that belong to the channels of a block, over and over, {@code count} of them. */
    float[] spread(float[] byChannel, int block, int count) {
        float[] spread = new float[count];
        System.arraycopy(byChannel, block * side, spread, 0, side);
        for (int done = side; done < count; done *= 2) {
            System.arraycopy(spread, 0, spread, done, Math.min(done, count - done));
        }
        return spread;
    }
}
