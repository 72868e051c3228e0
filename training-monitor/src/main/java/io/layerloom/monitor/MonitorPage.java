package io.layerloom.monitor;

import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The views of one run below each other: figures with the buttons, progress, news, and the charts with what the network can do by now. Folds what does not fit, and scrolls what is left over. */
final class MonitorPage extends ScrollPane {

    /** Below this width the buttons do not fit side by side behind the figures. */
    private static final double NARROW = 744;

    /** Below this width the figures do not fit into one row. */
    private static final double NARROWEST = 657;

    /** Below this width not even three of them fit beside the buttons. */
    private static final double TINY = 420;

    /** Below this height a text of several lines would leave the charts too little. */
    private static final double LOW = 380;

    private final FigureRow figures;
    private final RunButtons buttons;
    private final RunNews news;
    private final PracticeView practice;
    private final HBox head = new HBox(Measure.SPACE_4);
    private final HBox foot = new HBox();

    MonitorPage(
            FigureRow figures,
            RunButtons buttons,
            ProgressBar bar,
            RunNews news,
            PracticeView practice,
            RunCharts charts) {
        this.figures = figures;
        this.buttons = buttons;
        this.news = news;
        this.practice = practice;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().addAll(figures, gap, buttons);
        head.setAlignment(Pos.CENTER_LEFT);
        foot.managedProperty()
                .bind(buttons.visibleProperty().and(buttons.parentProperty().isEqualTo(foot)));
        HBox.setHgrow(charts, Priority.ALWAYS);
        HBox learning = new HBox(Measure.SPACE_24, charts);
        learning.getChildren().addAll(practice.pictures());
        VBox.setVgrow(learning, Priority.ALWAYS);
        VBox page = new VBox(Measure.SPACE_8, head, foot, bar, news, practice.text(), learning);
        page.setPadding(new Insets(10, 16, 8, 16));
        setContent(page);
        getStyleClass().add(Styles.PLAIN_SCROLL);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFitToWidth(true);
        setFitToHeight(true);
    }

    /** Folds figures and buttons into a width, as long as the figures are now. */
    void foldInto(double width) {
        double more = figures.surplus();
        boolean tiny = width < Measure.text(TINY) + more;
        figures.fold(tiny ? 2 : width < Measure.text(NARROWEST) + more ? 3 : 6);
        buttons.stack(!tiny && width < Measure.text(NARROW) + more);
        // Below the figures then, in a row of their own.
        Pane place = tiny ? foot : head;
        if (buttons.getParent() != place) {
            place.getChildren().add(buttons);
        }
    }

    /** Folds the text of the network where there is little height. */
    void foldBelow(double height) {
        practice.text().fold(height < Measure.text(LOW));
    }

    /** Brings the end of the news into sight. */
    void revealNews() {
        layout();
        double bottom = news.getBoundsInParent().getMaxY() + Measure.SPACE_8;
        double room = getViewportBounds().getHeight();
        double whole = getContent().getLayoutBounds().getHeight();
        if (bottom > room) {
            setVvalue((bottom - room) / (whole - room));
        }
    }
}
