package io.layerloom.monitor;

import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.Themes;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Rectangle;

/** Which colour stands for which class on a {@link ScenePicture}. */
public final class ClassLegend extends FlowPane {

    private static final double SPOT = 10;
    private static final double ROUND = 3;

    /** A legend of classes in the order of their numbers. */
    public ClassLegend(List<String> classes) {
        super(Measure.SPACE_12, Measure.SPACE_4);
        setAlignment(Pos.CENTER_LEFT);
        setId("class-legend");
        for (int kind = 0; kind < classes.size(); kind++) {
            int number = kind;
            Rectangle spot = new Rectangle(SPOT, SPOT);
            spot.setArcWidth(ROUND);
            spot.setArcHeight(ROUND);
            spot.fillProperty()
                    .bind(Themes.current().map(theme -> Themes.tokens().series(number)));
            Label name = new Label(classes.get(kind), spot);
            name.setGraphicTextGap(Measure.SPACE_4);
            name.getStyleClass().add(Styles.CAPTION);
            getChildren().add(name);
        }
    }
}
