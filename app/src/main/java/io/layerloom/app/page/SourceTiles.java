package io.layerloom.app.page;

import io.layerloom.app.form.FieldRow;
import io.layerloom.engine.DataSourceType;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.TilePane;

/** One tile for each kind of source, of which one is chosen. */
final class SourceTiles extends TilePane {

    private static final double WIDTH = 160;
    private static final double HEIGHT = 36;
    private static final Map<String, Icons> ICONS = Map.of(
            "sample",
            Icons.STAR,
            "idx",
            Icons.IMAGE,
            "boxes",
            Icons.IMAGE,
            "masks",
            Icons.IMAGE,
            "csv",
            Icons.TABLE,
            "picture_table",
            Icons.IMAGE,
            "text",
            Icons.TEXT,
            "pairs",
            Icons.TEXT);

    private final ToggleGroup group = new ToggleGroup();
    private Optional<DataSourceType> shown = Optional.empty();

    SourceTiles(List<DataSourceType> types, Consumer<DataSourceType> choose) {
        super(Measure.SPACE_8, Measure.SPACE_8);
        setPrefColumns(2);
        for (DataSourceType type : types) {
            ToggleButton tile = new ToggleButton(
                    type.name(), ICONS.getOrDefault(type.id(), Icons.DATA).node(Icons.MEDIUM));
            tile.setId("source-" + type.id());
            tile.getStyleClass().addAll(Styles.CARD, "ll-source-tile");
            tile.setTooltip(FieldRow.help(type.help()));
            tile.setAlignment(Pos.CENTER_LEFT);
            tile.setToggleGroup(group);
            tile.setUserData(type);
            tile.setWrapText(true);
            tile.setPrefWidth(Measure.panel(WIDTH));
            tile.setMinHeight(Measure.text(HEIGHT));
            // One is not put off by a click.
            tile.setOnAction(event -> tile.setSelected(true));
            getChildren().add(tile);
        }
        // Arrows select without a click.
        group.selectedToggleProperty().addListener((selected, before, now) -> {
            if (now != null && !shown.filter(now.getUserData()::equals).isPresent()) {
                choose.accept((DataSourceType) now.getUserData());
            }
        });
    }

    void show(Optional<DataSourceType> chosen) {
        shown = chosen;
        group.selectToggle(group.getToggles().stream()
                .filter(tile -> chosen.filter(tile.getUserData()::equals).isPresent())
                .findFirst()
                .orElse(null));
    }
}
