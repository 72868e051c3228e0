package io.layerloom.canvas;

import io.layerloom.graph.Frame;
import io.layerloom.themes.Tokens;
import java.util.List;

/** Draws frames behind everything else. */
final class FramePainter {

    private static final double RADIUS = 8;

    private FramePainter() {}

    static void paint(Brush brush) {
        Box sight = brush.sight();
        for (Frame frame : brush.frame().diagram().document().layout().frames()) {
            Box world = FrameGesture.box(frame);
            if (world.overlaps(sight)) {
                box(brush, brush.lens().box(world));
                if (brush.zoom() >= Painter.FAR) {
                    title(brush, frame);
                    grip(brush, world);
                }
            }
        }
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
}
