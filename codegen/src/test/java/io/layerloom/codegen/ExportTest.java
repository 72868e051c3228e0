package io.layerloom.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.engine.Evaluator;
import io.layerloom.engine.kit.Batches;
import io.layerloom.engine.kit.Column;
import io.layerloom.engine.kit.CsvTable;
import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.FastGraph;
import io.layerloom.engine.kit.Feed;
import io.layerloom.engine.kit.LabelFormat;
import io.layerloom.engine.kit.Sha256;
import io.layerloom.engine.kit.Shuffle;
import io.layerloom.engine.kit.Split;
import io.layerloom.engine.kit.Weights;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Network;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A small network is trained here, exported, compiled and run on its own, and compared bit by bit. */
class ExportTest {

    private static final int THREADS = 2;

    private static final DataSchema FLOWERS =
            new DataSchema("Flowers", new Shape.Vector(3), new Labels.Classes(List.of("daisy", "rose", "tulip")), 90);

    @TempDir
    Path folder;

    private Path project;
    private ExportRequest request;
    private Expectation expectation;

    @BeforeEach
    void train() throws IOException {
        Path data = folder.resolve("flowers.csv");
        Files.writeString(data, flowers());
        LayerType dense = Drawing.layer(type -> type.id().equals("dense"));
        TrainingPlan plan = TrainingPlan.INITIAL
                .withData(new Component("csv", Values.EMPTY))
                .withBatchSize(16)
                .withEpochs(2)
                .withEarlyStopping(new TrainingPlan.EarlyStopping(true, 3, 0.001));
        Document document = Drawing.of(FLOWERS.features(), dense, dense.initialValues())
                .completed(Optional.of(FLOWERS))
                .with(plan);
        Path weights = folder.resolve("weights.safetensors");
        expectation = expect(document, data, weights);
        project = folder.resolve("project");
        request = new ExportRequest(
                "Flowers 2",
                document,
                Drawing.CATALOG,
                new DataReading.Table("flowers.csv", "NAMES", "kind", "CLASSES", List.of()),
                List.of(DataFile.of(data)),
                FLOWERS,
                "Drawn by chance; CC0.",
                weights,
                THREADS,
                Map.of(),
                Map.of("Test accuracy", "97.0 %"),
                KitSources.onClassPath(ExportTest.class.getClassLoader()));
    }

    private static String flowers() {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder("height,colour,leaves,kind\n");
        List<String> kinds = List.of("daisy", "rose", "tulip");
        for (int i = 0; i < 90; i++) {
            int kind = i % 3;
            text.append("%.3f,%.3f,%.3f,%s%n"
                    .formatted(
                            kind + random.nextGaussian(),
                            2 - kind + random.nextGaussian(),
                            random.nextDouble(),
                            kinds.get(kind)));
        }
        return text.toString();
    }

    private static Expectation expect(Document document, Path data, Path weights) throws IOException {
        Nd4j.getEnvironment().setMaxThreads(THREADS);
        Network network = Drawing.CATALOG.lower(document, Inference.of(document.graph(), Drawing.CATALOG));
        String json = configuration(network).toJson();
        CsvTable table = CsvTable.read(data, "kind", CsvTable.Task.CLASSES, Set.of());
        Split split = Split.of(table.size(), table.classes(), 0.1, 0.1, 42);
        List<Column> columns = table.standardised(split.train());
        Examples examples = table.examples(columns);
        Feed feed =
                Feed.to(LabelFormat.valueOf(network.outputs().get(0).labels().name()));
        ComputationGraph net = new FastGraph(configuration(network));
        net.init();
        int[] order = Shuffle.rows(split.train(), 42, 0);
        Batches.of(examples, order, 16, feed).forEach(net::fit);
        String retrained = Sha256.of(net);
        Weights.save(net, weights);
        INDArray[] features = Batches.of(examples, split.test(), split.test().length, feed)
                .get(0)
                .getFeatures();
        float[] outputs = net.output(false, features)[0].dup('c').data().asFloat();
        return Expectation.of(json, outputs, retrained);
    }

    private static ComputationGraphConfiguration configuration(Network network) {
        return (ComputationGraphConfiguration) Evaluator.evaluate(network.configuration());
    }

    private static Verifier verifier(Duration timeout) {
        List<Path> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .toList();
        return new Verifier(jars, Optional.empty(), THREADS, Map.of(), timeout);
    }

