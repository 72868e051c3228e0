package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Example;
import io.layerloom.engine.Pictures;
import io.layerloom.engine.RunEvent;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A few pictures, and below each what a network gave back for it after an epoch; without a place of its own while there is nothing. */
final class ReconstructedPictures extends VBox {

    /** Small enough to leave the charts their room. */
    private static final double LIVE_SIDE = 28;

    private static final int MOST_LIVE = 8;

    private static final double SIDE = 44;
    private static final double CAPTION = 112;

    ReconstructedPictures() {
        super(Measure.SPACE_4);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        clear();
    }

    /** The originals, and below them what was given back after each epoch. */
    static VBox all(List<RunEvent.Reconstructed> epochs) {
        VBox all = new VBox(Measure.SPACE_8);
        if (!epochs.isEmpty()) {
            all.getChildren().add(row(tr("Original"), epochs.get(0).originals(), SIDE));
        }
        for (RunEvent.Reconstructed one : epochs) {
            all.getChildren().add(row(tr("After epoch %d", one.epoch()), one.copies(), SIDE));
        }
        return all;
    }

    void clear() {
        getChildren().clear();
        setVisible(false);
    }

    void show(RunEvent.Reconstructed event) {
        getChildren()
                .setAll(
                        caption(tr("Original")),
                        pictures(event.originals(), MOST_LIVE, LIVE_SIDE),
                        caption(tr("After epoch %d", event.epoch())),
                        pictures(event.copies(), MOST_LIVE, LIVE_SIDE));
        setVisible(true);
    }

    private static HBox row(String caption, Pictures pictures, double side) {
        Label label = caption(caption);
        label.setMinWidth(Measure.text(CAPTION));
        HBox row = pictures(pictures, Integer.MAX_VALUE, side);
        row.getChildren().add(0, label);
        return row;
    }

    private static Label caption(String text) {
        Label caption = new Label(text);
        caption.getStyleClass().add(Styles.FIGURE_LABEL);
        return caption;
    }

    private static HBox pictures(Pictures pictures, int most, double side) {
        HBox row = new HBox(Measure.SPACE_4);
        row.setAlignment(Pos.CENTER_LEFT);
        pictures.each().stream()
                .limit(most)
                .forEach(picture -> row.getChildren().add(view(picture, side)));
        return row;
    }

    /** A picture, pixel by pixel, with this as its longer side. */
    static ImageView view(Example.Picture picture, double side) {
        ImageView view = new ImageView(Pixels.image(picture));
        view.setFitWidth(side);
        view.setFitHeight(side);
        view.setPreserveRatio(true);
        view.setSmooth(false);
        return view;
    }
}
