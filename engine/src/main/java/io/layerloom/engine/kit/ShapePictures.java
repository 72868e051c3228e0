package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Pictures to find objects on, drawn by the program: circles, squares and triangles of many colours and sizes on an uneven ground, each with its box, or with a mask of them all. The same numbers give the same
 * pictures on every machine.
 */
public final class ShapePictures {

    /** The classes. */
    public static final List<String> KINDS = List.of("circle", "square", "triangle");

    /** The classes of pixels: what is not covered by half by any shape is ground. */
    public static final List<String> PIXEL_KINDS = List.of("background", "circle", "square", "triangle");

    /** How many shapes a picture of the data set that ships with the program has at most. */
    public static final int MOST = 4;

    /** What the data set that ships with the program is drawn from. */
    public static final long SEED = 7;

    private static final int CIRCLE = KINDS.indexOf("circle");
    private static final int TRIANGLE = KINDS.indexOf("triangle");
    private static final int CHANNELS = 3;
    private static final double SMALLEST = 0.16;
    private static final double LARGEST = 0.46;
    private static final double MOST_OVERLAP = 0.05;
    private static final int TRIES = 20;
    private static final int PATCHES = 5;
    private static final double UNEVEN = 0.16;
    private static final double NOISE = 0.05;
    private static final int NOISE_BITS = 10;
    private static final int NOISE_MOST = (1 << NOISE_BITS) - 1;
    private static final double CONTRAST = 0.45;
    private static final double HALF = 0.5;

    /** A pixel at the edge of a shape is covered in part: so many points across and down are looked at. */
    private static final int POINTS = 4;

    private final int side;
    private final Random random;
    private final float[] pixels;
    private final int from;
    private final List<Box> boxes = new ArrayList<>();
    private final byte[] masks;

    /** The picture with this number. */
    private ShapePictures(int side, Random random, float[] pixels, byte[] masks, int number) {
        this.side = side;
        this.random = random;
        this.pixels = pixels;
        this.masks = masks;
        this.from = number * side * side;
    }

    /**
     * Draws pictures with boxes.
     *
     * @param side height and width in pixels
     * @param most how many shapes a picture has at most; it has one at least
     */
    public static Examples of(int count, int side, int most, long seed) {
        float[] pixels = new float[Math.multiplyExact(count, CHANNELS * side * side)];
        List<List<Box>> boxes = draw(count, side, most, seed, pixels, new byte[count * side * side]);
        return Examples.ofBoxes(pixels, new long[] {CHANNELS, side, side}, boxes, KINDS);
    }

    /** Draws the same pictures with a mask each instead of boxes: a pixel that a shape covers by half at least is of its class. */
    public static Examples masked(int count, int side, int most, long seed) {
        float[] pixels = new float[Math.multiplyExact(count, CHANNELS * side * side)];
        byte[] masks = new byte[count * side * side];
        draw(count, side, most, seed, pixels, masks);
        return Examples.ofMasks(pixels, new long[] {CHANNELS, side, side}, masks, PIXEL_KINDS);
    }

