package io.layerloom.themes;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks something in front of a window and leaves the window as it was. */
public final class InFront {
    private InFront() {}

    /**
     * What a dialog answers; returns when it is closed.
     *
     * <p>On Linux, JavaFX fixes the size of a window while a dialog stands in front of it, upon which window managers take back that it is maximised. So it is maximised anew.
     */
    public static <T extends @Nullable Object> T of(@Nullable Window window, Supplier<T> dialog) {
        Optional<Stage> maximized = Optional.ofNullable(window)
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(Stage::isMaximized);
        T answer = dialog.get();
        maximized.ifPresent(stage -> FxThread.later(() -> stage.setMaximized(true)));
        return answer;
    }
}
