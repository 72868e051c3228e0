package io.layerloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.gpu.NvidiaSmi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What {@code layerloom gpu} and {@code layerloom train --backend} say, with a script in the place of {@code nvidia-smi}. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "there is CUDA 11.6 only there and on Windows")
class GpuCommandTest {

    @TempDir
    Path folder;

    @Test
    void withoutADriverThereIsOneSentence() {
        Shell.Result result = new Shell().call("gpu");
        assertThat(result.code()).isZero();
        assertThat(result.out().strip())
                .isEqualTo(
                        "There is no NVIDIA driver on this computer, so training runs on the CPU; if it has an NVIDIA card, install driver 510.39.01 or newer.");
        assertThat(new Shell().call("gpu", "--install").err()).startsWith("Nothing was installed. There is no NVIDIA");
    }

    @Test
    void aCardIsDescribed() throws IOException {
        Shell shell = with("0, NVIDIA GeForce RTX 3090, 8.6, 535.183.01, 24576, 23790, 3, [N/A]");
        assertThat(shell.call("gpu").out())
                .contains(
                        "0  NVIDIA GeForce RTX 3090 · compute capability 8.6 · driver 535.183.01 · 23,790 of 24,576 MiB free · load 3 %")
                .endsWith(System.lineSeparator())
                .contains("The NVIDIA GeForce RTX 3090 can train once the CUDA libraries are installed.");
        JsonNode json = shell.call("gpu", "--json").json();
        assertThat(json.path("usable").asBoolean()).isFalse();
        assertThat(json.path("installed").asBoolean()).isFalse();
        assertThat(json.path("card").asInt(-1)).isZero();
        assertThat(json.path("cards").path(0).path("freeMebibytes").asLong()).isEqualTo(23_790);
        assertThat(json.path("cards").path(0).path("computeCapability").asString())
                .isEqualTo("8.6");
    }

    @Test
    void aCardThatIsTooNewTrainsOnTheProcessorWithASentence() throws IOException {
        Shell shell = with("0, NVIDIA H200, 9.0, 580.159.04, 143771, 143153, 0, Disabled");
        assertThat(shell.call("gpu", "--json").json().path("card").isNull()).isTrue();
        Shell.Result result =
                shell.call("train", "iris-mlp", "--epochs", "1", "--backend", "gpu", "--out", folder.resolve("run"));
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .containsOnlyOnce(
                        "The NVIDIA H200 has compute capability 9.0, newer than the CUDA 11.6 libraries know, whose code ends at 8.6; training runs on the CPU.");
    }

    @Test
    void backendsThatDoNotExistAreAWrongCall() {
        assertThat(new Shell().call("train", "iris-mlp", "--backend", "abacus").code())
                .isEqualTo(2);
    }

    private Shell with(String cards) throws IOException {
        Path program = folder.resolve("nvidia-smi");
        Files.writeString(program, "#!/bin/sh\necho '" + cards + "'\n");
        return new Shell(
                NvidiaSmi.at(Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"))));
    }
}
