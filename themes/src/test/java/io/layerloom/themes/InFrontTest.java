package io.layerloom.themes;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class InFrontTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1280, 800);

    @Test
    void aDialogStandsInTheMiddleOfItsWindow() {
        assertThat(InFront.corner(SCREEN, 280, 200, SCREEN)).isEqualTo(new Point2D(500, 300));
    }

    @Test
    void allOfItIsOnTheScreen() {
        Rectangle2D halfOut = new Rectangle2D(-900, -500, 1000, 600);
        assertThat(InFront.corner(halfOut, 280, 200, SCREEN)).isEqualTo(Point2D.ZERO);
        Rectangle2D low = new Rectangle2D(900, 700, 1000, 600);
        Point2D corner = InFront.corner(low, 280, 200, SCREEN);
        assertThat(corner.getX()).isEqualTo(1000);
        assertThat(corner.getY()).isLessThan(600);
    }

    @Test
    void whatIsTooLargeForTheScreenBeginsWithIt() {
        assertThat(InFront.corner(SCREEN, 2000, 1000, SCREEN)).isEqualTo(Point2D.ZERO);
    }
}
