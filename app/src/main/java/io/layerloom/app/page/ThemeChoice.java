package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Texts;
import io.layerloom.app.window.Watch;
import io.layerloom.themes.Styles;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.util.Locale;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The choice between the light and the dark theme. */
final class ThemeChoice extends VBox {

    private final ToggleGroup group = new ToggleGroup();
    private final Runnable switching;

    /** @param switching shows the other theme, and remembers it */
    ThemeChoice(Runnable switching) {
        this.switching = switching;
        getStyleClass().add(Styles.CARD);
        HBox segments = new HBox(segment(Theme.LIGHT, tr("Light")), segment(Theme.DARK, tr("Dark")));
        segments.getStyleClass().add(Styles.SEGMENTED);
        getChildren().addAll(Texts.line(tr("Theme"), Styles.TITLE), new HBox(segments));
        Watch.on(Themes.current(), this, ThemeChoice::show);
        show();
    }

    private ToggleButton segment(Theme theme, String words) {
        ToggleButton button = new ToggleButton(words);
        button.setToggleGroup(group);
        button.setUserData(theme);
        button.setId("theme-" + theme.name().toLowerCase(Locale.ROOT));
        button.setOnAction(event -> {
            if (Themes.current().get() != theme) {
                switching.run();
            }
            show(); // a second press must not leave nothing chosen
        });
        return button;
    }

    private void show() {
        group.getToggles()
                .forEach(toggle -> toggle.setSelected(
                        toggle.getUserData() == Themes.current().get()));
    }
}
