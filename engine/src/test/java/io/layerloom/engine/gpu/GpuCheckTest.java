package io.layerloom.engine.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The decision table, over outputs of {@code nvidia-smi} in test resources.
 *
 * <p>The outputs were written by hand, none was captured on the card it names: the form is that of {@code nvidia-smi(1)} for {@code --format=csv,noheader,nounits}; names,
 * capabilities, memory and drivers are as NVIDIA lists them and as people show them in public reports; messages and exit statuses are those of the manual and of such reports
 * (for {@code compute_cap} refused by driver 470: huggingface/candle issue 733). Where a driver refuses {@code compute_cap}, the file holds the answer to the shorter question.
 */
class GpuCheckTest {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    h200         | Linux      | no    | NVIDIA H200 has compute capability 9.0, newer than the CUDA 11.6 libraries know, whose code ends at 8.6; training runs on the CPU.
                    h100         | Linux      | no    | NVIDIA H100 80GB HBM3 has compute capability 9.0
                    b200-two     | Linux      | no    | The NVIDIA B200 has compute capability 10.0
                    rtx5090      | Windows 11 | no    | NVIDIA GeForce RTX 5090 has compute capability 12.0
                    a100         | Linux      | yes 0 |
                    a100-mig     | Linux      | yes 0 | MIG has divided this card
                    rtx3090      | Linux      | yes 0 |
                    rtx4070      | Windows 11 | yes 0 | hold code for 8.6, which should run on 8.9
                    t4           | Linux      | yes 0 |
                    k80          | Linux      | yes 0 | Driver 470.82.01 is older than the 510.39.01 of CUDA 11.6
                    k40          | Linux      | no    | Tesla K40m has compute capability 3.5, for which the CUDA 11.6 libraries hold no code; theirs is for 3.7 and for 5.0 to 8.6
                    gtx750       | Windows 10 | yes 0 |
                    gtx750-1gb   | Linux      | no    | has 979 MiB of memory, less than the 1,024 MiB
                    rtx3090-full | Linux      | no    | Only 412 MiB of the memory of the NVIDIA GeForce RTX 3090 are free
                    rtx3090-old-driver      | Linux      | no | 470.182.03 does not tell the compute capability of the NVIDIA GeForce RTX 3090; install driver 510.39.01 or newer
                    gtx1080-very-old-driver | Linux      | no | 390.116, older than the 450.80.02 that CUDA 11 needs at least; install driver 510.39.01 or newer.
                    gtx1080-very-old-driver | Windows 10 | no | older than the 452.39 that CUDA 11 needs at least; install driver 511.23 or newer.
                    none         | Linux      | no    | The NVIDIA driver finds no card
                    mismatch     | Linux      | no    | was updated, but the old one is still running, so training runs on the CPU; restart the computer.
                    not-running  | Linux      | no    | is installed but not running
                    no-permission | Linux     | no    | exit status 4 (Failed to initialize NVML: Insufficient Permissions)
                    not-available | Linux     | yes 0 |
                    no-capability | Linux     | no    | does not tell the compute capability of the NVIDIA Graphics Device
                    two-cards    | Linux      | yes 1 |
                    two-one-too-new | Linux   | yes 1 |
                    two-neither  | Linux      | no    | None of the 2 NVIDIA cards can train: the NVIDIA H100 PCIe has compute capability 9.0
                    warning      | Linux      | yes 0 |
                    odd          | Linux      | no    | The answer of nvidia-smi cannot be read (Mon Nov 23 00:12:01 2026)
                    """)
    void decides(String output, String system, String outcome, String words) {
        Gpu verdict = check(output, system, true, Optional.empty()).verdict();
        String expected = words == null ? "" : words;
        if (verdict instanceof Gpu.Ready ready) {
            assertThat("yes " + ready.card().index()).isEqualTo(outcome);
            assertThat(ready.caution()).contains(expected);
            assertThat(ready.caution().isEmpty()).isEqualTo(expected.isEmpty());
        } else {
            assertThat(outcome).isEqualTo("no");
            assertThat(((Gpu.Unusable) verdict).sentence())
                    .contains(expected)
                    .endsWith(".")
                    .doesNotContain("..", "null", "Optional");
        }
    }

    @Test
    void asksForTheLibrariesOnceACardCanTrain() {
        Gpu verdict = check("rtx3090", "Linux", false, Optional.empty()).verdict();
        assertThat(verdict).isInstanceOfSatisfying(Gpu.NotInstalled.class, missing -> {
            assertThat(missing.card().name()).isEqualTo("NVIDIA GeForce RTX 3090");
            assertThat(missing.card().usedMebibytes()).hasValue(786);
        });
        assertThat(check("h200", "Linux", false, Optional.empty()).verdict()).isInstanceOf(Gpu.Unusable.class);
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X, aarch64", "Linux, aarch64", "Linux, ppc64le", "Windows 11, aarch64", "FreeBSD, amd64"})
    void knowsWhereThereAreNoLibraries(String system, String architecture) {
        GpuFacts facts = new GpuFacts(system, architecture, seen("rtx3090"), true, Optional.empty());
        assertThat(((Gpu.Unusable) GpuCheck.of(facts).verdict()).sentence())
                .isEqualTo(
                        "The CUDA 11.6 libraries run on Linux and Windows with an x86-64 processor only, and this is %s on %s; training runs on the CPU."
                                .formatted(system, architecture));
    }

    @Test
    void respectsCardsThatAreHidden() {
        assertThat(check("two-cards", "Linux", true, Optional.of("0")).verdict())
                .isInstanceOfSatisfying(
                        Gpu.Ready.class,
                        ready -> assertThat(ready.card().index()).isZero());
        for (String nothing : List.of("", "-1", "7, 7")) {
            assertThat(((Gpu.Unusable) check("two-cards", "Linux", true, Optional.of(nothing))
                                    .verdict())
                            .sentence())
                    .isEqualTo(
                            "The variable CUDA_VISIBLE_DEVICES is \"%s\" and hides every NVIDIA card; unset it to train on one."
                                    .formatted(nothing));
        }
        assertThat(check("a100-mig", "Linux", true, Optional.of("MIG-5f3a")).verdict())
                .isInstanceOf(Gpu.Ready.class);
    }

    @Test
    void saysWhyNobodyAnswered() {
        assertThat(sentence(new Sighting.NoDriver()))
                .isEqualTo(
                        "There is no NVIDIA driver on this computer, so training runs on the CPU; if it has an NVIDIA card, install driver 510.39.01 or newer.");
        assertThat(sentence(new Sighting.NoAnswer(10))).contains("within 10 seconds");
        assertThat(sentence(new Sighting.Failed(139, ""))).contains("exit status 139 (no message)");
    }

    private static String sentence(Sighting sighting) {
        GpuFacts facts = new GpuFacts("Linux", "amd64", sighting, false, Optional.empty());
        return ((Gpu.Unusable) GpuCheck.of(facts).verdict()).sentence();
    }

    private static GpuCheck check(String output, String system, boolean installed, Optional<String> visible) {
        return GpuCheck.of(new GpuFacts(system, "amd64", seen(output), installed, visible));
    }

    private static Sighting seen(String output) {
        SmiOutput recorded = Recorded.output(output);
        int columns = recorded.text().lines().findFirst().orElse("").split(",").length;
        return recorded.read(columns == SmiOutput.Field.OLD.size() ? SmiOutput.Field.OLD : SmiOutput.Field.ALL);
    }
}
