package io.layerloom.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FxThreadTest {

    @Test
    void carriesWorkFromAnotherThreadOntoTheJavaFxThread() {
        AtomicReference<Boolean> onFxThread = new AtomicReference<>();
        FxThread.run(() -> onFxThread.set(Platform.isFxApplicationThread()));
        await().until(() -> onFxThread.get() != null);
        assertThat(onFxThread.get()).isTrue();
    }

    @Test
    void runsAtOnceWhenAlreadyThere() {
        AtomicReference<Boolean> atOnce = new AtomicReference<>();
        Platform.runLater(() -> {
            boolean[] ran = {false};
            FxThread.run(() -> ran[0] = true);
            atOnce.set(ran[0]);
        });
        await().until(() -> atOnce.get() != null);
        assertThat(atOnce.get()).isTrue();
    }
}
