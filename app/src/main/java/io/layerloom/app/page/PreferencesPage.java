package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.GpuDesk;
import io.layerloom.app.workbench.HeadStart;
import io.layerloom.app.workbench.Languages;
import io.layerloom.app.workbench.TextSizes;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a person may choose for the whole program: the language, the theme, the size of text, whether training begins at once, what computes it and with how many threads, and what a graphics card needs for that. */
public final class PreferencesPage extends ScrollPane {

    private static final double WIDEST = 860;

    /**
     * A page over a desk for graphics cards and the wish for a head start.
     *
     * @param calibration measures how fast this machine trains
     * @param switchTheme shows the other theme, and remembers it
     * @param back leads to the page before
     * @param help shows all that there is to say about graphics cards
     */
    public PreferencesPage(
            Languages languages,
            TextSizes sizes,
            Runnable switchTheme,
            GpuDesk gpu,
            HeadStart headStart,
            Node calibration,
            Runnable back,
            Runnable help) {
        getStyleClass().add(Styles.PLAIN_SCROLL);
        setId("preferences");
        setFitToWidth(true);
        Hyperlink more = new Hyperlink(tr("What a graphics card needs, and how it is judged"), Icons.BOOK.node());
        more.setId("gpu-help");
        more.setOnAction(event -> {
            more.setVisited(false);
            help.run();
        });
        VBox column = new VBox(
                16,
                head(back),
                new LanguageChoice(languages),
                new ThemeChoice(switchTheme),
                new TextSizeChoice(sizes),
                new HeadStartChoice(headStart),
                new ComputeChoice(gpu),
                new ThreadsChoice(gpu),
                calibration,
                new CardList(gpu),
                new CardGauges(gpu),
                new CudaBox(gpu),
                more);
        column.setMaxWidth(Measure.text(WIDEST));
        VBox page = new VBox(column);
        page.getStyleClass().add(Styles.PAGE);
        setContent(page);
        // Cards come and go while nobody looks: an external one, a driver that was installed.
        sceneProperty().addListener((observable, before, scene) -> {
            if (scene != null) {
                gpu.look();
            }
        });
    }

    private static Node head(Runnable back) {
        Button done = new Button(tr("Done"), Icons.CHECK.node());
        done.setId("preferences-done");
        done.setOnAction(event -> back.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, Texts.line(tr("Preferences"), Styles.PAGE_TITLE), gap, done);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }
}
