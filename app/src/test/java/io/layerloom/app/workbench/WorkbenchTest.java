package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.BlockEdits;
import io.layerloom.graph.Edit;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Problem;
import io.layerloom.nodes.NodeLibrary;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkbenchTest {

    private static final NodeId ID = new NodeId("n1");

    private final Workbench bench = new Workbench(NodeLibrary.CATALOG);

    private static LayerType layer(String id) {
        return NodeLibrary.CATALOG.layer(id).orElseThrow();
    }

    private void addDense() {
        bench.apply(Edits.add(layer("dense"), ID, new Point(0, 0)));
    }

    @Test
    void namesTheStepsThatCanBeTakenBackAndDoneAgain() {
        addDense();
        assertThat(bench.undoLabelProperty().get()).hasValue("Add Dense");
        bench.undo();
        assertThat(bench.undoLabelProperty().get()).isEmpty();
        assertThat(bench.redoLabelProperty().get()).hasValue("Add Dense");
        bench.redo();
        assertThat(bench.document().graph().nodes()).containsKey(ID);
    }

    @Test
    void whatWasSelectedInABlockIsNotSelectedOutsideIt() {
        addDense();
        NodeId inner = ID;
        NodeId block = bench.document().graph().freshId();
        bench.apply(BlockEdits.make(Set.of(inner), block, NodeLibrary.CATALOG));
        bench.drawing().open(block);
        bench.selection().addAll(bench.drawing().document().graph().nodes().keySet());
        bench.undo();
        assertThat(bench.drawing().path()).isEmpty();
        assertThat(bench.selection()).isEmpty();
    }

    @Test
    void saysThatAnEditOfALockedProjectHasNoEffect() {
        AtomicInteger told = new AtomicInteger();
        bench.lock();
        bench.onLocked(told::incrementAndGet);
        addDense();
        assertThat(bench.document().graph().nodes()).isEmpty();
        assertThat(told).hasValue(1);
    }

    @Test
    void isDirtyUntilSavedAndCleanAgainWhenEverythingIsTakenBack() {
        assertThat(bench.dirtyProperty().get()).isFalse();
        addDense();
        assertThat(bench.dirtyProperty().get()).isTrue();
        bench.markSaved(bench.document());
        assertThat(bench.dirtyProperty().get()).isFalse();
        bench.undo();
        assertThat(bench.dirtyProperty().get()).isTrue();
        bench.redo();
        assertThat(bench.dirtyProperty().get()).isFalse();
    }

    @Test
    void leavesNoTraceOfAnEditThatChangesNothing() {
        addDense();
        bench.markSaved(bench.document());
        bench.apply(Edit.of("Nothing", document -> document));
        assertThat(bench.undoLabelProperty().get()).hasValue("Add Dense");
        assertThat(bench.dirtyProperty().get()).isFalse();
    }

    @Test
    void keepsTheReportsWhenOnlyTheLayoutChanges() {
        addDense();
        Inference.Report before = bench.inference().report(ID);
        bench.apply(Edits.move(Map.of(ID, new Point(40, 8))));
        assertThat(bench.inference().report(ID)).isSameAs(before);
    }

    @Test
    void dropsWhatIsGoneFromTheSelection() {
        addDense();
        bench.select(ID);
        bench.undo();
        assertThat(bench.selection()).isEmpty();
    }

    @Test
    void showsTheFaultsOfDataBesideItsOwnProblems() {
        addDense();
        Problem unreadable = Problem.error(Problem.Cause.DATA, "iris.csv cannot be read.");
        bench.showSchema(Optional.empty(), java.util.List.of(unreadable));
        assertThat(bench.inference().problems()).contains(unreadable);
        bench.showSchema(Optional.empty(), java.util.List.of());
        assertThat(bench.inference().problems()).doesNotContain(unreadable);
    }
}
