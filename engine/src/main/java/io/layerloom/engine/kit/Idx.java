package io.layerloom.engine.kit;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads images in the IDX format, in which MNIST and its relatives come: {@code train-images-idx3-ubyte} and {@code train-labels-idx1-ubyte}, and the same with {@code t10k} for
 * the test part, which may be missing, as may all labels; each as it is or with {@code .gz}. Pixels become numbers from 0 to 1.
 */
public final class Idx {

    private static final int IMAGES = 0x803;
    private static final int COLOUR_IMAGES = 0x804;
    private static final int LABELS = 0x801;
    private static final int MAX_SIDE = 1 << 12;
    private static final int MAX_CHANNELS = 64;

    private Idx() {}

    /** Where the files are: opens one by its name without {@code .gz}. */
    @FunctionalInterface
    public interface Source {
        /**
         * The content of a file, which the reader closes, compressed or not.
         *
         * @throws NoSuchFileException if there is no such file
         */
        InputStream open(String name) throws IOException;
    }

    /** What the headers say. */
    public record Header(int examples, int height, int width, int channels) {}

    /** Reads all images of a folder, those of the test part last, with their labels if those of the training part are there. */
    public static Examples read(Path folder) throws IOException {
        return read(source(folder));
    }

    /** Reads all images, those of the test part last, with their labels if those of the training part are there. */
    public static Examples read(Source source) throws IOException {
        Header train = header(source, "train");
        boolean hasTest = exists(source, "t10k-images-idx3-ubyte");
        Header test = hasTest ? header(source, "t10k") : new Header(0, train.height, train.width, train.channels);
        if (test.height != train.height || test.width != train.width || test.channels != train.channels) {
            throw new DataException(
                    "The test images are %d×%d×%d, the training images %d×%d×%d; both must be of one size.",
                    test.height, test.width, test.channels, train.height, train.width, train.channels);
        }
        int width = train.height * train.width * train.channels;
        long numbers = (long) width * (train.examples + (long) test.examples);
        Memory.require(numbers, Sentence.of("These %,d images", train.examples + (long) test.examples));
        float[] pixels = new float[(int) numbers];
        readImages(source, "train", train, pixels, 0);
        if (hasTest) {
            readImages(source, "t10k", test, pixels, train.examples);
        }
        long[] shape = {train.channels, train.height, train.width};
        if (!isLabelled(source)) {
            return Examples.unlabelled(pixels, shape, train.examples + test.examples)
                    .withTestFrom(train.examples);
        }
        int[] classes = new int[train.examples + test.examples];
        readLabels(source, "train", train, classes, 0);
        if (hasTest) {
            readLabels(source, "t10k", test, classes, train.examples);
        }
        int count = classCount(classes, train.examples);
        List<String> names =
                IntStream.range(0, count).mapToObj(Integer::toString).toList();
        return Examples.ofClasses(pixels, shape, classes, names).withTestFrom(train.examples);
    }

    /** What the header of the training ({@code train}) or test ({@code t10k}) images says. */
    public static Header header(Source source, String part) throws IOException {
        String name = part + "-images-idx3-ubyte";
        try (DataInputStream in = open(source, name)) {
            return header(in, name);
        }
    }

    /** Whether the files of a part are there; {@code t10k} is the test part. */
    public static boolean has(Source source, String part) throws IOException {
        return exists(source, part + "-images-idx3-ubyte");
    }

    /** Whether the training images have labels; without them nothing can be told apart, but images can be given back. */
    public static boolean isLabelled(Source source) throws IOException {
        return exists(source, "train-labels-idx1-ubyte");
    }

    /** The labels of a part. */
    public static int[] labels(Source source, String part) throws IOException {
        String name = part + "-labels-idx1-ubyte";
        try (DataInputStream in = open(source, name)) {
            int magic = in.readInt();
            if (magic != LABELS) {
                throw new DataException(
                        "%s is no file of labels: it begins with %08x instead of %08x.", name, magic, LABELS);
            }
            int count = in.readInt();
            if (count < 1) {
                throw new DataException("%s holds no labels.", name);
            }
            Memory.require(count / 4, name);
            byte[] bytes = in.readNBytes(count);
            if (bytes.length < count) {
                throw new DataException(
                        "%s ends after label %d of the %d that its header promises; fetch it again.",
                        name, bytes.length, count);
            }
            requireEnd(in, name);
            return IntStream.range(0, count).map(i -> bytes[i] & 0xFF).toArray();
        } catch (EOFException | ZipException e) {
            throw incomplete(name, e);
        }
    }

