package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Actions;
import io.layerloom.app.window.Texts;
import io.layerloom.app.window.Watch;
import io.layerloom.app.workbench.Settings;
import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.samples.Sample;
import io.layerloom.samples.Samples;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where the program begins: the samples, the recent projects, and a new one. */
public final class WelcomePage extends ScrollPane {

    private static final double CARD = 272;

    private final Actions actions;
    private final VBox recent = new VBox(4);

    /** A welcome page that leads to these actions. */
    public WelcomePage(Actions actions, SettingsFile settings) {
        this.actions = actions;
        getStyleClass().add(Styles.PLAIN_SCROLL);
        setId("welcome");
        setFitToWidth(true);
        Button fresh = new Button(tr("New network"), Icons.NEW_FILE.node());
        fresh.getStyleClass().add(Styles.PRIMARY);
        fresh.setId("welcome-new");
        fresh.setOnAction(event -> actions.create());
        Button open = new Button(tr("Open project"), Icons.OPEN.node());
        open.setId("welcome-open");
        open.setOnAction(event -> actions.open());
        VBox words = new VBox(
                Measure.SPACE_4,
                Texts.wrapped(tr("Draw a network, train it, take it away as Java"), Styles.PAGE_TITLE),
                Texts.wrapped(
                        tr(
                                "Begin with one of the samples: each opens ready to train on data that ship with the program."),
                        Styles.MUTED));
        HBox.setHgrow(words, Priority.ALWAYS);
        for (Button button : List.of(open, fresh)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox begin = new HBox(Measure.SPACE_8, words, open, fresh);
        begin.setAlignment(Pos.CENTER_LEFT);
        FlowPane samples = new FlowPane(16, 16);
        samples.setRowValignment(VPos.TOP);
        Samples.all()
                .forEach(sample -> samples.getChildren()
                        .add(new SampleCard(sample, Measure.panel(CARD), true, () -> actions.open(sample))));
        VBox page = new VBox(begin, recent, Texts.line(tr("SAMPLES"), Styles.SECTION), samples, fullSize());
        page.getStyleClass().add(Styles.PAGE);
        setContent(page);
        Watch.on(settings.currentProperty(), this, welcome -> welcome.show(settings.get()));
        show(settings.get());
    }

    private VBox fullSize() {
        FlowPane links = new FlowPane(16, 4);
        for (Sample sample : Samples.fullSize()) {
            Hyperlink link = new Hyperlink(sample.title());
            link.setId("sample-" + sample.id());
            link.setTooltip(new Tooltip(sample.description()));
            link.setOnAction(event -> {
                link.setVisited(false);
                actions.open(sample);
            });
            links.getChildren().add(link);
        }
        return new VBox(
                4,
                Texts.line(tr("IN FULL SIZE"), Styles.SECTION),
                Texts.wrapped(
                        tr(
                                "Well-known networks as they were published, without data, to look at and to take parts from."),
                        Styles.MUTED),
                links);
    }

    private void show(Settings settings) {
        recent.getChildren().clear();
        if (!settings.recentFiles().isEmpty()) {
            recent.getChildren().add(Texts.line(tr("RECENT PROJECTS"), Styles.SECTION));
            settings.recentFiles().stream()
                    .limit(6)
                    .forEach(file -> recent.getChildren().add(link(file)));
        }
        recent.setVisible(!recent.getChildren().isEmpty());
        recent.setManaged(recent.isVisible());
    }

    private HBox link(Path file) {
        Hyperlink link = new Hyperlink(String.valueOf(file.getFileName()), Icons.FILE.node());
        link.setTooltip(new Tooltip(file.toString()));
        link.setOnAction(event -> {
            link.setVisited(false);
            actions.open(file);
        });
        HBox row = new HBox(8, link, Texts.line(String.valueOf(file.getParent()), Styles.MUTED, Styles.CAPTION));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
