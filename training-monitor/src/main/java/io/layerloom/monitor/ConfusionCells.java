package io.layerloom.monitor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.BoundingBox;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A confusion matrix as a screen reader finds it: a table, whose cells are made when somebody asks for them, take no room and tell where they are drawn; the matrix itself is made of pixels. */
final class ConfusionCells extends Pane {

    /** A cell by the indices of its classes. */
    record Place(int row, int column) {}

    /** What is drawn of the matrix. */
    interface Drawn {
        /** The cell where the keyboard is; empty while it is elsewhere. */
        Optional<Place> reached();

        /** Where a cell lies, in pixels of the matrix. */
        BoundingBox bounds(Place place);

        /** Does what Enter does on a cell. */
        void open(Place place);
    }

    private final ConfusionWords words;
    private final Drawn drawn;
    private final Consumer<Place> go;
    private final Map<Place, Cell> cells = new HashMap<>();

    /** @param go leads the keyboard to a cell */
    ConfusionCells(ConfusionWords words, Drawn drawn, Consumer<Place> go) {
        this.words = words;
        this.drawn = drawn;
        this.go = go;
        setManaged(false);
        setMouseTransparent(true);
    }

    /** What the matrix answers about its cells; empty where the question concerns none. */
    Optional<Object> answer(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ROW_COUNT, COLUMN_COUNT -> Optional.of(words.classes().size());
            case CELL_AT_ROW_COLUMN -> at(new Place((Integer) parameters[0], (Integer) parameters[1]));
            case FOCUS_ITEM -> drawn.reached().flatMap(this::at);
            case SELECTED_ITEMS ->
                Optional.of(FXCollections.observableArrayList(
                        drawn.reached().flatMap(this::at).stream().toList()));
            default -> Optional.empty();
        };
    }

    private Optional<Object> at(Place place) {
        int n = words.classes().size();
        if (place.row < 0 || place.row >= n || place.column < 0 || place.column >= n) {
            return Optional.empty();
        }
        return Optional.of(cells.computeIfAbsent(place, made -> {
            Cell cell = new Cell(made);
            getChildren().add(cell);
            return cell;
        }));
    }

    /** One cell. */
    private final class Cell extends Region {

        private final Place place;

        Cell(Place place) {
            this.place = place;
            setManaged(false);
            setAccessibleRole(AccessibleRole.TABLE_CELL);
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return switch (attribute) {
                case TEXT -> words.name(place.row, place.column);
                case HELP -> words.sentence(place.row, place.column);
                case ROW_INDEX -> place.row;
                case COLUMN_INDEX -> place.column;
                case SELECTED -> drawn.reached().equals(Optional.of(place));
                case BOUNDS -> ConfusionCells.this.localToScreen(drawn.bounds(place));
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }

        @Override
        public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
            switch (action) {
                case REQUEST_FOCUS -> go.accept(place);
                case FIRE -> drawn.open(place);
                default -> super.executeAccessibleAction(action, parameters);
            }
        }
    }
}
