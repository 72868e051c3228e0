package io.layerloom.canvas;

import io.layerloom.graph.LayerType;
import io.layerloom.themes.FxThread;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.stage.Popup;

/**
 * A layer on its way from a palette to the canvas of the same window. It does without the desktop's drag and drop: on Linux that leaves JavaFX deaf to the wheel until the next click, and shows nothing of what
 * would become of the layer.
 */
public final class LayerDrag {

    /** Beside the pointer, so that what lies under it is seen. */
    private static final double BESIDE = 10;

    private final Node source;
    private final LayerType type;
    private final Scene scene;
    private final EventHandler<KeyEvent> keys = this::escape;
    private final Popup ghost = new Popup();
    private boolean overCanvas;
    private Runnable gone = () -> {};

    private LayerDrag(Node source, LayerType type, MouseEvent at) {
        this.source = source;
        this.type = type;
        this.scene = source.getScene();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        ImageView picture = new ImageView(source.snapshot(clear, null));
        picture.setOpacity(0.8);
        ghost.getContent().add(picture);
        ghost.setAutoFix(false);
        ghost.setHideOnEscape(false); // that key puts the layer back
        show(at);
    }

    /** Lets a layer be dragged from a node that stands for it; Esc puts it back. */
    public static void from(Node source, Supplier<LayerType> type) {
        source.setOnDragDetected(event -> {
            if (event.isPrimaryButtonDown()) {
                end(source);
                source.getProperties().put(LayerDrag.class, new LayerDrag(source, type.get(), event));
                source.startFullDrag();
                event.consume();
            }
        });
        source.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> held(source).ifPresent(drag -> drag.follow(event)));
        // Where it is dropped may hear of that after this.
        source.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> FxThread.later(() -> end(source)));
    }

    /** Wherever the keyboard is, Esc puts the layer back. */
    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            end(source);
            event.consume();
        }
    }

    /** What is being dragged from a node; empty if it is no layer, or was put back. */
    static Optional<LayerDrag> held(Object source) {
        return source instanceof Node node && node.getProperties().get(LayerDrag.class) instanceof LayerDrag drag
                ? Optional.of(drag)
                : Optional.empty();
    }

    /** Nothing is dragged from a node any more. */
    static void end(Object source) {
        held(source).ifPresent(drag -> {
            ((Node) source).getProperties().remove(LayerDrag.class);
            drag.scene.removeEventFilter(KeyEvent.KEY_PRESSED, drag.keys);
            drag.ghost.hide();
            drag.gone.run();
        });
    }

    private void show(MouseEvent at) {
        ghost.show(scene.getWindow(), at.getScreenX() + BESIDE, at.getScreenY() + BESIDE);
    }

    private void follow(MouseEvent event) {
        if (overCanvas) {
            return;
        }
        if (!ghost.isShowing()) {
            show(event);
        }
        ghost.setX(event.getScreenX() + BESIDE);
        ghost.setY(event.getScreenY() + BESIDE);
    }

    LayerType type() {
        return type;
    }

    /** A canvas shows it from now on, and hears when it is there no more. */
    void enter(Runnable ended) {
        overCanvas = true;
        ghost.hide(); // an empty window would still hide a part of the drawing where the desktop cannot draw it
        // transparent
        gone = ended;
    }

    void leave() {
        overCanvas = false;
        gone = () -> {};
    }
}
