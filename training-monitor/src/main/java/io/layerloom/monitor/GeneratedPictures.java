package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Pictures;
import io.layerloom.engine.RunEvent;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** What a generator makes of codes that stay the same, after an epoch; without a place of its own while there is nothing. */
final class GeneratedPictures extends VBox {

    /** Small enough to leave the charts their room. */
    private static final double LIVE_SIDE = 28;

    private static final int ACROSS = 6;
    private static final int MOST_LIVE = 18;
    private static final double SIDE = 36;
    private static final int MOST_IN_A_ROW = 12;
    private static final double CAPTION = 112;

    GeneratedPictures() {
        super(Measure.SPACE_4);
        setId("generated");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        clear();
    }

    /** A row for each epoch. */
    static VBox all(List<RunEvent.Generated> epochs) {
        VBox all = new VBox(Measure.SPACE_8);
        for (RunEvent.Generated one : epochs) {
            HBox row = new HBox(Measure.SPACE_4, caption(one));
            row.setAlignment(Pos.CENTER_LEFT);
            one.pictures().each().stream()
                    .limit(MOST_IN_A_ROW)
                    .forEach(picture -> row.getChildren().add(ReconstructedPictures.view(picture, SIDE)));
            all.getChildren().add(row);
        }
        return all;
    }

    void clear() {
        getChildren().clear();
        setVisible(false);
    }

    void show(RunEvent.Generated event) {
        getChildren().setAll(caption(event), grid(event.pictures(), ACROSS, MOST_LIVE, LIVE_SIDE));
        setVisible(true);
    }

    /** Some pictures, so many side by side. */
    static TilePane grid(Pictures pictures, int across, int most, double side) {
        TilePane grid = new TilePane(Measure.SPACE_4, Measure.SPACE_4);
        grid.setPrefColumns(across);
        grid.setMaxWidth(USE_PREF_SIZE);
        pictures.each().stream()
                .limit(most)
                .forEach(picture -> grid.getChildren().add(ReconstructedPictures.view(picture, side)));
        return grid;
    }

    private static Label caption(RunEvent.Generated event) {
        Label caption = new Label(event.epoch() == 0 ? tr("Before training") : tr("After epoch %d", event.epoch()));
        caption.getStyleClass().add(Styles.FIGURE_LABEL);
        caption.setMinWidth(Measure.text(CAPTION));
        return caption;
    }
}
