package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.Compute;
import io.layerloom.engine.Launcher;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.WorkerCommand;
import io.layerloom.engine.gpu.Card;
import io.layerloom.engine.gpu.CudaFolder;
import io.layerloom.engine.gpu.CudaPackage;
import io.layerloom.engine.gpu.Maven;
import io.layerloom.engine.gpu.NvidiaSmi;
import io.layerloom.graph.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Installing, choosing and measuring, with scripts in the places of Maven and nvidia-smi. */
@ExtendWith(ApplicationExtension.class)
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "there is CUDA 11.6 only there and on Windows")
class GpuDeskTest {

    private static final String FETCH = """
            for a in "$@"; do case "$a" in
            -Dmaven.repo.local=*) repository=${a#*=} ;;
            -DoutputDirectory=*) lib=${a#*=} ;;
            esac; done
            mkdir -p "$repository" "$lib"
            """;

    @TempDir
    Path folder;

    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();

    @Test
    void installsAndThenTrainsOnTheCard() throws IOException {
        GpuDesk desk = desk(FETCH + "printf abcd > $lib/a-1.jar");
        run(desk::look);
        until(() -> desk.checkProperty().get().isPresent());
        assertThat(fx(desk::expected)).isEmpty();
        assertThat(desk.launch(spec()).gpu()).isEmpty();
        run(desk::install);
        until(() -> desk.expected().isPresent());
        assertThat(fx(() -> desk.installingProperty().get())).isEqualTo(new GpuDesk.Installing.Idle());
        assertThat(desk.launch(spec()).gpu()).isPresent();
        run(() -> desk.choose(Compute.CPU));
        assertThat(desk.launch(spec()).gpu()).isEmpty();
        assertThat(fx(desk::expected)).isEmpty();
        run(desk::remove);
        until(() -> desk.checkProperty()
                .get()
                .filter(check -> !check.facts().installed())
                .isPresent());
        assertThat(bugs).isEmpty();
    }

    @Test
    void cancelsWithNothingLeftBehind() throws IOException {
        GpuDesk desk = desk(FETCH + "printf ab > $repository/a-1.jar.part; exec sleep 600");
        run(desk::install);
        until(() -> desk.installingProperty().get().equals(new GpuDesk.Installing.Running(2)));
        run(desk::cancel);
        until(() -> desk.installingProperty().get() instanceof GpuDesk.Installing.Idle);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Files.notExists(folder.resolve("cuda/.installing")));
        assertThat(bugs).isEmpty();
    }

    @Test
    void saysWhyItCannotInstall() throws IOException {
        GpuDesk desk = desk("echo '[ERROR] Unknown host repo.maven.apache.org'; exit 1");
        run(desk::install);
        until(() -> desk.installingProperty().get() instanceof GpuDesk.Installing.Failed failed
                && failed.sentence().contains("Unknown host repo.maven.apache.org."));
    }

    @Test
    void measuresTheCardWhileItIsAskedTo() throws IOException {
        NvidiaSmi smi = smi();
        CardMeter meter = new CardMeter(smi::look);
        run(() -> meter.start(0));
        until(() -> meter.readingProperty()
                .get()
                .flatMap(card -> card.load().stream().boxed().findFirst())
                .equals(Optional.of(3)));
        run(meter::stop);
        assertThat(fx(() -> meter.readingProperty().get())).isEqualTo(Optional.<Card>empty());
        run(() -> meter.start(7));
        assertThat(fx(() -> meter.readingProperty().get())).isEmpty();
        run(meter::stop);
    }

    private GpuDesk desk(String maven) throws IOException {
        CudaPackage small = new CudaPackage("linux-x86_64", List.of(new CudaPackage.Jar("org.x", "a", "1", "", 4)));
        Launcher launcher = new Launcher(
                new WorkerCommand(List.of("java", "-cp", "app.jar", "Main"), Map.of()),
                new CudaFolder(folder.resolve("cuda"), Optional.of(small)),
                smi());
        Maven script = new Maven(Optional.of(script("mvn", maven)), folder.resolve("none"));
        return fx(() -> new GpuDesk(
                launcher,
                new SettingsFile(folder.resolve("settings.json")),
                new Tasks(work -> new Thread(work).start(), bugs::add),
                script));
    }

    private RunSpec spec() {
        return new RunSpec(Document.EMPTY, folder.resolve("run"), 1, false);
    }

    private NvidiaSmi smi() throws IOException {
        return NvidiaSmi.at(
                script("nvidia-smi", "echo '0, NVIDIA GeForce RTX 3090, 8.6, 535.183.01, 24576, 23790, 3, [N/A]'"));
    }

    private Path script(String name, String body) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void run(Runnable action) {
        fx(() -> {
            action.run();
            return true;
        });
    }

    private static <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, question);
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> fx(condition));
    }
}
