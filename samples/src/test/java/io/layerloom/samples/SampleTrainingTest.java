package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Evaluation;
import io.layerloom.engine.Outcome;
import io.layerloom.engine.Provenance;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.Training;
import io.layerloom.engine.TrainingException;
import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.Architectures.Trained;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trains the samples as they ship and compares the test accuracy with what it was when they were made, less a margin for other machines. */
class SampleTrainingTest {
    @TempDir
    Path folder;

    @Test
    void iris_learns_to_tell_the_species_apart() throws TrainingException {
        assertThat(testAccuracy("iris-mlp")).isGreaterThan(0.85);
    }

    @ParameterizedTest
    @Tag("slow")
    @CsvSource({
        "mnist-mlp, 0.92",
        "mnist-cnn, 0.955",
        "mnist-residual, 0.94",
        "mnist-filters, 0.93",
        "text-lstm, 0.85",
        "text-rnn-en, 0.78",
        "text-bigru-en, 0.8",
        "text-transformer, 0.85",
    })
    void every_sample_learns_what_its_card_says(String id, double atLeast) throws TrainingException {
        assertThat(testAccuracy(id)).isGreaterThan(atLeast);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mnist-mlp",
                "mnist-cnn",
                "mnist-residual",
                "iris-mlp",
                "shapes-yolo",
                "shapes-rcnn",
                "shapes-ssd",
                "shapes-unet"
            })
    void programs_of_our_own_compute_the_samples(String id) throws TrainingException, IOException {
        Document document = SampleProjects.document(id);
        TrainingPlan brief = document.plan().withEpochs(1).withSplit(new TrainingPlan.Split(0.9, 0.05));
        RunSpec spec = new RunSpec(document.with(brief), folder.resolve(id), 0, false);
        Training.inProcess(spec, new EngineContext(NodeLibrary.CATALOG, SampleData::open), event -> {});

        assertThat(RunFolder.open(folder.resolve(id)).provenance().fallback()).isEmpty();
    }

    @Test
    void finding_the_fastest_number_of_threads_changes_nothing() throws TrainingException, IOException {
        Document document = SampleProjects.document("mnist-mlp");
        TrainingPlan brief = document.plan().withEpochs(1).withSplit(new TrainingPlan.Split(0.9, 0.05));
        EngineContext context = new EngineContext(NodeLibrary.CATALOG, SampleData::open);
        Path found = folder.resolve("found");
        RunEvent.Finished chosen =
                Training.inProcess(new RunSpec(document.with(brief), found, 0, false), context, event -> {});
        Provenance provenance = RunFolder.open(found).provenance();
        RunEvent.Finished given = Training.inProcess(
                new RunSpec(document.with(brief), folder.resolve("given"), provenance.threads(), false),
                context,
                event -> {});

        assertThat(chosen.paramsSha256()).isEqualTo(given.paramsSha256());
        if (Runtime.getRuntime().availableProcessors() > 1) {
            assertThat(provenance.threadMillis()).containsKeys(1, provenance.threads());
        }
    }

    static List<Trained> trained() {
        return Architectures.TRAINED;
    }

    @ParameterizedTest
    @Tag("slow")
    @MethodSource("trained")
    void every_well_known_network_learns_as_its_row_says(Trained network) throws TrainingException {
        assertThat(test(network.id())).matches(network::isReachedBy, "reaches what its row says");
    }

    private double testAccuracy(String id) throws TrainingException {
        return test(id).accuracy();
    }

    private Evaluation test(String id) throws TrainingException {
        RunSpec drawn = new RunSpec(SampleProjects.document(id), folder.resolve(id), 0, false);
        RunSpec spec = drawn;
        if (drawn.document().plan().start().isPresent()) {
            String first = drawn.document().plan().start().get().substring(TrainingPlan.SAMPLE.length());
            test(first);
            spec = drawn.from(folder.resolve(first));
        }
        EngineContext context = new EngineContext(NodeLibrary.CATALOG, SampleData::open);
        RunEvent.Finished finished = Training.inProcess(spec, context, event -> {});
        assertThat(finished.outcome()).isEqualTo(Outcome.COMPLETED);
        return finished.test();
    }
}
