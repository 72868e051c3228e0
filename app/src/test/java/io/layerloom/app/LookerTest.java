package io.layerloom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.engine.LayerOutput;
import io.layerloom.engine.Looker;
import io.layerloom.graph.Document;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.Wire;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What layers of drawings, finished or not, make of examples, in the process that computes them. */
class LookerTest {

    private static Looker looker;

    @BeforeAll
    static void start() throws IOException {
        looker = Looker.start(WorkerProcess.command());
    }

    @AfterAll
    static void end() {
        looker.close();
    }

    private static Document project(String id) throws IOException {
        try (InputStream in = Samples.byId(id).orElseThrow().openProject()) {
            return ProjectFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Document sample() throws IOException {
        return project("mnist-filters");
    }

    private static LayerOutput look(Document document, int example, float[] own, String... path) throws Exception {
        List<NodeId> ids = new java.util.ArrayList<>();
        for (String part : path) {
            ids.add(new NodeId(part));
        }
        return looker.look(document, ids, example, own, Optional.empty()).get(60, TimeUnit.SECONDS);
    }

    private static String id(Document document, String name) {
        return document.graph().named(name).orElseThrow().id().value();
    }

    @Test
    void everyNumberIsThatOfTheTypedKernel() throws Exception {
        Document document = sample();
        LayerOutput seen = look(document, 2, new float[0], id(document, "filters"));
        assertThat(seen.example()).isEqualTo(2);
        assertThat(seen.output().planes()).isEqualTo(4);
        double[][] down = {{-1, -2, -1}, {0, 0, 0}, {1, 2, 1}};
        for (int row = 0; row < 26; row++) {
            for (int column = 0; column < 26; column++) {
                double expected = 0;
                for (int y = 0; y < 3; y++) {
                    for (int x = 0; x < 3; x++) {
                        expected += down[y][x] * seen.input().at(0, row + y, column + x);
                    }
                }
                assertThat((double) seen.output().at(1, row, column))
                        .isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-4));
            }
        }
    }

    @Test
    void anUnfinishedDrawingIsComputedAsFarAsItGoes() throws Exception {
        Document whole = sample();
        Node output = whole.graph().named("digit").orElseThrow();
        Node hidden = whole.graph().named("hidden").orElseThrow();
        Document open = whole.with(whole.graph()
                .without(Set.of(output.id()))
                .without(new Wire(whole.graph().into(hidden.id()).get(0).from(), hidden.id(), 0)));
        float[] own = new float[784];
        own[14 * 28 + 14] = 1;
        LayerOutput seen = look(open, 0, own, id(open, "filters"));
        assertThat(seen.example()).isEqualTo(-1);
        assertThat(seen.output().at(2, 13, 13)).isEqualTo(8);
        assertThat(seen.output().at(0, 13, 12)).isEqualTo(2);
        assertThatThrownBy(() -> look(open, 0, own, hidden.id().value()))
                .hasMessageContaining("has no input. Connect a wire to its left port.");
        assertThatThrownBy(() -> look(open, 0, new float[5], id(open, "filters")))
                .hasMessageContaining("which is 784 numbers, but the example has 5.");
    }

    @Test
    void whatTheNetworkTakesAndEveryKindOfLayerCanBeSeen() throws Exception {
        Document document = sample();
        LayerOutput image = look(document, -1, new float[0], id(document, "image"));
        assertThat(image.output().values()).isEqualTo(image.input().values());
        assertThat(image.example()).isEqualTo(image.examples() - 1);
        LayerOutput digit = look(document, 0, new float[0], id(document, "digit"));
        assertThat(digit.output().width()).isEqualTo(10);
        float sum = 0;
        for (float value : digit.output().values()) {
            sum += value;
        }
        assertThat(sum).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-4f));
        Document text = project("text-lstm");
        LayerOutput steps = look(text, 0, new float[0], id(text, "lstm"));
        assertThat(steps.output().height()).isEqualTo(32);
        assertThat(steps.output().width()).isEqualTo(24);
        Document gan = project("mnist-gan");
        assertThat(look(gan, 0, new float[0], id(gan, "picture")).output().height())
                .isEqualTo(28);
    }
}
