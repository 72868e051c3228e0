package io.layerloom.app.export;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.codegen.DataFile;
import io.layerloom.codegen.DataReading;
import io.layerloom.engine.DataSources;
import io.layerloom.engine.kit.ShapePictures;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.samples.SampleData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Data that ship with the program, as an exported project finds them. */
final class ShippedExport {

    private ShippedExport() {}

    static ExportData of(Component data, DataSchema schema) throws IOException {
        String name = new SourceSettings(data).text("name").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "mnist" -> of(data, "mnist", new DataReading.Images(), SampleData.files("mnist"));
            case "mnist_low" ->
                of(data, "mnist", new DataReading.ImagePart(0, 4, Integer.MAX_VALUE), SampleData.files("mnist"));
            case "mnist_high" ->
                of(data, "mnist", new DataReading.ImagePart(5, 9, DataSources.FEW_DIGITS), SampleData.files("mnist"));
            case "iris" ->
                of(
                        data,
                        "iris",
                        new DataReading.Table("iris.csv", "NAMES", "species", "CLASSES", List.of()),
                        List.of("iris.csv"));
            case "sentiment_zh" ->
                of(data, "sentiment", Readings.texts("zh.tsv", "CHARACTERS", schema), List.of("zh.tsv"));
            case "sentiment_en" -> of(data, "sentiment", Readings.texts("en.tsv", "WORDS", schema), List.of("en.tsv"));
            case "fables" ->
                of(data, "fables", Readings.corpus("fables.txt", "EXACT", schema), SampleData.files("fables"));
            case "fables_words" ->
                of(data, "fables", Readings.corpus("fables.txt", "WORDS", schema), SampleData.files("fables"));
            case "dates" -> of(data, "dates", Readings.pairs("dates.tsv", "EXACT", schema), SampleData.files("dates"));
            case "shape_questions" ->
                of(
                        data,
                        "questions",
                        new DataReading.Questions(DataSources.QUESTIONS, DataSources.QUESTION_SIDE, ShapePictures.SEED),
                        List.of());
            case "shapes" -> of(data, "shapes", Readings.shapes(schema, false), List.of());
            case "shapes_masks" -> of(data, "shapes", Readings.shapes(schema, true), List.of());
            default -> throw new IOException(tr("The shipped data \"%s\" cannot be exported.", name));
        };
    }

    private static ExportData of(Component data, String dataset, DataReading reading, List<String> files)
            throws IOException {
        try (InputStream in = SampleData.open(dataset, SampleData.SOURCE)) {
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ExportData(
                    reading,
                    files.stream()
                            .map(file -> new DataFile(file, () -> SampleData.open(dataset, file)))
                            .toList(),
                    Optional.empty(),
                    source.replaceAll("(?m)^#", "###"),
                    data);
        }
    }
}
