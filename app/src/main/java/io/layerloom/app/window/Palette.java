package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.graph.Category;
import io.layerloom.graph.LayerType;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The panel on the left: every layer by category, to be searched, dragged onto the canvas, or added by a double click. Categories are drawers that stay closed or open as they were left; a search looks into all of them. */
public final class Palette extends VBox {

    private final List<LayerType> layers;
    private final ObservableList<LayerType> blocks;
    private final Consumer<LayerType> add;
    private final Consumer<LayerType> remove;
    private final SettingsFile settings;
    private final TextField search = new TextField();
    private final VBox drawers = new VBox(4);
    private final List<Node> shown = new ArrayList<>();

    /** How many layers were added from the search field since something was typed there. */
    private int added;

    /**
     * A palette of layers.
     *
     * @param layers those that every program has
     * @param blocks the person's own, which follow
     * @param add puts one on the canvas
     * @param remove takes one of the person's own away for good
     * @param settings remember which drawers are closed
     */
    public Palette(
            List<LayerType> layers,
            ObservableList<LayerType> blocks,
            Consumer<LayerType> add,
            Consumer<LayerType> remove,
            SettingsFile settings) {
        super(12);
        this.layers = List.copyOf(layers);
        this.blocks = blocks;
        this.add = add;
        this.remove = remove;
        this.settings = settings;
        getStyleClass().addAll(Styles.PANEL, "ll-palette");
        setId("palette");
        setPrefWidth(Measure.panel(Measure.PALETTE));
        setMinWidth(Measure.panel(160));
        search.setPromptText(tr("Search layers  /"));
        search.setId("palette-search");
        search.textProperty().addListener((observable, before, text) -> {
            added = 0;
            refresh();
        });
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onSearchKey);
        drawers.addEventFilter(KeyEvent.KEY_PRESSED, this::onListKey);
        ScrollPane scroll = new ScrollPane(drawers);
        scroll.getStyleClass().add(Styles.PLAIN_SCROLL);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(search, scroll);
        Watch.on(blocks, this, Palette::refresh);
        refresh();
    }

    private List<LayerType> all() {
        return Stream.concat(layers.stream(), blocks.stream()).toList();
    }

    private PaletteEntry entry(LayerType type) {
        PaletteEntry entry = new PaletteEntry(type, add);
        ContextMenu menu = new ContextMenu(
                item(tr("Add %s", type.name()), () -> add.accept(type)),
                item(tr("What it does"), () -> LayerHelp.show(getScene().getWindow(), type)));
        if (type.block().isPresent()) {
            menu.getItems().add(item(tr("Remove from the palette"), () -> remove.accept(type)));
        }
        entry.setContextMenu(menu);
        return entry;
    }

    private static MenuItem item(String label, Runnable run) {
        MenuItem item = new MenuItem(label);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> run.run());
        return item;
    }

    /** Gives the keyboard to the search field. */
    public void find() {
        SidePanel.around(this).ifPresent(SidePanel::open);
        search.requestFocus();
        search.selectAll();
    }

    private void refresh() {
        boolean searching = !search.getText().isBlank();
        List<LayerType> found = Search.of(search.getText(), all());
        // What is sought stands on top, whatever drawer it lies in.
        Map<Category, List<LayerType>> byCategory = searching ? new LinkedHashMap<>() : new EnumMap<>(Category.class);
        found.forEach(type -> byCategory
                .computeIfAbsent(type.category(), drawer -> new ArrayList<>())
                .add(type));
        shown.clear();
        drawers.getChildren().clear();
        byCategory.forEach((category, types) -> {
            PaletteDrawer drawer = new PaletteDrawer(category, types.size());
            boolean open = searching || !settings.get().closed().contains(category.name());
            drawer.show(open);
            if (!searching) {
                drawer.onToggle(() -> toggle(category, open));
            }
            put(drawer);
            if (open) {
                types.forEach(type -> put(entry(type)));
            }
        });
        if (searching) {
            entries().findFirst().ifPresent(PaletteEntry::markChosen);
        }
        if (shown.isEmpty()) {
            Label none = Texts.wrapped(
                    tr("No layer is called \"%s\".", search.getText().strip()), Styles.MUTED);
            drawers.getChildren().add(none);
        }
    }

    private Stream<PaletteEntry> entries() {
        return shown.stream().filter(PaletteEntry.class::isInstance).map(PaletteEntry.class::cast);
    }

    private void put(Node line) {
        shown.add(line);
        drawers.getChildren().add(line);
    }

    /** The drawer keeps the keyboard, though all lines are made anew. */
    private void toggle(Category category, boolean close) {
        settings.update(now -> now.with(category.name(), close));
        refresh();
        shown.stream()
                .filter(line -> line instanceof PaletteDrawer drawer && drawer.category() == category)
                .forEach(Node::requestFocus);
    }

    private void onSearchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !shown.isEmpty()) {
            entries().map(Node.class::cast).findFirst().orElse(shown.get(0)).requestFocus();
        } else if (event.getCode() == KeyCode.ENTER && !shown.isEmpty()) {
            Search.of(search.getText(), all()).stream().findFirst().ifPresent(add);
            added++;
        } else if (added > 0 && Keys.UNDO.match(event)) {
            // The last thing done was to add a layer: that goes, not what was typed before.
            added--;
            Optional.ofNullable(getScene().getAccelerators().get(Keys.UNDO)).ifPresent(Runnable::run);
        } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
        } else {
            return;
        }
        event.consume();
    }

    private void onListKey(KeyEvent event) {
        int at = shown.indexOf(event.getTarget());
        if (at < 0) {
            return;
        }
        if (event.getCode() == KeyCode.DOWN) {
            shown.get(Math.min(at + 1, shown.size() - 1)).requestFocus();
        } else if (event.getCode() == KeyCode.UP && at == 0) {
            search.requestFocus();
        } else if (event.getCode() == KeyCode.UP) {
            shown.get(at - 1).requestFocus();
        } else {
            return;
        }
        event.consume();
    }
}
