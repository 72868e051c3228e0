package io.layerloom.engine.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Installing, with a script in the place of Maven: nothing is downloaded. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for a Unix shell")
@Timeout(60)
class CudaInstallerTest {

    /** Finds the folders among the arguments, as Maven would. */
    private static final String FETCH = """
            for a in "$@"; do case "$a" in
            -Dmaven.repo.local=*) repository=${a#*=} ;;
            -DoutputDirectory=*) lib=${a#*=} ;;
            esac; done
            mkdir -p "$repository/org/x" "$lib"
            """;

    @TempDir
    Path home;

    private final BlockingQueue<Long> progress = new LinkedBlockingQueue<>();
    private CudaFolder folder;

    @BeforeEach
    void twoSmallJars() {
        CudaPackage small = new CudaPackage(
                "linux-x86_64",
                List.of(
                        new CudaPackage.Jar("org.x", "a", "1", "", 4),
                        new CudaPackage.Jar("org.x", "a", "1", "linux-x86_64", 6)));
        folder = new CudaFolder(home.resolve("deep/cuda"), Optional.of(small));
    }

    @Test
    void installsByOneMove() throws Exception {
        install(FETCH + "cat pom.xml; printf abcd > $lib/a-1.jar; printf abcdef > $lib/a-1-linux-x86_64.jar");
        assertThat(folder.isInFolder()).isTrue();
        assertThat(folder.jars()).allSatisfy(jar -> assertThat(jar).isAbsolute().exists());
        assertThat(names()).containsExactlyInAnyOrder("11.6-linux-x86_64", "install.log", ".lock");
        assertThat(Files.readString(folder.root().resolve("install.log"))).contains("<artifactId>a</artifactId>");
        folder.remove();
        assertThat(folder.isInFolder()).isFalse();
    }

    @Test
    void tellsHowMuchHasCome() throws Exception {
        FutureTask<Void> task = begin(FETCH
                + "printf ab > $repository/org/x/a-1.jar.part; printf abc > $repository/org/x/a-1.pom;"
                + "printf abc > $repository/org/x/a-1-linux-x86_64.jar; exec sleep 600");
        assertThat(progress.take()).isZero();
        while (progress.take() != 5) {
            assertThat(task).isNotDone();
        }
        cancel(task);
    }

    @Test
    void leavesNothingHalfWhenItIsCancelled() throws Exception {
        // A child of the script stands for the Java that the script of Maven starts.
        FutureTask<Void> task = begin(FETCH + "printf ab > $repository/org/x/a-1.jar; sleep 600 & echo $! > "
                + home.resolve("child") + "; wait");
        while (progress.take() != 2) {
            assertThat(task).isNotDone();
        }
        long child = Long.parseLong(Files.readString(home.resolve("child")).strip());
        cancel(task);
        assertThat(names()).containsExactlyInAnyOrder("install.log", ".lock");
        assertThat(ProcessHandle.of(child).map(ProcessHandle::onExit).orElse(CompletableFuture.completedFuture(null)))
                .succeedsWithin(java.time.Duration.ofSeconds(20));
    }

