package io.layerloom.canvas;

import io.layerloom.themes.Theme;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/** What is drawn of the network on a canvas: the picture of nodes and wires, and above it the marks of a gesture. */
final class Display {

    private final Editor editor;
    private final Region canvas;
    private final Mosaic mosaic = new Mosaic();
    private final Live live = new Live();
    private final Painter painter;
    /** How many pixels of the screen there are to one of the window; another one on another screen. */
    private final ObservableValue<Number> screen;

    Display(Editor editor, Region canvas, Theme theme) {
        this.editor = editor;
        this.canvas = canvas;
        this.painter = new Painter(new Ink(theme));
        this.screen = canvas.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::outputScaleXProperty);
    }

    /** What is laid over one another, the lowest first. */
    List<Node> layers() {
        return List.of(mosaic, live);
    }

    void use(Theme theme) {
        painter.use(new Ink(theme));
    }

    Ink ink() {
        return painter.ink();
    }

    ObservableValue<Number> scaleProperty() {
        return screen;
    }

    double scale() {
        return screen.getValue() == null ? 1 : screen.getValue().doubleValue();
    }

    /** Draws a frame; answers whether another one is needed to complete it. */
    boolean draw(Hover hover, boolean zooming) {
        Painter.Frame frame = frame(hover, zooming);
        boolean more = painter.paint(mosaic.raster(frame.width(), frame.height(), frame.outputScale()), frame);
        mosaic.show(painter.changed());
        live.show(painter.ink(), frame);
        return more;
    }

    private Painter.Frame frame(Hover hover, boolean zooming) {
        return new Painter.Frame(
                editor.diagram(),
                editor.view(),
                canvas.getWidth(),
                canvas.getHeight(),
                scale(),
                Set.copyOf(editor.selection()),
                editor.marks(),
                editor.shift(),
                zooming,
                hover.node(),
                hover.port(),
                hover.wire().or(editor::selectedWire));
    }
}
