package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Measure;
import java.util.List;

/** Everything that can be done on a canvas by a key, with the keys that people who use node editors have in their fingers. */
final class CanvasActions {

    /** The search in the network. */
    static final String FIND = "find";

    /** The view of the whole network. */
    static final String FIT_ALL = "fitAll";

    private static final double ZOOM = 1.2;
    private static final double STEP = 10;

    private final Editor editor;
    private final Commands commands;
    private final Arranging arranging;
    private final Prompts prompts;
    private final Steps steps;
    private final WireWalk wires = new WireWalk();

    /** What only the control as a whole can do. */
    interface Steps {
        /** Lays out anew what is selected, or the network. */
        void tidy();

        /** Lets a network run this way when it is tidied from now on. */
        void flow(Flow flow);

        /** Asks for a layer to add. */
        void search();

        /** Pastes where the pointer is. */
        void paste(boolean wired);

        /** Opens the menu of what is selected. */
        void menu();

        /** Gives up what is being done, or selects nothing, or leaves the block that is open. */
        void escape();

        /** Leaves the block that is open. */
        void leave();

        /** Shows the whole network in a corner, or no longer. */
        void switchMinimap();

        /** Lets people see what the network makes of an example up to the selected layer. */
        void runToHere();
    }

    CanvasActions(Editor editor, Commands commands, Prompts prompts, Steps steps) {
        this.editor = editor;
        this.commands = commands;
        this.arranging = new Arranging(editor);
        this.prompts = prompts;
        this.steps = steps;
    }

    List<CanvasAction> all() {
        return List.of(
                CanvasAction.of("add", later("Add a layer"), "Tab", steps::search),
                CanvasAction.of(FIND, later("Find a layer in the network"), "Shortcut+F", prompts::find),
                CanvasAction.of("connect", later("Connect to a layer"), "W", this::connect),
                CanvasAction.of("wire", later("Select the next wire of the layer"), "E", this::nextWire),
                CanvasAction.of("menu", later("Open the menu of the selection"), "Shift+F10 Context_Menu", steps::menu),
                CanvasAction.of("delete", later("Delete"), "Delete Backspace", commands::delete),
                CanvasAction.of("rename", later("Rename"), "F2", this::rename),
                CanvasAction.of("copy", later("Copy"), "Shortcut+C", commands.copying()::copy),
                CanvasAction.of("cut", later("Cut"), "Shortcut+X", commands.copying()::cut),
                CanvasAction.of("paste", later("Paste"), "Shortcut+V", () -> steps.paste(false)),
                CanvasAction.of(
                        "pasteWired", later("Paste with incoming wires"), "Shortcut+Shift+V", () -> steps.paste(true)),
                CanvasAction.of("duplicate", later("Duplicate"), "Shortcut+D", commands.copying()::duplicate),
                CanvasAction.of("selectAll", later("Select all"), "Shortcut+A", commands::selectAll),
                CanvasAction.of("selectNone", later("Select nothing"), "Esc", steps::escape),
                CanvasAction.of("invert", later("Invert the selection"), "Shortcut+I", commands::invert),
                CanvasAction.of("upstream", later("Select all that leads here"), "L", () -> commands.extend(true)),
                CanvasAction.of(
                        "downstream", later("Select all that follows"), "Shift+L", () -> commands.extend(false)),
                CanvasAction.of("collapse", later("Collapse or expand"), "H Alt+C", arranging::collapse),
                CanvasAction.of("freeze", later("Freeze or unfreeze"), "M", commands::freeze),
                CanvasAction.of("bypass", later("Bypass or use again"), "Shortcut+B", this::bypass),
                CanvasAction.of("runToHere", later("Run to here"), "R", steps::runToHere),
                CanvasAction.of("frame", later("Put a frame around"), "Shortcut+G", this::frame),
                CanvasAction.of("block", later("Make a block"), "Shortcut+Shift+G", this::makeBlock),
                CanvasAction.of("openBlock", later("Open the block"), "Enter", this::openBlock),
                CanvasAction.of("leaveBlock", later("Leave the block"), "Shift+Enter", steps::leave),
                CanvasAction.of("unpack", later("Unpack the block"), "Shortcut+Shift+U", this::unpack),
                CanvasAction.of("tidy", later("Tidy what is selected, or all"), "Shortcut+L", () -> tidy(steps::tidy)),
                CanvasAction.of("tidyRight", later("Tidy left to right"), "", () -> tidy(Flow.RIGHT)),
                CanvasAction.of("tidyDown", later("Tidy top down"), "", () -> tidy(Flow.DOWN)),
                CanvasAction.of("alignLeft", later("Align left edges"), "Shift+Left", () -> align(Arranging.Edge.LEFT)),
                CanvasAction.of(
                        "alignRight", later("Align right edges"), "Shift+Right", () -> align(Arranging.Edge.RIGHT)),
                CanvasAction.of("alignTop", later("Align upper edges"), "Shift+Up", () -> align(Arranging.Edge.TOP)),
                CanvasAction.of(
                        "alignBottom", later("Align lower edges"), "Shift+Down", () -> align(Arranging.Edge.BOTTOM)),
                CanvasAction.of(
                        "spreadAcross",
                        later("Distribute across"),
                        "Shortcut+Shift+Right",
                        () -> arranging.spread(true)),
                CanvasAction.of(
                        "spreadDown", later("Distribute down"), "Shortcut+Shift+Down", () -> arranging.spread(false)),
                CanvasAction.of("nudgeLeft", later("Move left"), "Left", () -> commands.nudge(-STEP, 0)),
                CanvasAction.of("nudgeRight", later("Move right"), "Right", () -> commands.nudge(STEP, 0)),
                CanvasAction.of("nudgeUp", later("Move up"), "Up", () -> commands.nudge(0, -STEP)),
                CanvasAction.of("nudgeDown", later("Move down"), "Down", () -> commands.nudge(0, STEP)),
                CanvasAction.of(
                        "walkForward", later("Go to the next layer"), "Alt+Right", () -> walk(Walk.Way.FORWARD)),
                CanvasAction.of("walkBack", later("Go to the layer before"), "Alt+Left", () -> walk(Walk.Way.BACK)),
                CanvasAction.of("walkUp", later("Go to the layer above"), "Alt+Up", () -> walk(Walk.Way.UP)),
                CanvasAction.of("walkDown", later("Go to the layer below"), "Alt+Down", () -> walk(Walk.Way.DOWN)),
                CanvasAction.of(
                        "fitSelection", later("Show the selection"), "F Period Decimal", commands::fitSelection),
                CanvasAction.of(FIT_ALL, later("Show everything"), "Home", commands::fitAll),
                CanvasAction.of(
                        "zoomIn",
                        later("Zoom in"),
                        "Shortcut+Plus Shortcut+Equals Shortcut+Shift+Equals Shortcut+Add",
                        () -> zoom(ZOOM)),
                CanvasAction.of("zoomOut", later("Zoom out"), "Shortcut+Minus Shortcut+Subtract", () -> zoom(1 / ZOOM)),
                CanvasAction.of(
                        "zoomActual",
                        later("Zoom to 100 %"),
                        "Shortcut+0 Shortcut+Numpad_0",
                        () -> commands.zoomTo(Measure.text(1))),
                CanvasAction.of("minimap", later("Show or hide the overview"), "Alt+M", steps::switchMinimap),
                CanvasAction.of("cost", later("Show costs"), "C", prompts::switchCost));
    }

