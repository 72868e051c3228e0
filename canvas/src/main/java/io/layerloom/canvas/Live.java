package io.layerloom.canvas;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/**
 * The marks of a gesture, above the drawing. As large as its contents and no larger: without a graphics card, each of its pixels costs whether something is on it or not.
 */
final class Live extends Canvas {

    private static final double STEP = 64;
    private static final double PAD = 24;

    Live() {
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void show(Ink ink, Painter.Frame frame) {
        Optional<Box> content = content(frame);
        setVisible(content.isPresent());
        if (content.isEmpty()) {
            return;
        }
        Box box = content.get();
        double width = Math.ceil(box.width() / STEP) * STEP;
        double height = Math.ceil(box.height() / STEP) * STEP;
        if (getWidth() != width || getHeight() != height) {
            setWidth(width);
            setHeight(height);
        }
        relocate(box.x(), box.y());
        GraphicsContext gc = getGraphicsContext2D();
        gc.clearRect(0, 0, width, height);
        Viewport view = frame.view().panned(-box.x(), -box.y());
        Painter.Frame here = frame.through(view, width, height);
        new MarkPainter(gc, ink, here).paint();
    }

    /** Where something is to be seen, on whole pixels of the window. */
    private static Optional<Box> content(Painter.Frame frame) {
        Marks marks = frame.marks();
        Viewport view = frame.view();
        Stream<Box> ghosts = marks.ghosts().stream()
                .map(ghost -> new Box(
                        ghost.at().x(),
                        ghost.at().y(),
                        NodeFace.WIDTH,
                        ghost.face().height()));
        Stream<Box> guides = marks.guides().stream().map(guide -> Box.between(guide.from(), guide.to()));
        Stream<Box> ports = Stream.concat(
                        marks.ports().keySet().stream(),
                        marks.ports().isEmpty() ? frame.hoveredPort().stream() : Stream.empty())
                .flatMap(port -> frame.diagram().node(port.node()).map(node -> node.place(port)).stream())
                .map(at -> Box.between(at, at));
        Stream<Box> loose = marks
                .loose()
                .map(wire -> WireRouter.direct(wire.from(), wire.to()).bounds())
                .stream();
        return Stream.of(
                        ghosts,
                        guides,
                        ports,
                        loose,
                        marks.marquee().stream(),
                        marks.way().map(WirePath::bounds).stream(),
                        marks.stroke().stream().map(at -> Box.between(at, at)))
                .flatMap(boxes -> boxes)
                .map(world -> view.toScreen(world).grown(PAD))
                .reduce(Box::union)
                .flatMap(box -> inside(box, frame));
    }

    private static Optional<Box> inside(Box box, Painter.Frame frame) {
        double left = Math.floor(Math.max(0, box.x()));
        double top = Math.floor(Math.max(0, box.y()));
        double right = Math.min(frame.width(), box.right());
        double bottom = Math.min(frame.height(), box.bottom());
        return right > left && bottom > top
                ? Optional.of(new Box(left, top, right - left, bottom - top))
                : Optional.empty();
    }
}
