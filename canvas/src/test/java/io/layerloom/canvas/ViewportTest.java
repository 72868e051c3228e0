package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.graph.Point;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ViewportTest {

    @Property(tries = 200)
    void whatLiesUnderThePointerStaysWhenZooming(
            @ForAll @DoubleRange(min = 0.05, max = 8) double from,
            @ForAll @DoubleRange(min = 0.05, max = 8) double to,
            @ForAll @DoubleRange(min = -2000, max = 2000) double x,
            @ForAll @DoubleRange(min = -2000, max = 2000) double y) {
        Viewport before = new Viewport(from, 120, -40);
        Point under = before.toWorld(x, y);
        Viewport after = before.zoomed(to, x, y);
        assertThat(after.screenX(under.x())).isCloseTo(x, within(1e-6));
        assertThat(after.screenY(under.y())).isCloseTo(y, within(1e-6));
    }

    @Test
    void theScaleStaysWithinItsBounds() {
        assertThat(Viewport.INITIAL.zoomed(100, 0, 0).scale()).isEqualTo(5);
        assertThat(Viewport.INITIAL.zoomed(0.001, 0, 0).scale()).isEqualTo(0.1);
    }

    @Test
    void fittingShowsTheWholeBoxInTheMiddle() {
        Viewport view = Viewport.fitting(new Box(1000, 500, 2000, 400), 1000, 800, 50, 50, 1);
        Box screen = view.toScreen(new Box(1000, 500, 2000, 400));
        assertThat(screen.x()).isCloseTo(50, within(1e-6));
        assertThat(screen.right()).isCloseTo(950, within(1e-6));
        assertThat(screen.centreY()).isCloseTo(400, within(1e-6));
    }

    @Test
    void fittingShowsTheWholeOfWhatIsLargerThanAPersonZoomsOut() {
        Box world = new Box(0, 0, 60_000, 900);
        Viewport view = Viewport.fitting(world, 1000, 800, 50, 50, 1);
        assertThat(view.toScreen(world).width()).isCloseTo(900, within(1e-6));
        assertThat(view.zoomed(view.scale() / 2, 0, 0).scale()).isEqualTo(view.scale());
    }

    @Test
    void fittingASmallBoxDoesNotBlowItUp() {
        assertThat(Viewport.fitting(new Box(0, 0, 156, 76), 1000, 800, 50, 50, 1)
                        .scale())
                .isEqualTo(1);
    }
}
