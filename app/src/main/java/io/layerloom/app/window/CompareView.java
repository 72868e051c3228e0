package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.canvas.ChangeSign;
import io.layerloom.graph.Difference;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.Themes;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The other network beside that of the project, and what the marks on both mean. */
public final class CompareView extends BorderPane {

    private final VBox head;
    private final FlowPane legend = new FlowPane(Measure.SPACE_12, Measure.SPACE_4);

    /** A view of a comparison; {@code end} closes it. */
    public CompareView(Comparison comparison, Runnable end) {
        getStyleClass().addAll(Styles.PANEL, Styles.EDGE_LEFT);
        setId("compare");
        Label title = Texts.line(tr("Compared with %s", comparison.name()), Styles.MEDIUM);
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button close = new Button(null, Icons.CLOSE.node());
        close.getStyleClass().addAll(Styles.ICON_BUTTON, Styles.QUIET);
        close.setId("compare-end");
        close.setAccessibleText(tr("End the comparison"));
        close.setTooltip(new Tooltip(tr("End the comparison")));
        close.setOnAction(event -> end.run());
        HBox first = new HBox(Measure.SPACE_8, title, close);
        first.setAlignment(Pos.CENTER_LEFT);
        head = new VBox(Measure.SPACE_4, first, legend);
        head.getStyleClass().addAll(Styles.PANEL, Styles.EDGE_BOTTOM, "ll-compare-head");
        setTop(head);
        setCenter(comparison.canvas());
        setMinWidth(Measure.panel(240));
        Watch.on(Themes.current(), this, CompareView::explain);
        explain();
    }

    /** The title of the other half, the network of the project; as high as this one, so that both drawings begin at one height. */
    public Node own() {
        HBox beside = new HBox(Texts.line(tr("This project"), Styles.MEDIUM));
        beside.setAlignment(Pos.CENTER_LEFT);
        beside.prefHeightProperty().bind(head.heightProperty());
        beside.getStyleClass().addAll(Styles.PANEL, Styles.EDGE_BOTTOM, "ll-compare-head");
        return beside;
    }

    private void explain() {
        legend.getChildren().clear();
        for (Difference.Kind kind : Difference.Kind.values()) {
            HBox entry = new HBox(
                    Measure.SPACE_4, new ChangeSign(kind), Texts.line(word(kind), Styles.CAPTION, Styles.MUTED));
            entry.setAlignment(Pos.CENTER_LEFT);
            legend.getChildren().add(entry);
        }
    }

    static String word(Difference.Kind kind) {
        return switch (kind) {
            case REMOVED -> tr("Only there");
            case ADDED -> tr("Only here");
            case SETTINGS -> tr("Settings or wires");
            case SHAPE -> tr("Shape alone");
        };
    }
}
