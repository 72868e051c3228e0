package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.LayerType;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The search for a layer to add: some letters, arrow keys, Enter. What was chosen lately comes first. */
final class QuickAdd extends VBox {

    private static final double WIDTH = 264;
    private static final double ROW = 30;
    private static final int ROWS = 8;

    /** The field above the rows, and what is around both. */
    private static final double AROUND = 64;

    private final TextField field = new TextField();
    private final ListView<LayerType> list = new ListView<>();
    private final Label none = new Label();
    private final Runnable closed;
    private final Supplier<List<LayerType>> layers;
    private final List<LayerType> recent = new ArrayList<>();
    private Prompts.@Nullable Search search;
    private double room;

    /**
     * @param layers all that can be added
     * @param closed told when the search goes, so that the canvas can take the keyboard back
     */
    QuickAdd(Supplier<List<LayerType>> layers, Runnable closed) {
        this.layers = layers;
        this.closed = closed;
        getStyleClass().add(Styles.CARD);
        setStyle("-fx-padding: 8px; -fx-effect: dropshadow(gaussian, -ll-shadow, 24px, 0.1, 0, 6);");
        setManaged(false);
        setVisible(false);
        list.getStyleClass().add(Styles.PLAIN_LIST);
        list.setCellFactory(view -> new Cell());
        list.setFocusTraversable(false);
        none.getStyleClass().addAll(Styles.MUTED, Styles.CAPTION);
        getChildren().addAll(field, list, none);
        field.textProperty().addListener(observable -> refresh());
        field.setOnAction(event -> choose(list.getSelectionModel().getSelectedItem()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    void open(Prompts.Search wanted, double width, double height) {
        none.setText(tr("No layer of this name fits here."));
        field.setPromptText(tr("Add a layer"));
        field.setAccessibleText(tr("Search for a layer to add"));
        search = wanted;
        room = height;
        field.clear();
        refresh();
        setVisible(true);
        applyCss();
        double w = Measure.panel(WIDTH);
        double h = prefHeight(w);
        double x = Math.max(8, Math.min(wanted.at().x() - 24, width - w - 8));
        double y = Math.max(8, Math.min(wanted.at().y() - 20, height - fullHeight() - 8));
        resizeRelocate(Math.rint(x), Math.rint(y), w, h);
        field.requestFocus();
    }

    private double fullHeight() {
        return rows() * Measure.text(ROW) + Measure.text(AROUND);
    }

    /** As many as there is room for. */
    private int rows() {
        return (int) Math.max(2, Math.min(ROWS, (room - 16 - Measure.text(AROUND)) / Measure.text(ROW)));
    }

    /** Whether it is open. */
    boolean isOpen() {
        return search != null;
    }

    void close() {
        if (search != null) {
            search = null;
            setVisible(false);
            closed.run();
        }
    }

    private void refresh() {
        Prompts.Search current = search;
        if (current == null) {
            return;
        }
        List<LayerType> all = layers.get();
        List<LayerType> ordered = new ArrayList<>(recent);
        ordered.retainAll(all);
        all.stream().filter(type -> !recent.contains(type)).forEach(ordered::add);
        ordered.removeIf(type -> !current.fits().test(type));
        List<LayerType> found = FuzzySearch.find(field.getText(), ordered, LayerType::name);
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        boolean any = !found.isEmpty();
        list.setVisible(any);
        list.setManaged(any);
        none.setVisible(!any);
        none.setManaged(!any);
        list.setFixedCellSize(Measure.text(ROW));
        list.setPrefHeight(Math.min(rows(), found.size()) * list.getFixedCellSize() + 4);
        resize(Measure.panel(WIDTH), prefHeight(Measure.panel(WIDTH)));
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case DOWN -> step(1);
            case UP -> step(-1);
            case TAB -> choose(list.getSelectionModel().getSelectedItem());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int by) {
        int count = list.getItems().size();
        if (count > 0) {
            int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, count);
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - rows() + 2));
        }
    }

    private void choose(@Nullable LayerType type) {
        Prompts.Search current = search;
        if (current == null || type == null) {
            return;
        }
        recent.remove(type);
        recent.add(0, type);
        close();
        current.chosen().accept(type);
    }

    /** A layer with its category's colour and drawer. */
    private final class Cell extends ListCell<LayerType> {
        Cell() {
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                    choose(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable LayerType type, boolean empty) {
            super.updateItem(type, empty);
            getStyleClass().removeIf(style -> style.startsWith(Styles.category("")));
            if (empty || type == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(type.name());
            Region edge = new Region();
            edge.getStyleClass().add(Styles.category(type.tone()));
            edge.setStyle("-fx-background-color: -ll-category; -fx-background-radius: 2px;");
            edge.setMinSize(4, 16);
            edge.setMaxSize(4, 16);
            setGraphic(edge);
            setGraphicTextGap(10);
        }
    }
}
