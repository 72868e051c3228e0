package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Actions;
import io.layerloom.app.window.Texts;
import io.layerloom.samples.Samples;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What an empty canvas offers below its hint: three samples to begin with. Lets everything but its cards through to the canvas. */
public final class EmptyCanvas extends VBox {

    private static final double CARD = 180;

    /** An offer that leads to these actions. */
    public EmptyCanvas(Actions actions) {
        super(12);
        HBox cards = new HBox(16);
        cards.setAlignment(Pos.CENTER);
        Samples.all().stream()
                .limit(3)
                .map(sample -> new SampleCard(sample, Measure.panel(CARD), false, () -> actions.open(sample)))
                .forEach(cards.getChildren()::add);
        Label or = Texts.line(tr("Or begin with a sample:"), Styles.MUTED);
        getChildren().setAll(or, cards);
        setAlignment(Pos.CENTER);
        setId("empty-canvas");
        or.setMouseTransparent(true);
        cards.setPickOnBounds(false);
        setPickOnBounds(false);
    }
}
