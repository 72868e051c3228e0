package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import io.layerloom.graph.Wire;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipTest {

    @Test
    void layersSurviveTheClipboard() {
        Document digits = TestCatalog.digits();
        assertThat(Clip.read(ProjectFile.toJson(digits)).orElseThrow().graph()).isEqualTo(digits.graph());
    }

    @Test
    void theWiresThatLedInComeBackInTheSameDocumentOnly() {
        UUID origin = UUID.randomUUID();
        Set<NodeId> nodes = Set.of(new NodeId("n2"));
        Document taken = Clip.read(Clip.text(TestCatalog.digits(), nodes, List.of(), origin))
                .orElseThrow();
        assertThat(taken.graph().nodes()).containsOnlyKeys(nodes.iterator().next());
        assertThat(Clip.incoming(taken, origin)).containsExactly(new Wire(new NodeId("n1"), new NodeId("n2"), 0));
        assertThat(Clip.incoming(taken, UUID.randomUUID())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "[]", "{}", "{\"origin\": \"%s\", \"incoming\": [null, 3, {\"from\": 1}]}"})
    void wiresThatMakeNoSenseAreLeftOut(String clip) throws ProjectFileException {
        UUID origin = UUID.randomUUID();
        Document taken = ProjectFile.read(ProjectFile.toJson(TestCatalog.digits())
                .replaceFirst("\\{", "{\"clip\": " + clip.formatted(origin) + ","));
        assertThat(Clip.incoming(taken, origin)).isEmpty();
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
