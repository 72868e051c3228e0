package io.layerloom.app.page;

import io.layerloom.app.window.Texts;
import io.layerloom.samples.Sample;
import io.layerloom.themes.Styles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;

/** A sample to press: its picture, its name, and what it shows. */
public final class SampleCard extends Button {

    /** A card as wide as {@code width} pixels. */
    public SampleCard(Sample sample, double width, boolean described, Runnable open) {
        ImageView picture = new ImageView(picture(sample));
        picture.setFitWidth(width - 34);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        VBox card = new VBox(8, picture, Texts.wrapped(sample.title(), Styles.TITLE));
        if (described) {
            card.getChildren().add(Texts.wrapped(sample.description(), Styles.MUTED));
        }
        card.setPrefWidth(width - 34);
        card.setMaxWidth(width - 34);
        setGraphic(card);
        setId("sample-" + sample.id());
        setAccessibleText(sample.title());
        getStyleClass().addAll(Styles.CARD, "ll-sample-card");
        setPrefWidth(width);
        setOnAction(event -> open.run());
    }

    private static Image picture(Sample sample) {
        try (InputStream in = sample.openPicture()) {
            return new Image(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
