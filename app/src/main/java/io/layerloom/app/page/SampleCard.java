package io.layerloom.app.page;

import io.layerloom.app.window.Texts;
import io.layerloom.samples.Sample;
import io.layerloom.themes.Styles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/** A sample to press: its picture, its name, and what it shows. Not a button, because a button does not make room for text that wraps. */
public final class SampleCard extends VBox {

    private static final double PADDING = 16;

    /** Decoded once for all windows: there are many, and each takes about a megabyte. */
    private static final Map<String, Image> PICTURES = new ConcurrentHashMap<>();

    /** A card as wide as {@code width} pixels. */
    public SampleCard(Sample sample, double width, boolean described, Runnable open) {
        super(8);
        ImageView picture = new ImageView(picture(sample, width));
        picture.setFitWidth(width - 2 * PADDING - 2);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        getChildren().addAll(picture, Texts.wrapped(sample.title(), Styles.TITLE));
        if (described) {
            getChildren().add(Texts.wrapped(sample.description(), Styles.MUTED));
        }
        setId("sample-" + sample.id());
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(sample.title());
        setFocusTraversable(true);
        getStyleClass().addAll(Styles.CARD, "ll-sample-card");
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        setOnMouseClicked(event -> open.run());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                open.run();
                event.consume();
            }
        });
    }

    private static Image picture(Sample sample, double width) {
        return PICTURES.computeIfAbsent(sample.id() + "@" + width, key -> decoded(sample, width));
    }

    private static Image decoded(Sample sample, double width) {
        try (InputStream in = sample.openPicture()) {
            return new Image(in, 2 * width, 0, true, true);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
