package io.layerloom.app.workbench;

import io.layerloom.graph.language.Language;
import io.layerloom.themes.Fonts;
import java.util.Optional;

/** Which language the window speaks: the one that it was started in until the person chooses another, else the one that the person chose, or else the one of the system where it can be read. */
public final class Languages {

    private final SettingsFile settings;
    private Optional<Language> started;
    private Runnable switched = () -> {};

    /**
     * Speaks from now on as the settings say.
     *
     * @param started the language that the program was started in, if one was told
     */
    public Languages(SettingsFile settings, Optional<Language> started) {
        this.settings = settings;
        this.started = started;
        Language.use(wanted());
        settings.currentProperty().addListener((observable, before, after) -> follow());
    }

    /** Says what is to be done when another language is spoken. */
    public void onSwitch(Runnable action) {
        switched = action;
    }

    /** What the person chose; empty for the language of the system. */
    public Optional<Language> chosen() {
        return started.or(() -> settings.get().chosenLanguage());
    }

    /** Speaks this language from now on; that of the system where none is given. */
    public void choose(Optional<Language> language) {
        started = Optional.empty();
        settings.update(now -> now.withLanguage(language));
        follow();
    }

    /** Whether the system's language gives way to English, because its characters would be boxes here. */
    public boolean isOverruled() {
        return chosen().isEmpty() && Language.ofSystem() == Language.CHINESE && !Fonts.showsChinese();
    }

    private Language wanted() {
        return isOverruled() ? Language.ENGLISH : chosen().orElseGet(Language::ofSystem);
    }

    private void follow() {
        if (wanted() != Language.current()) {
            Language.use(wanted());
            switched.run();
        }
    }
}
