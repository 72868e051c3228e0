package io.layerloom.engine.gpu;

import static io.layerloom.graph.language.Language.tr;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Installs the CUDA libraries through Maven, which checks their checksums and knows the mirrors and proxies of its user. All happens in a folder beside the final one, which
 * appears by one move: whenever the program or the machine ends, there is everything or nothing.
 */
public final class CudaInstaller {

    private static final String STAGING = ".installing";
    private static final String LOCK = ".lock";

    /** What the libraries take once more when they are used for the first time and JavaCPP unpacks them into its own folder. */
    private static final long UNPACKED = 3_000_000_000L;

    private final CudaFolder folder;
    private final CudaPackage wanted;
    private final Maven maven;

    /** @param maven which Maven to use */
    public CudaInstaller(CudaFolder folder, Maven maven) {
        this.folder = folder;
        this.maven = maven;
        this.wanted = folder.wanted()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There are no CUDA libraries for this system. Received: " + System.getProperty("os.name")));
    }

    /** What has to be free on the disk: the download, its copy, and what is unpacked later. */
    public long bytesNeeded() {
        return 2 * wanted.bytes() + UNPACKED;
    }

    /**
     * Installs, and returns when all is done. An interrupt ends it with nothing left behind.
     *
     * @param progress told from time to time how many bytes have come, of {@link CudaPackage#bytes}
     * @throws IOException if it cannot be done; the message is one sentence
     */
    public void install(LongConsumer progress) throws IOException, InterruptedException {
        Files.createDirectories(folder.root());
        requireRoom(Files.getFileStore(folder.root()).getUsableSpace());
        maven.requireFound();
        try (FileChannel channel = FileChannel.open(
                        folder.root().resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            Path staging = folder.root().resolve(STAGING);
            CudaFolder.delete(staging);
            try {
                download(staging, progress);
                settle(staging.resolve("lib"));
            } finally {
                clear(staging);
            }
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException taken) {
            throw new IOException(tr("The CUDA libraries are being installed already; wait for that."), taken);
        }
        throw new IOException(tr("Another Layerloom installs the CUDA libraries already; wait for that."));
    }

    void requireRoom(long usable) throws IOException {
        if (usable < bytesNeeded()) {
            throw new IOException(tr(
                    "Installing takes %.1f GB on the disk of %s, where %.1f GB are free; make room and try again.",
                    bytesNeeded() / 1e9, folder.root(), usable / 1e9));
        }
    }

    /** What cannot be removed now, because a program that was ended still holds it, is removed before the next time. */
    private static void clear(Path staging) {
        try {
            CudaFolder.delete(staging);
        } catch (IOException held) {
            System.getLogger(CudaInstaller.class.getName())
                    .log(System.Logger.Level.INFO, "Left behind for now: " + staging, held);
        }
    }

    private void download(Path staging, LongConsumer progress) throws IOException, InterruptedException {
        Files.writeString(Files.createDirectories(staging).resolve("pom.xml"), wanted.pom());
        Path repository = staging.resolve("repository");
        Path lib = staging.resolve("lib");
        Path log = folder.root().resolve("install.log");
        progress.accept(0);
        int status = maven.copyDependencies(
                staging, log, () -> progress.accept(Math.max(arrived(repository), arrived(lib))));
        if (status != 0) {
            throw new IOException(tr(
                    "Maven could not fetch the CUDA libraries: %s The whole of what it wrote is in %s.",
                    Maven.lastError(log), log));
        }
        for (CudaPackage.Jar jar : wanted.jars()) {
            if (!Files.isRegularFile(lib.resolve(jar.file()))) {
                throw new IOException(
                        tr("Maven was done, but %s is missing; what it wrote is in %s.", jar.file(), log));
            }
        }
    }

    /** The bytes of the wanted jars below a folder, also of those that are still coming, which Maven gives names with something added. */
    private long arrived(Path root) {
        if (!Files.isDirectory(root)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(this::isWanted).mapToLong(CudaInstaller::size).sum();
        } catch (IOException | java.io.UncheckedIOException moving) {
            return 0;
        }
    }

    private boolean isWanted(Path file) {
        String name = String.valueOf(file.getFileName());
        int end = name.indexOf(".jar");
        return end > 0
                && !name.endsWith(".sha1")
                && !name.endsWith(".lock")
                && wanted.contains(name.substring(0, end + 4));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException moved) {
            return 0;
        }
    }

    private void settle(Path lib) throws IOException {
        CudaFolder.delete(folder.libraries());
        Files.move(lib, folder.libraries(), StandardCopyOption.ATOMIC_MOVE);
    }
}
