package io.layerloom.canvas;

import io.layerloom.graph.Edits;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Tells clicks from drags, finds what was pressed, and hands drags to a gesture. */
final class PointerInput {

    /** How far the pointer may tremble in a click, in pixels. */
    static final double TOLERANCE = 6;

    /** How long the wire is that waits for a layer, in pixels. */
    private static final double ROOM = 56;

    private final Editor editor;
    private final Commands commands;
    private final Prompts prompts;
    private final Node target;
    private final Runnable focus;
    private final Consumer<Pointer> menu;

    private final EdgePan edge;

    private @Nullable Pointer pressed;
    private Function<Pointer, Optional<Gesture>> begin = at -> Optional.empty();
    private @Nullable Gesture gesture;
    private boolean selectedOnPress;
    private boolean space;
    private @Nullable Pointer last;
    private Viewport seen = Viewport.INITIAL;

    /**
     * @param target where the pointer is listened to
     * @param focus gives the keyboard to the canvas
     * @param menu opens the menu of what lies under the pointer
     */
    PointerInput(
            Editor editor, Commands commands, Prompts prompts, Node target, Runnable focus, Consumer<Pointer> menu) {
        this.editor = editor;
        this.commands = commands;
        this.prompts = prompts;
        this.target = target;
        this.focus = focus;
        this.menu = menu;
        this.edge = new EdgePan(editor);
        editor.viewProperty().addListener(observable -> dragOn());
        target.setOnMousePressed(this::press);
        target.setOnMouseDragged(this::drag);
        target.setOnMouseReleased(this::release);
        target.setOnMouseMoved(event -> hover(pointer(event)));
        target.setOnMouseExited(event -> leave());
    }

    private Pointer pointer(MouseEvent event) {
        return new Pointer(
                new Point(event.getX(), event.getY()),
                editor.view().toWorld(event.getX(), event.getY()),
                event.isShiftDown(),
                event.isShortcutDown(),
                event.isAltDown());
    }

    /** Where the pointer rests over the canvas; empty while it is elsewhere. */
    Optional<Pointer> resting() {
        return Optional.ofNullable(last)
                .filter(pointer ->
                        target.contains(pointer.screen().x(), pointer.screen().y()))
                .map(this::now);
    }

    /** The view came to rest: what lies under the pointer that did not move may be another thing now. */
    void viewRests() {
        if (!editor.view().equals(seen)) {
            resting().ifPresent(this::hover);
        }
    }

    /** A pointer that did not move since, over what the view shows there now. */
    private Pointer now(Pointer before) {
        Point screen = before.screen();
        return new Pointer(
                screen, editor.view().toWorld(screen.x(), screen.y()), before.shift(), before.toggle(), before.alt());
    }

    /** Whether a gesture is going on. */
    boolean busy() {
        return gesture != null;
    }

    /** Gives up what is being done; false if nothing is. */
    boolean cancel() {
        Gesture current = gesture;
        if (current == null) {
            return false;
        }
        gesture = null;
        pressed = null;
        edge.stop();
        current.cancel();
        return true;
    }

