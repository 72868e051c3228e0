package io.layerloom.engine.kit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads pictures as numbers from 0 to 1: red, green and blue, one whole channel after the other. */
public final class PictureFile {

    static final int CHANNELS = 3;

    /** What promises more pixels would fill the memory, however small the file is. */
    private static final long MOST_PIXELS = 50_000_000;

    private PictureFile() {}

    /**
     * Reads a picture, scaled to a square whatever its form is: each pixel is the mean of those that it stands for. What is transparent becomes white.
     *
     * @param side height and width of the square
     * @param from where its numbers go in {@code pixels}
     * @throws DataException if the file is no picture, or damaged, or too large
     */
    static void read(Path file, int side, float[] pixels, int from) throws IOException {
        read(image(file), side, pixels, from);
    }

    /** The same with a picture that has been read already. */
    static void read(BufferedImage image, int side, float[] pixels, int from) {
        read(image, side, side, pixels, from);
    }

    /**
     * A picture as a network takes it: scaled to this size, of one channel in greys (as ITU-R BT.601 weighs them) or of three in red, green and blue.
     *
     * @throws DataException if the file is no picture, or damaged, or too large
     */
    public static float[] read(Path file, int height, int width, int channels) throws IOException {
        if (channels != 1 && channels != CHANNELS) {
            throw new DataException("The network takes %,d channels, but a picture has 1 or 3.", channels);
        }
        int plane = height * width;
        float[] colours = new float[CHANNELS * plane];
        read(image(file), height, width, colours, 0);
        if (channels == CHANNELS) {
            return colours;
        }
        float[] greys = new float[plane];
        for (int i = 0; i < plane; i++) {
            greys[i] = 0.299f * colours[i] + 0.587f * colours[plane + i] + 0.114f * colours[2 * plane + i];
        }
        return greys;
    }

    private static void read(BufferedImage image, int height, int width, float[] pixels, int from) {
        int plane = height * width;
        float[] counts = new float[plane];
        int[] row = new int[image.getWidth()];
        int rows = Math.max(image.getHeight(), height);
        int columns = Math.max(image.getWidth(), width);
        for (int y = 0; y < rows; y++) {
            int down = Math.min(image.getHeight() - 1, (int) ((long) y * image.getHeight() / rows));
            image.getRGB(0, down, image.getWidth(), 1, row, 0, image.getWidth());
            int atRow = (int) ((long) y * height / rows) * width;
            for (int x = 0; x < columns; x++) {
                int across = (int) ((long) x * image.getWidth() / columns);
                int at = atRow + (int) ((long) x * width / columns);
                add(row[across], pixels, from + at, plane);
                counts[at]++;
            }
        }
        for (int i = 0; i < CHANNELS * plane; i++) {
            pixels[from + i] /= counts[i % plane];
        }
    }

    private static void add(int argb, float[] pixels, int at, int plane) {
        float opaque = (argb >>> 24) / 255f;
        for (int channel = 0; channel < CHANNELS; channel++) {
            float value = ((argb >> (16 - 8 * channel)) & 255) / 255f;
            pixels[at + channel * plane] += value * opaque + 1 - opaque;
        }
    }

    /**
     * A picture as it is.
     *
     * @throws DataException if the file is no picture, or damaged, or too large
     */
    static BufferedImage image(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DataException("%s is no picture that Java reads; save it as PNG or JPEG.", file);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long many = (long) reader.getWidth(0) * reader.getHeight(0);
                if (many > MOST_PIXELS) {
                    throw new DataException(
                            "%s has %d×%d pixels; %,d million are the most. Make it smaller.",
                            file, reader.getHeight(0), reader.getWidth(0), MOST_PIXELS / 1_000_000);
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The readers of Java meet damaged files with exceptions of every kind.
            throw new DataException(
                    e, "%s is damaged or of a kind that Java does not read; save it as PNG or JPEG.", file);
        }
    }
}
