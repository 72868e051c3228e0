package io.layerloom.canvas;

import io.layerloom.graph.Point;
import io.layerloom.themes.Measure;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Moves the view just as far as is needed to see something: within the window, and under nothing that lies over the drawing. */
final class Reveal {

    private static final double MARGIN = 48;

    /** What stays free between something and what lies over the drawing. */
    private static final double GAP = 10;

    /** The scale at which somebody who was too far away for text comes to read it. */
    private static final double LEGIBLE = 0.75;

    private final Editor editor;

    Reveal(Editor editor) {
        this.editor = editor;
    }

    /** At the scale of now. */
    void show(Box world) {
        editor.show(free(editor.view(), world));
    }

    /** As {@link #show}; of what is larger than the window, the middle if nothing is in sight. */
    void find(Box world) {
        show(world);
        if (editor.width() > 0
                && !editor.view().visible(editor.width(), editor.height()).overlaps(world)) {
            editor.show(editor.view().centred(world.centre(), editor.width(), editor.height()));
        }
    }

    /** At a scale at which text is drawn. */
    void read(Box world) {
        Viewport now = editor.view();
        editor.show(
                now.zoom() < Painter.MIDDLE
                        ? free(
                                new Viewport(Measure.text(LEGIBLE), 0, 0)
                                        .centred(world.centre(), editor.width(), editor.height()),
                                world)
                        : free(now, world));
    }

    /** From its beginning on, at a scale at which text is drawn: the long way of the network leads out of the window. */
    void begin(Box first, Box all) {
        double scale = Measure.text(LEGIBLE);
        double room = editor.width() / scale;
        double height = editor.height() / scale;
        boolean across = all.width() >= all.height();
        double x = across ? first.x() - MARGIN + room / 2 : first.centreX();
        double y = across ? first.centreY() : first.y() - MARGIN + height / 2;
        editor.show(new Viewport(scale, 0, 0).centred(new Point(x, y), editor.width(), editor.height()));
    }

    private Viewport free(Viewport view, Box world) {
        Box box = view.toScreen(world);
        Viewport near = view.panned(
                beyond(box.x(), box.right(), editor.width()), beyond(box.y(), box.bottom(), editor.height()));
        List<Box> covers = editor.covers();
        Box at = near.toScreen(world);
        if (isFree(at, covers)) {
            return near;
        }
        return covers.stream()
                .flatMap(cover -> beside(cover, at))
                .filter(place -> isInside(place) && isFree(place, covers))
                .min(Comparator.comparingDouble(place -> Diagram.distance(place.centre(), at.centre())))
                .map(place -> near.panned(place.x() - at.x(), place.y() - at.y()))
                .orElseGet(() -> near.centred(world.centre(), editor.width(), editor.height()));
    }

    private static double beyond(double low, double high, double size) {
        if (size < high - low + 2 * MARGIN) {
            return 0;
        }
        return low < MARGIN ? MARGIN - low : high > size - MARGIN ? size - MARGIN - high : 0;
    }

    private static Stream<Box> beside(Box cover, Box box) {
        return Stream.of(
                box.moved(cover.x() - GAP - box.right(), 0),
                box.moved(cover.right() + GAP - box.x(), 0),
                box.moved(0, cover.y() - GAP - box.bottom()),
                box.moved(0, cover.bottom() + GAP - box.y()));
    }

    private static boolean isFree(Box box, List<Box> covers) {
        return covers.stream().noneMatch(box.grown(GAP - 1)::overlaps);
    }

    private boolean isInside(Box box) {
        return box.x() >= 0 && box.y() >= 0 && box.right() <= editor.width() && box.bottom() <= editor.height();
    }
}