    private static List<List<Box>> draw(int count, int side, int most, long seed, float[] pixels, byte[] masks) {
        // Each picture has random numbers of its own, so that it does not matter which is drawn first.
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> new ShapePictures(side, Shuffle.random(seed, i), pixels, masks, i).draw(most))
                .toList();
    }

    /** Draws just these shapes in these colours on a ground of this colour. */
    static void draw(
            double[] ground,
            List<Box> shapes,
            List<double[]> colours,
            int side,
            Random random,
            float[] pixels,
            byte[] masks,
            int number) {
        ShapePictures picture = new ShapePictures(side, random, pixels, masks, number);
        picture.paintGround(ground);
        for (int i = 0; i < shapes.size(); i++) {
            picture.paint(shapes.get(i), colours.get(i));
        }
    }

    private List<Box> draw(int most) {
        double[] ground = colour();
        paintGround(ground);
        int wanted = 1 + random.nextInt(most);
        for (int tries = 0; boxes.size() < wanted && tries < TRIES * most; tries++) {
            Box box = box();
            if (boxes.stream().noneMatch(other -> other.overlap(box) > MOST_OVERLAP)) {
                boxes.add(box);
                paint(box, contrasting(ground));
            }
        }
        return List.copyOf(boxes);
    }

    private Box box() {
        double size = SMALLEST + (LARGEST - SMALLEST) * random.nextDouble();
        double left = (1 - size) * random.nextDouble();
        double top = (1 - size) * random.nextDouble();
        return new Box(random.nextInt(KINDS.size()), left, top, left + size, top + size);
    }

    private double[] colour() {
        return new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
    }

    private double[] contrasting(double[] ground) {
        while (true) {
            double[] colour = colour();
            double squares = 0;
            for (int channel = 0; channel < CHANNELS; channel++) {
                squares += (colour[channel] - ground[channel]) * (colour[channel] - ground[channel]);
            }
            if (squares > CONTRAST * CONTRAST) {
                return colour;
            }
        }
    }

    /** A colour that grows lighter and darker in large patches, with a little noise on each pixel. */
    private void paintGround(double[] colour) {
        double[] lights = random.doubles((long) PATCHES * PATCHES).toArray();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double light = UNEVEN * (2 * between(lights, row, column) - 1);
                int bits = random.nextInt();
                for (int channel = 0; channel < CHANNELS; channel++) {
                    pixels[at(channel, row, column)] = limited(colour[channel] + light + noise(bits, channel));
                }
            }
        }
    }

    /** The light at a pixel, from those at the four corners of its patch. */
    private double between(double[] lights, int row, int column) {
        double down = (double) row / side * (PATCHES - 1);
        double across = (double) column / side * (PATCHES - 1);
        int above = (int) down;
        int before = (int) across;
        int corner = above * PATCHES + before;
        double top = mixed(lights[corner], lights[corner + 1], across - before);
        double bottom = mixed(lights[corner + PATCHES], lights[corner + PATCHES + 1], across - before);
        return mixed(top, bottom, down - above);
    }

    private static double mixed(double one, double other, double part) {
        return one + (other - one) * part;
    }

    private void paint(Box box, double[] colour) {
        int lastRow = Math.min(side - 1, (int) (box.bottom() * side));
        int lastColumn = Math.min(side - 1, (int) (box.right() * side));
        for (int row = (int) (box.top() * side); row <= lastRow; row++) {
            for (int column = (int) (box.left() * side); column <= lastColumn; column++) {
                double covered = covered(box, row, column);
                if (covered >= HALF) {
                    masks[from + row * side + column] = (byte) (box.kind() + 1);
                }
                int bits = random.nextInt();
                for (int channel = 0; channel < CHANNELS; channel++) {
                    int at = at(channel, row, column);
                    pixels[at] = limited(mixed(pixels[at], colour[channel] + noise(bits, channel), covered));
                }
            }
        }
    }

    /** A little more or less for a channel, from ten random bits of its own. */
    private static double noise(int bits, int channel) {
        return NOISE * (((bits >>> (NOISE_BITS * channel)) & NOISE_MOST) / (NOISE_MOST / 2.0) - 1);
    }

    /** The part of a pixel that a shape covers. */
    private double covered(Box box, int row, int column) {
        double wide = box.right() - box.left();
        double high = box.bottom() - box.top();
        int inside = 0;
        for (int point = 0; point < POINTS * POINTS; point++) {
            double x = (column + (point % POINTS + 0.5) / POINTS) / side;
            double y = (row + (point / POINTS + 0.5) / POINTS) / side;
            inside += isInside(box.kind(), (x - box.left()) / wide, (y - box.top()) / high) ? 1 : 0;
        }
        return (double) inside / (POINTS * POINTS);
    }

    /** Whether a point is part of a shape; both numbers go from 0 to 1 within the box. */
    private static boolean isInside(int kind, double across, double down) {
        double x = 2 * across - 1;
        double y = 2 * down - 1;
        boolean inBox = Math.max(Math.abs(x), Math.abs(y)) <= 1;
        if (kind == CIRCLE) {
            return x * x + y * y <= 1;
        }
        return inBox && (kind != TRIANGLE || Math.abs(x) <= down);
    }

    private int at(int channel, int row, int column) {
        return CHANNELS * from + (channel * side + row) * side + column;
    }

    private static float limited(double value) {
        return (float) Math.max(0, Math.min(1, value));
    }
}
