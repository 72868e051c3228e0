package io.layerloom.app.page;

import io.layerloom.app.window.Texts;
import io.layerloom.engine.Example;
import io.layerloom.themes.Styles;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;

/** Examples to look at: pictures in a grid, rows and sentences in a table. */
final class Previews {

    private static final double THUMBNAIL = 56;

    private Previews() {}

    /** The view that suits the first of the examples; all of a data set are of one kind. */
    static Node of(List<Example> examples) {
        if (examples.isEmpty()) {
            return Texts.line("There are none.", Styles.MUTED);
        }
        Example.Content content = examples.get(0).content();
        if (content instanceof Example.Picture) {
            return pictures(examples);
        }
        return content instanceof Example.Cells cells ? rows(examples, cells.columns()) : sentences(examples);
    }

    private static Node pictures(List<Example> examples) {
        GridView<Example> grid = new GridView<>();
        grid.getItems().setAll(examples);
        grid.setCellWidth(THUMBNAIL);
        grid.setCellHeight(THUMBNAIL + 18);
        grid.setHorizontalCellSpacing(4);
        grid.setVerticalCellSpacing(4);
        grid.setCellFactory(view -> new PictureCell());
        grid.setId("preview-pictures");
        return grid;
    }

    private static Node rows(List<Example> examples, List<String> columns) {
        TableView<Example> table = table(examples);
        for (int at = 0; at < columns.size(); at++) {
            int column = at;
            table.getColumns()
                    .add(column(
                            columns.get(at),
                            example ->
                                    ((Example.Cells) example.content()).cells().get(column)));
        }
        table.getColumns().add(column("Label", Example::label));
        return table;
    }

    private static Node sentences(List<Example> examples) {
        TableView<Example> table = table(examples);
        TableColumn<Example, String> text = column("Text", example -> ((Example.Sentence) example.content()).text());
        text.setPrefWidth(560);
        table.getColumns().add(column("Label", Example::label));
        table.getColumns().add(text);
        return table;
    }

    private static TableView<Example> table(List<Example> examples) {
        TableView<Example> table = new TableView<>();
        table.getItems().setAll(examples);
        table.getStyleClass().add(Styles.PLAIN_TABLE);
        table.setId("preview-table");
        return table;
    }

    private static TableColumn<Example, String> column(String name, java.util.function.Function<Example, String> cell) {
        TableColumn<Example, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new SimpleStringProperty(cell.apply(row.getValue())));
        column.setPrefWidth(120);
        return column;
    }

    private static final class PictureCell extends GridCell<Example> {
        private final ImageView image = new ImageView();
        private final Label label = Texts.line("", Styles.CAPTION, Styles.MUTED);
        private final VBox box = new VBox(2, image, label);

        PictureCell() {
            image.setFitWidth(THUMBNAIL);
            image.setFitHeight(THUMBNAIL);
            image.setSmooth(false);
            image.setPreserveRatio(true);
            box.setAlignment(Pos.CENTER);
        }

        @Override
        protected void updateItem(Example example, boolean empty) {
            super.updateItem(example, empty);
            if (empty || example == null) {
                setGraphic(null);
                return;
            }
            image.setImage(Pixels.image((Example.Picture) example.content()));
            label.setText(example.label());
            setGraphic(box);
        }
    }
}
