package io.layerloom.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScreenFaultTest {

    @Test
    void saysWhatToSetOrInstall() {
        assertThat(ScreenFault.of(new UnsupportedOperationException("Unable to open DISPLAY")))
                .hasValueSatisfying(text -> assertThat(text).contains("set DISPLAY"));
        assertThat(ScreenFault.of(new UnsupportedOperationException("Unable to load glass GTK library.")))
                .hasValueSatisfying(text -> assertThat(text).contains("libgtk-3-0"));
        assertThat(ScreenFault.of(new RuntimeException(
                        new UnsatisfiedLinkError("libglassgtk3.so: libXtst.so.6: cannot open shared object file"))))
                .hasValueSatisfying(text -> assertThat(text).contains("libxtst6"));
        assertThat(ScreenFault.of(
                        new NoClassDefFoundError("Could not initialize class com.sun.javafx.text.GlyphLayout")))
                .hasValueSatisfying(text -> assertThat(text).contains("libpangoft2-1.0-0"));
    }

    @Test
    void leavesOtherFailuresAlone() {
        assertThat(ScreenFault.of(new IllegalStateException("something else"))).isEmpty();
    }

    @Test
    void doesNotTakeEveryWordForAScreen() {
        assertThat(ScreenFault.of(new IllegalStateException("The display name of a layer is empty")))
                .isEmpty();
        assertThat(ScreenFault.of(new UnsupportedOperationException("No display list for a glass pane")))
                .isEmpty();
        assertThat(ScreenFault.of(new UnsatisfiedLinkError("no jnind4jcpu in java.library.path")))
                .isEmpty();
        assertThat(ScreenFault.of(new NullPointerException("gtk"))).isEmpty();
    }

    @Test
    void namesTheLibraryThatIsAbsentEvenIfItIsOfAnotherKind() {
        assertThat(ScreenFault.of(new RuntimeException(
                        "No toolkit found",
                        new UnsatisfiedLinkError("libglassgtk3.so: libfreetype.so.6: cannot open shared object file"))))
                .hasValueSatisfying(text -> assertThat(text).contains("libfreetype.so.6 is missing"));
    }
}