    @Test
    void saysWhyMavenFailed() {
        assertThatThrownBy(
                        () -> install(
                                FETCH
                                        + "echo '[INFO] Scanning'; echo '[ERROR] Could not transfer a:jar:1: Unknown host repo.maven.apache.org'; exit 1"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "Maven could not fetch the CUDA libraries: Could not transfer a:jar:1: Unknown host repo.maven.apache.org.")
                .hasMessageContaining("install.log");
        assertThat(names()).containsExactlyInAnyOrder("install.log", ".lock");
    }

    @Test
    void noticesAJarThatDidNotCome() {
        assertThatThrownBy(() -> install(FETCH + "printf abcd > $lib/a-1.jar"))
                .hasMessageStartingWith("Maven was done, but a-1-linux-x86_64.jar is missing");
        assertThat(folder.isInFolder()).isFalse();
    }

    @Test
    void clearsAwayWhatACrashLeft() throws Exception {
        Path left = Files.createDirectories(folder.root().resolve(".installing/repository"));
        Files.writeString(left.resolve("half.jar.part"), "half");
        Files.createDirectories(folder.libraries());
        Files.writeString(folder.libraries().resolve("a-1.jar"), "");
        assertThat(folder.isInFolder()).isFalse();
        install(FETCH + "[ ! -e $repository/half.jar.part ] || exit 9;"
                + "printf abcd > $lib/a-1.jar; printf abcdef > $lib/a-1-linux-x86_64.jar");
        assertThat(folder.isInFolder()).isTrue();
    }

    @Test
    void refusesWithoutMavenOrRoom() {
        CudaInstaller without = new CudaInstaller(folder, new Maven(Optional.empty(), home.resolve("none")));
        assertThatThrownBy(() -> without.install(progress::add))
                .hasMessageStartingWith("Maven was not found on the search path. Install Maven 3.8 or newer");
        assertThatThrownBy(() -> without.requireRoom(1_500_000_000))
                .hasMessage("Installing takes 3.0 GB on the disk of %s, where 1.5 GB are free; make room and try again."
                        .formatted(folder.root()));
    }

    @Test
    void findsMavenOnTheSearchPath() throws IOException {
        Path program = script("exit 0");
        String path = String.join(File.pathSeparator, "", home.resolve("absent").toString(), home.toString());
        assertThat(Maven.find(path, "mvn")).contains(program);
        assertThat(Maven.find(home.resolve("absent").toString(), "mvn")).isEmpty();
    }

    @Test
    void knowsWhatIsOnTheClassPath() {
        assertThat(folder.isOnClassPath("/m2/a-1.jar" + File.pathSeparator + "/m2/a-1-linux-x86_64.jar"))
                .isTrue();
        assertThat(folder.isOnClassPath("/m2/a-1.jar")).isFalse();
    }

    @Test
    void asksMavenForSixJarsAndNothingElse() {
        CudaPackage linux = CudaPackage.of("Linux", "amd64").orElseThrow();
        assertThat(linux.jars())
                .extracting(CudaPackage.Jar::file)
                .contains("nd4j-cuda-11.6-1.0.0-M2.1-linux-x86_64.jar", "cuda-11.6-8.3-1.5.7-linux-x86_64-redist.jar");
        assertThat(linux.bytes()).isBetween(2_400_000_000L, 2_460_000_000L);
        assertThat(linux.pom())
                .contains("<classifier>linux-x86_64-redist</classifier>")
                .containsOnlyOnce("<project");
        assertThat(linux.pom().split("<artifactId>\\*</artifactId>", -1)).hasSize(7);
        assertThat(CudaPackage.of("Windows 11", "amd64").orElseThrow().platform())
                .isEqualTo("windows-x86_64");
        assertThat(CudaPackage.of("Mac OS X", "aarch64")).isEmpty();
    }

    @Test
    void namesTheVersionsOfTheProfile() throws IOException {
        String pom = Files.readString(Path.of("..", "pom.xml"));
        for (CudaPackage.Jar jar :
                CudaPackage.of("Linux", "amd64").orElseThrow().jars()) {
            String property = jar.group().equals("org.nd4j") ? "dl4j" : "cuda";
            assertThat(pom).contains("<%s.version>%s</".formatted(property, jar.version()));
        }
    }

    private void install(String script) throws Exception {
        installer(script).install(progress::add);
    }

    private CudaInstaller installer(String script) throws IOException {
        return new CudaInstaller(folder, new Maven(Optional.of(script(script)), home.resolve("none")));
    }

    private FutureTask<Void> begin(String script) throws IOException {
        CudaInstaller installer = installer(script);
        FutureTask<Void> task = new FutureTask<>(() -> {
            installer.install(progress::add);
            return null;
        });
        Thread thread = new Thread(task, "installing");
        running.set(thread);
        thread.start();
        return task;
    }

    private final AtomicReference<Thread> running = new AtomicReference<>();

    private void cancel(FutureTask<Void> task) throws InterruptedException {
        task.cancel(true);
        running.get().join();
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder.root())) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path script(String body) throws IOException {
        Path file = home.resolve("mvn");
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
