package io.layerloom.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The program that cut the MNIST subset of the samples out of the full data set: the same number of images of every
 * digit, drawn with a fixed seed, in the order of the full file.
 *
 * <p>It needs only a JDK: {@code java MnistSubset.java FOLDER_OF_THE_FULL_FILES OUTPUT_FOLDER}. The unpacked bytes are
 * the same on every machine; the packed ones may differ where the JDK brings another zlib.
 */
final class MnistSubset {
    static final int DIGITS = 10;
    static final int TRAIN_PER_DIGIT = 1_200;
    static final int TEST_PER_DIGIT = 200;
    private static final long SEED = 20_260_101L;
    private static final int LABELS_HEADER = 8;
    private static final int IMAGES_HEADER = 16;

    private MnistSubset() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException(
                    "Give the folder of the four full MNIST files and an output folder. Received: " + args.length
                            + " arguments.");
        }
        Path full = Path.of(args[0]);
        Path out = Files.createDirectories(Path.of(args[1]));
        cut(full, out, "train", TRAIN_PER_DIGIT);
        cut(full, out, "t10k", TEST_PER_DIGIT);
    }

    private static void cut(Path full, Path out, String part, int perDigit) throws IOException {
        String images = part + "-images-idx3-ubyte.gz";
        String labels = part + "-labels-idx1-ubyte.gz";
        byte[] allLabels = unpack(full.resolve(labels));
        BitSet chosen = choose(allLabels, perDigit);
        Files.write(out.resolve(labels), pack(select(allLabels, LABELS_HEADER, 1, chosen)));
        Files.write(out.resolve(images), pack(select(unpack(full.resolve(images)), IMAGES_HEADER, 28 * 28, chosen)));
    }

    private static BitSet choose(byte[] labels, int perDigit) {
        List<List<Integer>> rowsOfDigit = new ArrayList<>();
        for (int digit = 0; digit < DIGITS; digit++) {
            rowsOfDigit.add(new ArrayList<>());
        }
        for (int row = 0; row < labels.length - LABELS_HEADER; row++) {
            rowsOfDigit.get(labels[LABELS_HEADER + row]).add(row);
        }
        Random random = new Random(SEED);
        BitSet chosen = new BitSet();
        for (List<Integer> rows : rowsOfDigit) {
            Collections.shuffle(rows, random);
            rows.subList(0, perDigit).forEach(chosen::set);
        }
        return chosen;
    }

    private static byte[] select(byte[] idx, int header, int rowSize, BitSet rows) {
        ByteBuffer out = ByteBuffer.allocate(header + rows.cardinality() * rowSize);
        out.put(idx, 0, header).putInt(4, rows.cardinality());
        rows.stream().forEach(row -> out.put(idx, header + row * rowSize, rowSize));
        return out.array();
    }

    private static byte[] unpack(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    /** The header that {@link GZIPOutputStream} writes holds no time and no name, so equal bytes give equal files. */
    private static byte[] pack(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
