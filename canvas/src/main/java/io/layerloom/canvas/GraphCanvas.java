package io.layerloom.canvas;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.RemedyFinder;
import io.layerloom.themes.Theme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableSet;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * The control on which people draw a network: shows a document and sends an {@link Edit} for each gesture. It never changes the document itself; whoever sets {@link
 * #onEditProperty} applies the edit and sets {@link #documentProperty} and {@link #inferenceProperty} anew.
 *
 * <p>One drawing surface with everything in it, drawn at most once per pulse; only what people type into or press on lies above it as a node.
 */
public final class GraphCanvas extends Region {

    /** What a layer is called while it is dragged here from a palette; the content is the layer's id as a string. */
    public static final DataFormat LAYER_FORMAT = new DataFormat("application/x-layerloom-layer");

    private final Canvas surface = new Canvas();
    private final Pane overlay = new Pane();
    private final Editor editor;
    private final Commands commands;
    private final Painter painter;
    private final Pulses pulses;
    private final ExecutorService background = Executors.newSingleThreadExecutor(GraphCanvas::daemon);
    private final Tidy tidy;
    private final Motion motion;
    private final Overlays overlays;
    private final PointerInput pointer;
    private final PauseTransition settled = new PauseTransition(Duration.millis(150));
    private boolean zooming;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final ObjectProperty<Optional<Node>> placeholder =
            new SimpleObjectProperty<>(this, "placeholder", Optional.empty());
    private final BooleanProperty minimap = new SimpleBooleanProperty(this, "minimap", true);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion", false);
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(this, "zoom", 1);

    public GraphCanvas(Catalog catalog) {
        editor = new Editor(catalog, this::requestFrame);
        commands = new Commands(editor);
        painter = new Painter(new Ink(theme.get()));
        pulses = new Pulses(this, this::place, this::draw);
        motion = new Motion(editor);
        tidy = new Tidy(editor, background, this::moveFrom, commands::fit);
        overlays = new Overlays(editor, overlay, this::requestFocus);
        pointer = new PointerInput(editor, commands, overlays, surface, this::requestFocus);
        new ScrollInput(editor, surface);
        new PaletteDrop(editor, this);
        new KeyInput(editor, commands, overlays, pointer, this::tidy, this);
        getStyleClass().add("graph-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("Network");
        overlay.setPickOnBounds(false);
        overlay.setManaged(false);
        surface.setManaged(false);
        getChildren().addAll(surface, overlay);
        theme.addListener((observable, before, now) -> {
            painter.use(new Ink(now));
            requestFrame();
        });
        placeholder.addListener((observable, before, now) -> overlays.hold(now));
        minimap.addListener(observable -> requestFrame());
        focusVisibleProperty().addListener(observable -> requestFrame());
        settled.setOnFinished(event -> {
            zooming = false;
            requestFrame();
        });
        editor.viewProperty().addListener((observable, before, now) -> {
            zooming |= now.scale() != before.scale();
            zoom.set(now.scale());
            settled.playFromStart();
        });
    }

    private void moveFrom(Map<NodeId, Point> places) {
        if (!reducedMotion.get()) {
            motion.from(places);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "canvas background");
        thread.setDaemon(true);
        return thread;
    }

    private void requestFrame() {
        pulses.request();
    }

    private void place() {
        overlays.place(pointer.busy(), moving(), minimap.get());
    }

    private void draw() {
        GraphicsContext gc = surface.getGraphicsContext2D();
        boolean more = painter.paint(gc, frame());
        if (isFocusVisible()) {
            gc.setStroke(painter.ink().tokens.accent());
            gc.setLineWidth(2);
            gc.strokeRect(1, 1, surface.getWidth() - 2, surface.getHeight() - 2);
        }
        overlays.paint(painter.ink());
        if (more) {
            requestFrame();
        }
    }

    private boolean moving() {
        return settled.getStatus() == Animation.Status.RUNNING;
    }

    private Painter.Frame frame() {
        Hover hover = pointer.busy() ? Hover.NOTHING : editor.hover();
        return new Painter.Frame(
                editor.diagram(),
                editor.view(),
                surface.getWidth(),
                surface.getHeight(),
                outputScale(),
                editor.selection(),
                editor.marks(),
                zooming,
                hover.node(),
                hover.port(),
                hover.wire().or(editor::selectedWire));
    }

    private double outputScale() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }

    @Override
    protected void layoutChildren() {
        surface.setWidth(getWidth());
        surface.setHeight(getHeight());
        overlay.resizeRelocate(0, 0, getWidth(), getHeight());
        editor.resize(getWidth(), getHeight());
        place(); // what was placed before this layout was placed in the former size
        requestFrame();
    }

    /** The document that is shown. */
    public ObjectProperty<Document> documentProperty() {
        return editor.documentProperty();
    }

    /** What follows from the document's graph; keep it in step with the document. */
    public ObjectProperty<Inference> inferenceProperty() {
        return editor.inferenceProperty();
    }

    /** What the data that enter are called; stands on the inputs. Empty while that is unknown. */
    public StringProperty dataProperty() {
        return editor.dataProperty();
    }

    /** Who applies the edits that gestures make. */
    public ObjectProperty<Consumer<Edit>> onEditProperty() {
        return editor.onEditProperty();
    }

    /** Finds the ways out that are offered beside a problem. */
    public ObjectProperty<RemedyFinder> remediesProperty() {
        return editor.remediesProperty();
    }

    /** The selected layers; may be changed from outside. */
    public ObservableSet<NodeId> selection() {
        return editor.selection();
    }

    /** The theme that is drawn with. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** What an empty canvas shows below its hint, such as samples to begin with. */
    public ObjectProperty<Optional<Node>> placeholderProperty() {
        return placeholder;
    }

    /** Whether a network of eight layers or more has an overview in the lower right corner. */
    public BooleanProperty minimapProperty() {
        return minimap;
    }

    /** Whether things jump to their places instead of moving there. */
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** The scale of the view; 1 means 100 %. */
    public ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    /** Shows everything, at 100 % at most. */
    public void fitAll() {
        commands.fitAll();
    }

    /** Shows all that is selected, or everything if nothing is. */
    public void fitSelection() {
        commands.fitSelection();
    }

    /** Another scale of the view; its middle stays. */
    public void zoomTo(double scale) {
        commands.zoomTo(scale);
    }

    /** Copies the selected layers to the clipboard. */
    public void copy() {
        commands.copy();
    }

    /** Moves the selected layers to the clipboard. */
    public void cut() {
        commands.cut();
    }

    /** Adds copies of the layers on the clipboard. */
    public void paste() {
        commands.paste(Optional.empty());
    }

    /** Adds copies of the selected layers. */
    public void duplicate() {
        commands.duplicate();
    }

    /** Deletes the selected layers, or the selected wire. */
    public void deleteSelection() {
        commands.delete();
    }

    /** Selects every layer. */
    public void selectAll() {
        commands.selectAll();
    }

    /** Selects nothing. */
    public void clearSelection() {
        commands.clear();
    }

    /** Selects what is not selected, and only that. */
    public void invertSelection() {
        commands.invert();
    }

    /** Adds a layer behind the one selected layer if it fits there, else in the middle of the view. */
    public void addAtCentre(LayerType type) {
        commands.addAtCentre(type);
    }

    /** Pans as far as is needed to see a layer, and selects it. */
    public void reveal(NodeId node) {
        editor.select(List.of(node));
        commands.reveal(node);
    }

    /** Lays the network out anew, in the background; sends one edit when done. */
    public void tidy() {
        tidy.start();
    }

    /** What the gestures work on; for tests. */
    Editor editor() {
        return editor;
    }

    /** Lets go of the scene; the control is not used afterwards. */
    public void dispose() {
        pointer.cancel();
        settled.stop();
        motion.stop();
        overlays.dispose();
        tidy.cancel();
        background.shutdown();
        pulses.dispose();
    }
}
