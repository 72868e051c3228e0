package io.layerloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.workbench.PaceFile;
import io.layerloom.samples.Benchmarks;
import io.layerloom.samples.SampleData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whole journeys over the command line: trained in a worker, measured again, exported. */
class TrainingCommandsTest {

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @Test
    void benchPrintsOneLineThatScriptsCanCompare() {
        Shell.Result measured = shell.call("bench", "mlp", 8, 3, "--threads", 1);
        assertThat(measured.code()).as(measured.err()).isZero();
        assertThat(measured.err().lines())
                .containsExactly(
                        "Making numbers for 16 mini-batches of 8 examples with 794 numbers each",
                        "Warming up",
                        "Timing 3 steps of training and as many predictions");
        assertThat(measured.out())
                .matches(
                        "engine=layerloom net=mlp batch=8 train_ms=[0-9.]+ train_cpu_ms=[0-9.]+ infer_ms=[0-9.]+ threads=1\\R");
        JsonNode figures = shell.call("bench", "mlp", 8, 3, "--json").json();
        assertThat(figures.path("trainMillis").asDouble()).isPositive();
        assertThat(figures.path("fallback").asString()).isEmpty();
    }

    @Test
    void benchSaysWhichNetworksThereAre() {
        assertThat(shell.call("bench").code()).isEqualTo(2);
        assertThat(shell.call("bench", "canvas", "--help").code()).isZero();
        assertThat(shell.call("bench", "soak", "--help").code()).isZero();
        assertThat(shell.call("bench", "first-iteration", "--rounds", 0).code()).isEqualTo(2);
        assertThat(shell.call("bench", "reporting", "--rounds", 0).code()).isEqualTo(2);
        Shell.Result refused = shell.call("bench", "perceptron");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .startsWith("There is no network \"perceptron\" to measure. Choose one of mlp, cnn, lstm, resnet");
    }

    @Test
    void benchSaysHowMuchIsTooMuch() {
        Shell.Result refused = shell.call("bench", "mlp", 100_000_000, 5);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .matches(
                        "The network cannot be measured: 16 mini-batches of 100,000,000 examples with 794 numbers each "
                                + "would take [0-9,]+ MB of memory, but at most [0-9,]+ MB are there[.] Choose smaller batches[.]\\R");
    }

