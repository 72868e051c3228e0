package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.DataLook;
import io.layerloom.engine.Example;
import io.layerloom.monitor.CopyMenu;
import io.layerloom.monitor.MaskPicture;
import io.layerloom.monitor.Pixels;
import io.layerloom.monitor.ScenePicture;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    private static final double SCENE = 112;
    private static final double ROW_PICTURE = SCENE - 20;
    private static final double LABEL = 120;
    private static final double SENTENCE = 480;

    private Previews() {}

    /** The view that suits the first of the examples; all of a data set are of one kind. */
    static Node of(List<Example> examples, List<String> classes, Optional<DataLook.Table> table) {
        if (examples.isEmpty()) {
            return Texts.line(tr("There are none."), Styles.MUTED);
        }
        Example.Content content = examples.get(0).content();
        if (content instanceof Example.Picture) {
            return pictures(examples);
        }
        if (content instanceof Example.Scene) {
            return scenes(examples, example -> ScenePicture.of((Example.Scene) example.content(), classes, SCENE));
        }
        if (content instanceof Example.PictureRow) {
            return scenes(examples, Previews::pictureRow);
        }
        if (content instanceof Example.Pair) {
            return pairs(examples);
        }
        if (content instanceof Example.Masked) {
            return scenes(examples, example -> MaskPicture.of((Example.Masked) example.content(), classes, SCENE));
        }
        return table.<Node>map(facts -> new TablePreview(facts.columns(), examples, facts.target()))
                .orElseGet(() -> sentences(examples));
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
        grid.setAccessibleText(plural(examples.size(), "%,d example of the data", "%,d examples of the data"));
        return new WholeRows(grid);
    }

    private static Node scenes(List<Example> examples, Function<Example, Node> look) {
        GridView<Example> grid = new GridView<>();
        grid.getItems().setAll(examples);
        grid.setCellWidth(SCENE);
        grid.setCellHeight(SCENE);
        grid.setHorizontalCellSpacing(4);
        grid.setVerticalCellSpacing(4);
        grid.setCellFactory(view -> new GridCell<>() {
            @Override
            protected void updateItem(Example example, boolean empty) {
                super.updateItem(example, empty);
                setGraphic(empty || example == null ? null : look.apply(example));
            }
        });
        grid.setId("preview-pictures");
        grid.setAccessibleText(plural(examples.size(), "%,d example of the data", "%,d examples of the data"));
        return new WholeRows(grid);
    }

    /** The picture, and below it what is to be told and its row. */
    private static Node pictureRow(Example example) {
        Example.PictureRow row = (Example.PictureRow) example.content();
        ImageView image = new ImageView(Pixels.image(row.picture()));
        image.setFitWidth(ROW_PICTURE);
        image.setFitHeight(ROW_PICTURE);
        image.setSmooth(false);
        String cells = String.join(" · ", row.cells().cells());
        String told = example.label().isBlank() ? cells : example.label() + " · " + cells;
        Label below = Texts.line(told, Styles.CAPTION, Styles.MUTED);
        below.setMaxWidth(SCENE);
        return new VBox(2, image, below);
    }

    private static Node pairs(List<Example> examples) {
        TableView<Example> table = table(examples);
        table.getColumns().add(column(tr("Source"), SENTENCE, example -> ((Example.Pair) example.content()).source()));
        table.getColumns().add(column(tr("Target"), SENTENCE, example -> ((Example.Pair) example.content()).target()));
        return table;
    }

    private static TableView<Example> table(List<Example> examples) {
        TableView<Example> table = new TableView<>();
        table.getItems().setAll(examples);
        table.getStyleClass().add(Styles.PLAIN_TABLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setId("preview-table");
        CopyMenu.on(table);
        return table;
    }

    private static Node sentences(List<Example> examples) {
        TableView<Example> table = table(examples);
        if (examples.stream().anyMatch(example -> !example.label().isBlank())) {
            table.getColumns().add(column(tr("Label"), LABEL, Example::label));
        }
        table.getColumns().add(column(tr("Text"), SENTENCE, Previews::inOneLine));
        return table;
    }

    private static String inOneLine(Example example) {
        return ((Example.Sentence) example.content()).text().strip().replaceAll("\\s*\\n\\s*", " ¶ ");
    }

    private static TableColumn<Example, String> column(String name, double width, Function<Example, String> cell) {
        TableColumn<Example, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new SimpleStringProperty(cell.apply(row.getValue())));
        column.setPrefWidth(Measure.text(width));
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
