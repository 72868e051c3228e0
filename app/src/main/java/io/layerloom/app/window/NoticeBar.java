package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Notice;
import io.layerloom.app.workbench.Notices;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** The notices above the page; good news leaves by itself, all else stays until it is dismissed or dealt with. */
final class NoticeBar extends VBox {

    private static final Duration GOOD_NEWS = Duration.seconds(6);

    private final Notices notices;
    private final Map<Notice, HBox> rows = new HashMap<>();

    NoticeBar(Notices notices) {
        super(8);
        this.notices = notices;
        getStyleClass().add("ll-notices");
        setId("notices");
        Watch.on(notices.shown(), this, NoticeBar::refresh);
        refresh();
    }

    private void refresh() {
        rows.keySet().retainAll(notices.shown());
        getChildren()
                .setAll(notices.shown().stream()
                        .map(notice -> rows.computeIfAbsent(notice, this::row))
                        .toList());
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private HBox row(Notice notice) {
        FontIcon icon = switch (notice.tone()) {
            case BUSY -> Icons.CLOCK.node();
            case DONE -> Icons.SUCCESS.node();
            case CAUTION -> Icons.CAUTION.node();
            case FAILURE -> Icons.PROBLEM.node();
        };
        Label text = Texts.wrapped(notice.text());
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(12, icon, text);
        Stream.of(notice.action(), notice.refusal())
                .flatMap(Optional::stream)
                .map(action -> button(notice, action))
                .forEach(row.getChildren()::add);
        Button close = new Button(null, Icons.CLOSE.node());
        close.getStyleClass().addAll(Styles.ICON_BUTTON, Styles.QUIET);
        close.setAccessibleText(tr("Dismiss"));
        close.setOnAction(event -> notices.close(notice));
        row.getChildren().add(close);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add(style(notice.tone()));
        if (notice.tone() == Notice.Tone.DONE) {
            PauseTransition wait = new PauseTransition(GOOD_NEWS);
            wait.setOnFinished(event -> notices.dismiss(notice));
            wait.play();
        }
        return row;
    }

    private Button button(Notice notice, Notice.Action action) {
        Button button = new Button(action.label());
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            notices.dismiss(notice);
            action.run().run();
        });
        return button;
    }

    private static String style(Notice.Tone tone) {
        return switch (tone) {
            case BUSY -> "ll-busy";
            case DONE -> Styles.SUCCESS;
            case CAUTION -> Styles.CAUTION;
            case FAILURE -> Styles.PROBLEM;
        };
    }
}
