package io.layerloom.engine.gpu;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the CUDA libraries lie on this machine: below the program's own folder once it installed them, or on its class path if it was built with them.
 *
 * @param root the folder that is the program's own
 * @param wanted what has to be there; empty on a system without CUDA
 */
public record CudaFolder(Path root, Optional<CudaPackage> wanted) {

    /** The folder of this machine. */
    public static CudaFolder of(Path root) {
        return new CudaFolder(
                root, CudaPackage.of(System.getProperty("os.name", ""), System.getProperty("os.arch", "")));
    }

    /** Where the installed jars lie. */
    public Path libraries() {
        return root.resolve(
                wanted.map(found -> CudaPackage.CUDA + "-" + found.platform()).orElse(CudaPackage.CUDA));
    }

    /** Whether every jar is there, on the class path or in the folder. */
    public boolean isInstalled() {
        return isOnClassPath(System.getProperty("java.class.path", "")) || isInFolder();
    }

    /** Whether the program was built with the libraries, so that it need not install and cannot remove them. */
    public boolean isBuiltIn() {
        return isOnClassPath(System.getProperty("java.class.path", ""));
    }

    boolean isOnClassPath(String classPath) {
        List<String> names = Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> String.valueOf(Path.of(entry).getFileName()))
                .toList();
        return wanted.filter(found -> found.jars().stream().allMatch(jar -> names.contains(jar.file())))
                .isPresent();
    }

    boolean isInFolder() {
        return wanted.filter(found -> found.jars().stream()
                        .allMatch(jar -> isWhole(libraries().resolve(jar.file()))))
                .isPresent();
    }

    /** Whether a jar is there; it came by a move, so that one that is there is whole. */
    private static boolean isWhole(Path jar) {
        try {
            return Files.size(jar) > 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** What has to be put in front of a class path to train on a card; nothing if it is on it already. */
    public List<Path> jars() {
        return isBuiltIn() || wanted.isEmpty()
                ? List.of()
                : wanted.get().jars().stream()
                        .map(jar -> libraries().resolve(jar.file()).toAbsolutePath())
                        .toList();
    }

    /** Removes the installed libraries. */
    public void remove() throws IOException {
        delete(libraries());
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
