package io.layerloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program in a process of its own, told to end in the middle of a training as a terminal does it: every process of it at once. */
@Tag("slow")
@Timeout(300)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
class InterruptionTest {

    private static final int SIGINT = 2;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void theRunIsSavedAndGoesOnToTheSameBits(String signal) throws Exception {
        Assumptions.assumeFalse(signal.equals("INT") && ignoresInterrupts(), "Ctrl+C does nothing in the background");
        Path run = folder.resolve("run");
        Process training = start("train", "mnist-mlp", "--epochs", "3", "--threads", "1", "--out", run.toString());
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(training.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(Stream.generate(() -> line(out)).anyMatch(line -> line.startsWith("Epoch 1 of 3")))
                    .isTrue();
            kill(signal, training);
        }
        String said = new String(training.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(training.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(said)
                .containsPattern("Training was ended in epoch 2, after [0-9,]+ steps in all. It can go on from there.")
                .contains("To go on: layerloom train --resume " + run)
                .doesNotContain("Exception");
        Shell shell = new Shell();
        Shell.Result resumed = shell.call("train", "--resume", run, "--json");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        Shell.Result whole = shell.call(
                "train", "mnist-mlp", "--epochs", 3, "--threads", 1, "--out", folder.resolve("whole"), "--json");
        assertThat(resumed.json().path("paramsSha256")).isEqualTo(whole.json().path("paramsSha256"));
    }

    private static String line(BufferedReader out) {
        try {
            String line = out.readLine();
            if (line == null) {
                throw new AssertionError("The program ended too early.");
            }
            return line;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).start();
    }

    private static void kill(String signal, Process program) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal, Long.toString(program.pid())));
        program.children().map(child -> Long.toString(child.pid())).forEach(command::add);
        assertThat(command).hasSize(4);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    /** A shell lets what it starts in the background ignore Ctrl+C, and so do all processes that come of it. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .anyMatch(mask -> (mask >> (SIGINT - 1) & 1) == 1);
        }
    }
}
