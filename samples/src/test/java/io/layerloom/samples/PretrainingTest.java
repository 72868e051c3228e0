package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.Training;
import io.layerloom.engine.TrainingException;
import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedy;
import io.layerloom.nodes.NodeLibrary;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Layers that learn one by one before all learn together. */
class PretrainingTest extends PlanFixture {

    private static Document iris(int pretraining) {
        Document iris = SampleProjects.document("iris-mlp");
        return iris.with(iris.plan().withEpochs(2).withPretraining(pretraining));
    }

    private static RunEvent.Finished train(RunSpec spec, Consumer<RunEvent> listener) throws TrainingException {
        return Training.inProcess(spec, CONTEXT, listener);
    }

    private List<String> told(String run) throws IOException {
        return RunFolder.open(folder.resolve(run)).metrics().stream()
                .filter(RunEvent.Pretraining.class::isInstance)
                .map(RunEvent.Pretraining.class::cast)
                .map(event -> "%s %d/%d, epoch %d/%d: %s"
                        .formatted(
                                event.layer(),
                                event.number(),
                                event.layers(),
                                event.epoch(),
                                event.epochs(),
                                event.loss()))
                .toList();
    }

    @Test
    void a_run_that_is_killed_in_its_pre_training_begins_that_layer_anew_and_ends_the_same()
            throws TrainingException, IOException {
        RunEvent.Finished whole = train(iris(3), "whole", false);
        RunSpec broken = new RunSpec(iris(3), folder.resolve("broken"), 1, false);
        assertThatThrownBy(() -> train(broken, event -> {
                    if (event instanceof RunEvent.Pretraining layer && layer.number() == 2 && layer.epoch() == 1) {
                        throw new Killed();
                    }
                }))
                .isInstanceOf(Killed.class);
        RunEvent.Finished resumed = train(iris(3), "broken", true);

        assertThat(resumed.paramsSha256()).isEqualTo(whole.paramsSha256());
        assertThat(resumed.test()).isEqualTo(whole.test());
        assertThat(told("broken")).isEqualTo(told("whole")).hasSize(2 * 4);
        assertThat(told("whole").get(3)).startsWith("hidden1 1/2, epoch 3/3: ");
        assertThat(train(iris(0), "together", false).paramsSha256()).isNotEqualTo(whole.paramsSha256());
        assertThat(told("together")).isEmpty();
    }

    /** The end of a process: no handler for people runs. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void what_holds_no_layer_that_could_learn_by_itself_is_refused_with_a_way_out()
            throws DataException, TrainingException {
        Document residual = SampleProjects.document("mnist-residual");
        assertRefused(
                residual.with(residual.plan().withPretraining(1)),
                "Only Dense layers that are not frozen can be pre-trained, and the network has none. Add one, or switch the layer-wise pre-training off.");
        Document iris = iris(1);
        List<NodeId> hidden = List.of("hidden1", "hidden2").stream()
                .map(name -> iris.graph().named(name).orElseThrow().id())
                .toList();
        assertRefused(Edits.freeze(hidden, true, NodeLibrary.CATALOG).apply(iris), "Only Dense layers that are not");
        Document gan = SampleProjects.document("mnist-gan");
        assertRefused(gan.with(gan.plan().withPretraining(1)), "A generator and its discriminator learn from");
        assertThat(problems(iris)).isEmpty();
    }

    private static void assertRefused(Document document, String sentence) throws DataException {
        Problem problem = problems(document).get(0);
        assertThat(problem.message()).startsWith(sentence);
        assertThat(problem.param()).contains("pretraining");
        Remedy remedy = remedies(document, problem).get(0);
        assertThat(remedy.label()).isEqualTo("Set Layer-wise pre-training to 0");
        assertThat(problems(remedy.edit().apply(document))).isEmpty();
    }

    /** After the first epoch 85 % against 19 %, at the end 92 % against 71 % when it was made. */
    @Test
    @Tag("slow")
    void a_deep_network_of_sigmoids_starts_and_ends_better_when_its_layers_have_learned_before()
            throws TrainingException, IOException {
        Document layerwise = SampleProjects.document("mnist-layerwise");
        RunEvent.Finished pretrained = train(layerwise, "pretrained", false);
        RunEvent.Finished together = train(layerwise.with(layerwise.plan().withPretraining(0)), "together", false);

        assertThat(firstAccuracy("pretrained")).isGreaterThan(firstAccuracy("together") + 0.4);
        assertThat(pretrained.test().accuracy())
                .isGreaterThan(0.9)
                .isGreaterThan(together.test().accuracy() + 0.1);
    }

    private double firstAccuracy(String run) throws IOException {
        return RunFolder.open(folder.resolve(run)).metrics().stream()
                .filter(RunEvent.EpochEnd.class::isInstance)
                .mapToDouble(event -> ((RunEvent.EpochEnd) event).validationAccuracy())
                .findFirst()
                .orElseThrow();
    }
}
