package io.layerloom.codegen;

import static io.layerloom.graph.language.Language.tr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compiles an exported project and runs it in a JVM of its own, compares what it computes with what was expected, and writes the finding into the project.
 *
 * @param classPath the DL4J jars of the running program, and nothing of Layerloom
 * @param data where the data lie; empty where the project has its own copy
 * @param threads how many threads trained
 * @param environment the variables beside the number of threads that decide the last bits
 * @param timeout how long the project may run
 */
public record Verifier(
        List<Path> classPath, Optional<Path> data, int threads, Map<String, String> environment, Duration timeout) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FINDING = "verification.json";
    private static final String README = "README.md";
    private static final String DATA = JavaExport.DATA + "/";
    private static final String HEADING = "## Verification\n";

    public Verifier {
        classPath = List.copyOf(classPath);
        environment = Map.copyOf(environment);
    }

    /**
     * Verifies a project and writes {@code verification.json} and a section of its README.
     *
     * @throws IOException if the project cannot be read or the finding cannot be written
     */
    public Verification verify(Path project, Expectation expected) throws IOException, InterruptedException {
        Verification found = compare(project, expected);
        write(found, project);
        return found;
    }

    private Verification compare(Path project, Expectation expected) throws IOException, InterruptedException {
        Optional<String> changed = ExportFolder.of(project).changed(DATA);
        if (changed.isPresent()) {
            return Verification.impossible(
                    "%s is no longer what the network was trained on: its SHA-256 has changed since the export. Export again.",
                    project.resolve(changed.get()));
        }
        Path classes = Files.createTempDirectory("layerloom-verify");
        try {
            Path sources = project.resolve("src/main/java");
            Optional<Verification> fault = SourceCompiler.compile(sources, classes, classPath);
            if (fault.isPresent()) {
                return fault.get();
            }
            ProjectRun.Result run = new ProjectRun(project, classPath, data, threads, environment, timeout)
                    .run(packageOf(project) + ".Verify", classes);
            return run.fault().isPresent() ? run.fault().get() : Verification.of(expected, parsed(run.lastLine()));
        } catch (JacksonException | IllegalArgumentException e) {
            return Verification.impossible(
                    "The project answers with something else than figures: %s", String.valueOf(e.getMessage()));
        } finally {
            ExportFolder.delete(classes);
        }
    }

    /**
     * The package of an exported project.
     *
     * @throws IOException if the folder holds none
     */
    public static String packageOf(Path project) throws IOException {
        Path sources = project.resolve("src/main/java");
        try (Stream<Path> files = Files.walk(sources, 8)) {
            return files.filter(file -> file.endsWith("Verify.java"))
                    .map(file -> sources.relativize(file.getParent())
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "."))
                    .findFirst()
                    .orElseThrow(() -> new IOException(tr("There is no exported project in %s.", sources)));
        }
    }

    private static Expectation parsed(String line) {
        JsonNode json = JSON.readTree(line);
        byte[] bytes = Base64.getDecoder().decode(json.path("outputs").asString());
        float[] outputs = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(outputs);
        return new Expectation(
                json.path("configuration").asString(),
                outputs,
                json.path("retrained").asString());
    }

    private void write(Verification found, Path project) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("verified", found.verified());
        json.put("configurationEqual", found.configurationEqual());
        if (Double.isNaN(found.maxDiff())) {
            json.putNull("maxDiff");
        } else {
            json.put("maxDiff", found.maxDiff());
        }
        json.put("retrainedEqual", found.retrainedEqual());
        json.put("message", found.message());
        json.put("threads", threads);
        json.put("java", System.getProperty("java.version"));
        ExportFolder folder = ExportFolder.of(project);
        List<String> ours = new ArrayList<>(List.of(FINDING));
        if (folder.holdsAsWritten(README)) {
            ours.add(README);
        }
        Files.writeString(
                project.resolve(FINDING), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
        Path readme = project.resolve(README);
        String text = Files.readString(readme);
        int section = text.indexOf(HEADING);
        if (section >= 0) {
            Files.writeString(readme, text.substring(0, section) + HEADING + "\n" + found.message() + "\n");
        }
        folder.note(ours);
    }
}
