package io.layerloom.app.workbench;

import io.layerloom.themes.TextSize;
import io.layerloom.themes.Themes;
import java.util.function.Consumer;

/** How large all text is: as the person chose, from one start to the next. */
public final class TextSizes {

    private final SettingsFile settings;
    private Consumer<Runnable> around = Runnable::run;

    /** Shows text from now on as the settings say. */
    public TextSizes(SettingsFile settings) {
        this.settings = settings;
        Themes.use(chosen());
        settings.currentProperty().addListener((observable, before, after) -> follow());
    }

    /** Says what is to be done when text gets another size: it is handed the switch, which it runs at its time. */
    public void onSwitch(Consumer<Runnable> action) {
        around = action;
    }

    /** What the person chose. */
    public TextSize chosen() {
        return settings.get().chosenTextSize();
    }

    /** Shows text in this size from now on. */
    public void choose(TextSize size) {
        settings.update(now -> now.with(size));
    }

    /** Shows text in the next larger size, where there is one. */
    public void larger() {
        choose(chosen().larger());
    }

    /** Shows text in the next smaller size, where there is one. */
    public void smaller() {
        choose(chosen().smaller());
    }

    private void follow() {
        if (chosen() != Themes.textSize().get()) {
            around.accept(() -> Themes.use(chosen()));
        }
    }
}
