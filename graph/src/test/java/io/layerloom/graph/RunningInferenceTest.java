package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Inferring step by step gives what inferring at once gives, whatever was edited and taken back before. */
class RunningInferenceTest {

    private static Inference afresh(Document document) {
        return Inference.of(document.graph(), SmallCatalog.CATALOG);
    }

    @Property(tries = 300)
    void everyStepAndEveryUndoInfersWhatItWouldAfresh(@ForAll long seed) {
        RandomDocuments edits = new RandomDocuments(seed);
        Random hand = new Random(seed);
        RunningInference running = new RunningInference(SmallCatalog.CATALOG);
        History history = History.of(Document.EMPTY);
        for (int i = 0; i < 60; i++) {
            history = switch (hand.nextInt(5)) {
                case 0 -> history.undo();
                case 1 -> history.redo();
                default -> history.apply(edits.edit(history.present()));
            };
            assertThat(running.of(history.present().graph())).isEqualTo(afresh(history.present()));
        }
    }

    @Test
    void onlyWhatAnEditReachesIsWorkedOutAnew() {
        Sketch sketch = Sketch.chain(
                SmallCatalog.INPUT,
                SmallCatalog.CONV,
                SmallCatalog.CONV,
                SmallCatalog.FLATTEN,
                SmallCatalog.DENSE,
                SmallCatalog.OUTPUT);
        Document document = sketch.document();
        RunningInference running = new RunningInference(SmallCatalog.CATALOG);
        Inference before = running.of(document.graph());
        NodeId edited = sketch.id("conv2d_2");
        Document wider = Edits.set(edited, SmallCatalog.FILTERS, 16).apply(document);
        Inference after = running.of(wider.graph());
        for (NodeId id : List.of(sketch.id("input_1"), sketch.id("conv2d_1"), sketch.id("output_1"))) {
            assertThat(after.report(id)).isSameAs(before.report(id));
        }
        for (NodeId id : List.of(edited, sketch.id("flatten_1"), sketch.id("dense_1"))) {
            assertThat(after.report(id)).isNotEqualTo(before.report(id));
        }
    }

    @Test
    void anotherNameInfersNothingAnew() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.FLATTEN, SmallCatalog.OUTPUT);
        RunningInference running = new RunningInference(SmallCatalog.CATALOG);
        Inference before = running.of(sketch.document().graph());
        Document renamed = Edits.rename(sketch.id("input_1"), "picture").apply(sketch.document());
        NodeId id = sketch.id("input_1");
        assertThat(running.of(renamed.graph()).report(id)).isSameAs(before.report(id));
    }
}
