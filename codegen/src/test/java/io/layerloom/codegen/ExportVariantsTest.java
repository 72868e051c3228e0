package io.layerloom.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Labels;
import io.layerloom.graph.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Projects for every kind of data compile, whatever odd names their data have. */
class ExportVariantsTest {

    @TempDir
    Path folder;

    private TrialExport trial;

    @BeforeEach
    void prepare() {
        trial = new TrialExport(folder);
    }

    static List<Variant> variants() {
        DataReading images = new DataReading.Images();
        DataReading table =
                new DataReading.Table("odd \"name\".csv", "VALUES", "tar\\get", "AUTO", List.of("a", "b\"c"));
        DataReading texts = new DataReading.Texts("文本.tsv", "CHARACTERS", 12, 300);
        return List.of(
                new Variant("Grey pictures", new Shape.Image(12, 12, 1), Variant.CLASSES, images, false, true),
                new Variant("2 colour pictures */", new Shape.Image(12, 12, 3), Variant.CLASSES, images, true, false),
                new Variant("class", new Shape.Image(12, 12, 4), Variant.CLASSES, images, false, true),
                new Variant("数字", new Shape.Vector(5), Variant.CLASSES, table, true, true),
                new Variant("Prices", new Shape.Vector(5), new Labels.Numbers(1), table, true, false),
                new Variant("Texts", new Shape.Tokens(12, 300), Variant.CLASSES, texts, false, true));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void compiles(Variant variant) throws IOException {
        trial.compiled(trial.request(variant));
        assertThat(trial.project().resolve("README.md"))
                .content()
                .doesNotContain("{{")
                .contains(variant.copied() ? "| the data |" : "-Ddata=FOLDER");
    }
}
