package io.layerloom.engine.kit;

import static org.bytedeco.dnnl.global.dnnl.dnnl_nChw16c;
import static org.bytedeco.dnnl.global.dnnl.dnnl_nChw8c;
import static org.bytedeco.dnnl.global.dnnl.dnnl_nchw;

import java.util.Arrays;
import org.bytedeco.dnnl.dnnl_memory_desc_t;

/**
 * The numbers of images outside the heap, where {@link Dnn} works on them: their channels lie in blocks, and of each block place by place; the last block is filled up with
 * channels that do not exist; whatever stands there counts for nothing.
 */
final class Blocked implements Layout {

    private final int channels;
    private final int height;
    private final int width;
    private final int side;
    private Block values = Block.of(0);
    private Block slopes = Block.of(0);

    /**
     * Images.
     *
     * @param side how many channels lie side by side; 1 if images lie as on the heap, channel by channel
     */
    Blocked(int channels, int height, int width, int side) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.side = side;
    }

    private record Form(int channels, int height, int width, int side) {}

    /** The images of a signal that lies so. */
    static Blocked of(Signal signal) {
        return (Blocked) signal.layout();
    }

    /** Whether all that comes in at a place is images that lie so already. */
    static boolean areAt(Site site) {
        return site.seesImages()
                && site.sources().stream().allMatch(source -> source.hasLayout() && source.layout() instanceof Blocked);
    }

    /** Where the first signal of a layer comes in as images with so many channels side by side. */
    static Inlet inlet(Site site, int side) {
        long[] image = site.shape();
        return site.inlet(new Blocked((int) image[0], (int) image[1], (int) image[2], side));
    }

    /** Others of the same shape, in the same order. */
    Blocked another() {
        return new Blocked(channels, height, width, side);
    }

    @Override
    public Object form() {
        return new Form(channels, height, width, side);
    }

    @Override
    public long[] shape() {
        return new long[] {channels, height, width};
    }

    @Override
    public Kernel in(Inlet from, Signal to) {
        return new IntoBlocks(from, to);
    }

    @Override
    public Kernel out(Inlet from, Signal to) {
        return new OutOfBlocks(from, to);
    }

    /** So many images, with the channels that only fill up a block. */
    dnnl_memory_desc_t describedBy(Dnn dnn, long examples) {
        return describedBy(dnn, side, examples, filled());
    }

    /** The same images without these, in blocks or as they lie on the heap. */
    dnnl_memory_desc_t describedBy(Dnn dnn, long examples, boolean inBlocks) {
        return describedBy(dnn, inBlocks ? side : 1, examples, channels);
    }

    private dnnl_memory_desc_t describedBy(Dnn dnn, int sideBySide, long examples, long ofChannels) {
        int tag = sideBySide == 1 ? dnnl_nchw : sideBySide == 16 ? dnnl_nChw16c : dnnl_nChw8c;
        return dnn.described(tag, examples, ofChannels, height, width);
    }

    @Override
    public void prepare(int examples, boolean withSlopes) {
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

    @Override
    public Block values() {
        return values;
    }

    @Override
    public Block slopes() {
        return slopes;
    }

    @Override
    public float[] plain(int examples) {
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

    /** Leaves NaN in all places of a share. */
    void spoil(Share share) {
        float[] nothing = new float[Tiles.LENGTH];
        Arrays.fill(nothing, Float.NaN);
        Tiles.each(share.from() * size(), share.to() * size(), (at, count) -> values.put(at, nothing, 0, count));
    }

    /** Applies an activation function to the values of a share. */
    void activate(Nonlinearity nonlinearity, Share share) {
        if (nonlinearity == Nonlinearity.NONE) {
            return;
        }
        float[] y = new float[Tiles.LENGTH];
        Tiles.each(share.from() * size(), share.to() * size(), (at, count) -> {
            values.get(at, y, 0, count);
            nonlinearity.apply(y, 0, count, 0);
            values.put(at, y, 0, count);
        });
    }

    /** The slopes of a share along what an activation function was given, in place of those along what it gave. */
    void derive(Nonlinearity nonlinearity, Share share) {
        if (nonlinearity == Nonlinearity.NONE) {
            return;
        }
        float[] y = new float[Tiles.LENGTH];
        float[] dy = new float[Tiles.LENGTH];
        Tiles.each(share.from() * size(), share.to() * size(), (at, count) -> {
            values.get(at, y, 0, count);
            slopes.get(at, dy, 0, count);
            nonlinearity.derive(y, dy, 0, count);
            slopes.put(at, dy, 0, count);
        });
    }
}
