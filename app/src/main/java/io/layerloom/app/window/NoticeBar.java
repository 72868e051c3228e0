package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Notice;
import io.layerloom.app.workbench.Notices;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** The notices over the page, one at a time, the latest first; good news leaves by itself, all else stays until it is dismissed, dealt with or so no more. */
final class NoticeBar extends StackPane {

    private static final double WIDEST = 760;
    private static final Duration GOOD_NEWS = Duration.seconds(6);
    private static final Duration HINT = Duration.seconds(15);

    private final Notices notices;
    private final Map<Notice, HBox> rows = new HashMap<>();
    private final Label count = Texts.line("", Styles.MUTED, Styles.MONO);
    private final Button next = new Button(null, Icons.CHEVRON_RIGHT.node());
    private List<Notice> known = List.of();
    private Optional<Notice> current = Optional.empty();

    NoticeBar(Notices notices) {
        this.notices = notices;
        getStyleClass().add("ll-notices");
        setId("notices");
        setMaxSize(Measure.panel(WIDEST), USE_PREF_SIZE);
        setPickOnBounds(false);
        count.setMinWidth(USE_PREF_SIZE);
        next.setId("notice-next");
        next.getStyleClass().addAll(Styles.ICON_BUTTON, Styles.QUIET);
        next.setAccessibleText(tr("Next message"));
        next.setTooltip(new Tooltip(tr("Next message")));
        next.setOnAction(event -> turn());
        Watch.on(notices.shown(), this, NoticeBar::refresh);
        refresh();
    }

    private void refresh() {
        List<Notice> shown = latestFirst();
        rows.keySet().retainAll(shown);
        Optional<Notice> latest =
                shown.stream().filter(notice -> !known.contains(notice)).findFirst();
        known = shown;
        current = latest.or(() -> current.filter(shown::contains))
                .or(() -> shown.stream().findFirst());
        present();
    }

    private List<Notice> latestFirst() {
        List<Notice> shown = new ArrayList<>(notices.shown());
        Collections.reverse(shown);
        return shown;
    }

    private void turn() {
        current = current.map(notice -> known.get((known.indexOf(notice) + 1) % known.size()));
        present();
        next.requestFocus();
    }

    private void present() {
        getChildren().clear();
        current.ifPresent(notice -> {
            HBox row = rows.computeIfAbsent(notice, this::row);
            rows.values().forEach(other -> other.getChildren().removeAll(count, next));
            if (known.size() > 1) {
                count.setText(tr("%d of %d", known.indexOf(notice) + 1, known.size()));
                row.getChildren().addAll(row.getChildren().size() - 1, List.of(count, next));
            }
            getChildren().setAll(row);
        });
        setVisible(current.isPresent());
        setManaged(isVisible());
    }

    private HBox row(Notice notice) {
        FontIcon icon = switch (notice.tone()) {
            case BUSY -> Icons.CLOCK.node();
            case DONE -> Icons.SUCCESS.node();
            case HINT, CAUTION -> Icons.CAUTION.node();
            case FAILURE -> Icons.PROBLEM.node();
        };
        Label text = Texts.wrapped(notice.text());
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(12, icon, text);
        notice.action().ifPresent(action -> row.getChildren().add(last(notice, action)));
        notice.look().ifPresent(action -> row.getChildren().add(button(action)));
        notice.refusal().ifPresent(action -> row.getChildren().add(last(notice, action)));
        Button close = new Button(null, Icons.CLOSE.node());
        close.getStyleClass().addAll(Styles.ICON_BUTTON, Styles.QUIET);
        close.setAccessibleText(tr("Dismiss"));
        close.setOnAction(event -> notices.close(notice));
        row.getChildren().add(close);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add(style(notice.tone()));
        stays(notice).map(PauseTransition::new).ifPresent(wait -> {
            wait.setOnFinished(event -> notices.dismiss(notice));
            wait.play();
        });
        return row;
    }

    /** How long a notice stays in view; empty for one that does not go by the clock. */
    static Optional<Duration> stays(Notice notice) {
        return switch (notice.tone()) {
            case DONE -> notice.holds().isPresent() ? Optional.empty() : Optional.of(GOOD_NEWS);
            case HINT -> Optional.of(HINT);
            case BUSY, CAUTION, FAILURE -> Optional.empty();
        };
    }

    private static Button button(Notice.Action action) {
        Button button = new Button(action.label());
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run().run());
        return button;
    }

    /** A button after which there is no more to be told. */
    private Button last(Notice notice, Notice.Action action) {
        Button button = button(action);
        button.addEventFilter(ActionEvent.ACTION, event -> notices.dismiss(notice));
        return button;
    }

    private static String style(Notice.Tone tone) {
        return switch (tone) {
            case BUSY -> "ll-busy";
            case DONE -> Styles.SUCCESS;
            case HINT, CAUTION -> Styles.CAUTION;
            case FAILURE -> Styles.PROBLEM;
        };
    }
}
