package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Edits;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.nodes.NodeLibrary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardTest {

    private final Workbench bench = new Workbench(NodeLibrary.CATALOG);
    private final List<String> happened = new ArrayList<>();

    private void pass(Guard.Answer answer) {
        Guard guard = new Guard(
                bench,
                () -> {
                    happened.add("asked");
                    return answer;
                },
                next -> {
                    happened.add("saved");
                    next.run();
                },
                () -> happened.add("discarded"));
        guard.pass(() -> happened.add("passed"));
    }

    private void change() {
        bench.apply(Edits.add(NodeLibrary.CATALOG.layers().get(0), new NodeId("n1"), new Point(0, 0)));
    }

    @Test
    void letsPassWhatLosesNothing() {
        pass(Guard.Answer.CANCEL);
        assertThat(happened).containsExactly("passed");
    }

    @Test
    void savesFirstIfAsked() {
        change();
        pass(Guard.Answer.SAVE);
        assertThat(happened).containsExactly("asked", "saved", "passed");
    }

    @Test
    void discardsIfToldSo() {
        change();
        pass(Guard.Answer.DISCARD);
        assertThat(happened).containsExactly("asked", "discarded", "passed");
    }

    @Test
    void staysIfCalledOff() {
        change();
        pass(Guard.Answer.CANCEL);
        assertThat(happened).containsExactly("asked");
    }
}