    /** Whether the space bar is held, which turns every drag into panning. */
    void space(boolean held) {
        space = held;
        target.setCursor(held ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    private void press(MouseEvent event) {
        cancel();
        focus.run();
        prompts.close();
        Pointer at = pointer(event);
        pressed = at;
        last = at;
        editor.hover(Hover.NOTHING);
        if (event.getButton() == MouseButton.MIDDLE || (event.getButton() == MouseButton.PRIMARY && space)) {
            target.setCursor(Cursor.CLOSED_HAND);
            gesture = new PanGesture(editor, at);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            pressPrimary(at, event.getClickCount());
        } else {
            begin = start ->
                    event.isShortcutDown() ? Optional.of(new CutGesture(editor, prompts, start)) : Optional.empty();
        }
        event.consume();
    }

    private void pressPrimary(Pointer at, int clicks) {
        Hover hit = Hover.at(editor.diagram(), editor.view(), at);
        Optional<BendGesture.Bend> bend = BendGesture.at(editor, at);
        if (hit.port().isPresent()) {
            begin = start -> Optional.of(
                    WireGesture.from(editor, commands, prompts, hit.port().get()));
        } else if (hit.node().isPresent()) {
            pressNode(hit.node().get(), at, clicks);
        } else if (hit.wire().isPresent()) {
            if (at.alt()) {
                editor.send(Edits.disconnect(hit.wire().get()));
                begin = start -> Optional.empty();
                return;
            }
            pressWire(hit.wire().get(), bend, at, clicks);
        } else {
            Optional<FrameGesture.Grip> grip = FrameGesture.at(editor, at.world());
            if (clicks == 2 && grip.isPresent() && !grip.get().corner()) {
                prompts.title(grip.get().frame());
                begin = start -> Optional.empty();
            } else {
                begin = this::sweep;
            }
        }
    }

    private void pressWire(Wire wire, Optional<BendGesture.Bend> bend, Pointer at, int clicks) {
        if (!at.shift() && !at.toggle()) {
            editor.selectWire(wire);
        }
        if (clicks == 2) {
            BendGesture.toggle(editor, wire, at);
        }
        // A point that the second click took away cannot be held. Wires run everywhere, so whoever drags from one means
        // what is around it.
        begin = start -> bend.isEmpty()
                ? sweep(start)
                : bend.filter(held -> BendGesture.exists(editor, held)).map(held -> new BendGesture(editor, held));
    }

    /** A drag on the ground: of the frame that is held there, or around what is to be selected. */
    private Optional<Gesture> sweep(Pointer start) {
        return Optional.of(FrameGesture.at(editor, start.world())
                .<Gesture>map(held -> new FrameGesture(editor, held, start))
                .orElseGet(() -> new MarqueeGesture(editor, start)));
    }

    private void pressNode(NodeId node, Pointer at, int clicks) {
        boolean selected = editor.selection().contains(node);
        if (!selected && !at.shift() && !at.toggle()) {
            editor.select(List.of(node));
        } else if (!selected) {
            editor.select(MarqueeGesture.combined(editor.selection(), Set.of(node), at));
        }
        if (clicks == 2 && editor.isBlock(node)) {
            begin = start -> Optional.empty(); // it opens when the button is let go
        } else if (clicks == 2 && onTitle(node, at)) {
            prompts.rename(node);
            begin = start -> Optional.empty();
        } else {
            begin = start -> Optional.of(
                    at.alt() ? new CopyGesture(editor, commands, node, start) : new MoveGesture(editor, node, start));
        }
        selectedOnPress = selected;
    }

    private boolean onTitle(NodeId node, Pointer at) {
        return editor.diagram()
                .node(node)
                .filter(view -> at.world().y() < view.box().y() + 34)
                .isPresent();
    }

    private void drag(MouseEvent event) {
        Pointer start = pressed;
        if (start == null) {
            return;
        }
        Pointer at = pointer(event);
        last = at;
        if (gesture == null && Diagram.distance(at.screen(), start.screen()) > TOLERANCE) {
            gesture = begin.apply(start).orElse(null);
        }
        if (gesture != null) {
            gesture.drag(within(gesture, at));
            if (gesture.staysWithin()) {
                edge.at(at.screen());
            }
        }
        event.consume();
    }

    /** The pointer as a gesture sees it: for what stays within the drawing, at its edge while it is outside. */
    private Pointer within(Gesture held, Pointer at) {
        if (!held.staysWithin() || isInside(at)) {
            return at;
        }
        Point screen = new Point(
                Math.max(0, Math.min(editor.width(), at.screen().x())),
                Math.max(0, Math.min(editor.height(), at.screen().y())));
        return now(new Pointer(screen, at.world(), at.shift(), at.toggle(), at.alt()));
    }

    private boolean isInside(Pointer at) {
        return new Box(0, 0, editor.width(), editor.height())
                .contains(at.screen().x(), at.screen().y());
    }

    /** The wheel, or the edge of the window, moved the view under the pointer: what is held stays under it. */
    private void dragOn() {
        Pointer before = last;
        if (gesture != null && before != null) {
            gesture.drag(within(gesture, now(before)));
        }
    }

    private void release(MouseEvent event) {
        Pointer start = pressed;
        Gesture current = gesture;
        pressed = null;
        gesture = null;
        edge.stop();
        if (start == null) {
            return;
        }
        Pointer at = pointer(event);
        if (current != null) {
            if (current.endsOutside() && !isInside(at)) {
                current.cancel();
            } else {
                current.release(within(current, at));
            }
            editor.redraw(); // what keeps out of the way of a gesture comes back
            target.setCursor(space ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            click(at, event.getClickCount());
        } else if (event.getButton() == MouseButton.SECONDARY) {
            menu.accept(at);
        }
        event.consume();
    }

    private void click(Pointer at, int clicks) {
        Hover hit = Hover.at(editor.diagram(), editor.view(), at);
        if (hit.node().isPresent() && clicks == 2 && editor.isBlock(hit.node().get())) {
            editor.open(hit.node().get());
        } else if (hit.node().isPresent()) {
            clickNode(hit.node().get(), at);
        } else if (hit.equals(Hover.NOTHING)) {
            if (!at.shift() && !at.toggle()) {
                editor.select(List.of());
            }
            if (clicks == 2 && FrameGesture.at(editor, at.world()).isEmpty()) {
                openSearch(at);
            }
        }
    }

    /** One of several is clicked: only it stays; with a key held it leaves the selection. */
    private void clickNode(NodeId node, Pointer at) {
        if (selectedOnPress) {
            editor.select(
                    at.toggle() || at.shift()
                            ? editor.selection().stream()
                                    .filter(id -> !id.equals(node))
                                    .toList()
                            : List.of(node));
        }
    }

    /** Asks for a layer to add at a place. */
    void openSearch(Pointer at) {
        Point world = at.world();
        prompts.search(Prompts.Search.of(
                at.screen(), type -> true, type -> commands.adding().around(type, world)));
    }

    /** Asks for a layer: one that fits behind the selected one, else any. */
    void searchByKey() {
        Optional<NodeView> before = commands.singleSelection().filter(NodeView::hasOutput);
        if (before.isEmpty()) {
            openSearch(resting().orElseGet(this::middle));
            return;
        }
        NodeView node = before.get();
        Wiring wiring = editor.wiring();
        Point at = editor.view().toScreen(node.output());
        prompts.search(new Prompts.Search(
                at.plus(ROOM, 0),
                type -> wiring.follow(type, node.id()),
                offer -> commands.adding().append(offer, node),
                Optional.of(new Marks.Loose(node.output(), editor.view().toWorld(at.x() + ROOM, at.y()), false))));
    }

    private Pointer middle() {
        return new Pointer(new Point(editor.width() / 2, editor.height() / 2), editor.centre(), false, false, false);
    }

    private void hover(Pointer at) {
        last = at;
        if (pressed != null) {
            return;
        }
        seen = editor.view();
        Hover hit = Hover.at(editor.diagram(), editor.view(), at);
        editor.hover(hit);
        if (!space) {
            target.setCursor(
                    hit.port().isPresent() ? Cursor.CROSSHAIR : hit.wire().isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        }
    }

    private void leave() {
        if (pressed == null) {
            last = null;
            editor.hover(Hover.NOTHING);
        }
    }
}