    @Test
    void theExportComputesTheSameBits() throws IOException, InterruptedException {
        JavaExport.write(request, project);
        Verification found = verifier(Duration.ofMinutes(3)).verify(project, expectation);
        assertThat(found.message()).startsWith("Compiled and run on its own");
        assertThat(found.verified()).isTrue();
        assertThat(found.maxDiff()).isZero();
        assertThat(project.resolve("verification.json")).content().contains("\"verified\" : true");
        assertThat(project.resolve("README.md"))
                .content()
                .contains("bit for bit")
                .doesNotContain("Not verified yet");
    }

    @Test
    void whatDiffersIsNamed() throws IOException, InterruptedException {
        JavaExport.write(request, project);
        float[] others = expectation.outputs().clone();
        others[0] += 0.5f;
        Expectation other = new Expectation("0", others, expectation.retrained());
        Verification found = verifier(Duration.ofMinutes(3)).verify(project, other);
        assertThat(found.verified()).isFalse();
        assertThat(found.configurationEqual()).isFalse();
        assertThat(found.maxDiff()).isBetween(0.4, 0.6);
        assertThat(found.retrainedEqual()).isTrue();
        assertThat(found.message()).contains("the configuration differs, the outputs differ by up to 0.5");
    }

    @Test
    void dataThatHaveChangedAreNamed() throws IOException, InterruptedException {
        JavaExport.write(request, project);
        Path data = project.resolve("data/flowers.csv");
        Files.writeString(data, Files.readString(data).replaceFirst("daisy", "tulip"));
        Verification found = verifier(Duration.ofMinutes(3)).verify(project, expectation);
        assertThat(found.verified()).isFalse();
        assertThat(found.message())
                .startsWith(data + " is no longer what the network was trained on: its SHA-256 has changed");
    }

    @Test
    void aProjectThatHangsOrDoesNotCompileIsReported() throws IOException, InterruptedException {
        JavaExport.write(request, project);
        Path verify = project.resolve("src/main/java/flowers2/Verify.java");
        String source = Files.readString(verify);
        Files.writeString(
                verify, source.replaceFirst("IOException \\{", "IOException {\n while (args.length == 0) {}\n"));
        assertThat(verifier(Duration.ofSeconds(3)).verify(project, expectation).message())
                .isEqualTo("The project did not finish within 3 seconds. Verify again when the machine is less busy.");
        Files.writeString(verify, source.replace("Model.trained", "Model.unknown"));
        assertThat(verifier(Duration.ofSeconds(3)).verify(project, expectation).message())
                .startsWith("The project does not compile: Verify.java, line ");
    }

