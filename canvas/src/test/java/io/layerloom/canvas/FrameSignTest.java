package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Frame;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FrameSignTest extends CanvasFixture {

    private static final Frame FRAME = new Frame("Feature extractor", 340, 110, 900, 160);

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private static Document framed(String title) {
        return Edits.addFrame(FRAME.titled(title)).apply(TestCatalog.digits());
    }

    private static int[] pixels(String title, Viewport view) {
        return pixels(framed(title), view);
    }

    private static int[] pixels(Document document, Viewport view) {
        return Painted.pixels(document, view, 600, 300);
    }

    /** How many rows of pixels a title changes. */
    private static long height(Viewport view) {
        int[] with = pixels("Feature extractor", view);
        int[] without = pixels("", view);
        long rows = 0;
        for (int y = 0; y < 300; y++) {
            boolean differs = false;
            for (int x = 0; x < 600; x++) {
                differs |= with[y * 600 + x] != without[y * 600 + x];
            }
            rows += differs ? 1 : 0;
        }
        return rows;
    }

    @Test
    void theTitleIsAsLargeFromAfarAsItMustBeToBeRead() {
        assertThat(height(new Viewport(0.15, 20, 40))).isBetween(10L, 20L);
        assertThat(height(new Viewport(0.3, 0, 40))).isBetween(10L, 20L);
        assertThat(height(new Viewport(0.7, -200, 0))).isBetween(8L, 20L);
        // ten pixels are not enough for any letter
        assertThat(height(new Viewport(0.01, 20, 40))).isZero();
    }

    @Test
    void ofTwoTitlesThatWouldOverlapThatOfTheLargerFrameIsShown() {
        Frame small = new Frame("Stem", 350, 112, 500, 100);
        Viewport view = new Viewport(0.15, 20, 40);
        Document both = Edits.addFrame(FRAME).apply(Edits.addFrame(small).apply(TestCatalog.digits()));
        Document larger =
                Edits.addFrame(FRAME).apply(Edits.addFrame(small.titled("")).apply(TestCatalog.digits()));
        assertThat(pixels(both, view)).isEqualTo(pixels(larger, view));
    }

    @Test
    void theFrameIsTakenByItFromAfar(FxRobot robot) {
        present(robot, framed("Feature extractor"));
        robot.interact(() -> canvas.editor().show(new Viewport(0.2, 100, 100)));
        Point before = history.present().layout().of(new NodeId("n1"));
        drag(robot, at(FRAME.x() + 60, FRAME.y() - 40), at(FRAME.x() + 260, FRAME.y() + 160));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).last().isEqualTo("Move frame");
        assertThat(history.present().layout().of(new NodeId("n1"))).isNotEqualTo(before);
    }
}
