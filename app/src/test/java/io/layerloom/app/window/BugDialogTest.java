package io.layerloom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BugDialogTest {

    @Test
    void callsOneBugTheSameEachTime() {
        assertThat(BugDialog.headline(new IllegalStateException("one")))
                .startsWith("This is a bug in Layerloom (LL-")
                .isEqualTo(BugDialog.headline(new RuntimeException(new IllegalStateException("one"))))
                .isNotEqualTo(BugDialog.headline(new NullPointerException("one")));
    }

    @Test
    void doesNotCallMemoryThatIsFullABug() {
        assertThat(BugDialog.headline(new RuntimeException(new OutOfMemoryError("Java heap space"))))
                .startsWith("There is not enough memory")
                .contains("LAYERLOOM_OPTS=-Xmx");
    }
}
