package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Languages;
import io.layerloom.app.workbench.Projects;
import io.layerloom.app.workbench.TextSizes;
import io.layerloom.canvas.CanvasAction;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.language.Language;
import io.layerloom.samples.Sample;
import io.layerloom.samples.Samples;
import io.layerloom.themes.TextSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Every action of the window, the canvas and the palette, by name. */
public final class Commands {

    /** What is found on the canvas by a key, which does the same anywhere in the window. */
    private static final String FIND = "find";

    /** Those that have no command of their own, and are always there. */
    private static final List<Navigation.Drawer> DRAWERS = List.of(
            Navigation.Drawer.TRAINING,
            Navigation.Drawer.PROBLEMS,
            Navigation.Drawer.RUNS,
            Navigation.Drawer.LAYER,
            Navigation.Drawer.LOG);

    private final Actions actions;
    private final GraphCanvas canvas;
    private final Catalog catalog;
    private final Navigation navigation;

    private final Languages languages;
    private final TextSizes sizes;
    private final Supplier<List<Path>> recent;
    private final IntConsumer zones;
    private final Runnable find;
    private final Runnable add;
    private final Runnable help;
    private final Runnable quit;

    /**
     * The actions over the parts of a window.
     *
     * @param recent the files of projects that were open lately
     * @param zones gives the keyboard to the next part of the window, or to one before
     * @param find finds a layer of the network, or one to add where the palette has the keyboard
     * @param add leads to the search of the palette
     * @param help tells of the selected layer, or of the keys where none is
     * @param quit closes the window
     */
    public Commands(
            Actions actions,
            GraphCanvas canvas,
            Catalog catalog,
            Navigation navigation,
            Languages languages,
            TextSizes sizes,
            Supplier<List<Path>> recent,
            IntConsumer zones,
            Runnable find,
            Runnable add,
            Runnable help,
            Runnable quit) {
        this.actions = actions;
        this.canvas = canvas;
        this.catalog = catalog;
        this.navigation = navigation;
        this.languages = languages;
        this.sizes = sizes;
        this.recent = recent;
        this.zones = zones;
        this.find = find;
        this.add = add;
        this.help = help;
        this.quit = quit;
    }

    /** All that can be done, to be found by the words of every language. */
    List<Command> all() {
        List<Command> all = said();
        for (Language other : Language.values()) {
            if (other != Language.current()) {
                Iterator<Command> words = other.aside(this::said).iterator();
                all.replaceAll(command -> command.alsoCalled(words.next()));
            }
        }
        return all;
    }

    private List<Command> said() {
        List<Command> all = new ArrayList<>(window());
        all.addAll(tabs());
        // What the window does by the same name it does from everywhere.
        for (CanvasAction action :
                canvas().stream().filter(action -> !action.id().equals(FIND)).toList()) {
            all.add(new Command(action.label(), terms(action), action.keys(), () -> onCanvas(action.run()))
                    .lacking(canvas.missing(action)));
        }
        for (Page page : Page.values()) {
            all.add(new Command(tr("Go to %s", page.label()), List.of(), () -> navigation.to(page)));
        }
        for (Navigation.Drawer drawer : DRAWERS) {
            all.add(new Command(tr("Lower panel: %s", drawer.label()), List.of(), () -> navigation.to(drawer)));
        }
        for (Language language : Language.values()) {
            String label = tr("Language: %s", language.title());
            all.add(new Command(label, terms(language), List.of(), () -> languages.choose(Optional.of(language))));
        }
        for (TextSize size : TextSize.values()) {
            all.add(new Command(tr("Text size: %s", size.label()), List.of(), () -> sizes.choose(size)));
        }
        catalog.layers()
                .forEach(type -> all.add(new Command(
                        tr("Add %s", type.name()), List.of(), () -> onCanvas(() -> canvas.addAtCentre(type)))));
        all.addAll(projects());
        return all;
    }

