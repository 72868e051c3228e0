package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Edits;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedy;
import io.layerloom.nodes.NodeLibrary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RemedyDeskTest {

    private static final int MANY = 60;

    private final Workbench bench = new Workbench(NodeLibrary.CATALOG);
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final RemedyDesk desk = new RemedyDesk(bench, new Tasks(background::add, bug -> {
        throw new AssertionError(bug);
    }));
    private final List<List<Remedy>> answers = new ArrayList<>();

    private void add(int layers) {
        LayerType dense = NodeLibrary.CATALOG.layer("dense").orElseThrow();
        for (int at = 0; at < layers; at++) {
            bench.apply(Edits.add(dense, new NodeId("n" + at), new Point(0, 100 * at)));
        }
    }

    private Problem problem() {
        return bench.obstacle().orElseThrow();
    }

    private void ask() {
        desk.find(problem(), answers::add);
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }

    @Test
    void answersAtOnceInASmallNetwork() {
        onFx(() -> {
            add(1);
            ask();
            ask();
        });
        assertThat(answers).hasSize(2);
        assertThat(answers.get(1)).isSameAs(answers.get(0)).isNotEmpty();
        assertThat(background).isEmpty();
    }

    @Test
    void looksInTheBackgroundOfALargeOneAndOnlyOnce() {
        onFx(() -> {
            add(MANY);
            ask();
            ask();
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(answers).isEmpty();
        assertThat(background).hasSize(1);
        work();
        assertThat(answers).hasSize(2);
        onFx(this::ask);
        assertThat(answers).hasSize(3);
    }

    @Test
    void keepsSilentAboutADocumentThatIsNoMore() {
        onFx(() -> {
            add(MANY);
            ask();
            bench.undo();
        });
        work();
        assertThat(answers).isEmpty();
        onFx(this::ask);
        work();
        assertThat(answers).hasSize(1);
    }
}
