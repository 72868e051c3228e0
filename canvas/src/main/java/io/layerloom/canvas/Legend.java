package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.language.Language;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.TextSize;
import io.layerloom.themes.Themes;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Says which form and colour of port stands for which kind of tensor, for the kinds that occur. */
final class Legend extends HBox {

    private static final double SIGN = 14;

    private Set<String> shown = Set.of();
    private Ink ink;

    Legend(Ink ink) {
        super(12);
        this.ink = ink;
        setAlignment(Pos.CENTER_LEFT);
        setManaged(false);
        setMouseTransparent(true);
        setStyle(StatusLine.GROUND);
    }

    /** The one in which the kinds are told. */
    private Language language = Language.current();

    private TextSize size = Themes.textSize().get();

    void show(Set<String> kinds, Ink now) {
        if (!shown.equals(kinds)
                || !ink.equals(now)
                || language != Language.current()
                || size != Themes.textSize().get()) {
            language = Language.current();
            size = Themes.textSize().get();
            shown = Set.copyOf(kinds);
            ink = now;
            getChildren().setAll(new TreeSet<>(kinds).stream().map(this::entry).toList());
            applyCss();
            resize(Math.ceil(prefWidth(-1)), Math.ceil(prefHeight(-1)));
        }
    }

    private HBox entry(String kind) {
        Canvas sign = new Canvas(Measure.text(SIGN), Measure.text(SIGN));
        sign.getGraphicsContext2D().scale(Measure.text(1), Measure.text(1));
        PortPainter.rest(sign.getGraphicsContext2D(), ink, SIGN / 2, SIGN / 2, kind);
        Label word = new Label(tr(kind));
        word.getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        HBox entry = new HBox(4, sign, word);
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }
}