    /** Projects that were open lately, and those that ship with the program. */
    private List<Command> projects() {
        List<Path> files = recent.get();
        List<String> names = TabNames.of(
                files.stream().<Projects.Place>map(Projects.Place.Saved::new).toList());
        List<Command> all = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            Path file = files.get(at);
            all.add(new Command(tr("Open %s", names.get(at)), List.of(), () -> actions.open(file)));
        }
        Stream.concat(Samples.all().stream(), Samples.fullSize().stream())
                .forEach(sample -> all.add(new Command(
                        tr("Open %s", sample.title()),
                        Sample.class.getSimpleName() + " " + sample.terms(),
                        List.of(),
                        () -> actions.open(sample))));
        return all;
    }

    /** What other programs call it. */
    private static String terms(CanvasAction action) {
        return switch (action.id()) {
            case "cost" -> tr("heat map");
            case "minimap" -> tr("minimap");
            case "frame" -> tr("group");
            case "block", "openBlock" -> tr("sub-graph");
            case "bypass" -> tr("mute");
            case "upstream" -> tr("upstream");
            case "downstream" -> tr("downstream");
            case "tidy", "tidyRight", "tidyDown" -> tidying();
            default -> "";
        };
    }

    private static String tidying() {
        return tr("auto-layout arrange direction");
    }

    /** Who speaks another language looks for it in that one, or by its name in English. */
    private static String terms(Language language) {
        return language.locale().getDisplayLanguage(Locale.ENGLISH) + " " + Language.class.getSimpleName() + " "
                + language.locale().getDisplayName(language.locale()) + " "
                + language.locale().getDisplayLanguage(Language.current().locale());
    }

    /** What can be done anywhere in the window: the one list that keys, sheet and palette go by. */
    List<Command> window() {
        boolean drawn = !canvas.documentProperty().get().graph().nodes().isEmpty();
        return List.of(
                new Command(tr("New project"), List.of(Keys.NEW), actions::create),
                new Command(tr("Open project"), List.of(Keys.OPEN), actions::open),
                new Command(tr("Save"), List.of(Keys.SAVE), actions::save),
                new Command(tr("Save as"), List.of(Keys.SAVE_AS), actions::saveAs),
                new Command(tr("Export picture"), List.of(), actions::exportPicture)
                        .given(drawn, tr("There are no layers yet.")),
                new Command(tr("Export picture of the selection"), List.of(), actions::exportSelection)
                        .given(!canvas.selection().isEmpty(), tr("Select a layer first.")),
                new Command(tr("Quit"), List.of(Keys.QUIT), quit),
                new Command(tr("Undo"), List.of(Keys.UNDO), actions::undo)
                        .given(actions.canUndo(), tr("Nothing to undo")),
                new Command(tr("Redo"), List.of(Keys.REDO, Keys.REDO_TOO), actions::redo)
                        .given(actions.canRedo(), tr("Nothing to redo")),
                new Command(tr("Train"), List.of(Keys.TRAIN), actions::train)
                        .given(drawn, tr("There is no network yet. Add layers first.")),
                new Command(tr("Tidy the network"), tidying(), List.of(Keys.TIDY), actions::tidy)
                        .given(drawn, tr("There are no layers yet.")),
                new Command(tr("Find a layer to add"), List.of(Keys.ADD), add),
                new Command(tr("Find a layer in the network"), List.of(Keys.FIND), find)
                        .given(drawn, tr("There are no layers yet.")),
                new Command(tr("About the selected layer"), List.of(Keys.HELP), help),
                new Command(
                        tr("Show every step"),
                        tr("history"),
                        List.of(),
                        () -> navigation.to(Navigation.Drawer.HISTORY)),
                new Command(tr("Light or dark theme"), List.of(), actions::switchTheme),
                new Command(tr("Larger text"), List.of(Keys.LARGER_TEXT), sizes::larger),
                new Command(tr("Smaller text"), List.of(Keys.SMALLER_TEXT), sizes::smaller),
                turn(Navigation.Side.LAYERS),
                turn(Navigation.Side.SETTINGS),
                new Command(tr("Next part of the window"), List.of(Keys.NEXT_ZONE), () -> zones.accept(1)),
                new Command(tr("Previous part of the window"), List.of(Keys.PREVIOUS_ZONE), () -> zones.accept(-1)));
    }

    private Command turn(Navigation.Side side) {
        return new Command(side.action(), List.of(side.keys()), () -> navigation.turn(side));
    }

    /** What can be done with tabs and between them. Their keys are caught before any other, because some move the focus or a list elsewhere. */
    List<Command> tabs() {
        Tabs tabs = actions.tabs();
        Tab current = tabs.currentProperty().get();
        boolean others = tabs.all().size() > 1;
        String alone = tr("There is no other tab.");
        List<Command> all = new ArrayList<>(List.of(
                new Command(tr("New tab"), List.of(Keys.NEW_TAB), tabs::add),
                new Command(tr("Close tab"), List.of(Keys.CLOSE_TAB), () -> tabs.close(current)),
                new Command(tr("Close other tabs"), List.of(), () -> tabs.closeOthers(current)).given(others, alone),
                new Command(tr("Next tab"), List.of(Keys.NEXT_TAB, Keys.NEXT_TAB_TOO), () -> tabs.step(1))
                        .given(others, alone),
                new Command(tr("Previous tab"), List.of(Keys.PREVIOUS_TAB, Keys.PREVIOUS_TAB_TOO), () -> tabs.step(-1))
                        .given(others, alone)));
        List<String> names = TabNames.of(
                tabs.all().stream().map(tab -> tab.projects().place()).toList());
        for (int at = 0; at < names.size(); at++) {
            Tab tab = tabs.all().get(at);
            all.add(new Command(tr("Tab: %s", names.get(at)), Keys.tab(at + 1), () -> tabs.show(tab)));
            if (!tab.equals(current)) {
                all.add(new Command(
                        tr("Compare with %s", names.get(at)),
                        tr("split view"),
                        List.of(),
                        () -> current.comparisons().with(tab)));
            }
        }
        all.add(new Command(
                tr("Compare with a file…"),
                tr("split view"),
                List.of(),
                () -> current.comparisons().withFile()));
        all.add(new Command(
                        tr("End the comparison"),
                        List.of(),
                        () -> current.comparisons().end())
                .given(current.comparisons().currentProperty().get().isPresent(), tr("Nothing is compared.")));
        return all;
    }

    /** The label of what some pressed keys do already, anywhere but in the action that would get them. */
    Optional<String> taken(CanvasAction by, KeyEvent pressed) {
        Stream<String> onCanvas = canvas().stream()
                .filter(other -> !other.id().equals(by.id()))
                .filter(other -> matches(other.keys(), pressed))
                .map(CanvasAction::label);
        Stream<String> anywhere = Stream.concat(
                        Stream.concat(window().stream(), tabs().stream()),
                        Stream.of(new Command(tr("Every command by its name"), List.of(Keys.COMMANDS), () -> {})))
                .filter(other -> matches(other.keys(), pressed))
                .filter(other -> !by.id().equals(FIND) || !other.keys().contains(Keys.FIND))
                .map(Command::label);
        return Stream.concat(onCanvas, anywhere).findFirst();
    }

    private static boolean matches(List<KeyCombination> keys, KeyEvent pressed) {
        return keys.stream().anyMatch(combination -> combination.match(pressed));
    }

    List<CanvasAction> canvas() {
        return canvas.actions();
    }

    private void onCanvas(Runnable action) {
        navigation.to(Page.DESIGN);
        canvas.requestFocus();
        action.run();
    }
}
