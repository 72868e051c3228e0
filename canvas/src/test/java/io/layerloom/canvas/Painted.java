package io.layerloom.canvas;

import io.layerloom.graph.Document;
import io.layerloom.themes.Theme;
import java.util.Optional;
import java.util.Set;
import org.testfx.util.WaitForAsyncUtils;

/** A drawing as the canvas paints it, once every picture in it is made. */
final class Painted {

    private Painted() {}

    /** In the light theme, with nothing selected or marked; row by row. */
    static int[] pixels(Document document, Viewport view, int width, int height) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            Raster raster = new Raster(width, height);
            Painter.Frame frame = new Painter.Frame(
                    DiagramTest.of(document),
                    view,
                    width,
                    height,
                    1,
                    Set.of(),
                    Marks.NONE,
                    Shift.NONE,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            Painter painter = new Painter(new Ink(Theme.LIGHT));
            while (painter.paint(raster, frame)) {
                // until every picture is there
            }
            return raster.pixels;
        });
    }
}
