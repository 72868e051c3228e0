package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Difference;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.Forecast;
import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.RemedyFinder;
import io.layerloom.graph.Wire;
import io.layerloom.themes.Measure;
import io.layerloom.themes.TextSize;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableSet;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The control on which people draw a network: shows a document and sends an {@link Edit} for each gesture. It never changes the document itself; whoever sets {@link
 * #onEditProperty} applies the edit and sets {@link #documentProperty} and {@link #inferenceProperty} anew.
 *
 * <p>The drawing is made of pixels, anew for each frame and at most once per pulse. Only what people type into or press on lies above it as a node.
 */
public final class GraphCanvas extends Region {

    /** The layout goes down a chain of layers by recursion: thousands in a row need more than the few hundred kilobytes that a thread has by itself. */
    private static final long STACK = 256L << 20;

    private final Region surface = new Region();
    private final Region ring = new Region();
    private final Pane overlay = new Pane();
    private final Editor editor;
    private final Commands commands;
    private final Display display;
    private final Pulses pulses;
    private final ExecutorService background = Executors.newSingleThreadExecutor(GraphCanvas::daemon);
    private final Tidy tidy;
    private final BlockPath path;
    private final Motion motion;
    private final Overlays overlays;
    private final SpokenItems spoken;
    private final PointerInput pointer;
    private final KeyInput keys;
    private final WireActions wires;
    private final Needs needs;
    private final CanvasMenu menu;
    private final Settling settling;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final ObjectProperty<TextSize> textSize =
            new SimpleObjectProperty<>(this, "textSize", Themes.textSize().get());
    private final ObjectProperty<Optional<Node>> placeholder =
            new SimpleObjectProperty<>(this, "placeholder", Optional.empty());
    private final ObjectProperty<Overview> overview = new SimpleObjectProperty<>(this, "overview", Overview.LARGE);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion", false);

    private Runnable onRunToHere = () -> {};

    public GraphCanvas(Catalog catalog) {
        editor = new Editor(catalog, this::requestFrame);
        commands = new Commands(editor);
        display = new Display(editor, this, theme.get());
        pulses = new Pulses(this, this::place, this::draw);
        motion = new Motion(editor, reducedMotion::get);
        tidy = new Tidy(editor, commands, background, motion);
        path = new BlockPath(editor, commands);
        spoken = new SpokenItems(editor, this::reveal, this::notifyAccessibleAttributeChanged);
        overlays = new Overlays(
                editor,
                overlay,
                overview::get,
                commands::fitAll,
                this::homeKeys,
                this::reveal,
                path::leaveTo,
                this::requestFocus);
        PaletteDrop drop = new PaletteDrop(editor, this);
        needs = new Needs(editor, commands, () -> !path.trailProperty().get().isEmpty());
        wires = new WireActions(editor, commands, overlays, drop::drop);
        menu = new CanvasMenu(editor, overlays, this::actions, wires, this);
        pointer = new PointerInput(editor, commands, overlays, surface, this::requestFocus, menu::open);
        new ScrollInput(editor, surface);
        CanvasSteps steps = new CanvasSteps(
                editor, commands, pointer, menu, tidy, path, () -> onRunToHere.run(), overview, overlays::dismiss);
        keys = new KeyInput(new CanvasActions(editor, commands, overlays, steps).all(), this::applies, pointer, this);
        settling = new Settling(editor, this, this::requestFrame);
        stack();
        listen();
    }

    /** Lays the parts over one another. */
    private void stack() {
        getStyleClass().add("graph-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(tr("Network"));
        overlay.setPickOnBounds(false);
        overlay.setManaged(false);
        surface.setManaged(false);
        surface.setId("canvas-surface");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setStyle("-fx-border-color: -ll-accent; -fx-border-width: 2px;");
        ring.visibleProperty().bind(focusVisibleProperty());
        getChildren().addAll(display.layers());
        getChildren().addAll(surface, spoken, overlay, ring);
    }

    private void listen() {
        theme.addListener((observable, before, now) -> {
            display.use(now);
            requestFrame();
        });
        textSize.addListener((observable, before, now) -> {
            commands.grow(now.of(1.0) / before.of(1.0));
            display.use(theme.get());
            requestFrame();
        });
        path.trailProperty().addListener((observable, before, now) -> {
            overlays.trail(now);
            pointer.cancel();
            motion.finish();
            path.follow(before.size());
        });
        placeholder.addListener((observable, before, now) -> overlays.hold(now));
        overview.addListener(observable -> {
            commands.fitAgain();
            requestFrame();
        });
        display.scaleProperty().addListener(observable -> requestFrame());
        // Whoever goes elsewhere lets go of what is in the hand; where the button is let go then, is not heard here.
        sceneProperty().addListener(observable -> pointer.cancel());
    }

    /** Gives up the drag that is going on; false if there is none. */
    public boolean cancelDrag() {
        return pointer.cancel();
    }

    /** What shows how far an example gets in the network, up to the one layer that is selected. */
    public void setOnRunToHere(Runnable action) {
        onRunToHere = action;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(null, work, "canvas background", STACK);
        thread.setDaemon(true);
        return thread;
    }

    /** In an empty network no layer is sought, but one for it: that is the window's. */
    private boolean applies(CanvasAction action) {
        return !action.id().equals(CanvasActions.FIND)
                || !editor.document().graph().nodes().isEmpty();
    }

    private List<KeyCombination> homeKeys() {
        return actions().stream()
                .filter(action -> action.id().equals(CanvasActions.FIT_ALL))
                .flatMap(action -> action.keys().stream())
                .toList();
    }

    private void requestFrame() {
        pulses.request();
    }

    private void place() {
        boolean moving = settling.isMoving();
        if (!moving) {
            pointer.viewRests();
        }
        overlays.place(pointer.busy(), moving);
        spoken.update();
    }

    private void draw() {
        Hover hover = pointer.busy() ? Hover.NOTHING : editor.hover();
        boolean more = display.draw(hover, settling.isZooming());
        overlays.paint(display.ink(), display.scale());
        if (more) {
            requestFrame();
        }
    }

    @Override
    protected void layoutChildren() {
        surface.resizeRelocate(0, 0, getWidth(), getHeight());
        ring.resizeRelocate(0, 0, getWidth(), getHeight());
        overlay.resizeRelocate(0, 0, getWidth(), getHeight());
        commands.resize(getWidth(), getHeight());
        place(); // what was placed before this layout was placed in the former size
        requestFrame();
    }

    /** Everything that can be done here by name or key, with the keys that it has now. */
    public List<CanvasAction> actions() {
        return keys.actions();
    }

    /** Why one of the {@link #actions} would do nothing now, as a sentence; empty where it does something. */
    public Optional<String> missing(CanvasAction action) {
        return needs.missing(action.id());
    }

    /** Puts other keys in the place of those that some actions have by themselves; told by the actions' ids. */
    public void useKeys(Map<String, KeyCombination> own) {
        keys.use(own);
    }

    /** Says everything anew, in the language of now. */
    public void retell() {
        setAccessibleText(tr("Network"));
        editor.retell();
        overlays.retell();
        place();
    }

    /** Asks for a layer of the network to go to. */
    public void find() {
        overlays.find();
    }

    /** As a list of its layers and wires, of which the selected one has the focus. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return spoken.answer(attribute, parameters)
                .orElseGet(() -> super.queryAccessibleAttribute(attribute, parameters));
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (!spoken.act(action, parameters)) {
            super.executeAccessibleAction(action, parameters);
        }
    }

    /** The document that is shown. */
    public ObjectProperty<Document> documentProperty() {
        return editor.documentProperty();
    }

    /** The document of which {@link #documentProperty} shows what lies within a block. */
    public ObjectProperty<@Nullable Document> wholeProperty() {
        return editor.wholeProperty();
    }

    /** What follows from the document's graph; keep it in step with the document. */
    public ObjectProperty<Inference> inferenceProperty() {
        return editor.inferenceProperty();
    }

    /** How layers differ from those of another network; each of them is outlined and has a sign. */
    public ObjectProperty<Map<NodeId, Difference.Kind>> changesProperty() {
        return editor.changesProperty();
    }

    /** Whether what each layer costs stands on it, and how much is told by its colour. */
    public BooleanProperty costsProperty() {
        return editor.costsProperty();
    }

    /** What a step of training takes, by the layers that are drawn; only asked while costs are shown. Empty where it cannot be foretold. */
    public ObjectProperty<Optional<Forecast>> forecastProperty() {
        return editor.forecastProperty();
    }

    /** The data that enter: their name stands on the inputs, and costs are those of their mini-batches. Empty while they are unknown. */
    public ObjectProperty<Optional<DataSchema>> dataProperty() {
        return editor.dataProperty();
    }

    /** Who applies the edits that gestures make. */
    public ObjectProperty<Consumer<Edit>> onEditProperty() {
        return editor.onEditProperty();
    }

    /** The person's own blocks, which can be added to any network. */
    public ObjectProperty<List<LayerType>> blocksProperty() {
        return editor.blocksProperty();
    }

    /** Who opens a block. */
    public ObjectProperty<Consumer<NodeId>> onOpenProperty() {
        return editor.onOpenProperty();
    }

    /** Who leaves blocks until only so many are open. */
    public ObjectProperty<IntConsumer> onLeaveProperty() {
        return path.onLeaveProperty();
    }

    /** What the open blocks are called, from the outermost on; none if the whole is drawn. Set it after the document and its inference. */
    public ObjectProperty<List<String>> trailProperty() {
        return path.trailProperty();
    }

    /** Finds the ways out that are offered beside a problem. */
    public ObjectProperty<RemedyFinder> remediesProperty() {
        return editor.remediesProperty();
    }

    /** The selected layers; may be changed from outside. */
    public ObservableSet<NodeId> selection() {
        return editor.selection();
    }

    /** The wire that is selected, which it is alone: never beside layers or another wire. */
    public ReadOnlyObjectProperty<Optional<Wire>> selectedWireProperty() {
        return editor.selectedWireProperty();
    }

    /** What can be done with the selected wire, as its menu offers it; none where no wire is selected. */
    public List<CanvasAction> wireActions() {
        return wires.ofSelected();
    }

    /** The theme that is drawn with. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** What an empty canvas shows below its hint, such as samples to begin with. */
    public ObjectProperty<Optional<Node>> placeholderProperty() {
        return placeholder;
    }

    /** When the network is shown small in the lower right corner; at first where it has thirty layers or more. */
    public ObjectProperty<Overview> overviewProperty() {
        return overview;
    }

    /** Whether things jump to their places instead of moving there. */
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** Which way the network runs once it is tidied. */
    public ObjectProperty<Flow> flowProperty() {
        return tidy.flowProperty();
    }

    /** The zoom of the view; 1 means 100 %, at which text in the drawing is as large as around it. */
    public ReadOnlyDoubleProperty zoomProperty() {
        return settling.zoomProperty();
    }

    /** Shows everything, at 100 % at most. */
    public void fitAll() {
        commands.fitAll();
    }

    /** Shows all that is selected, or everything if nothing is. */
    public void fitSelection() {
        commands.fitSelection();
    }

    /** Another {@link #zoomProperty zoom} of the view; its middle stays. */
    public void zoomTo(double zoom) {
        commands.zoomTo(Measure.text(zoom));
    }

    /** The size of text around the drawing, with which it grows. */
    public ObjectProperty<TextSize> textSizeProperty() {
        return textSize;
    }

    /** Shows a network that was opened: all of it, or where it would be too small to read any name, its beginning. */
    public void showOpened() {
        commands.showOpened();
    }

    /** Copies the selected layers to the clipboard. */
    public void copy() {
        commands.copying().copy();
    }

    /** Moves the selected layers to the clipboard. */
    public void cut() {
        commands.copying().cut();
    }

    /** Adds copies of the layers on the clipboard. */
    public void paste() {
        commands.copying().paste(Optional.empty());
    }

    /** Adds copies of the selected layers. */
    public void duplicate() {
        commands.copying().duplicate();
    }

    /** Selects every layer. */
    public void selectAll() {
        commands.selectAll();
    }

    /** Selects nothing. */
    public void clearSelection() {
        commands.clear();
    }

    /** Adds a layer behind the one selected layer if it fits there, if need be through another one, else in the middle of the view. */
    public void addAtCentre(LayerType type) {
        commands.adding().atCentre(type);
    }

    /** Goes to a layer, near enough to read it, selects it, and rings around it for a moment. */
    public void reveal(NodeId node) {
        editor.select(List.of(node));
        commands.read(node);
        overlays.ringAround(node);
    }

    /** Where the middle of a layer's title is shown, in the canvas's own units; empty if there is no such layer. */
    public Optional<Point2D> placeOf(NodeId node) {
        return editor.diagram().node(node).map(view -> {
            Viewport now = editor.view();
            return new Point2D(
                    now.screenX(view.box().x() + NodeFace.WIDTH / 2),
                    now.screenY(view.box().y() + 18));
        });
    }

    /** Brings what changed into sight, if nothing of it is: a step was taken back or done again since this was drawn. */
    public void retrace(Document before) {
        motion.finish();
        commands.retrace(before);
    }

    /** Lays the whole network out anew, in the background; sends one edit when done. */
    public void tidy() {
        tidy.all();
    }

    /** What the gestures work on; for tests. */
    Editor editor() {
        return editor;
    }

    /** Lets go of the scene; the control is not used afterwards. */
    public void dispose() {
        pointer.cancel();
        menu.close();
        settling.stop();
        motion.stop();
        overlays.dispose();
        tidy.cancel();
        background.shutdown();
        pulses.dispose();
    }
}
