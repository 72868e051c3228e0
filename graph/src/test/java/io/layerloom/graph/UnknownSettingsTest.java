package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files with keys that nobody knows: told, kept, or refused. */
class UnknownSettingsTest {

    private static String file() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV, SmallCatalog.FLATTEN, SmallCatalog.OUTPUT);
        return ProjectFile.toJson(
                sketch.set("conv2d_1", SmallCatalog.FILTERS, 16).document());
    }

    private static List<Problem> told(Document document) {
        return Inference.of(document.graph(), SmallCatalog.CATALOG).problems();
    }

    @Test
    void aMisspelledSettingIsToldKeptAndGivenBackItsName() throws ProjectFileException {
        Document sound = ProjectFile.read(file());
        assertThat(told(sound)).isEmpty();
        String damaged = file().replace("\"filters\": 16", "\"fIlters\": 16");
        Document document = ProjectFile.read(damaged);
        Problem problem = told(document).get(0);
        assertThat(problem.isError()).isFalse();
        assertThat(problem.message())
                .isEqualTo(
                        "Convolution 2D has no setting \"fIlters\", so the value 16 has no effect. It looks like \"filters\" (Filters), which is 8.");
        assertThat(ProjectFile.toJson(document)).isEqualTo(damaged);
        List<Remedy> remedies = Remedies.of(document, problem, SmallCatalog.CATALOG, Optional.empty());
        assertThat(remedies).extracting(Remedy::label).containsExactly("Set Filters to 16", "Forget \"fIlters\"");
        Document mended = remedies.get(0).edit().apply(document);
        assertThat(told(mended)).isEmpty();
        assertThat(mended.graph().named("conv2d_1").orElseThrow().values().get(SmallCatalog.FILTERS))
                .isEqualTo(16);
    }

    @Test
    void aSettingOfANewerVersionIsToldAndKept() throws ProjectFileException {
        String newer = file().replace("\"filters\": 16", "\"filters\": 16, \"groups\": 4");
        Document document = ProjectFile.read(newer);
        assertThat(told(document))
                .extracting(Problem::message)
                .singleElement()
                .satisfies(message ->
                        assertThat(message).contains("no setting \"groups\"", "the value 4", "stays in the file"));
        assertThat(ProjectFile.toJson(document)).contains("\"groups\": 4");
    }

    @Test
    void aMemberThatOnlyLooksLikeAMissingOneIsDamage() {
        String damaged = file().replace("\"epochs\"", "\"epocks\"");
        assertThatThrownBy(() -> ProjectFile.read(damaged))
                .isInstanceOf(ProjectFileException.class)
                .hasMessageContaining("/plan/epocks")
                .hasMessageContaining("\"epochs\" is missing");
    }
}
