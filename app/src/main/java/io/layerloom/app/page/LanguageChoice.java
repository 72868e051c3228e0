package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.Languages;
import io.layerloom.graph.language.Language;
import io.layerloom.themes.Styles;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The choice of the language, each in its own words. */
final class LanguageChoice extends VBox {

    private final ToggleGroup group = new ToggleGroup();
    private final Languages languages;

    LanguageChoice(Languages languages) {
        this.languages = languages;
        getStyleClass().add(Styles.CARD);
        HBox segments = new HBox(segment("system", tr("As the system"), Optional.empty()));
        segments.getStyleClass().add(Styles.SEGMENTED);
        for (Language language : Language.values()) {
            segments.getChildren()
                    .add(segment(language.name().toLowerCase(Locale.ROOT), language.title(), Optional.of(language)));
        }
        getChildren()
                .addAll(
                        Texts.line(tr("Language"), Styles.TITLE),
                        new HBox(segments),
                        Texts.wrapped(
                                tr(
                                        "Takes effect at once; the open project, its steps and a training go on as they are."),
                                Styles.MUTED));
    }

    private ToggleButton segment(String id, String title, Optional<Language> language) {
        ToggleButton button = new ToggleButton(title);
        button.setToggleGroup(group);
        button.setId("language-" + id);
        button.setSelected(languages.chosen().equals(language));
        button.setOnAction(event -> {
            button.setSelected(true); // a second press must not leave nothing chosen
            languages.choose(language);
        });
        return button;
    }
}
