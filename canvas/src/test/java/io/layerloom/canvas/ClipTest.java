package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipTest {

    @Test
    void layersSurviveTheClipboard() {
        Document digits = TestCatalog.digits();
        assertThat(Clip.read(ProjectFile.toJson(digits)).orElseThrow().graph()).isEqualTo(digits.graph());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{",
                "{}",
                "[1,2]",
                "{\"format\": 1, \"nodes\": [{\"id\": \"a\"}]}",
                "{\"format\": 99}",
                "{\"format\": 1, \"nodes\": 7}",
                "{\"@class\": \"javax.script.ScriptEngineManager\"}"
            })
    void whateverElseLiesThereIsRefusedSilently(String text) {
        assertThat(Clip.read(text)).isEmpty();
    }

    @Test
    void aHugeTextIsNotEvenRead() {
        assertThat(Clip.read("{" + " ".repeat(5 << 20) + "}")).isEmpty();
    }
}
