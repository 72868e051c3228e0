package io.layerloom.codegen;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the sources of a project with the compiler of the running JDK. */
final class SourceCompiler {

    private SourceCompiler() {}

    /** Compiles all sources below a folder; answers why that failed, if it did. */
    static Optional<Verification> compile(Path sources, Path classes, List<Path> classPath) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return Optional.of(Verification.impossible(
                    "This Java has no compiler. Start Layerloom with a JDK to verify exports."));
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8);
                Stream<Path> all = Files.walk(sources)) {
            List<Path> java =
                    all.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "--release",
                    "17",
                    "-d",
                    classes.toString(),
                    "-classpath",
                    joined(classPath));
            boolean compiled = compiler.getTask(
                            null, files, found, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call();
            return compiled ? Optional.empty() : Optional.of(fault(found));
        }
    }

    static String joined(List<Path> classPath) {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Verification fault(DiagnosticCollector<JavaFileObject> found) {
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .map(SourceCompiler::fault)
                .orElseGet(() -> Verification.impossible("The project does not compile."));
    }

    private static Verification fault(Diagnostic<? extends JavaFileObject> error) {
        String reason = error.getMessage(Locale.ROOT)
                .lines()
                .map(String::strip)
                .limit(3)
                .collect(Collectors.joining(", "));
        return error.getSource() == null
                ? Verification.impossible("The project does not compile: %s.", reason)
                : Verification.impossible(
                        "The project does not compile: %s, line %d: %s.",
                        Path.of(error.getSource().getName()).getFileName(), error.getLineNumber(), reason);
    }
}
