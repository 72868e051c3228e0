package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import io.layerloom.graph.language.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSourcesTest {

    private static final TrainingPlan.Split SPLIT = new TrainingPlan.Split(0.2, 0.2);

    @TempDir
    Path folder;

    private final SampleStore samples = (dataset, file) -> {
        String text = Map.of(
                        "iris/iris.csv", "w,species\n1,a\n2,b\n3,a\n4,b\n5,a\n", "sentiment/zh.tsv", "p\t好\nn\t坏\n")
                .get(dataset + "/" + file);
        if (text == null) {
            throw new IllegalArgumentException(file);
        }
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    };

    @Test
    void everySettingOfEverySourceIsExplained() {
        assertThat(DataSources.all())
                .extracting(DataSourceType::id)
                .containsExactly("sample", "idx", "boxes", "masks", "csv", "picture_table", "text", "pairs", "corpus");
        assertThat(DataSources.all()).flatExtracting(DataSourceType::params).allSatisfy(param -> {
            assertThat(param.help()).isNotBlank();
            assertThat(param.label()).isNotBlank();
        });
    }

    @Test
    void opensTablesAndShowsThem() throws IOException {
        Component data = TestData.clouds(folder, 30);
        Dataset dataset = DataSources.open(data, SPLIT, 1, samples);
        assertThat(dataset.schema()).isEqualTo(DataSources.schema(data, samples));
        assertThat(dataset.schema().features()).isEqualTo(new Shape.Vector(4));
        assertThat(dataset.classCounts()).containsExactly(10, 10, 10);
        assertThat(dataset.trainSize() + dataset.validationSize() + dataset.testSize())
                .isEqualTo(30);
        Example first = dataset.preview(3).get(0);
        assertThat(first.label()).isIn("x", "y", "z");
        assertThat(((Example.Cells) first.content()).columns()).containsExactly("a", "b", "c", "d");
        assertThat(dataset.sha256())
                .hasSize(64)
                .isEqualTo(DataSources.open(data, SPLIT, 1, samples).sha256());
    }

    @Test
    void namesShippedDataInTheLanguageOfNow() throws IOException {
        Component iris = new Component("sample", Values.EMPTY.with(DataSettings.NAME, DataSettings.SampleName.IRIS));
        assertThat(DataSources.schema(iris, samples).name()).isEqualTo("Iris flowers");
        Language.use(Language.CHINESE);
        try {
            assertThat(DataSources.schema(iris, samples).name()).isEqualTo("鸢尾花");
        } finally {
            Language.use(Language.ENGLISH);
        }
    }

    @Test
    void opensTextsWithTheShapeOfTheirSettings() throws IOException {
        Path file = folder.resolve("t.tsv");
        Files.writeString(file, "a\tone two\nb\tthree\n".repeat(10));
        Component data = new Component(
                "text",
                Values.EMPTY
                        .with(DataSettings.FILE, file.toString())
                        .with(DataSettings.UNIT, DataSettings.Unit.WORDS)
                        .with(DataSettings.MAX_LENGTH, 7)
                        .with(DataSettings.VOCABULARY, 50));
        DataSchema schema = DataSources.schema(data, samples);
        assertThat(schema.features()).isEqualTo(new Shape.Tokens(7, 50));
        assertThat(schema.labels()).isEqualTo(new Labels.Classes(java.util.List.of("a", "b")));
        assertThat(DataSources.open(data, SPLIT, 1, samples).preview(1).get(0).content())
                .isInstanceOf(Example.Sentence.class);
    }

    @Test
    void findsShippedSamplesByEitherSpelling() throws IOException {
        for (String name : new String[] {"sentiment_zh", "sentiment-zh"}) {
            Component data = new Component("sample", new Values(Map.of("name", name)));
            assertThat(DataSources.schema(data, samples).features()).isInstanceOf(Shape.Tokens.class);
        }
        assertThatThrownBy(() ->
                        DataSources.schema(new Component("sample", new Values(Map.of("name", "cifar"))), samples))
                .hasMessage(
                        "There is no shipped data set \"cifar\". It must be one of MNIST digits, MNIST digits 0 to 4, A few MNIST digits 5 to 9, Iris flowers, Feeling of Chinese sentences, Feeling of English sentences, Little fables, Little fables, word by word, Shapes with boxes, Shapes with masks, Dates as people write them, Questions about shapes.");
    }

    @Test
    void noticesThatAFileHasChanged() throws IOException {
        Component data = TestData.clouds(folder, 30);
        assertThat(DataSources.schema(data, samples).examples()).isEqualTo(30);
        TestData.clouds(folder, 60);
        Files.setLastModifiedTime(folder.resolve("clouds.csv"), FileTime.fromMillis(1_000_000));
        assertThat(DataSources.schema(data, samples).examples()).isEqualTo(60);
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatThrownBy(() -> DataSources.schema(new Component("idx", Values.EMPTY), samples))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("No folder is chosen");
        Component gone = new Component(
                "csv",
                Values.EMPTY.with(DataSettings.FILE, folder.resolve("gone.csv").toString()));
        assertThatThrownBy(() -> DataSources.open(gone, SPLIT, 1, samples))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> DataSources.schema(new Component("sql", Values.EMPTY), samples))
                .hasMessageContaining("sql");
    }

    @Test
    void dataBesideAProjectMoveWithIt() throws IOException {
        Path project = folder.resolve("project.loom");
        Component below = new Component(
                "csv",
                Values.EMPTY.with(
                        DataSettings.FILE, folder.resolve("data/a.csv").toString()));
        Document document = Document.EMPTY.with(Document.EMPTY.plan().withData(below));
        Document written = DataPaths.relative(document, project);
        assertThat(written.plan().data().orElseThrow().values().plain()).containsEntry("file", "data/a.csv");
        assertThat(DataPaths.whole(written, project)).isEqualTo(document);
        Path moved = folder.resolve("elsewhere/project.loom");
        assertThat(DataPaths.whole(written, moved)
                        .plan()
                        .data()
                        .orElseThrow()
                        .values()
                        .plain())
                .containsEntry("file", folder.resolve("elsewhere/data/a.csv").toString());

        assertThat(DataPaths.relative(document, moved)).isEqualTo(document);
        Document shipped = Document.EMPTY.with(Document.EMPTY
                .plan()
                .withData(new Component("sample", Values.EMPTY.with(DataSettings.NAME, DataSettings.SampleName.IRIS))));
        assertThat(DataPaths.relative(shipped, project)).isSameAs(shipped);
    }

    @Test
    void guessesTheKindOfAFileOrFolder() throws IOException {
        TestData.clouds(folder, 3);
        assertThat(DataSources.guess(folder.resolve("clouds.csv")).type()).isEqualTo("csv");
        assertThat(DataSources.guess(folder).type()).isEqualTo("csv");
        Files.writeString(folder.resolve("t.txt"), "good\tvery nice, indeed\n");
        assertThat(DataSources.guess(folder.resolve("t.txt")).type()).isEqualTo("text");
        Files.writeString(folder.resolve("labels.txt"), "good\tnice\nbad\tawful\n".repeat(20));
        assertThat(DataSources.guess(folder.resolve("labels.txt")).type()).isEqualTo("text");
        Path images = Files.createDirectory(folder.resolve("images"));
        assertThatThrownBy(() -> DataSources.guess(images)).hasMessageContaining("no data here");
        Files.write(images.resolve("train-images-idx3-ubyte"), new byte[1]);
        assertThat(DataSources.guess(images).type()).isEqualTo("idx");
    }

    @Test
    void guessesPairsOfTextsWithRoomForTheLongestOfThem() throws IOException {
        Path file = folder.resolve("pairs.txt");
        Files.writeString(
                file,
                IntStream.range(1, 31)
                        .mapToObj(i -> "x".repeat(i) + "\t" + i + "\n")
                        .collect(Collectors.joining()));
        Component guess = DataSources.guess(file);

        DataSchema pairs = DataSources.schema(guess, samples);
        assertThat(pairs.features()).isEqualTo(new Shape.Tokens(30, 100));
        assertThat(pairs.labels()).isEqualTo(new Labels.Text(new Shape.Tokens(2 + 1, 100 + 2)));
        Dataset dataset = DataSources.open(guess, SPLIT, 1, samples);
        assertThat(dataset.preview(40)).isNotEmpty().allSatisfy(example -> {
            Example.Pair pair = (Example.Pair) example.content();
            assertThat(pair.source()).hasSize(Integer.parseInt(pair.target()));
        });

        Files.writeString(file, "no tab here\n", StandardOpenOption.APPEND);
        assertThat(DataSources.guess(file).type()).isEqualTo("pairs");
        assertThatThrownBy(() -> DataSources.schema(DataSources.guess(file), samples))
                .hasMessage("pairs.txt, line 31: there is no tab; each line must hold a source, a tab and its target.");
    }
}
