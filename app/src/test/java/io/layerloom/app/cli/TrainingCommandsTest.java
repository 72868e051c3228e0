package io.layerloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
