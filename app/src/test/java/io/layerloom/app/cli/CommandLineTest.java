package io.layerloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.Values;
import io.layerloom.graph.Wire;
import io.layerloom.graph.language.Language;
import io.layerloom.samples.Sample;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The commands that answer at once, and the exit codes that scripts rely on. */
class CommandLineTest {

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @Test
    void samplesAreListed() {
        Shell.Result result = shell.call("samples", "--json");
        assertThat(result.code()).isZero();
        assertThat(result.json()
                        .path("samples")
                        .valueStream()
                        .map(s -> s.path("id").asString()))
                .contains("mnist-mlp", "mnist-cnn", "text-lstm", "iris-mlp");
        assertThat(shell.call("samples").out()).contains("mnist-cnn");
    }

    @Test
    void everySampleIsSound() {
        for (Sample sample : Samples.all()) {
            Shell.Result result = shell.call("check", sample.id(), "--json");
            assertThat(result.code()).as(sample.id() + result.err()).isZero();
            assertThat(result.json().path("problems").isEmpty()).isTrue();
        }
    }

    @Test
    void aNetworkIsDrawnForPrintWithoutAScreen() throws IOException {
        Path file = folder.resolve("net.svg");
        Shell.Result result = shell.call("picture", "mnist-cnn", file, "--layers", "conv1,hidden", "--json");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.json().path("format").asString()).isEqualTo("SVG");
        assertThat(Files.readString(file)).contains("Convolution 2D", "Dense").doesNotContain("Flatten");
        assertThat(shell.call("picture", "mnist-cnn", folder.resolve("net.pdf")).code())
                .isZero();
        assertThat(Files.size(folder.resolve("net.pdf"))).isPositive();
    }

    @Test
    void gapsAreFilledWithAFewGuessesOnly() {
        Shell.Result none = shell.call("fill", folder, "A _ fox", "--guesses", "0");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("--guesses must be from 1 to 100. Received: 0");
    }

    @Test
    void picturesAreMadeInNumbersThatCanBe() {
        Shell.Result none = shell.call("generate", folder, "--count", "0");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("--count must be from 1 to 10000. Received: 0");
        Shell.Result format = shell.call("generate", folder, "--out", folder.resolve("made.gif"));
        assertThat(format.code()).isEqualTo(2);
        assertThat(format.err()).contains("--out must end in .png");
    }

    @Test
    void aPictureThatCannotBeDrawnSaysWhy() {
        Shell.Result format = shell.call("picture", "mnist-cnn", folder.resolve("net.gif"));
        assertThat(format.code()).isEqualTo(2);
        assertThat(format.err()).contains(".svg, .pdf, .png");
        Shell.Result layer = shell.call("picture", "mnist-cnn", folder.resolve("net.png"), "--layers", "conv9");
        assertThat(layer.code()).isEqualTo(1);
        assertThat(layer.err()).contains("no layer \"conv9\"", "conv1");
        Shell.Result place = shell.call("picture", "mnist-cnn", folder.resolve("no/such/net.png"));
        assertThat(place.code()).isEqualTo(1);
        assertThat(place.err()).contains("net.png cannot be written: its folder does not exist.");
    }

    @Test
    void aCheckOfNoLayersSaysThatThereIsNothingToTrain() throws Exception {
        Path empty = folder.resolve("empty.loom");
        Files.writeString(empty, "{\"format\": 1}");
        Shell.Result check = shell.call("check", empty);
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out()).contains("There is nothing to train, because the network has no layers.");
    }

    @Test
    void aCheckNamesLayersShapesAndParameters() {
        JsonNode check = shell.call("check", "mnist-cnn", "--json").json();
        assertThat(check.path("parameters").asLong()).isEqualTo(121_930);
        // Four numbers for each weight with Adam; for each of 32 examples 38,842 numbers and the slopes along them; and
        // the process.
        assertThat(check.path("trainingBytes").asLong()).isGreaterThan((300L << 20) + 16 * 121_930 + 32 * 8 * 38_842);
        JsonNode convolution = check.path("layers").path(1);
        assertThat(convolution.path("type").asString()).isEqualTo("conv2d");
        assertThat(convolution.path("inputs").path(0).asString()).isEqualTo("28×28×1");
        assertThat(convolution.path("output").asString()).isEqualTo("26×26×32");
        assertThat(convolution.path("parameters").asLong()).isEqualTo(320);
        assertThat(check.path("batchSize").asInt()).isEqualTo(32);
        assertThat(shell.call("check", "mnist-mlp").out())
                .contains("101,770 parameters", " of memory to train in batches of 32.");
    }

    @Test
    void aCheckReckonsWithNoMoreExamplesThanTheDataHave() throws Exception {
        Document large = Project.open("iris-mlp").document();
        Path file = folder.resolve("large.loom");
        ProjectFile.write(large.with(large.plan().withBatchSize(1000)), file);
        assertThat(shell.call("check", file).out())
                .contains("in batches of 108, which is the whole training part; the plan says 1,000.")
                .contains("Note: A batch of 1,000 is larger", "    Way out: Use batches of 32");
    }

    @Test
    void aBrokenProjectIsExplained() throws IOException {
        Graph graph = Graph.EMPTY
                .with(new Node(new NodeId("a"), "input", "image", Values.EMPTY))
                .with(new Node(new NodeId("b"), "output", "digit", Values.EMPTY))
                .with(new Wire(new NodeId("a"), new NodeId("b"), 0));
        Path file = folder.resolve("broken.loom");
        ProjectFile.write(Document.EMPTY.with(graph), file);

        Shell.Result result = shell.call("check", file, "--json");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEqualToIgnoringNewLines("1 problem keeps the network from training.");
        assertThat(result.json().path("ok").asBoolean()).isFalse();
        assertThat(result.json().path("problems").path(0).path("layer").asString())
                .isEqualTo("digit");
        assertThat(result.json().path("problems").path(0).path("message").asString())
                .isEqualTo("Output needs a vector, but gets an image of 28×28×1.");
        assertThat(result.json()
                        .path("problems")
                        .path(0)
                        .path("remedies")
                        .path(0)
                        .asString())
                .isEqualTo("Insert Flatten");
        assertThat(shell.call("check", file).out())
                .contains("Problem: digit: Output needs", "    Way out: Insert Flatten");

        Shell.Result training = shell.call("train", file, "--out", folder.resolve("run"));
        assertThat(training.code()).isEqualTo(1);
        assertThat(training.err()).startsWith("Output needs a vector");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aDamagedFileIsRefusedInASentence() throws IOException {
        Path file = folder.resolve("damaged.loom");
        Files.writeString(file, "{\"format\": ");
        Shell.Result result = shell.call("check", file);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThat(shell.call("check", "nowhere.loom").err())
                .contains("no project file and no sample \"nowhere.loom\"");
        Shell.Result run = shell.call("evaluate", folder, "--json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("holds no run");
        assertThat(shell.call("export", folder, "--to", "java", "--out", folder.resolve("x"))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void dataThatDoNotFitAreRefusedBeforeTraining() throws IOException {
        Path table = folder.resolve("two.csv");
        Files.writeString(table, "a,b,kind\n1,2,x\n2,3,y\n3,4,x\n5,1,y\n");
        Shell.Result result = shell.call("train", "iris-mlp", "--data", table, "--out", folder.resolve("run"));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isNotBlank();
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void aRunToGoOnWithMustBeNamed() {
        Shell.Result result = shell.call("train", "iris-mlp", "--resume");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err().strip()).isEqualTo("No run is named to go on with. Give its folder: --resume RUN.");
        Shell.Result twice = shell.call("train", "--resume", "one", "--out", "other");
        assertThat(twice.err()).startsWith("The run to go on with is named twice");
        assertThat(shell.call("train", "--resume", folder).err()).contains("holds no run");
    }

    @Test
    void anythingButARunToGoOnWithNeedsAProject() {
        Shell.Result result = shell.call("train", "--epochs", 3);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("FILE|SAMPLE is missing; see layerloom train");
    }

    @Test
    void aFullFolderIsNotWrittenOver() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");
        Shell.Result result = shell.call("train", "iris-mlp", "--out", folder);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("already holds something");
    }

    @Test
    void aFailedStartLeavesNoFolderInTheWay() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.csv"), "a,b\n1\n");
        Path out = folder.resolve("run");
        for (int attempt = 0; attempt < 2; attempt++) {
            Shell.Result result = shell.call("train", "iris-mlp", "--data", broken, "--out", out);
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).contains("broken.csv").doesNotContain("already holds");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "train iris-mlp --epochs many",
                "train iris-mlp --epochs 0",
                "train iris-mlp --batch 0",
                "train iris-mlp --seed -1",
                "train iris-mlp --threads -1",
                "bench mlp 0",
                "train iris-mlp --colour blue",
                "export somewhere",
                "export somewhere --to basic --out x",
                "dance",
                "check a b"
            })
    void aWrongCallGivesTwo(String words) {
        Shell.Result result = shell.call((Object[]) words.split(" "));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err())
                .doesNotContain(" int", " long")
                .contains("; see layerloom")
                .endsWith("--help." + System.lineSeparator());
        assertThat(result.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "->", quoteCharacter = '\'', textBlock = """
                    train                                -> FILE|SAMPLE is missing
                    export                               -> --out DIR and RUN are missing
                    picture                              -> FILE|SAMPLE and OUT are missing
                    train iris-mlp --threads             -> --threads needs a value behind it: N
                    train iris-mlp --backend             -> --backend needs a value behind it: auto|cpu|gpu
                    train iris-mlp --backend tpu         -> --backend must be auto, cpu or gpu. Received: "tpu"
                    train iris-mlp --epochs many         -> --epochs must be a whole number up to 2,147,483,647. Received: "many"
                    train iris-mlp --epochs 99999999999  -> --epochs must be a whole number up to 2,147,483,647. Received: "99999999999"
                    write run text --temperature hot     -> --temperature must be a number. Received: "hot"
                    write run text --seed x              -> --seed must be a whole number. Received: "x"
                    bench mlp large                      -> BATCH must be a whole number up to 2,147,483,647. Received: "large"
                    bench mlp 64 long                    -> ITERATIONS must be a whole number up to 2,147,483,647. Received: "long"
                    check iris-mlp lenet                 -> "lenet" is one argument too many
                    train iris-mlp --epoch 3             -> There is no option --epoch, but there is --epochs
                    train iris-mlp --colour blue         -> There is no option --colour
                    train iris-mlp --epochs 1 --epochs 2 -> --epochs is given more than once
                    """)
    void aWrongCallIsToldInWordsOfPeople(String words, String sentence) {
        Shell.Result result = shell.call((Object[]) words.split(" "));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith(sentence + "; see layerloom");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check nope --json", "check --json", "train iris-mlp --epochs many --json"})
    void aFailureIsAnsweredInJsonToo(String words) {
        Shell.Result result = shell.call((Object[]) words.split(" "));
        assertThat(result.code()).isNotZero();
        assertThat(result.json().path("error").asString())
                .isEqualTo(result.err().strip());
    }

    @Test
    void helpAndVersionSucceed() {
        assertThat(shell.call("--help").out()).contains("check", "train", "evaluate", "export", "samples");
        assertThat(shell.call("train", "--help").out()).contains("--epochs", "--threads", "--json");
        assertThat(shell.call("--version").out()).startsWith("Layerloom");
    }

    @Test
    void aCallSpeaksTheLanguageThatItNames() throws IOException {
        Path other = Files.writeString(folder.resolve("other.loom"), "{}");
        try {
            assertThat(shell.call("check", other, "--lang", "zh").err()).contains("不是 Layerloom 项目");
            assertThat(shell.call("check", "mnist-mlp", "--lang", "zh").out()).contains("101,770 个参数", "以批大小 32 训练约需");
            assertThat(shell.call("--lang", "en", "check", other).err()).contains("is no Layerloom project");
            Shell.Result wrong = shell.call("samples", "--lang", "fr");
            assertThat(wrong.code()).isEqualTo(2);
            assertThat(wrong.err().strip())
                    .isEqualTo("--lang must be en or zh. Received: \"fr\"; see layerloom --help.");
        } finally {
            Language.use(Language.ENGLISH);
        }
    }

    @Test
    void withoutACommandTheWindowOpens() {
        assertThat(shell.call().code()).isEqualTo(LayerloomCommand.WINDOW_OPEN);
        assertThat(shell.call("mnist-cnn").code()).isEqualTo(LayerloomCommand.WINDOW_OPEN);
        assertThat(shell.call("digits.loom").code()).isEqualTo(LayerloomCommand.WINDOW_OPEN);
        assertThat(shell.windows())
                .containsExactly(
                        Optional.empty(), Optional.of(Path.of("mnist-cnn")), Optional.of(Path.of("digits.loom")));
    }
}
