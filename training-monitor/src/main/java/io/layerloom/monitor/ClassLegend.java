package io.layerloom.monitor;

import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.Themes;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Rectangle;

/** Which colour stands for which class on a {@link ScenePicture}, or on a {@link MaskPicture}. */
public final class ClassLegend extends FlowPane {

    private static final double SPOT = 10;
    private static final double ROUND = 3;

    /** A legend of classes in the order of their numbers. */
    public ClassLegend(List<String> classes) {
        this();
        for (int kind = 0; kind < classes.size(); kind++) {
            int number = kind;
            add(classes.get(kind))
                    .fillProperty()
                    .bind(Themes.current().map(theme -> Themes.tokens().series(number)));
        }
    }

    private ClassLegend() {
        super(Measure.SPACE_12, Measure.SPACE_4);
        setAlignment(Pos.CENTER_LEFT);
        setId("class-legend");
    }

    /** A legend of the classes of pixels; the background has no colour. */
    public static ClassLegend ofMasks(List<String> classes) {
        ClassLegend legend = new ClassLegend();
        for (int kind = 0; kind < classes.size(); kind++) {
            if (!MaskColours.isBackground(kind, classes)) {
                legend.add(classes.get(kind)).setFill(MaskColours.of(kind, classes));
            }
        }
        return legend;
    }

    /** Answers the spot of the class, still to be coloured. */
    private Rectangle add(String text) {
        Rectangle spot = new Rectangle(SPOT, SPOT);
        spot.setArcWidth(ROUND);
        spot.setArcHeight(ROUND);
        Label name = new Label(text, spot);
        name.setGraphicTextGap(Measure.SPACE_4);
        name.getStyleClass().add(Styles.CAPTION);
        getChildren().add(name);
        return spot;
    }
}
