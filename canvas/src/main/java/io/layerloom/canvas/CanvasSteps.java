package io.layerloom.canvas;

import io.layerloom.graph.Point;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;

/** What takes the canvas as a whole: its pointer, its menu, its layout and the block that is open. */
final class CanvasSteps implements CanvasActions.Steps {

    private final Editor editor;
    private final Commands commands;
    private final PointerInput pointer;
    private final CanvasMenu menu;
    private final Tidy tidy;
    private final BlockPath path;
    private final Runnable show;
    private final ObjectProperty<Overview> overview;
    private final BooleanSupplier dismiss;

    /**
     * @param show shows what the selected layer makes of an example
     * @param overview when the network is shown small in a corner
     * @param dismiss puts away what lies over the drawing by itself; false if nothing does
     */
    CanvasSteps(
            Editor editor,
            Commands commands,
            PointerInput pointer,
            CanvasMenu menu,
            Tidy tidy,
            BlockPath path,
            Runnable show,
            ObjectProperty<Overview> overview,
            BooleanSupplier dismiss) {
        this.editor = editor;
        this.commands = commands;
        this.pointer = pointer;
        this.menu = menu;
        this.tidy = tidy;
        this.path = path;
        this.show = show;
        this.overview = overview;
        this.dismiss = dismiss;
    }

    @Override
    public void tidy() {
        tidy.selected();
    }

    @Override
    public void flow(Flow flow) {
        tidy.flowProperty().set(flow);
    }

    @Override
    public void search() {
        pointer.searchByKey();
    }

    @Override
    public void paste(boolean wired) {
        Optional<Point> at = pointer.resting().map(Pointer::world);
        if (wired) {
            commands.copying().pasteWired(at);
        } else {
            commands.copying().paste(at);
        }
    }

    @Override
    public void menu() {
        menu.openByKey();
    }

    @Override
    public void escape() {
        if (pointer.cancel()) {
            return;
        }
        boolean dismissed = dismiss.getAsBoolean();
        if (!editor.selection().isEmpty() || editor.selectedWire().isPresent()) {
            commands.clear();
        } else if (!dismissed) {
            leave();
        }
    }

    @Override
    public void leave() {
        path.leave();
    }

    @Override
    public void switchMinimap() {
        overview.set(overview.get().switched(editor.diagram().nodes().size(), editor.seesAll()));
    }

    @Override
    public void runToHere() {
        commands.singleSelection().ifPresent(node -> show.run());
    }
}
