package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFileTest {

    private static final String FOREIGN = """
            {
              "format": 1,
              "nodes": [
                {
                  "id": "n1",
                  "type": "hologram",
                  "name": "hologram_1",
                  "at": [12.5, -3.0],
                  "values": {
                    "depth": 3,
                    "phases": [1.5, null, {"deep": [true]}],
                    "scale": 1.0E-4,
                    "huge": 123456789012345678901234567890
                  },
                  "colour": "violet"
                },
                {
                  "id": "n2",
                  "type": "dense",
                  "name": "dense_1",
                  "values": {
                    "units": 7
                  }
                }
              ],
              "wires": [
                {"from": "n1", "to": "n2", "port": 0, "style": "dashed"}
              ],
              "plan": {
                "data": null,
                "objective": "supervised",
                "split": {
                  "validation": 0.1,
                  "test": 0.1,
                  "stratified": true
                },
                "epochs": 10,
                "batchSize": 32,
                "optimizer": {
                  "type": "adam",
                  "values": {},
                  "fused": true
                },
                "schedule": {
                  "type": "constant",
                  "values": {}
                },
                "seed": 42,
                "earlyStopping": {
                  "enabled": false,
                  "patience": 5,
                  "minDelta": 0.0
                },
                "augment": {
                  "flip": "horizontal"
                }
              },
              "drawing": {
                "collapsed": ["n2"],
                "bends": [],
                "frames": [],
                "paper": "squared"
              },
              "notes": ["from the future"]
            }
            """;

    @TempDir
    Path folder;

    @Property(tries = 300)
    void aDocumentSurvivesItsFile(@ForAll long seed, @ForAll @IntRange(max = 60) int steps)
            throws ProjectFileException {
        Document document = new RandomDocuments(seed).document(steps);
        String json = ProjectFile.toJson(document);
        assertThat(ProjectFile.read(json)).isEqualTo(document);
        assertThat(ProjectFile.toJson(ProjectFile.read(json))).isEqualTo(json);
    }

    @Test
    void whatThisVersionDoesNotKnowIsWrittenBackInPlace() throws ProjectFileException {
        Document document = ProjectFile.read(FOREIGN);
        assertThat(document.graph().node(new NodeId("n1")).type()).isEqualTo("hologram");
        String plain = FOREIGN.replace("[1.5, null, {\"deep\": [true]}]", "[1.5, null]");
        assertThat(ProjectFile.toJson(ProjectFile.read(plain))).isEqualTo(plain);
        assertThat(ProjectFile.read(ProjectFile.toJson(document))).isEqualTo(document);
        Document edited = Edits.rename(new NodeId("n2"), "renamed").apply(document);
        assertThat(ProjectFile.toJson(edited))
                .isEqualTo(ProjectFile.toJson(document).replace("dense_1", "renamed"));
    }

    @Test
    void theDrawingKeepsWhatIsUnknownAndSkipsWhatPointsNowhere() throws ProjectFileException {
        Document document = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV).document();
        Wire wire = document.graph().wires().get(0);
        document =
                Edits.bend("Add reroute point", wire, List.of(new Point(7, 8))).apply(document);
        document = Edits.collapse(List.of(wire.to()), true).apply(document);
        document = Edits.addFrame(new Frame("Two", 0, 0, 9, 9)).apply(document);
        String json = ProjectFile.toJson(document)
                .replace("\"through\"", "\"curve\": \"round\", \"through\"")
                .replace("\"title\"", "\"tint\": \"blue\", \"title\"")
                .replace("\"collapsed\": [", "\"collapsed\": [\"gone\", ")
                .replace("\"bends\": [", "\"bends\": [{\"to\": \"gone\", \"port\": 3, \"through\": [[1, 2]]}, ");
        Document read = ProjectFile.read(json);
        assertThat(read.layout().collapsed()).isEqualTo(document.layout().collapsed());
        assertThat(read.layout().bends()).isEqualTo(document.layout().bends());
        Frame frame = read.layout().frames().get(0);
        Document edited =
                Edits.changeFrame("Move frame", frame, frame.moved(5, 5)).apply(read);
        assertThat(ProjectFile.toJson(edited)).contains("\"curve\": \"round\"", "\"tint\": \"blue\"");
        Document straight = ProjectFile.read(json.replace("\"through\": [", "\"by\": ["));
        assertThat(straight.layout().bends()).isEmpty();
        assertThat(ProjectFile.read(ProjectFile.toJson(straight))).isEqualTo(straight);
    }

    @Test
    void aFileIsReplacedAsAWhole() throws IOException {
        Path file = folder.resolve("digits.loom");
        Document first = new RandomDocuments(1).document(10);
        Document second = new RandomDocuments(2).document(10);
        ProjectFile.write(first, file);
        ProjectFile.write(second, file);
        assertThat(ProjectFile.read(file)).isEqualTo(second);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("missing").resolve("digits.loom");
        assertThatThrownBy(() -> ProjectFile.write(Document.EMPTY, file))
                .isInstanceOf(ProjectFileException.class)
                .hasMessageContaining("the folder does not exist");
        assertThatThrownBy(() -> ProjectFile.read(file))
                .isInstanceOf(ProjectFileException.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> ProjectFile.read(folder)).hasMessageContaining("is not a file");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "format": 1            | "format": 4                 | has format 4, but this version reads format 3
                    "format": 1            | "format": 12345678901234    | has format 12345678901234, but this version reads format 3
                    "format": 1            | "format": "one"             | no Layerloom project
                    "format": 1            | "format": 0                 | is damaged: its format is 0, but formats are whole numbers from 1 on
                    "format": 1            | "format": -3                | is damaged: its format is -3
                    "format": 1            | "format": 1.5               | is damaged: its format is 1.5
                    "id": "n2"             | "id": "n1"                  | /nodes/1/id: hologram_1 and dense_1 have the same id, n1
                    "dense_1"              | "hologram_1"                | /nodes/1/name: the name hologram_1 is given twice
                    "dense_1"              | "System.exit(1)"            | /nodes/1/name: text of the form
                    "to": "n2"             | "to": "n9"                  | /wires/0/to: there is no node n9
                    "port": 0              | "port": -1                  | /wires/0/port: it must lie between 0 and 4095
                    "port": 0              | "port": 0.5                 | /wires/0/port: a whole number is expected. Received: 0.5
                    [12.5, -3.0]           | [1e300, 0]                  | /nodes/0/at: the place lies too far out
                    [12.5, -3.0]           | [1e999, 0]                  | /nodes/0/at: a number is expected
                    [12.5, -3.0]           | [NaN, 0]                    | is damaged at line 8, column 17: there is no well-formed number. Open a backup copy, or correct it in a text editor.
                    "epochs": 10           | "epochs": "ten"             | /plan/epochs: a whole number is expected. Received: "ten"
                    "epochs": 10           | "epochs": 10, "epochs": 11  | : the name "epochs" stands there a second time.
                    "enabled": false       | "enabled": 0                | /plan/earlyStopping/enabled: true or false is expected
                    """)
    void whatIsWrongIsNamedWithItsPlace(String sound, String damaged, String message) {
        assertThat(FOREIGN).contains(sound);
        assertThatThrownBy(() -> ProjectFile.read(FOREIGN.replaceFirst(java.util.regex.Pattern.quote(sound), damaged)))
                .isInstanceOf(ProjectFileException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n")
                .endsWith(".");
    }

    @Test
    void floodsAreRefused() {
        assertThatThrownBy(() -> ProjectFile.read("[".repeat(100_000)))
                .isInstanceOf(ProjectFileException.class)
                .hasMessage(
                        "The project is no project: its lists and objects lie 65 deep in each other, but no project goes beyond 64. Choose another file.");
        assertThatThrownBy(() -> ProjectFile.read("{\"format\": " + "1".repeat(1_000) + "}"))
                .hasMessageContaining("it holds a number of 1,000 digits, but no project goes beyond 400.");
        assertThatThrownBy(() -> ProjectFile.read("{\"" + "x".repeat(50_000) + "\": 1}"))
                .hasMessageContaining("characters, but no project goes beyond 1,000.");
        assertThatThrownBy(() -> ProjectFile.read("{\"a\": \"" + "x".repeat(2 << 20) + "\"}"))
                .hasMessageContaining("characters, but no project goes beyond 1,048,576.");
        assertThatThrownBy(() -> ProjectFile.read("{\"format\":1,\"a\":\"" + "x".repeat(17 << 20) + "\"}"))
                .isInstanceOf(ProjectFileException.class)
                .hasMessageContaining("16 MB");
        String nodes = Stream.iterate(1, i -> i + 1)
                .limit(10_001)
                .map(i -> "{\"id\":\"n%d\",\"type\":\"a\",\"name\":\"a%d\"}".formatted(i, i))
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        assertThatThrownBy(() -> ProjectFile.read("{\"format\":1,\"nodes\":[" + nodes + "]}"))
                .hasMessageContaining("10000 entries at most. Received: 10001");
    }

    @Property(tries = 3000)
    void damageNeverEndsInAnythingButADocumentOrASentence(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = (seed % 2 == 0 ? FOREIGN : ProjectFile.toJson(new RandomDocuments(seed).document(15)))
                .getBytes(StandardCharsets.UTF_8);
        int flips = random.nextInt(6);
        for (int i = 0; i < flips; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        int length = random.nextInt(3) == 0 ? random.nextInt(bytes.length) : bytes.length;
        try {
            Document document = ProjectFile.read(new ByteArrayInputStream(bytes, 0, length));
            // Whatever was read can be worked with and written.
            Inference.of(document.graph(), SmallCatalog.CATALOG);
            assertThat(ProjectFile.read(ProjectFile.toJson(document))).isEqualTo(document);
        } catch (ProjectFileException e) {
            assertThat(e.getMessage()).isNotBlank().endsWith(".").doesNotContain("\n");
        } catch (RuntimeException e) {
            fail("Only a sentence may come of damage: " + new String(bytes, StandardCharsets.UTF_8), e);
        }
    }
}
