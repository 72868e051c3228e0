package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.NodeId;
import io.layerloom.themes.Theme;
import java.util.Arrays;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class NodeSignTest extends CanvasFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private static List<String> lines(String text, double room, int most) {
        return fx(() -> NodeSign.lines(new NodeSign.Wanted(text, room, most), new Ink(Theme.LIGHT)));
    }

    @Test
    void whatTellsNamesApartIsKept() {
        assertThat(lines("Convolution 2D", 40, 1).get(0)).startsWith("C").endsWith("…2D");
        assertThat(lines("encoder_block_12", 50, 1).get(0)).startsWith("e").endsWith("…12");
        assertThat(lines("Convolution 2D", 45, 2)).hasSize(2).last().isEqualTo("2D");
        assertThat(lines("Dense", 45, 2)).containsExactly("Dense");
        assertThat(lines("卷积卷积卷积卷积", 40, 1).get(0)).startsWith("卷").endsWith("…");
    }

    @Test
    void aSignStaysOnItsCard() {
        Ink ink = fx(() -> new Ink(Theme.LIGHT));
        for (double zoom = Painter.FAR; zoom < Painter.MIDDLE; zoom += 0.01) {
            double scale = zoom;
            for (NodeView node : fx(() -> canvas.editor().diagram()).nodes()) {
                NodeSign sign = fx(() -> NodeSign.of(node.face(), scale, ink)).orElseThrow();
                assertThat(NodeSign.left(zoom) + sign.width())
                        .isLessThanOrEqualTo(node.box().width() * zoom);
                assertThat(sign.height()).isLessThanOrEqualTo(node.box().height() * zoom);
            }
        }
    }

    @Test
    void layersAreToldApartFromAfar() {
        Document plain = TestCatalog.digits();
        Document named = Edits.rename(new NodeId("n2"), "first").apply(plain);
        assertThat(Arrays.equals(pixels(plain, 0.3), pixels(named, 0.3))).isFalse();
        assertThat(Arrays.equals(pixels(plain, 0.2), pixels(named, 0.2)))
                .as("too far for letters")
                .isTrue();
    }

    private static int[] pixels(Document document, double scale) {
        return Painted.pixels(document, new Viewport(scale, 0, 0), 500, 300);
    }
}
