package io.layerloom.engine;

import io.layerloom.graph.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The classes of a worker as Java keeps them in memory, in a file that later workers map (JEP 350): reading and checking them from their jars is most of what a worker does before
 * its first step. Without the file everything works as well.
 */
public final class ClassArchive {

    private static final String OWN = "layerloom-";
    private static final String PREFIX = "worker-";
    private static final String SUFFIX = ".jsa";
    private static final String UNDER_WAY = ".tmp";

    /** Nothing that Java has to say of an archive is for the log of a run. */
    private static final List<String> QUIET = List.of("-Xlog:disable", "-Xlog:all=error:stderr");

    private ClassArchive() {}

    /**
     * Where the archive for this Java and a class path lies; another build gets another file.
     *
     * @return empty for a class path that holds folders, of which Java archives nothing
     */
    public static Optional<Path> place(Path cache, String classPath) {
        CRC32 key = new CRC32();
        key.update((System.getProperty("java.home") + System.getProperty("java.vm.version"))
                .getBytes(StandardCharsets.UTF_8));
        for (String entry : classPath.split(java.io.File.pathSeparator)) {
            Path jar = Path.of(entry);
            try {
                if (!Files.isRegularFile(jar)) {
                    return Optional.empty();
                }
                String state = jar.toAbsolutePath() + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
                key.update(state.getBytes(StandardCharsets.UTF_8));
                // Builds of our own jars all bear one date, and two may be of one size.
                if (String.valueOf(jar.getFileName()).startsWith(OWN)) {
                    key.update(Files.readAllBytes(jar));
                }
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }
        return Optional.of(cache.resolve(PREFIX + Long.toHexString(key.getValue()) + SUFFIX));
    }

    /** The options by which a worker uses an archive; none where there is none yet. */
    static List<String> use(Optional<Path> archive) {
        return archive.filter(Files::isReadable)
                .map(file -> Stream.concat(Stream.of("-XX:SharedArchiveFile=" + file), QUIET.stream())
                        .toList())
                .orElse(List.of());
    }

    /**
     * Makes the archive of a command, unless it is there, from what a worker loads for one training; the archives of earlier builds go. Takes some seconds.
     *
     * @param document a network that uses much of the engine, with data
     * @return whether the archive is there now; a worker that broke off leaves none
     * @throws IOException if the folder cannot be written or the worker cannot be started
     */
    public static boolean make(WorkerCommand command, Document document) throws IOException {
        Optional<Path> wanted = command.archive();
        if (wanted.isEmpty() || Files.isReadable(wanted.get())) {
            return wanted.isPresent();
        }
        Path archive = wanted.get().toAbsolutePath();
        Path cache = archive.resolveSibling("");
        Files.createDirectories(cache);
        clear(cache);
        Path beside = archive.resolveSibling(
                archive.getFileName() + "." + ProcessHandle.current().pid() + UNDER_WAY);
        Path folder = Files.createTempDirectory("layerloom-archive");
        try {
            WorkerCommand recording =
                    command.options(Stream.concat(Stream.of("-XX:ArchiveClassesAtExit=" + beside), QUIET.stream())
                            .toList());
            if (!train(recording, document, folder).equals(WorkerProcess.ended(0)) || !Files.isReadable(beside)) {
                return false;
            }
            Files.move(beside, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } finally {
            Files.deleteIfExists(beside);
            remove(folder);
        }
    }

    /** Trains a few steps and answers how the worker ended. */
    private static String train(WorkerCommand command, Document document, Path folder) throws IOException {
        RunSpec spec = new RunSpec(document, folder, 0, false);
        RunWriter.begin(folder, document).close();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> over = new CompletableFuture<>();
        CompletableFuture<String> end = new CompletableFuture<>();
        Path log = folder.resolve(RunFolder.LOG);
        try (WorkerProcess worker = WorkerProcess.start(
                command,
                WorkerOptions.environment(Machine.cores()),
                log,
                WorkerRun.PATIENCE,
                new Ear(begun, over, end))) {
            worker.send(Command.Train.of(spec, List.of()));
            begun.join();
            worker.send(new Command.Press(Command.Button.STOP));
            over.join();
        }
        return end.join();
    }

    /** Hears of the first step, of the end of the run and of that of the process. */
    private record Ear(CompletableFuture<Void> begun, CompletableFuture<Void> over, CompletableFuture<String> end)
            implements WorkerProcess.Listener {

        @Override
        public void line(String line) {
            RunEvents.fromJson(line).ifPresent(event -> {
                if (event instanceof RunEvent.Iteration || event.isLast()) {
                    begun.complete(null);
                }
                if (event.isLast()) {
                    over.complete(null);
                }
            });
        }

        @Override
        public void ended(String reason) {
            begun.complete(null);
            over.complete(null);
            end.complete(reason);
        }
    }

    /** Removes what earlier builds left, and what windows left that were closed before they were done. */
    private static void clear(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                boolean abandoned = name.endsWith(UNDER_WAY) && !writers().contains(writer(name));
                if (name.startsWith(PREFIX) && (name.endsWith(SUFFIX) || abandoned)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static Set<String> writers() {
        Set<String> alive = new HashSet<>();
        ProcessHandle.allProcesses().forEach(process -> alive.add(Long.toString(process.pid())));
        return alive;
    }

    private static String writer(String name) {
        String before = name.substring(0, name.length() - UNDER_WAY.length());
        return before.substring(before.lastIndexOf('.') + 1);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException gone) {
            return;
        }
    }
}
