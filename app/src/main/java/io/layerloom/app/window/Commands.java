package io.layerloom.app.window;

import io.layerloom.canvas.CanvasAction;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.graph.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;

/** Every action of the window, the canvas and the palette, by name. */
public final class Commands {

    private final Actions actions;
    private final GraphCanvas canvas;
    private final Catalog catalog;
    private final Navigation navigation;

    /** The actions over the parts of a window. */
    public Commands(Actions actions, GraphCanvas canvas, Catalog catalog, Navigation navigation) {
        this.actions = actions;
        this.canvas = canvas;
        this.catalog = catalog;
        this.navigation = navigation;
    }

    List<Command> all() {
        List<Command> all = new ArrayList<>(window());
        for (CanvasAction action : canvas.actions()) {
            all.add(new Command(action.label(), shown(action.keys()), () -> onCanvas(action.run())));
        }
        for (Page page : Page.values()) {
            all.add(new Command("Go to " + page.label(), "", () -> navigation.to(page)));
        }
        catalog.layers()
                .forEach(type ->
                        all.add(new Command("Add " + type.name(), "", () -> onCanvas(() -> canvas.addAtCentre(type)))));
        return all;
    }

    List<Command> window() {
        return List.of(
                new Command("New project", Keys.NEW.getDisplayText(), actions::create),
                new Command("Open project", Keys.OPEN.getDisplayText(), actions::open),
                new Command("Save", Keys.SAVE.getDisplayText(), actions::save),
                new Command("Save as", Keys.SAVE_AS.getDisplayText(), actions::saveAs),
                new Command("Undo", Keys.UNDO.getDisplayText(), actions::undo),
                new Command("Redo", Keys.REDO.getDisplayText(), actions::redo),
                new Command("Train", Keys.TRAIN.getDisplayText(), actions::train),
                new Command("Show every step", "", () -> navigation.to(Navigation.Drawer.HISTORY)),
                new Command("Light or dark theme", "", actions::switchTheme));
    }

    List<CanvasAction> canvas() {
        return canvas.actions();
    }

    private void onCanvas(Runnable action) {
        navigation.to(Page.DESIGN);
        canvas.requestFocus();
        action.run();
    }

    static String shown(List<KeyCombination> keys) {
        return keys.stream().limit(2).map(KeyCombination::getDisplayText).collect(Collectors.joining(" or "));
    }
}
