package io.layerloom.canvas;

import io.layerloom.graph.Frame;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws frames behind everything else, and from afar their titles before it. */
final class FramePainter {

    private static final double RADIUS = 8;

    private FramePainter() {}

    static void paint(Brush brush) {
        Box sight = brush.sight();
        for (Frame frame : frames(brush)) {
            Box world = FrameGesture.box(frame);
            if (world.overlaps(sight)) {
                box(brush, brush.lens().box(world));
                if (!FrameSign.isNeeded(brush.zoom())) {
                    title(brush, frame);
                }
                if (brush.detail() >= Painter.FAR) {
                    grip(brush, world);
                }
            }
        }
    }

    private static List<Frame> frames(Brush brush) {
        return brush.frame().diagram().document().layout().frames();
    }

    private static void box(Brush brush, Box box) {
        Tokens tokens = brush.ink().tokens;
        double radius = RADIUS * brush.lens().scale();
        double line = brush.pixels(1);
        brush.outlines().box(box.x(), box.y(), box.width(), box.height(), radius);
        brush.fill(tokens.accent(), 0.05);
        brush.outlines()
                .frame(box.x() + line / 2, box.y() + line / 2, box.width() - line, box.height() - line, radius, line);
        brush.fill(tokens.line());
    }

    private static void title(Brush brush, Frame frame) {
        Picture picture = FrameTitlePicture.of(frame.title(), frame.width(), brush.ink());
        Stamp title = new Stamp(picture, frame.x(), frame.y(), Stamp.SOLID);
        brush.prepare(List.of(title));
        brush.press(title);
    }

    /** Two strokes across the corner by which it is made larger. */
    private static void grip(Brush brush, Box world) {
        double right = world.right() - 5;
        double bottom = world.bottom() - 5;
        for (double size = 4; size <= 8; size += 4) {
            brush.outlines().move(brush.lens().x(right - size), brush.lens().y(bottom));
            brush.outlines().point(brush.lens().x(right), brush.lens().y(bottom - size));
            brush.outlines().stroke(1.25 * brush.lens().scale());
        }
        brush.fill(brush.ink().tokens.faint());
    }

    /** Where a sign goes, in pixels. */
    private record Placed(FrameSign sign, Box box) {}

    /** The titles, if they would be too small to be read on the frames; where two would overlap, that of the larger frame. */
    static void signs(Brush brush) {
        if (!FrameSign.isNeeded(brush.zoom())) {
            return;
        }
        List<Frame> largest = new ArrayList<>(frames(brush));
        largest.sort(Comparator.comparingDouble(frame -> -frame.width() * frame.height()));
        List<Placed> signs = new ArrayList<>();
        for (Frame frame : largest) {
            FrameSign.of(frame, brush.zoom(), brush.ink())
                    .map(sign -> placed(brush, frame, sign))
                    .filter(placed ->
                            signs.stream().noneMatch(other -> other.box().overlaps(placed.box())))
                    .ifPresent(signs::add);
        }
        Box sight = new Box(0, 0, brush.raster().width, brush.raster().height);
        signs.removeIf(placed -> !placed.box().overlaps(sight));
        signs.forEach(placed -> brush.signs().want(placed.sign()));
        brush.signs().make();
        signs.forEach(placed -> brush.signs()
                .draw(
                        brush.raster(),
                        placed.sign(),
                        placed.box().x(),
                        placed.box().y(),
                        Stamp.SOLID));
    }

    private static Placed placed(Brush brush, Frame frame, FrameSign sign) {
        double height = brush.pixels(Measure.text(sign.height()));
        double strip = FrameGesture.TITLE * brush.lens().scale();
        double top = brush.lens().y(frame.y()) + (sign.above() ? strip - height : (strip - height) / 2);
        return new Placed(
                sign,
                new Box(
                        brush.snap(brush.lens().x(frame.x())),
                        brush.snap(top),
                        brush.pixels(Measure.text(sign.width())),
                        height));
    }
}
