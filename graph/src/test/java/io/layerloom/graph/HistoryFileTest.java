package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of a project can be taken back after it was closed and opened again. */
class HistoryFileTest {

    private Path folder = Path.of("");
    private HistoryFile file = HistoryFile.of(folder, UnaryOperator.identity(), UnaryOperator.identity());

    @BeforeProperty
    void begin() throws IOException {
        folder = Files.createTempDirectory("history");
        file = HistoryFile.of(
                folder.resolve("net.loom"),
                document ->
                        document.with(document.plan().withEpochs(document.plan().epochs() + 1)),
                document ->
                        document.with(document.plan().withEpochs(document.plan().epochs() - 1)));
    }

    @AfterProperty
    void clean() throws IOException {
        Files.deleteIfExists(kept());
        Files.deleteIfExists(folder);
    }

    private Path kept() {
        return folder.resolve(".net.loom.history");
    }

    private static History steps(long seed, int count) {
        History history = History.of(Document.EMPTY);
        for (int i = 1; i <= count; i++) {
            Document next = new RandomDocuments(seed + i).document(4 + i % 5);
            history = history.apply(Edit.of("Step " + i, before -> next));
        }
        return history;
    }

    @Property(tries = 60)
    void everyStepCanBeTakenBackAndDoneAgainLater(@ForAll long seed, @ForAll @IntRange(max = 6) int undone)
            throws IOException {
        History whole = steps(seed, 6);
        History history = whole.after(whole.done() - undone);
        file.write(history);
        History later = file.read(history.present());
        assertThat(later.labels()).isEqualTo(history.labels());
        assertThat(later.done()).isEqualTo(history.done());
        for (int i = 0; i <= whole.done(); i++) {
            assertThat(later.after(i).present()).isEqualTo(whole.after(i).present());
        }
    }

    @Property(tries = 40)
    void itGoesOnFromOneSavingToTheNext(@ForAll long seed) throws IOException {
        History first = steps(seed, 3);
        file.write(first);
        History second = file.read(first.present())
                .undo()
                .apply(Edit.of("Another way", before -> new RandomDocuments(seed - 1).document(5)));
        file.write(second);
        History third = file.read(second.present());
        assertThat(third.labels()).isEqualTo(second.labels());
        assertThat(third.after(0).present()).isEqualTo(Document.EMPTY);
        assertThat(third.undo().present()).isEqualTo(first.undo().present());
    }

    @Property(tries = 20)
    void aProjectThatWasChangedElsewhereBeginsAnew(@ForAll long seed) throws IOException {
        file.write(steps(seed, 3));
        Document other = new RandomDocuments(seed - 7).document(9);
        assertThat(file.read(other).labels()).isEmpty();
    }

    /** Whatever stands in the file: the project is as it is, and every step leads to a document or ends the history. */
    @Property(tries = 300)
    void aDamagedFileDoesNoHarm(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        History history = steps(seed % 20, 4);
        file.write(history);
        byte[] bytes = Files.readAllBytes(kept());
        if (random.nextInt(3) == 0) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        } else {
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) "0123456789[]{}\",:-ax".charAt(random.nextInt(20));
            }
        }
        Files.write(kept(), bytes);
        History read = file.read(history.present());
        assertThat(read.present()).isEqualTo(history.present());
        assertThat(read.after(0).done()).isZero();
        read.after(0).after(1_000);
    }

    /** As somebody would write it who wants to do harm, and knows the hash of the project. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"at\":[\"x\"],\"before\":[[]],\"after\":[[\"a\"]]",
                "\"at\":[4000000000],\"before\":[[]],\"after\":[[\"a\"]]",
                "\"at\":[2147483647],\"before\":[[\"a\"]],\"after\":[[\"a\"]]",
                "\"at\":[-1],\"before\":[[]],\"after\":[[]]",
                "\"at\":[0,0],\"before\":[[],[]],\"after\":[[\"{}\"],[\"{}\"]]",
                "\"at\":[0],\"before\":[[]],\"after\":[[],[]]",
                "\"at\":[0],\"before\":[7],\"after\":[{}]"
            })
    void aHostileFileDoesNoHarm(String splice) throws IOException {
        begin();
        History history = steps(5, 1);
        file.write(history);
        String kept = Files.readString(kept());
        int at = kept.indexOf("\"changed\":{") + "\"changed\":{".length();
        Files.writeString(kept(), kept.substring(0, at) + "\"nodes\":{" + splice + "}}}]}");
        History read = file.read(history.present());
        assertThat(read.present()).isEqualTo(history.present());
        assertThat(read.undo().redo().undo().done()).isZero();
        clean();
    }

    /** Paths stand in the file as seen from its folder, so what was kept for one folder is worked out anew for another. */
    @Test
    void stepsThatWereKeptInOneFolderAreKeptRightInAnother() throws IOException {
        begin();
        History history = steps(3, 4);
        file.write(history);
        Path other = Files.createDirectory(folder.resolve("other"));
        HistoryFile elsewhere = HistoryFile.of(
                other.resolve("net.loom"),
                document ->
                        document.with(document.plan().withEpochs(document.plan().epochs() + 7)),
                document ->
                        document.with(document.plan().withEpochs(document.plan().epochs() - 7)));
        elsewhere.write(history);
        History read = elsewhere.read(history.present());
        for (int i = 0; i <= history.done(); i++) {
            assertThat(read.after(i).present()).isEqualTo(history.after(i).present());
        }
        Files.delete(other.resolve(".net.loom.history"));
        Files.delete(other);
        clean();
    }

    @Property(tries = 1)
    void theLatestStepsAreKept() throws IOException {
        History history = History.of(Document.EMPTY);
        List<Document> all = new ArrayList<>();
        for (int i = 1; i <= HistoryFile.MOST_STEPS + 50; i++) {
            int epochs = i + 1;
            history = history.apply(
                    Edit.of("Epochs " + i, before -> before.with(before.plan().withEpochs(epochs))));
            all.add(history.present());
        }
        file.write(history);
        History later = file.read(history.present());
        assertThat(later.done()).isEqualTo(HistoryFile.MOST_STEPS);
        assertThat(later.after(0).present()).isEqualTo(all.get(49));
    }
}
