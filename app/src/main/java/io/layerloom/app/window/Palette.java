package io.layerloom.app.window;

import io.layerloom.graph.Category;
import io.layerloom.graph.LayerType;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The panel on the left: every layer by category, to be searched, dragged onto the canvas, or added by a double click. */
public final class Palette extends VBox {

    private final List<LayerType> layers;
    private final Consumer<LayerType> add;
    private final TextField search = new TextField();
    private final VBox drawers = new VBox(4);
    private final List<PaletteEntry> shown = new ArrayList<>();

    /** A palette of these layers; {@code add} puts one on the canvas. */
    public Palette(List<LayerType> layers, Consumer<LayerType> add) {
        super(12);
        this.layers = List.copyOf(layers);
        this.add = add;
        getStyleClass().addAll(Styles.PANEL, "ll-palette");
        setId("palette");
        setPrefWidth(Measure.PALETTE);
        setMinWidth(160);
        search.setPromptText("Search layers  /");
        search.setId("palette-search");
        search.textProperty().addListener((observable, before, text) -> refresh());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onSearchKey);
        drawers.addEventFilter(KeyEvent.KEY_PRESSED, this::onListKey);
        ScrollPane scroll = new ScrollPane(drawers);
        scroll.getStyleClass().add(Styles.PLAIN_SCROLL);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(search, scroll);
        refresh();
    }

    /** Gives the keyboard to the search field. */
    public void find() {
        search.requestFocus();
        search.selectAll();
    }

    private void refresh() {
        Map<Category, List<LayerType>> byCategory = new EnumMap<>(Category.class);
        Search.of(search.getText(), layers)
                .forEach(type -> byCategory
                        .computeIfAbsent(type.category(), drawer -> new ArrayList<>())
                        .add(type));
        shown.clear();
        drawers.getChildren().clear();
        byCategory.forEach((category, types) -> {
            drawers.getChildren().add(Texts.line(category.label().toUpperCase(Locale.ROOT), Styles.SECTION));
            types.stream().map(type -> new PaletteEntry(type, add)).forEach(entry -> {
                shown.add(entry);
                drawers.getChildren().add(entry);
            });
        });
        if (shown.isEmpty()) {
            Label none =
                    Texts.wrapped("No layer is called \"" + search.getText().strip() + "\".", Styles.MUTED);
            drawers.getChildren().add(none);
        }
    }

    private void onSearchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !shown.isEmpty()) {
            shown.get(0).requestFocus();
        } else if (event.getCode() == KeyCode.ENTER && !shown.isEmpty()) {
            Search.of(search.getText(), layers).stream().findFirst().ifPresent(add);
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
