package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BoxIndexTest {

    private static final Box EVERYWHERE = new Box(-1000, -1000, 10_000, 10_000);

    private static Box at(double x) {
        return new Box(x, 10, 20, 20);
    }

    @Test
    void changesOfACopyAreNoneOfTheOriginal() {
        BoxIndex<String> original = new BoxIndex<>();
        original.add(at(0), "left");
        original.add(at(5000), "right");
        BoxIndex<String> copy = original.copy();
        copy.replace(at(0), "left", at(40), "moved");
        copy.remove(at(5000), "right");
        assertThat(original.within(EVERYWHERE)).isEqualTo(List.of("left", "right"));
        assertThat(copy.within(EVERYWHERE)).isEqualTo(List.of("moved"));
    }

    /** Or the whole history of a drawing would stay in memory. */
    @Test
    void aCopyDoesNotKeepItsOriginalAlive() {
        BoxIndex<Object> index = new BoxIndex<>();
        index.add(at(0), new Object());
        index.add(at(5000), "stays");
        WeakReference<BoxIndex<Object>> first = new WeakReference<>(index);
        for (int step = 0; step < 3; step++) {
            index = index.copy();
            Object former = index.within(at(0)).get(0);
            index.replace(at(0), former, at(0), new Object());
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return first.get() == null;
        });
        assertThat(index.within(EVERYWHERE)).hasSize(2);
    }
}
