package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Inference;
import io.layerloom.themes.Theme;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class MinimapTest {

    private GraphCanvas canvas = null;

    @Start
    void start(Stage stage) {
        canvas = new GraphCanvas(TestCatalog.CATALOG);
        canvas.documentProperty().set(TestCatalog.digits());
        canvas.inferenceProperty().set(Inference.of(TestCatalog.digits().graph(), TestCatalog.CATALOG));
        stage.setScene(new Scene(canvas, 900, 600));
        stage.show();
    }

    /** How many pixels wide the nodes are drawn. */
    private static double pixels(Minimap minimap) {
        Mosaic nodes = (Mosaic) minimap.getChildren().get(1);
        return nodes.getChildren().stream()
                .map(ImageView.class::cast)
                .filter(square -> square.getLayoutY() == 0)
                .mapToDouble(square -> square.getImage().getWidth())
                .sum();
    }

    @Test
    void isDrawnAsFinelyAsTheScreenThatItIsOn() {
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            Minimap minimap = new Minimap(canvas.editor(), () -> Overview.ALWAYS);
            Ink ink = new Ink(Theme.LIGHT);
            minimap.paint(ink, 1);
            double plain = pixels(minimap);
            minimap.paint(ink, 2);
            assertThat(pixels(minimap)).isEqualTo(2 * plain);
            minimap.paint(ink, 1.5);
            assertThat(pixels(minimap)).isEqualTo(1.5 * plain);
        });
    }
}
