package io.layerloom.canvas;

import io.layerloom.graph.Frame;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
                if (brush.zoom() >= Painter.FAR) {
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

    private record Placed(FrameSign sign, double x, double y) {}

    /** The titles, if they would be too small to be read on the frames. */
    static void signs(Brush brush) {
        if (!FrameSign.isNeeded(brush.zoom())) {
            return;
        }
        List<Placed> signs = new ArrayList<>();
        for (Frame frame : frames(brush)) {
            if (FrameSign.area(frame, brush.zoom()).overlaps(brush.sight())) {
                Optional<FrameSign> sign = FrameSign.of(frame, brush.zoom(), brush.ink());
                sign.ifPresent(shown -> signs.add(placed(brush, frame, shown)));
            }
        }
        signs.forEach(placed -> brush.signs().want(placed.sign()));
        brush.signs().make();
        signs.forEach(placed -> brush.signs().draw(brush.raster(), placed.sign(), placed.x(), placed.y(), Stamp.SOLID));
    }

    private static Placed placed(Brush brush, Frame frame, FrameSign sign) {
        double height = brush.pixels(Measure.text(sign.height()));
        double strip = FrameGesture.TITLE * brush.lens().scale();
        double top = brush.lens().y(frame.y());
        return new Placed(
                sign,
                brush.snap(brush.lens().x(frame.x())),
                brush.snap(sign.above() ? top + strip - height : top + (strip - height) / 2));
    }
}
