package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.later;

import io.layerloom.graph.Edits;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What can be done with one wire, by its menu and beside the drawing. */
final class WireActions {

    /** What takes a wire away. */
    static final String DISCONNECT = "disconnect";

    private final Editor editor;
    private final Commands commands;
    private final Prompts prompts;
    private final BiConsumer<LayerType, Point> insert;

    /** @param insert puts a new layer into the wire that lies at a point */
    WireActions(Editor editor, Commands commands, Prompts prompts, BiConsumer<LayerType, Point> insert) {
        this.editor = editor;
        this.commands = commands;
        this.prompts = prompts;
        this.insert = insert;
    }

    /** What can be done with a wire at one of its points. */
    List<CanvasAction> of(Wire wire, Pointer at) {
        List<CanvasAction> actions = new ArrayList<>();
        if (editor.layers().stream().anyMatch(type -> editor.wiring().canSplit(type, wire))) {
            actions.add(CanvasAction.of("insert", later("Insert a layer…"), "", () -> insert(wire, at)));
        }
        boolean bent = BendGesture.at(editor, at)
                .filter(bend -> bend.wire().equals(wire))
                .isPresent();
        actions.add(CanvasAction.of(
                "reroute",
                bent ? later("Remove reroute point") : later("Add reroute point"),
                "",
                () -> BendGesture.toggle(editor, wire, at)));
        actions.add(CanvasAction.of(DISCONNECT, later("Disconnect"), "", () -> editor.send(Edits.disconnect(wire))));
        return actions;
    }

    /** What can be done with the selected wire in its middle, which comes into sight for it; none where no wire is selected. */
    List<CanvasAction> ofSelected() {
        return editor.selectedWire()
                .flatMap(editor.diagram()::wire)
                .map(view -> of(view.wire(), middle(view)).stream()
                        .map(action -> new CanvasAction(action.id(), action.label(), List.of(), () -> {
                            commands.reveal(view.wire());
                            again(action.id());
                        }))
                        .toList())
                .orElse(List.of());
    }

    /** The middle is elsewhere on the screen once the view was moved. */
    private void again(String id) {
        editor.selectedWire()
                .flatMap(editor.diagram()::wire)
                .flatMap(view -> of(view.wire(), middle(view)).stream()
                        .filter(action -> action.id().equals(id))
                        .findFirst())
                .ifPresent(action -> action.run().run());
    }

    /** A pointer in the middle of a wire. */
    Pointer middle(WireView view) {
        Point world = view.path().at(0.5);
        return new Pointer(editor.view().toScreen(world), world, false, false, false);
    }

    private void insert(Wire wire, Pointer at) {
        prompts.search(Prompts.Search.of(
                at.screen(), type -> editor.wiring().canSplit(type, wire), type -> insert.accept(type, at.world())));
    }
}
