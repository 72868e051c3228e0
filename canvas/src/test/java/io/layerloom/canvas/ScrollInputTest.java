package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ScrollEvent.HorizontalTextScrollUnits;
import javafx.scene.input.ScrollEvent.VerticalTextScrollUnits;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** The events of each system, as JavaFX sends them. */
@ExtendWith(ApplicationExtension.class)
class ScrollInputTest {

    private final Editor editor = new Editor(TestCatalog.CATALOG, () -> {});
    private final Region surface = new Region();
    private long now;

    private void listen(boolean windows) {
        new ScrollInput(editor, surface, windows, () -> now);
    }

    private record Keys(boolean shift, boolean shortcut) {
        static final Keys NONE = new Keys(false, false);
        static final Keys SHIFT = new Keys(true, false);
        static final Keys SHORTCUT = new Keys(false, true);
    }

    private void fire(
            EventType<ScrollEvent> type, Keys keys, boolean inertia, double dx, double dy, double multiplier) {
        Event.fireEvent(
                surface,
                new ScrollEvent(
                        type,
                        200,
                        100,
                        200,
                        100,
                        keys.shift(),
                        keys.shortcut(),
                        false,
                        keys.shortcut(),
                        false,
                        inertia,
                        dx,
                        dy,
                        0,
                        0,
                        multiplier,
                        multiplier,
                        HorizontalTextScrollUnits.NONE,
                        0,
                        VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private void wheel(Keys keys, double dx, double dy) {
        fire(ScrollEvent.SCROLL, keys, false, dx, dy, 40);
    }

    /** Two fingers on a trackpad of macOS, which glide on. */
    private void swipe(Keys keys, Keys afterwards) {
        fire(ScrollEvent.SCROLL_STARTED, keys, false, 0, 0, 10);
        fire(ScrollEvent.SCROLL, keys, false, 12, -30, 10);
        fire(ScrollEvent.SCROLL_FINISHED, keys, false, 0, 0, 10);
        fire(ScrollEvent.SCROLL, afterwards, true, 4, -10, 10);
    }

    private void pinch(double factor, boolean inertia) {
        Event.fireEvent(
                surface,
                new ZoomEvent(
                        ZoomEvent.ZOOM,
                        200,
                        100,
                        200,
                        100,
                        false,
                        false,
                        false,
                        false,
                        false,
                        inertia,
                        factor,
                        factor,
                        null));
    }

    private void staysUnderThePointer() {
        assertThat(editor.view().screenX(200)).isCloseTo(200, within(1e-9));
        assertThat(editor.view().screenY(100)).isCloseTo(100, within(1e-9));
    }

    @Test
    void aNotchOfTheWheelZoomsAtThePointer() {
        listen(true);
        wheel(Keys.NONE, 0, 40);
        assertThat(editor.view().scale()).isCloseTo(1.15, within(1e-9));
        staysUnderThePointer();
        wheel(Keys.SHORTCUT, 0, -40);
        assertThat(editor.view().scale()).isCloseTo(1, within(1e-9));
    }

    @Test
    void theWheelPansSidewaysWithShiftOrTilted() {
        listen(false);
        wheel(Keys.SHIFT, 0, 40);
        assertThat(editor.view()).isEqualTo(new Viewport(1, 40, 0));
        wheel(Keys.SHIFT, -40, 0); // as macOS turns it
        wheel(Keys.NONE, -40, 0);
        assertThat(editor.view()).isEqualTo(new Viewport(1, -40, 0));
    }

    @Test
    void twoFingersPanAndGlide() {
        listen(false);
        swipe(Keys.NONE, Keys.SHORTCUT);
        assertThat(editor.view()).isEqualTo(new Viewport(1, 16, -40));
    }

    @Test
    void aZoomByTwoFingersDoesNotGlide() {
        listen(false);
        swipe(Keys.SHORTCUT, Keys.NONE);
        Viewport zoomed = editor.view();
        assertThat(zoomed.scale()).isLessThan(1);
        staysUnderThePointer();
        swipe(Keys.SHORTCUT, Keys.SHORTCUT);
        assertThat(editor.view().scale()).isCloseTo(zoomed.scale() * zoomed.scale(), within(1e-9));
    }

    @Test
    void aPinchZoomsAtThePointerAndDoesNotGlide() {
        listen(false);
        pinch(1.5, false);
        pinch(1.2, true);
        fire(ScrollEvent.SCROLL, Keys.NONE, true, 0, 30, 10);
        assertThat(editor.view().scale()).isCloseTo(1.5, within(1e-9));
        staysUnderThePointer();
    }

    @Test
    void onWindowsPartsOfANotchAreFingersUntilTheyRest() {
        listen(true);
        wheel(Keys.NONE, 0, 40.0 / 120);
        wheel(Keys.NONE, 0, 40); // fingers may well turn a whole notch
        assertThat(editor.view()).isEqualTo(new Viewport(1, 0, 40 + 40.0 / 120));
        wheel(Keys.SHORTCUT, 0, 10); // a pinch
        assertThat(editor.view().scale()).isGreaterThan(1);
        double before = editor.view().scale();
        now += 1_000_000_000;
        wheel(Keys.NONE, 0, 80);
        assertThat(editor.view().scale()).isGreaterThan(before * 1.3);
    }

    @Test
    void elsewhereAWheelTurnsByPartsAndZooms() {
        listen(false);
        wheel(Keys.NONE, 0, 15);
        assertThat(editor.view().scale()).isGreaterThan(1);
    }
}
