package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {

    private static final String IMAGES = "-images-idx3-ubyte";
    private static final String LABELS = "-labels-idx1-ubyte";

    private final Map<String, byte[]> files = new HashMap<>();

    @TempDir
    Path folder;

    @Test
    void readsImagesOfAnySizeWithTheTestPartLast() throws IOException {
        put("train", 5, 3, 7, 1, 0, 1, 2, 0, 1);
        put("t10k", 2, 3, 7, 1, 2, 2);

        Examples data = Idx.read(this::open);

        assertThat(data.size()).isEqualTo(7);
        assertThat(data.testFrom()).isEqualTo(5);
        assertThat(data.shape()).containsExactly(1, 3, 7);
        assertThat(data.classNames()).containsExactly("0", "1", "2");
        assertThat(data.classes()).containsExactly(0, 1, 2, 0, 1, 2, 2);
        assertThat(data.features()[0]).isEqualTo(0f);
        assertThat(data.features()[20]).isEqualTo(20 / 255f);
    }

    @Test
    void putsTheChannelsOfColourImagesFirst() throws IOException {
        put("train", 2, 1, 2, 3, 0, 1);
        // One row of two pixels: (0, 1, 2) and (3, 4, 5).
        assertThat(Idx.read(this::open).features()).startsWith(0f, 3 / 255f, 1 / 255f, 4 / 255f, 2 / 255f, 5 / 255f);
    }

    @Test
    void findsFilesOfAFolderZippedOrNotAndWithADotBeforeIdx() throws IOException {
        put("train", 4, 2, 2, 1, 0, 1, 0, 1);
        Files.write(folder.resolve("train-images.idx3-ubyte"), files.get("train" + IMAGES));
        try (GZIPOutputStream out =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("train" + LABELS + ".gz")))) {
            out.write(files.get("train" + LABELS));
        }
        assertThat(Idx.read(folder).size()).isEqualTo(4);
        assertThat(Idx.read(folder).testFrom()).isEqualTo(4);
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> Idx.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("train-images-idx3-ubyte");
    }

    @Test
    void refusesWhatDoesNotBelongTogether() throws IOException {
        put("train", 3, 2, 2, 1, 0, 1, 1);
        files.put("train" + LABELS, labels(0, 1));
        assertThatThrownBy(() -> Idx.read(this::open)).hasMessageContaining("3 train images but 2 labels");
        put("train", 3, 2, 2, 1, 0, 1, 1);
        put("t10k", 1, 2, 2, 1, 7);
        assertThatThrownBy(() -> Idx.read(this::open)).hasMessageContaining("Test image 1 has the label 7");
        put("t10k", 1, 2, 3, 1, 1);
        assertThatThrownBy(() -> Idx.read(this::open)).hasMessageContaining("2×3");
    }

    @Test
    void refusesFilesThatPromiseWhatTheyDoNotHold() throws IOException {
        put("train", 3, 2, 2, 1, 0, 1, 1);
        files.merge("train" + IMAGES, new byte[1], IdxTest::concat);
        assertThatThrownBy(() -> Idx.read(this::open)).hasMessageContaining("more bytes than its header");
        ByteArrayOutputStream huge = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(huge);
        for (int number : new int[] {0x803, Integer.MAX_VALUE, 4000, 4000}) {
            out.writeInt(number);
        }
        files.put("train" + IMAGES, huge.toByteArray());
        assertThatThrownBy(() -> Idx.read(this::open)).hasMessageContaining("MB of memory");
    }

    @Property(tries = 300)
    void aDamagedFileIsRefusedWithASentenceOrReadWhole(
            @ForAll @IntRange(min = 0, max = 47) int at,
            @ForAll byte value,
            @ForAll boolean cut,
            @ForAll boolean zipped)
            throws IOException {
        put("train", 6, 2, 2, 1, 0, 1, 2, 1, 0, 2);
        for (String name : new String[] {"train" + IMAGES, "train" + LABELS}) {
            byte[] whole = zipped ? gzip(files.get(name)) : files.get(name);
            int position = Math.min(at, whole.length - 1);
            byte[] damaged = cut ? java.util.Arrays.copyOf(whole, position) : whole.clone();
            if (!cut) {
                damaged[position] = value;
            }
            Map<String, byte[]> mixed = new HashMap<>(files);
            mixed.put(name, damaged);
            assertThatCode(() -> {
                        try {
                            Idx.read(wanted -> open(mixed, wanted));
                        } catch (DataException e) {
                            assertThat(e.getMessage()).endsWith(".").hasSizeLessThan(200);
                        }
                    })
                    .doesNotThrowAnyException();
        }
    }

    private void put(String part, int count, int height, int width, int channels, int... labels) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(channels == 1 ? 0x803 : 0x804);
        out.writeInt(count);
        out.writeInt(height);
        out.writeInt(width);
        if (channels > 1) {
            out.writeInt(channels);
        }
        for (int i = 0; i < count * height * width * channels; i++) {
            out.write(i);
        }
        files.put(part + IMAGES, bytes.toByteArray());
        files.put(part + LABELS, labels(labels));
    }

    private static byte[] labels(int... labels) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x801);
        out.writeInt(labels.length);
        for (int label : labels) {
            out.write(label);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private ByteArrayInputStream open(String name) throws NoSuchFileException {
        return open(files, name);
    }

    private static ByteArrayInputStream open(Map<String, byte[]> files, String name) throws NoSuchFileException {
        if (!files.containsKey(name)) {
            throw new NoSuchFileException(name);
        }
        return new ByteArrayInputStream(files.get(name));
    }
}
