package io.layerloom.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Measures each network with each engine in turn, A B C, A B C, so that a machine that is slower for a while is so for all; prints the medians and their ratios as a table in
 * Markdown. Arguments: the folder of the packed program, networks, batch, iterations, rounds, threads, engines.
 */
final class Comparison {

    private static final Pattern FIGURE = Pattern.compile("(\\w+)=(\\S+)");
    private final Path program;
    private final String batch;
    private final String iterations;
    private final int rounds;
    private final String threads;
    private final List<String> engines;

    private Comparison(
            Path program, String batch, String iterations, int rounds, String threads, List<String> engines) {
        this.program = program;
        this.batch = batch;
        this.iterations = iterations;
        this.rounds = rounds;
        this.threads = threads;
        this.engines = engines;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Comparison comparison = new Comparison(
                Path.of(args[0]).normalize(),
                args[2],
                args[3],
                Integer.parseInt(args[4]),
                args[5],
                List.of(args[6].split(",")));
        StringBuilder table = new StringBuilder("""

                | network | engine | training, ms | processor time of it, ms | prediction, ms | training against PyTorch | prediction against PyTorch |
                |---|---|---|---|---|---|---|
                """);
        for (String net : args[1].split(",")) {
            table.append(comparison.rows(net));
        }
        System.out.println(table);
    }

    private String rows(String net) throws IOException, InterruptedException {
        Map<String, List<Map<String, Double>>> found = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String engine : engines(net)) {
                String line = line(command(engine, net));
                System.out.println(line);
                found.computeIfAbsent(engine, any -> new ArrayList<>()).add(figures(line));
            }
        }
        List<Map<String, Double>> torch = found.getOrDefault("torch", List.of());
        double trained = median(torch, "train_ms");
        double predicted = median(torch, "infer_ms");
        return found.entrySet().stream()
                .map(engine -> String.format(
                        Locale.ROOT,
                        "| %s | %s | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                        net,
                        engine.getKey(),
                        median(engine.getValue(), "train_ms"),
                        median(engine.getValue(), "train_cpu_ms"),
                        median(engine.getValue(), "infer_ms"),
                        trained / median(engine.getValue(), "train_ms"),
                        predicted / median(engine.getValue(), "infer_ms")))
                .collect(Collectors.joining());
    }

    /** DL4J as it comes has no layer normalization, and so no Transformer. */
    private List<String> engines(String net) {
        return net.equals("transformer")
                ? engines.stream().filter(engine -> !engine.equals("dl4j")).toList()
                : engines;
    }

    private List<String> command(String engine, String net) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> what = List.of(net, batch, iterations);
        List<String> command = new ArrayList<>();
        switch (engine) {
            case "layerloom" -> {
                command.addAll(List.of(java, "-cp", program.resolve("lib") + File.separator + "*"));
                command.addAll(List.of("io.layerloom.app.Main", "bench", "--threads", threads));
            }
            case "dl4j" ->
                command.addAll(List.of(java, "-cp", classPath(jar -> !jar.contains("djl")), Dl4jPeer.class.getName()));
            default ->
                command.addAll(List.of(
                        java,
                        "-Dai.djl.offline=true",
                        "-cp",
                        classPath(jar -> !jar.contains("nd4j") && !jar.contains("bytedeco")),
                        TorchPeer.class.getName()));
        }
        command.addAll(what);
        return command;
    }

    private static String classPath(Predicate<String> wanted) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(wanted)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String line(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of(
                        "OMP_NUM_THREADS", threads, "MKL_NUM_THREADS", threads, "OPENBLAS_NUM_THREADS", threads));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return said.lines()
                .filter(line -> line.startsWith("engine="))
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "There is no line of figures, exit status " + code + ": " + String.join(" ", command)));
    }

    private static Map<String, Double> figures(String line) {
        Map<String, Double> figures = new LinkedHashMap<>();
        Matcher matcher = FIGURE.matcher(line);
        while (matcher.find()) {
            if (matcher.group(1).endsWith("_ms")) {
                figures.put(matcher.group(1), Double.valueOf(matcher.group(2)));
            }
        }
        return figures;
    }

    private static double median(List<Map<String, Double>> lines, String figure) {
        return lines.stream()
                .map(line -> line.getOrDefault(figure, Double.NaN))
                .sorted()
                .skip(lines.size() / 2)
                .findFirst()
                .orElse(Double.NaN);
    }
}
