package io.layerloom.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a compiled project in a JVM of its own, with the environment in which it was trained. */
record ProjectRun(
        Path project,
        List<Path> classPath,
        Optional<Path> data,
        int threads,
        Map<String, String> environment,
        Duration timeout) {

    /** The last line of the output, or why there is none, in a sentence. */
    record Result(String lastLine, Optional<Verification> fault) {}

    Result run(String mainClass, Path classes) throws IOException, InterruptedException {
        // Files take any amount of output without anybody reading along.
        Path out = classes.resolve("out.txt");
        Path err = classes.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command(mainClass, classes))
                .directory(project.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(emptyFile(classes)))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        String count = Integer.toString(threads);
        builder.environment()
                .putAll(Map.of("OMP_NUM_THREADS", count, "OPENBLAS_NUM_THREADS", count, "OMP_WAIT_POLICY", "PASSIVE"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return fault(Verification.impossible(
                        "The project did not finish within %,d seconds. Verify again when the machine is less busy.",
                        timeout.toSeconds()));
            }
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        return process.exitValue() == 0
                ? new Result(last(out), Optional.empty())
                : fault(Verification.impossible(
                        "The project stopped with exit code %d: %s", process.exitValue(), reason(err)));
    }

    private List<String> command(String mainClass, Path classes) {
        List<Path> all = new ArrayList<>(List.of(classes));
        all.addAll(classPath);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 24) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dthreads=" + threads);
        data.ifPresent(folder -> command.add("-Ddata=" + folder.toAbsolutePath()));
        command.addAll(List.of("-classpath", SourceCompiler.joined(all), mainClass));
        return command;
    }

    private static java.io.File emptyFile(Path folder) throws IOException {
        return Files.createFile(folder.resolve("in.txt")).toFile();
    }

    private static Result fault(Verification fault) {
        return new Result("", Optional.of(fault));
    }

    private static String last(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    /** The line that names the exception, where there is one. */
    private static String reason(Path errors) throws IOException {
        String text = new String(Files.readAllBytes(errors), StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> line.startsWith("Exception in thread") || line.startsWith("Caused by:"))
                .reduce((first, last) -> last)
                .orElseGet(() -> text.lines().reduce((first, last) -> last).orElse("—"));
    }
}
