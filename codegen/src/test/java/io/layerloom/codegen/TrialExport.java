package io.layerloom.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.PlanProblems;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedies;
import io.layerloom.graph.TrainingPlan;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exports a made-up network, and compiles the project. */
final class TrialExport {

    private final Path folder;

    /** @param folder an empty one, in which the project and its classes will lie */
    TrialExport(Path folder) {
        this.folder = folder;
    }

    /** Where the project lies. */
    Path project() {
        return folder.resolve("project");
    }

    ExportRequest request(Variant variant) throws IOException {
        return request(variant, document(variant));
    }

    ExportRequest request(Variant variant, Document document) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "content");
        return new ExportRequest(
                variant.name(),
                document,
                Drawing.CATALOG,
                variant.reading(),
                variant.copied() ? List.of(DataFile.of(file)) : List.of(),
                variant.schema(),
                "Made up.",
                file,
                1,
                Map.of(),
                Map.of(),
                KitSources.onClassPath(TrialExport.class.getClassLoader()));
    }

    /** Writes the project; answers where the classes lie that it was compiled to. */
    Path compiled(ExportRequest request) throws IOException {
        JavaExport.write(request, project());
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .toList();
        Path classes = Files.createDirectory(folder.resolve("classes"));
        assertThat(SourceCompiler.compile(project().resolve("src/main/java"), classes, classPath))
                .isEmpty();
        return classes;
    }

    /** A small network for such data, with an output that fits the labels. */
    static Document document(Variant variant) {
        DataSchema schema = variant.schema();
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
}
