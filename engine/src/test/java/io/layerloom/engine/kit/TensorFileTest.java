package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorFileTest {

    private static Path damaged;

    @TempDir
    Path folder;

    @BeforeContainer
    static void begin() throws IOException {
        damaged = Files.createTempFile("tensors", ".safetensors");
    }

    @AfterContainer
    static void end() throws IOException {
        Files.deleteIfExists(damaged);
    }

    @Test
    void keepsBitsNamesShapesAndWords() throws IOException {
        float[] odd = {Float.NaN, -0f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, 1.1f, 3};
        Path file = folder.resolve("a.safetensors");
        new TensorFile()
                .put("first", new long[] {2, 3}, odd)
                .put("empty", new long[] {0}, new float[0])
                .put("scalar", new long[0], new float[] {7})
                .put("word", "välue")
                .write(file);

        TensorFile read = TensorFile.read(file);

        assertThat(read.metadata()).containsEntry("word", "välue");
        assertThat(read.tensors().keySet()).containsExactly("first", "empty", "scalar");
        assertThat(read.tensors().get("first").shape()).containsExactly(2, 3);
        for (int i = 0; i < odd.length; i++) {
            assertThat(Float.floatToRawIntBits(read.tensors().get("first").values()[i]))
                    .isEqualTo(Float.floatToRawIntBits(odd[i]));
        }
        assertThat(folder.toFile().list()).containsExactly("a.safetensors");
    }

    @Test
    void keepsLargeArrays() throws IOException {
        float[] many = new float[200_001];
        Random random = new Random(1);
        for (int i = 0; i < many.length; i++) {
            many[i] = random.nextFloat();
        }
        Path file = folder.resolve("a.safetensors");
        new TensorFile().put("x", new long[] {many.length}, many).write(file);
        assertThat(TensorFile.read(file).tensors().get("x").values()).isEqualTo(many);
    }

    @Property(tries = 400)
    void aDamagedFileIsRefusedOrReadWithoutHarm(
            @ForAll @IntRange(min = 0, max = 299) int at, @ForAll byte value, @ForAll boolean cut) throws IOException {
        new TensorFile()
                .put("x", new long[] {2, 2}, new float[] {1, 2, 3, 4})
                .put("y", new long[] {3}, new float[] {1, 2, 3})
                .write(damaged);
        byte[] bytes = Files.readAllBytes(damaged);
        int position = Math.min(at, bytes.length - 1);
        bytes[position] = value;
        Files.write(damaged, cut ? java.util.Arrays.copyOf(bytes, position) : bytes);
        try {
            TensorFile read = TensorFile.read(damaged);
            // What is read in spite of it is what was written.
            assertThat(read.tensors().get("x").values()).containsExactly(1, 2, 3, 4);
            assertThat(read.tensors().get("y").values()).containsExactly(1, 2, 3);
        } catch (DataException e) {
            assertThat(e.getMessage()).contains("is damaged: ", "Bring it back");
        }
    }

    @Test
    void readsWhatOtherProgramsWroteWithoutAChecksum() throws IOException {
        byte[] json = "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var bytes = java.nio.ByteBuffer.allocate(8 + json.length + 8).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json).putFloat(1.5f).putFloat(-2);
        Path file = folder.resolve("a.safetensors");
        Files.write(file, bytes.array());
        assertThat(TensorFile.read(file).tensors().get("x").values()).containsExactly(1.5f, -2);
    }

    @Test
    void refusesHeadersThatPromiseTooMuch() throws IOException {
        Path file = folder.resolve("a.safetensors");
        for (String header : new String[] {
            "{\"x\":{\"dtype\":\"F32\",\"shape\":[1000000000,4],\"data_offsets\":[0,16]}}",
            "{\"x\":{\"dtype\":\"F32\",\"shape\":[-1,-4],\"data_offsets\":[0,16]}}",
            "{\"x\":{\"dtype\":\"F64\",\"shape\":[4],\"data_offsets\":[0,16]}}",
            "{\"x\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[8,24]}}",
            "[]",
            "{\"x\":" + "[".repeat(900_000),
            "nonsense"
        }) {
            byte[] json = header.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            var bytes = java.nio.ByteBuffer.allocate(8 + json.length + 16).order(java.nio.ByteOrder.LITTLE_ENDIAN);
            bytes.putLong(json.length).put(json);
            Files.write(file, bytes.array());
            assertThatThrownBy(() -> TensorFile.read(file)).isInstanceOf(DataException.class);
        }
    }
}
