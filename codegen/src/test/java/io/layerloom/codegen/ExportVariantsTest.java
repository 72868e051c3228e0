package io.layerloom.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.PlanProblems;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedies;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Projects for every kind of data and plan compile, whatever odd names their data have. */
class ExportVariantsTest {

    private static final Labels CLASSES = new Labels.Classes(List.of("no", "yes", "it's \"odd\""));

    record Variant(
            String name, Shape shape, Labels labels, DataReading reading, boolean earlyStopping, boolean copied) {
        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    Path folder;

    static List<Variant> variants() {
        DataReading images = new DataReading.Images();
        DataReading table = new DataReading.Table("odd \"name\".csv", "tar\\get", "AUTO", List.of("a", "b\"c"));
        DataReading texts = new DataReading.Texts("文本.tsv", "CHARACTERS", 12, 300);
        return List.of(
                new Variant("Grey pictures", new Shape.Image(12, 12, 1), CLASSES, images, false, true),
                new Variant("2 colour pictures */", new Shape.Image(12, 12, 3), CLASSES, images, true, false),
                new Variant("class", new Shape.Image(12, 12, 4), CLASSES, images, false, true),
                new Variant("数字", new Shape.Vector(5), CLASSES, table, true, true),
                new Variant("Prices", new Shape.Vector(5), new Labels.Numbers(1), table, true, false),
                new Variant("Texts", new Shape.Tokens(12, 300), CLASSES, texts, false, true));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void compiles(Variant variant) throws IOException {
        Path project = folder.resolve("project");
        JavaExport.write(request(variant), project);
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .toList();
        Path classes = Files.createDirectory(folder.resolve("classes"));
        assertThat(SourceCompiler.compile(project.resolve("src/main/java"), classes, classPath))
                .isEmpty();
        assertThat(project.resolve("README.md"))
                .content()
                .doesNotContain("{{")
                .contains(variant.copied() ? "| the data |" : "-Ddata=FOLDER");
    }

    private ExportRequest request(Variant variant) throws IOException {
        DataSchema schema = new DataSchema(variant.name(), variant.shape(), variant.labels(), 100);
        Path file = Files.writeString(folder.resolve("file"), "content");
        return new ExportRequest(
                variant.name(),
                document(variant, schema),
                Drawing.CATALOG,
                variant.reading(),
                variant.copied() ? List.of(DataFile.of(file)) : List.of(),
                schema,
                "Made up.",
                file,
                1,
                Map.of(),
                KitSources.onClassPath(ExportVariantsTest.class.getClassLoader()));
    }

    private static Document document(Variant variant, DataSchema schema) {
        LayerType first = Drawing.layer(type -> !type.isInput()
                && type.inputs().max() == 1
                && type.inputs().accepts(variant.shape())
                && !type.isOutput());
        Document document =
                Drawing.of(variant.shape(), first, first.initialValues()).completed(Optional.of(schema));
        Document fitted = fitted(document, schema);
        return fitted.with(
                fitted.plan().withEarlyStopping(new TrainingPlan.EarlyStopping(variant.earlyStopping(), 2, 0.01)));
    }

    /** The document with its output made to fit the labels, as one click does it. */
    private static Document fitted(Document document, DataSchema schema) {
        Inference inference = Inference.of(document.graph(), Drawing.CATALOG);
        return PlanProblems.of(document, inference, Drawing.CATALOG, Optional.of(schema)).stream()
                .filter(problem -> problem.cause() == Problem.Cause.LABELS)
                .findFirst()
                .map(problem -> Remedies.of(document, problem, Drawing.CATALOG, Optional.of(schema))
                        .get(0)
                        .edit()
                        .apply(document))
                .orElse(document);
    }

    @Test
    void namesBecomeFitForJava() {
        assertThat(JavaNames.packageOf("MNIST CNN 2")).isEqualTo("mnistcnn2");
        assertThat(JavaNames.packageOf("2 layers")).isEqualTo("network2layers");
        assertThat(JavaNames.packageOf("class")).isEqualTo("networkclass");
        assertThat(JavaNames.packageOf("数字")).isEqualTo("network");
        assertThat(JavaNames.artifactOf(" MNIST: CNN ")).isEqualTo("mnist-cnn");
        assertThat(JavaNames.artifactOf("数字")).isEqualTo("network");
    }
}
