package io.layerloom.engine.kit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/**
 * Named float32 arrays and a few words about them in one file, in the safetensors format, which Python and many other tools read: the length of the header as a little-endian
 * 64-bit number, the header as JSON, then the numbers, little-endian, row by row. Among the words is a checksum (CRC-32C, as in RFC 3720) of all the others, of names, shapes and numbers,
 * so that a damaged file is noticed even where its numbers are.
 *
 * <p>A file is data only; reading one, whoever wrote it, runs nothing and takes little more memory than the numbers in it.
 */
public final class TensorFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String METADATA = "__metadata__";

    /** The word that holds the checksum; files of other programs have none. */
    private static final String CHECKSUM = "crc32c";

    /** Room for the names and shapes of several thousand arrays. */
    private static final int MAX_HEADER = 1 << 20;

    /** A header holds objects with lists, and no parser is to be led any deeper. */
    private static final int MAX_DEPTH = 4;

    /** As many as a Java array may hold. */
    private static final long MAX_NUMBERS = Integer.MAX_VALUE - 8;

    private static final int CHUNK = 1 << 16;

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    /** An array: its shape and its numbers, row by row. */
    public record Tensor(long[] shape, float[] values) {}

    /** Adds an array. */
    public TensorFile put(String name, long[] shape, float[] values) {
        if (elements(shape) != values.length) {
            throw new IllegalArgumentException(
                    "The shape " + Arrays.toString(shape) + " does not hold " + values.length + " numbers.");
        }
        tensors.put(name, new Tensor(shape, values));
        return this;
    }

    /** Adds a few words. */
    public TensorFile put(String name, String value) {
        metadata.put(name, value);
        return this;
    }

    /** The arrays in the order of the file. */
    public Map<String, Tensor> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    /** The words. */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(metadata);
    }

    /** Writes the file; a crash in the middle leaves the former file as it was. */
    public void write(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            writeTo(beside);
        } catch (IOException e) {
            // On a full disk, what was written so far is in the way of everything else.
            Files.deleteIfExists(beside);
            throw e;
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void writeTo(Path file) throws IOException {
        byte[] header = header();
        try (FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                OutputStream out = new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel))) {
            out.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length)
                    .array());
            out.write(header);
            for (Tensor tensor : tensors.values()) {
                writeValues(tensor.values(), out);
            }
            out.flush();
            channel.force(false);
        }
    }

    private byte[] header() throws IOException {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode words = root.putObject(METADATA);
        metadata.forEach(words::put);
        words.put(CHECKSUM, checksum());
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            ObjectNode node = root.putObject(entry.getKey()).put("dtype", "F32");
            Arrays.stream(entry.getValue().shape()).forEach(node.putArray("shape")::add);
            long end = offset + 4L * entry.getValue().values().length;
            node.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] json = JSON.writeValueAsBytes(root);
        byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    private String checksum() throws IOException {
        CRC32C sum = new CRC32C();
        try (OutputStream out = new CheckedOutputStream(OutputStream.nullOutputStream(), sum)) {
            for (Map.Entry<String, String> word : metadata.entrySet()) {
                out.write((word.getKey() + '=' + word.getValue() + '\n').getBytes(StandardCharsets.UTF_8));
            }
            for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
                String title = entry.getKey() + Arrays.toString(entry.getValue().shape()) + '\n';
                out.write(title.getBytes(StandardCharsets.UTF_8));
                writeValues(entry.getValue().values(), out);
            }
        }
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    private static void writeValues(float[] values, OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(4 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            buffer.asFloatBuffer().put(values, from, count);
            out.write(buffer.array(), 0, 4 * count);
        }
    }

    /**
     * Reads a file.
     *
     * @throws DataException if it is damaged or not of this format
     */
    public static TensorFile read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long headerLength = size < 8 ? -1 : take(channel, 8, file).getLong();
            if (headerLength < 2 || headerLength > Math.min(MAX_HEADER, size - 8)) {
                throw damaged(file, Sentence.of("its header is missing"));
            }
            byte[] json = take(channel, (int) headerLength, file).array();
            TensorFile result = new TensorFile();
            long rest = size - 8 - headerLength;
            long end = result.readAll(parse(json, file), rest, channel, file);
            if (end != rest) {
                throw damaged(file, Sentence.of("it holds %,d bytes that its header does not name", rest - end));
            }
            String expected = result.metadata.remove(CHECKSUM);
            if (expected != null && !expected.equals(result.checksum())) {
                throw damaged(file, Sentence.of("its numbers are not those that were written"));
            }
            return result;
        }
    }

    private long readAll(JsonNode root, long available, FileChannel channel, Path file) throws IOException {
        long offset = 0;
        for (var fields = root.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (field.getKey().equals(METADATA)) {
                field.getValue()
                        .fields()
                        .forEachRemaining(word ->
                                metadata.put(word.getKey(), word.getValue().asText()));
                continue;
            }
            long[] shape = shape(field.getKey(), field.getValue(), file);
            long bytes = 4 * elements(shape);
            JsonNode offsets = field.getValue().path("data_offsets");
            if (bytes > available - offset
                    || offsets.path(0).asLong(-1) != offset
                    || offsets.path(1).asLong(-1) != offset + bytes) {
                throw damaged(file, Sentence.of("the array %s is not where its header says", field.getKey()));
            }
            float[] values = new float[(int) (bytes / 4)];
            readValues(channel, values, file);
            tensors.put(field.getKey(), new Tensor(shape, values));
            offset += bytes;
        }
        return offset;
    }

    private static long[] shape(String name, JsonNode node, Path file) throws DataException {
        JsonNode sides = node.path("shape");
        if (!node.path("dtype").asText().equals("F32") || !sides.isArray() || sides.size() > 8) {
            throw damaged(file, Sentence.of("the array %s is not of float32 numbers", name));
        }
        long[] shape = new long[sides.size()];
        long product = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = sides.get(i).asLong(-1);
            if (shape[i] < 0 || shape[i] > Integer.MAX_VALUE || (product *= shape[i]) > MAX_NUMBERS) {
                throw damaged(file, Sentence.of("the array %s has an impossible shape", name));
            }
        }
        return shape;
    }

    private static JsonNode parse(byte[] json, Path file) throws IOException {
        if (depth(json) > MAX_DEPTH) {
            throw damaged(file, Sentence.of("its header is nested too deeply"));
        }
        try {
            return JSON.readTree(new String(json, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw damaged(file, Sentence.of("its header is not JSON"));
        }
    }

    /** How deep objects and lists lie in each other. */
    private static int depth(byte[] json) {
        int depth = 0;
        int deepest = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length; i++) {
            byte now = json[i];
            if (quoted && now == '\\') {
                i++;
            } else if (now == '"') {
                quoted = !quoted;
            } else if (!quoted && (now == '{' || now == '[')) {
                deepest = Math.max(deepest, ++depth);
            } else if (!quoted && (now == '}' || now == ']')) {
                depth--;
            }
        }
        return deepest;
    }

    private static void readValues(FileChannel channel, float[] values, Path file) throws IOException {
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            take(channel, 4 * count, file).asFloatBuffer().get(values, from, count);
        }
    }

    private static ByteBuffer take(FileChannel channel, int bytes, Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw damaged(file, Sentence.of("it ends too early"));
            }
        }
        return buffer.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long elements(long[] shape) {
        long product = 1;
        for (long side : shape) {
            product = Math.multiplyExact(product, side);
        }
        return product;
    }

    private static DataException damaged(Path file, Sentence why) {
        return new DataException("%s is damaged: %s. Bring it back from a copy, or train anew.", file, why);
    }
}