    /** The files of a folder. */
    public static Source source(Path folder) {
        return name -> {
            for (String candidate : List.of(name, name + ".gz", name.replace("-idx", ".idx"))) {
                Path file = folder.resolve(candidate);
                if (Files.isRegularFile(file)) {
                    return Files.newInputStream(file);
                }
            }
            throw new NoSuchFileException(folder.resolve(name).toString());
        };
    }

    private static Header header(DataInputStream in, String name) throws IOException {
        try {
            int magic = in.readInt();
            if (magic != IMAGES && magic != COLOUR_IMAGES) {
                throw new DataException(
                        "%s is no file of images with one byte per pixel: it begins with %08x instead of %08x.",
                        name, magic, IMAGES);
            }
            int examples = in.readInt();
            int height = in.readInt();
            int width = in.readInt();
            int channels = magic == COLOUR_IMAGES ? in.readInt() : 1;
            boolean possible = Math.min(height, width) > 0 && channels > 0 && channels <= MAX_CHANNELS;
            if (examples < 1 || !possible || Math.max(height, width) > MAX_SIDE) {
                throw new DataException(
                        "%s cannot be used: its header promises %d images of %d×%d×%d.",
                        name, examples, height, width, channels);
            }
            return new Header(examples, height, width, channels);
        } catch (EOFException | ZipException e) {
            throw incomplete(name, e);
        }
    }

    private static DataException incomplete(String name, IOException e) {
        return new DataException(e, "%s is damaged or incomplete; fetch it again.", name);
    }

    private static void readLabels(Source source, String part, Header header, int[] classes, int first)
            throws IOException {
        int[] labels = labels(source, part);
        if (labels.length != header.examples) {
            throw new DataException(
                    "There are %d %s images but %d labels; both files must belong together.",
                    header.examples, part, labels.length);
        }
        System.arraycopy(labels, 0, classes, first, labels.length);
    }

    private static void readImages(Source source, String part, Header header, float[] pixels, int first)
            throws IOException {
        String name = part + "-images-idx3-ubyte";
        try (DataInputStream in = open(source, name)) {
            header(in, name);
            int plane = header.height * header.width;
            byte[] image = new byte[plane * header.channels];
            for (int i = 0; i < header.examples; i++) {
                if (in.readNBytes(image, 0, image.length) < image.length) {
                    throw new DataException(
                            "%s ends after image %d of the %d that its header promises; fetch it again.",
                            name, i, header.examples);
                }
                store(image, header.channels, plane, pixels, (first + i) * image.length);
            }
            requireEnd(in, name);
        } catch (EOFException | ZipException e) {
            throw incomplete(name, e);
        }
    }

    /** Colour images lie pixel by pixel in the file and channel by channel in memory. */
    private static void store(byte[] image, int channels, int plane, float[] pixels, int at) {
        for (int c = 0; c < channels; c++) {
            for (int p = 0; p < plane; p++) {
                pixels[at + c * plane + p] = (image[p * channels + c] & 0xFF) / 255f;
            }
        }
    }

    private static int classCount(int[] classes, int trainExamples) throws DataException {
        int count = Arrays.stream(classes, 0, trainExamples).max().orElse(0) + 1;
        if (count < 2) {
            throw new DataException("All training images have the label 0; two classes are needed at least.");
        }
        for (int row = trainExamples; row < classes.length; row++) {
            if (classes[row] >= count) {
                throw new DataException(
                        "Test image %d has the label %d, but the training labels go from 0 to %d.",
                        row - trainExamples + 1, classes[row], count - 1);
            }
        }
        return count;
    }

    private static boolean exists(Source source, String name) throws IOException {
        try (InputStream in = source.open(name)) {
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static DataInputStream open(Source source, String name) throws IOException {
        InputStream raw;
        try {
            raw = new BufferedInputStream(source.open(name), 1 << 16);
        } catch (NoSuchFileException e) {
            throw new DataException(
                    e, "There is no file %s or %s.gz here. Choose the folder that holds it.", name, name);
        }
        raw.mark(2);
        boolean zipped = raw.read() == 0x1F && raw.read() == 0x8B;
        raw.reset();
        if (!zipped) {
            return new DataInputStream(raw);
        }
        try {
            return new DataInputStream(new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16));
        } catch (ZipException | EOFException e) {
            raw.close();
            throw incomplete(name, e);
        }
    }

    private static void requireEnd(InputStream in, String name) throws IOException {
        if (in.read() >= 0) {
            throw new DataException("%s holds more bytes than its header promises; fetch it again.", name);
        }
    }
}