    @Test
    void aFileForWhichThereIsNoRoomIsNamedAndNothingIsLeft() {
        DataFile tooLarge = new DataFile("digits/pictures.idx", () -> new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                return read();
            }
        });
        assertThatThrownBy(() -> JavaExport.write(with(tooLarge), project))
                .isInstanceOf(IOException.class)
                .message()
                .matches(
                        "The file pictures.idx of the export cannot be written \\(No space left on device; [0-9,]+ MB are "
                                + "free on the disk\\)[.] Make room, or choose another folder[.]");
        assertThat(project).isEmptyDirectory();
    }

    private ExportRequest with(DataFile file) {
        return new ExportRequest(
                request.name(),
                request.document(),
                request.catalog(),
                request.reading(),
                List.of(file),
                request.schema(),
                request.dataSource(),
                request.weights(),
                request.threads(),
                request.environment(),
                request.figures(),
                request.kit());
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        JavaExport.write(request, project);
        Path twin = folder.resolve("twin");
        JavaExport.write(request, twin);
        assertThat(contents(twin)).isEqualTo(contents(project));
        Map<String, String> before = contents(project);
        JavaExport.write(request, project);
        assertThat(contents(project)).isEqualTo(before);
    }

    private static Map<String, String> contents(Path project) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(project.relativize(file).toString(), Hashes.sha256(file));
            }
        }
        return all;
    }

    @Test
    void anExportUnderAnotherNameLeavesNothingOfTheFormerAndTouchesNothingElse() throws IOException {
        JavaExport.write(request, project);
        Path notes = Files.writeString(project.resolve("src/main/java/notes.txt"), "my own");
        Path retrained = Files.writeString(project.resolve("retrained.safetensors"), "trained here");
        JavaExport.write(named("Blossoms"), project);
        assertThat(project.resolve("src/main/java/blossoms/Model.java")).isRegularFile();
        assertThat(project.resolve("src/main/java/flowers2")).doesNotExist();
        assertThat(notes).content().isEqualTo("my own");
        assertThat(retrained).content().isEqualTo("trained here");
    }

    @Test
    void namesTheKernelsOfOpenBlasThatTrained() throws IOException {
        JavaExport.write(with("Flowers", Map.of("OPENBLAS_CORETYPE", "SKYLAKEX")), project);
        assertThat(project.resolve("pom.xml"))
                .content()
                .contains(
                        "\n            <OPENBLAS_CORETYPE>SKYLAKEX</OPENBLAS_CORETYPE>\n          </environmentVariables>");
    }

    private ExportRequest named(String name) {
        return with(name, request.environment());
    }

    private ExportRequest with(String name, Map<String, String> environment) {
        return new ExportRequest(
                name,
                request.document(),
                request.catalog(),
                request.reading(),
                request.files(),
                request.schema(),
                request.dataSource(),
                request.weights(),
                request.threads(),
                environment,
                request.figures(),
                request.kit());
    }

    @Test
    void whatAPersonHasChangedIsNeverWrittenOver() throws IOException {
        JavaExport.write(request, project);
        Path train = project.resolve("src/main/java/flowers2/Train.java");
        Files.writeString(train, "// mine\n" + Files.readString(train));
        Map<String, String> before = contents(project);
        assertThatThrownBy(() -> JavaExport.write(request, project))
                .hasMessage(
                        "src/main/java/flowers2/Train.java of the export in %s has been changed since. Move what you changed elsewhere, or choose another folder."
                                .formatted(project));
        Files.delete(train);
        Files.writeString(project.resolve("README.md"), "mine");
        Files.writeString(project.resolve("pom.xml"), "mine");
        assertThatThrownBy(() -> JavaExport.write(request, project))
                .hasMessageStartingWith("README.md and other files of the export in ");
        before.remove("src/main/java/flowers2/Train.java");
        assertThat(contents(project).keySet()).isEqualTo(before.keySet());
    }

    @Test
    void aFileOfOnesOwnInTheWayIsNotWrittenOver() throws IOException {
        JavaExport.write(request, project);
        Path mine = project.resolve("src/main/java/blossoms/Model.java");
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, "mine");
        Map<String, String> before = contents(project);
        assertThatThrownBy(() -> JavaExport.write(named("Blossoms"), project))
                .hasMessageContaining("holds src/main/java/blossoms/Model.java, which the export would write over");
        assertThat(contents(project)).isEqualTo(before);
    }

    @Test
    void aListFromAStrangerReachesNothingElsewhere() throws IOException {
        JavaExport.write(request, project);
        Path outside = Files.writeString(folder.resolve("outside.txt"), "keep");
        Path list = project.resolve("export.sha256");
        Files.writeString(list, Files.readString(list) + Hashes.sha256(outside) + "  ../outside.txt\n");
        JavaExport.write(request, project);
        assertThat(outside).content().isEqualTo("keep");
    }

    @Test
    void aVerifiedExportGivesWayToTheNext() throws IOException, InterruptedException {
        JavaExport.write(request, project);
        Map<String, String> fresh = contents(project);
        verifier(Duration.ofMillis(1)).verify(project, expectation);
        assertThat(project.resolve("verification.json")).isRegularFile();
        JavaExport.write(request, project);
        assertThat(contents(project)).isEqualTo(fresh);
    }

    @Test
    void theProjectHoldsWhatItNeedsAndNothingOfLayerloom() throws IOException {
        JavaExport.write(request, project);
        try (Stream<Path> files = Files.walk(project)) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(java).hasSizeGreaterThan(12);
            for (Path file : java) {
                assertThat(file).content().doesNotContain("layerloom").doesNotContain("{{");
            }
        }
        assertThat(project.resolve("src/main/java/flowers2/kit")).isDirectoryContaining("glob:**/CsvTable.java");
        assertThat(project.resolve("src/main/java/flowers2/kit")).isDirectoryNotContaining("glob:**/Idx.java");
        assertThat(project.resolve("data/flowers.csv")).isRegularFile();
        assertThat(project.resolve("README.md")).content().contains("| Dense | `dense_1` | 64 | 256 |");
    }
}
