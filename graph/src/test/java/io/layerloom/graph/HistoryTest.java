package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Every step can be gone back and forth exactly, whatever it changed. */
class HistoryTest {

    private static Edit to(Document document) {
        return Edit.of("Become another", before -> document);
    }

    @Property(tries = 200)
    void everyStepGoesBackAndForthExactly(@ForAll long seed) {
        List<Document> documents = new ArrayList<>();
        History history = History.of(Document.EMPTY);
        for (int i = 0; i < 6; i++) {
            int before = history.done();
            history = history.apply(to(new RandomDocuments(seed + i).document(5 + i)));
            if (history.done() > before) {
                documents.add(history.present());
            }
        }
        int steps = history.done();
        for (int i = steps; i-- > 1; ) {
            history = history.undo();
            assertThat(history.present()).isEqualTo(documents.get(i - 1));
            assertThat(ProjectFile.toJson(history.present())).isEqualTo(ProjectFile.toJson(documents.get(i - 1)));
        }
        assertThat(history.after(steps).present()).isEqualTo(documents.get(documents.size() - 1));
        assertThat(history.after(0).present()).isEqualTo(Document.EMPTY);
    }

    @Test
    void aJumpKeepsEveryStep() {
        History history = History.of(Document.EMPTY);
        for (int i = 1; i <= 4; i++) {
            int x = i;
            history = history.apply(Edit.of(
                    "Step " + i,
                    before -> before.with(before.layout().with(Map.of(new NodeId("n1"), new Point(x, 0))))));
        }
        History early = history.after(1);
        assertThat(early.present().layout().of(new NodeId("n1"))).isEqualTo(new Point(1, 0));
        assertThat(early.labels()).containsExactly("Step 1", "Step 2", "Step 3", "Step 4");
        assertThat(early.done()).isEqualTo(1);
        assertThat(early.after(3).undoLabel()).contains("Step 3");
    }

    @Test
    void takingBackAMoveLeavesTheGraphTheSameObject() {
        Document document =
                Document.EMPTY.with(Graph.EMPTY.with(new Node(new NodeId("n1"), "dense", "dense_1", Values.EMPTY)));
        History moved = History.of(document).apply(Edits.move(Map.of(new NodeId("n1"), new Point(5, 5))));
        assertThat(moved.undo().present().graph()).isSameAs(document.graph());
    }
}
