package io.layerloom.canvas;

import io.layerloom.themes.Measure;
import java.util.Comparator;
import java.util.stream.Stream;

/** The largest view of the whole of something, at the size of text at most, in which the overview covers none of its layers unless that would take half of it. */
final class Fit {

    /** Left and right of what is shown. */
    private static final double BESIDE = 16;

    /** Above and below, for text of 100 %: there lies what tells of the drawing, and titles stand above their frames. */
    private static final double ABOVE = 36;

    /** What stays free between a layer and the overview. */
    private static final double GAP = 10;

    /** Who would see everything smaller than that for the sake of the overview is better off with a layer under it. */
    private static final double WORTH = 0.5;

    private Fit() {}

    static Viewport of(Editor editor, Box world) {
        double width = editor.width();
        double height = editor.height();
        Viewport whole = within(world, width, height);
        return editor.overviewIn(whole)
                .map(corner -> corner.grown(GAP))
                .filter(corner -> covers(editor, world, whole, corner))
                .flatMap(corner -> Stream.of(within(world, corner.x(), height), within(world, width, corner.y()))
                        .max(Comparator.comparingDouble(Viewport::scale)))
                .filter(beside -> beside.scale() >= WORTH * whole.scale())
                .orElse(whole);
    }

    private static Viewport within(Box world, double width, double height) {
        return Viewport.fitting(world, width, height, BESIDE, Measure.text(ABOVE), Measure.text(1));
    }

    private static boolean covers(Editor editor, Box world, Viewport view, Box corner) {
        return editor.diagram().nodesIn(world).stream()
                .map(node -> view.toScreen(node.box()))
                .anyMatch(corner::overlaps);
    }
}
