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
}
