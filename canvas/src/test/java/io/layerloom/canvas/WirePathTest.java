package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.graph.Point;
import org.junit.jupiter.api.Test;

class WirePathTest {

    private final WirePath level = WireRouter.direct(new Point(0, 50), new Point(200, 50));

    @Test
    void theMiddleIsHalfTheLengthAway() {
        assertThat(level.at(0.5).x()).isCloseTo(100, within(0.5));
        assertThat(level.at(0.5).y()).isEqualTo(50);
        assertThat(level.at(1)).isEqualTo(new Point(200, 50));
    }

    @Test
    void distanceIsMeasuredToTheLineAndBeyondItsEnds() {
        assertThat(level.distance(100, 58)).isCloseTo(8, within(1e-9));
        assertThat(level.distance(203, 54)).isCloseTo(5, within(1e-9));
    }

    @Test
    void aSegmentCrossesABoxAlsoWithoutAnEndInIt() {
        Box box = new Box(0, 0, 10, 10);
        assertThat(Segments.crosses(-5, 5, 15, 5, box)).isTrue();
        assertThat(Segments.crosses(-5, -1, 15, -1, box)).isFalse();
        assertThat(Segments.crosses(-5, 6, 6, -5, box)).isTrue();
        assertThat(Segments.crosses(-5, 4, 4, -5, box)).isFalse();
    }

    @Test
    void aHugeBoxCostsNoMemory() {
        BoxIndex<String> index = new BoxIndex<>();
        index.add(new Box(-1e9, -1e9, 2e9, 2e9), "all");
        index.add(new Box(0, 0, 10, 10), "small");
        assertThat(index.within(new Box(5, 5, 1, 1))).containsExactlyInAnyOrder("all", "small");
        assertThat(index.within(new Box(500, 5, 1, 1))).containsExactly("all");
        assertThat(index.within(new Box(-1e9, -1e9, 2e9, 2e9))).containsExactlyInAnyOrder("all", "small");
    }

    @Test
    void aBoxOverSeveralCellsIsFoundOnce() {
        BoxIndex<String> index = new BoxIndex<>();
        index.add(new Box(-300, -300, 900, 900), "wide");
        assertThat(index.within(new Box(-100, -100, 400, 400))).containsExactly("wide");
    }
}
