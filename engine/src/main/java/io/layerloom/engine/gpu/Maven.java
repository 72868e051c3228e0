package io.layerloom.engine.gpu;

import static io.layerloom.graph.language.Language.tr;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The Maven of this machine.
 *
 * @param program the script that starts it; empty if there is none
 * @param own the repository of its user, from which it may take what is there already
 */
public record Maven(Optional<Path> program, Path own) {

    private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies";
    private static final int TICK_MILLIS = 500;

    /** The one on the search path. */
    public static Maven onPath() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return new Maven(
                find(path, windows ? "mvn.cmd" : "mvn"),
                Path.of(System.getProperty("user.home", "."), ".m2", "repository"));
    }

    static Optional<Path> find(String path, String name) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .map(File::toPath)
                .findFirst();
    }

    /** Whether there is one. */
    public boolean isFound() {
        return program.isPresent();
    }

    void requireFound() throws IOException {
        if (!isFound()) {
            throw new IOException(
                    tr(
                            "Maven was not found on the search path. Install Maven 3.8 or newer from maven.apache.org (on Debian and Ubuntu: apt install maven), see that mvn works in a terminal, start Layerloom again and try once more."));
        }
    }

    /**
     * Copies what a project depends on into a folder, and answers Maven's exit status. An interrupt ends Maven.
     *
     * @param folder holds the project, {@code pom.xml}; gets {@code repository} with what Maven downloads, and {@code lib} with the copies
     * @param log gets what it writes
     * @param tick called twice a second
     */
    int copyDependencies(Path folder, Path log, Runnable tick) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.orElseThrow().toString(), "-B", "-C", "-ntp"));
        command.addAll(List.of("-f", folder.resolve("pom.xml").toString()));
        command.add("-Dmaven.repo.local=" + folder.resolve("repository"));
        if (Files.isDirectory(own)) {
            // Maven 3.9 and newer look there first; older ones pass this over.
            command.add("-Dmaven.repo.local.tail=" + own);
        }
        command.addAll(List.of(PLUGIN, "-DoutputDirectory=" + folder.resolve("lib")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home", ""));
        Process process = builder.start();
        process.getOutputStream().close();
        // The program may be closed meanwhile; what it left behind is cleared away before the next time.
        Thread end = new Thread(() -> kill(process), "end-maven");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            while (!process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                tick.run();
            }
            return process.exitValue();
        } catch (InterruptedException cancelled) {
            kill(process);
            process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
            throw cancelled;
        } finally {
            removeHook(end);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The program ends just now, and the hook does its work.
            return;
        }
    }

    /** With all that it has started: its script starts a Java. */
    private static void kill(Process process) {
        try (Stream<ProcessHandle> children = process.descendants()) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
    }

    /** The first complaint in what Maven wrote, as a sentence. */
    static String lastError(Path log) throws IOException {
        // Not every Maven writes UTF-8, and for a message a wrong letter will do.
        String error = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("[ERROR] "))
                .map(line -> line.substring("[ERROR] ".length()).strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(tr("it gave no reason"));
        String start = error.length() > 300 ? error.substring(0, 300) + "…" : error;
        return start.endsWith(".") || start.endsWith("…") ? start : start + ".";
    }
}