    @Test
    void aDamagedRunIsCalledSo() throws IOException {
        Path run = folder.resolve("iris");
        train(run);
        for (String damage : List.of("{", "", "null", "[]", "{\"created\": 3}")) {
            Files.writeString(run.resolve("run.json"), damage);
            Shell.Result refused = shell.call("evaluate", run);
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err())
                    .matches(
                            "[^\\r\\n]*run.json is damaged( at line \\d+)?[.] Bring it back from a copy, or train anew[.]\\R");
        }
        Files.write(run.resolve("run.json"), new byte[] {'{', (byte) 0xff, '}'});
        assertThat(shell.call("evaluate", run).err()).contains("run.json is damaged.");
    }

    @Test
    void irisTrainsIsMeasuredAgainAndIsTheSameFromTheSameSeed() throws IOException {
        Path run = folder.resolve("iris");
        Shell.Result trained = train(run);
        assertThat(trained.code()).as(trained.err()).isZero();
        JsonNode figures = trained.json();
        assertThat(figures.path("testAccuracy").asDouble()).isGreaterThan(0.85);
        assertThat(figures.path("testLoss").asDouble()).isPositive();
        assertThat(figures.path("epochs").asInt()).isEqualTo(20);
        assertThat(figures.path("seconds").asDouble()).isPositive();
        assertThat(figures.path("samplesPerSecond").asDouble()).isPositive();
        assertThat(figures.path("parameters").asLong()).isEqualTo(403);
        assertThat(figures.path("threads").asInt()).isEqualTo(1);
        assertThat(figures.path("paramsSha256").asString()).hasSize(64);
        assertThat(trained.err()).contains("Epoch 20 of 20");
        assertThat(new PaceFile(shell.pace()).paceProperty().get()).isPresent();

        JsonNode again = shell.call("evaluate", run, "--json").json();
        assertThat(again.path("testAccuracy")).isEqualTo(figures.path("testAccuracy"));
        assertThat(again.path("testLoss")).isEqualTo(figures.path("testLoss"));
        assertThat(again.path("confusion").size()).isEqualTo(3);

        Path flowers = folder.resolve("flowers.csv");
        Files.writeString(flowers, """
                sepal_length,sepal_width,petal_length,petal_width,species
                5.1,3.5,1.4,0.2,setosa
                7.0,3.2,4.7,1.4,versicolor
                6.3,3.3,6.0,2.5,virginica
                """);
        Shell.Result other = shell.call("evaluate", run, "--data", flowers, "--json");
        assertThat(other.code()).as(other.err()).isZero();
        assertThat(other.json().path("confusion").size()).isEqualTo(3);

        JsonNode twin = train(folder.resolve("twin")).json();
        assertThat(twin.path("paramsSha256")).isEqualTo(figures.path("paramsSha256"));
    }

    private Shell.Result train(Path run) {
        return shell.call(
                "train",
                "iris-mlp",
                "--epochs",
                20,
                "--batch",
                16,
                "--seed",
                3,
                "--threads",
                1,
                "--out",
                run,
                "--json");
    }

    @Test
    void aRunGoesOnForMoreEpochsAndForNothingElse() throws IOException {
        Path run = folder.resolve("iris");
        Path flowers = folder.resolve("flowers.csv");
        try (InputStream in = SampleData.open("iris", "iris.csv")) {
            Files.copy(in, flowers);
        }
        Object[] first = {"train", "iris-mlp", "--data", flowers, "--seed", 3, "--threads", 1, "--out", run};
        assertThat(shell.call(with(first, "--epochs", 2)).code()).isZero();

        assertThat(refused("train", "--resume", run))
                .isEqualTo("The run in %s is finished: all its 2 epochs are trained. Ask for more by --epochs to go on."
                        .formatted(run));
        assertThat(refused("train", "--resume", run, "--epochs", 1)).contains("cannot end after 1");
        assertThat(refused("train", "--resume", run, "--epochs", 4, "--batch", 99))
                .contains("trains with batches of ", ", not 99. Leave --batch out");
        assertThat(refused("train", "--resume", run, "--epochs", 4, "--seed", 4))
                .contains("trains from the seed 3, not 4. Leave --seed out");
        assertThat(refused("train", "--resume", run, "--epochs", 4, "--threads", 2))
                .contains("trains with the number of threads 1, not 2. Leave --threads out");
        Path others = Files.copy(flowers, folder.resolve("others.csv"));
        assertThat(refused("train", "--resume", run, "--epochs", 4, "--data", others))
                .contains("began on other data than ", "others.csv. Leave --data out");
        assertThat(refused("train", "mnist-mlp", "--resume", run, "--epochs", 4))
                .contains("trains another network than mnist-mlp");

        Shell.Result longer = shell.call(
                "train",
                "iris-mlp",
                "--resume",
                run,
                "--epochs",
                4,
                "--seed",
                3,
                "--threads",
                1,
                "--data",
                flowers,
                "--json");
        assertThat(longer.code()).as(longer.err()).isZero();
        assertThat(longer.err()).contains("Epoch 3 of 4").doesNotContain("Epoch 2 of");
        first[first.length - 1] = folder.resolve("whole");
        JsonNode whole = shell.call(with(first, "--epochs", 4, "--json")).json();
        assertThat(longer.json().path("paramsSha256")).isEqualTo(whole.path("paramsSha256"));

        Files.writeString(flowers, Files.readString(flowers).replaceFirst("5.1", "5.2"));
        assertThat(refused("train", "--resume", run, "--epochs", 5))
                .contains("flowers.csv has changed since this run was trained on it");
        assertThat(refused("evaluate", run)).contains("flowers.csv has changed since this run was trained on it");
        assertThat(refused("export", run, "--out", folder.resolve("java")))
                .contains("flowers.csv has changed since this run was trained on it");
        assertThat(folder.resolve("java")).doesNotExist();
    }

    private static Object[] with(Object[] words, Object... more) {
        return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray();
    }

    private String refused(Object... words) {
        Shell.Result result = shell.call(words);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err().strip()).doesNotContain("\n");
        return result.err().strip();
    }

    @Test
    @Tag("slow")
    void theMachineIsMeasuredBeforeTheFirstTraining() {
        assertThat(shell.call("check", "mnist-cnn", "--json")
                        .json()
                        .path("batchSeconds")
                        .isNull())
                .isTrue();
        Shell.Result measured = shell.call("bench", "machine", "--json");
        assertThat(measured.code()).as(measured.err()).isZero();
        Benchmarks.all()
                .forEach(net -> assertThat(measured.json().path(net + "Millis").asDouble())
                        .as(net)
                        .isPositive());
        assertThat(shell.call("check", "mnist-cnn", "--json")
                        .json()
                        .path("batchSeconds")
                        .asDouble())
                .isBetween(1e-4, 1.0);
        assertThat(shell.call("check", "mnist-cnn").out()).contains("an epoch on the processor.");
    }

    @Test
    @Tag("slow")
    void irisIsExportedAndVerified() {
        Path run = folder.resolve("iris");
        assertThat(train(run).code()).isZero();
        Shell.Result exported =
                shell.call("export", run, "--to", "java", "--out", folder.resolve("java"), "--verify", "--json");
        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(exported.json().path("verified").asBoolean()).isTrue();
        assertThat(exported.json().path("maxDiff").asDouble()).isZero();
        assertThat(folder.resolve("java/pom.xml")).isRegularFile();
    }
}
