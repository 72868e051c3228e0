package io.layerloom.engine.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How the program is asked, with scripts in its place that answer well, late, at odds or never. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for a Unix shell")
@Timeout(60)
class NvidiaSmiTest {

    @TempDir
    Path folder;

    @Test
    void asksForCards() throws IOException {
        String asked =
                "index,name,compute_cap,driver_version,memory.total,memory.free,utilization.gpu,mig.mode.current";
        Sighting seen = look(Duration.ofSeconds(30), script("""
                [ "$1" = "--query-gpu=%s" ] && [ "$2" = "--format=csv,noheader,nounits" ] || exit 2
                echo "0, Tesla T4, 7.5, 535.104.05, 15360, 14922, 0, [N/A]"
                """.formatted(asked)));
        Card card = ((Sighting.Cards) seen).cards().get(0);
        assertThat(card.capability()).contains(new Capability(7, 5));
        assertThat(card.load()).hasValue(0);
        assertThat(card.divided()).isFalse();
    }

    @Test
    void asksOldDriversForLess() throws IOException {
        Sighting seen = look(Duration.ofSeconds(30), script("""
                case "$1" in
                *compute_cap*) echo 'Field "compute_cap" is not a valid field to query.'; echo; exit 2 ;;
                *) echo "0, Tesla K80, 470.82.01, 11441, 11438, 0" ;;
                esac
                """));
        assertThat(((Sighting.Cards) seen).cards().get(0).capability()).contains(new Capability(3, 7));
    }

    @Test
    void doesNotWaitForOneThatHangs() throws IOException {
        assertThat(look(Duration.ofMillis(300), script("exec sleep 600"))).isEqualTo(new Sighting.NoAnswer(1));
    }

    @Test
    void doesNotDrownInOneThatFloods() throws IOException {
        Sighting seen = look(Duration.ofSeconds(30), script("exec yes nothing"));
        assertThat(seen).isInstanceOf(Sighting.Failed.class);
    }

    @Test
    void keepsItsLastWords() throws IOException {
        Sighting seen =
                look(Duration.ofSeconds(30), script("echo 'Failed to initialize NVML: Unknown Error' >&2; exit 255"));
        assertThat(seen).isEqualTo(new Sighting.Failed(255, "Failed to initialize NVML: Unknown Error"));
    }

    @Test
    void looksInEveryPlace() throws IOException {
        Path program = script("echo 'No devices were found'; exit 6");
        List<String> places = List.of(folder.resolve("absent").toString(), program.toString());
        assertThat(new NvidiaSmi(places, Duration.ofSeconds(30)).look()).isEqualTo(new Sighting.NoCard());
        assertThat(new NvidiaSmi(places.subList(0, 1), Duration.ofSeconds(30)).look())
                .isEqualTo(new Sighting.NoDriver());
    }

    private static Sighting look(Duration patience, Path program) {
        return new NvidiaSmi(List.of(program.toString()), patience).look();
    }

    private Path script(String body) throws IOException {
        Path file = folder.resolve("nvidia-smi");
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
