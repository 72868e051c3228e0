package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Bypass;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Frame;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of what lies under the pointer: of layers, of a wire, of a frame, or of the canvas itself; it shows the keys that do the same. */
final class CanvasMenu {

    private final Editor editor;
    private final Prompts prompts;
    private final Supplier<List<CanvasAction>> actions;
    private final WireActions wires;
    private final Node owner;
    private final ContextMenu menu = new ContextMenu();

    /**
     * @param actions everything that can be done, with the keys that it has now
     * @param wires what can be done with a wire
     */
    CanvasMenu(Editor editor, Prompts prompts, Supplier<List<CanvasAction>> actions, WireActions wires, Node owner) {
        this.editor = editor;
        this.prompts = prompts;
        this.actions = actions;
        this.wires = wires;
        this.owner = owner;
        menu.setId("canvas-menu");
        menu.setAutoHide(true);
    }

    /** Opens the menu of what lies under the pointer. */
    void open(Pointer at) {
        Hover hit = Hover.at(editor.diagram(), editor.view(), at);
        Optional<FrameGesture.Grip> grip = FrameGesture.at(editor, at.world());
        if (hit.node().isPresent() || hit.port().isPresent()) {
            hit.node().or(() -> hit.port().map(Port::node)).ifPresent(this::keepSelected);
            show(ofLayers(), at.screen());
        } else if (hit.wire().isPresent()) {
            editor.selectWire(hit.wire().get());
            show(ofWire(hit.wire().get(), at), at.screen());
        } else if (grip.isPresent()) {
            show(ofFrame(grip.get().frame()), at.screen());
        } else {
            show(ofCanvas(), at.screen());
        }
    }

    /** Opens the menu of what is selected, beside it; that of the canvas in its middle if nothing is. */
    void openByKey() {
        Optional<NodeView> node = editor.selection().stream()
                .flatMap(id -> editor.diagram().node(id).stream())
                .findFirst();
        Optional<WireView> wire = editor.selectedWire().flatMap(editor.diagram()::wire);
        if (node.isPresent()) {
            Box box = editor.view().toScreen(node.get().box());
            show(ofLayers(), new Point(box.x() + 12, box.bottom()));
        } else if (wire.isPresent()) {
            Pointer middle = wires.middle(wire.get());
            show(ofWire(wire.get().wire(), middle), middle.screen());
        } else {
            show(ofCanvas(), new Point(editor.width() / 2, editor.height() / 2));
        }
    }

    private boolean anyBypassed() {
        return editor.selection().stream()
                .flatMap(id -> editor.document().graph().find(id).stream())
                .anyMatch(Bypass::is);
    }

    private void keepSelected(NodeId node) {
        if (!editor.selection().contains(node)) {
            editor.select(List.of(node));
        }
    }

    private void show(List<MenuItem> items, Point screen) {
        prompts.hush();
        menu.getItems().setAll(items);
        Point2D at = owner.localToScreen(screen.x(), screen.y());
        menu.show(owner, at.getX(), at.getY());
    }

    void close() {
        menu.hide();
    }

    private List<MenuItem> ofLayers() {
        int layers = editor.selection().size();
        Items items = new Items();
        if (layers == 1) {
            items.action("rename")
                    .action("add", tr("Add a layer behind…"))
                    .action("connect", tr("Connect to a layer…"))
                    .action("runToHere")
                    .line();
        }
        items.action("cut").action("copy").action("duplicate").action("delete").line();
        if (layers == 2) {
            items.action("connect", tr("Connect"));
        }
        items.action("collapse").action("frame").action("block");
        if (layers == 1 && editor.isBlock(editor.selection().iterator().next())) {
            items.action("openBlock").action("unpack");
        }
        if (!freezable().isEmpty()) {
            boolean frozen = CanvasEdits.areFrozen(editor.document(), freezable());
            items.action("freeze", frozen ? tr("Unfreeze") : tr("Freeze"));
        }
        boolean used = !CanvasEdits.bypassable(editor.document(), editor.catalog(), editor.selection())
                .isEmpty();
        items.action("bypass", used || !anyBypassed() ? tr("Bypass") : tr("Use again"));
        if (layers > 1) {
            items.menu(tr("Align"), "alignLeft", "alignRight", "alignTop", "alignBottom");
        }
        if (layers > 2) {
            items.menu(tr("Distribute"), "spreadAcross", "spreadDown");
        }
        if (layers > 1) {
            items.action("tidy", tr("Tidy these layers")).menu(tr("Arrange"), "tidyRight", "tidyDown");
        }
        return items.line()
                .action("upstream")
                .action("downstream")
                .action("fitSelection")
                .list();
    }

    private List<NodeId> freezable() {
        return CanvasEdits.freezable(editor.document(), editor.catalog(), editor.selection());
    }

    private List<MenuItem> ofWire(Wire wire, Pointer at) {
        Items items = new Items();
        wires.of(wire, at).forEach(action -> {
            if (action.id().equals(WireActions.DISCONNECT)) {
                items.line();
            }
            items.item(action.label(), action.run());
        });
        return items.list();
    }

    private List<MenuItem> ofFrame(Frame frame) {
        return new Items()
                .item(tr("Rename frame"), () -> prompts.title(frame))
                .item(tr("Select what lies in it"), () -> editor.select(FrameGesture.inside(editor.diagram(), frame)))
                .line()
                .item(tr("Delete frame"), () -> editor.send(Edits.removeFrame(frame)))
                .list();
    }

    private List<MenuItem> ofCanvas() {
        Items items =
                new Items().action("add", tr("Add a layer…")).action("paste").action("pasteWired");
        if (!editor.diagram().isEmpty()) {
            items.line().action("selectAll").action("find").line();
            items.action("tidy").menu(tr("Arrange"), "tidyRight", "tidyDown");
            items.action("fitAll").action("cost").action("minimap");
        }
        return items.list();
    }

    /** Puts the items of a menu together. */
    private final class Items {
        private final List<MenuItem> items = new ArrayList<>();
        private final Map<String, CanvasAction> known =
                actions.get().stream().collect(Collectors.toMap(CanvasAction::id, Function.identity()));

        Items action(String id) {
            items.add(of(id));
            return this;
        }

        Items action(String id, String label) {
            MenuItem item = of(id);
            item.setText(label);
            items.add(item);
            return this;
        }

        Items item(String label, Runnable run) {
            MenuItem item = new MenuItem(label);
            item.setOnAction(event -> run.run());
            items.add(item);
            return this;
        }

        Items menu(String label, String... ids) {
            Menu sub = new Menu(label);
            for (String id : ids) {
                sub.getItems().add(of(id));
            }
            items.add(sub);
            return this;
        }

        Items line() {
            items.add(new SeparatorMenuItem());
            return this;
        }

        List<MenuItem> list() {
            return items;
        }

        private MenuItem of(String id) {
            CanvasAction action = known.get(id);
            if (action == null) {
                throw new IllegalArgumentException("There is such an action. Received: " + id);
            }
            MenuItem item = new MenuItem(action.label());
            item.setId("canvas-menu-" + id);
            action.keys().stream().findFirst().ifPresent(item::setAccelerator);
            item.setOnAction(event -> action.run().run());
            return item;
        }
    }
}