    private void bypass() {
        commands.bypass().ifPresent(this::refuse);
    }

    /** What is made gets its name at once. */
    private void makeBlock() {
        commands.makeBlock().ifPresentOrElse(this::refuse, this::rename);
    }

    private void frame() {
        arranging.frame().ifPresent(prompts::title);
    }

    private void unpack() {
        commands.unpack().ifPresent(this::refuse);
    }

    /** One layer alone has no neighbour by which it could be put in order; that it means the whole network nobody would guess. */
    static String alone() {
        return tr("One layer alone cannot be tidied. Select two or more, or none to tidy the whole network.");
    }

    private void tidy(Runnable how) {
        if (editor.selection().size() == 1) {
            refuse(alone());
        } else {
            how.run();
        }
    }

    private void tidy(Flow flow) {
        tidy(() -> {
            steps.flow(flow);
            steps.tidy();
        });
    }

    private void refuse(String why) {
        prompts.caution(why, commands.beside());
    }

    private void openBlock() {
        commands.singleSelection().ifPresent(node -> editor.open(node.id()));
    }

    private void rename() {
        commands.singleSelection().ifPresent(node -> prompts.rename(node.id()));
    }

    private void zoom(double factor) {
        commands.zoomTo(editor.view().scale() * factor);
    }

    /** One layer alone has nothing to be aligned with: it moves by a single unit. */
    private void align(Arranging.Edge edge) {
        if (editor.selection().size() > 1) {
            arranging.align(edge);
        } else {
            commands.nudge(edge.dx(), edge.dy());
        }
    }

    private void connect() {
        if (editor.selection().size() == 2) {
            commands.join().ifPresent(this::refuse);
            return;
        }
        commands.singleSelection()
                .filter(NodeView::hasOutput)
                .ifPresentOrElse(
                        prompts::connect,
                        () -> refuse(tr("Select a layer that gives something, or the two that are to be connected.")));
    }

    private void nextWire() {
        wires.next(editor.diagram(), commands.singleSelection(), editor.selectedWire())
                .ifPresent(wire -> {
                    editor.selectWire(wire);
                    commands.reveal(wire);
                });
    }

    /** From a wire it goes to one of its ends. */
    private void walk(Walk.Way way) {
        Walk walk = new Walk(editor.diagram());
        editor.selectedWire()
                .flatMap(editor.diagram()::wire)
                .map(wire -> walk.from(wire, way))
                .orElseGet(() -> walk.from(commands.singleSelection(), way))
                .ifPresent(node -> {
                    editor.select(List.of(node.id()));
                    commands.reveal(node.id());
                });
    }
}
