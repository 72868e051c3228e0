package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Provenance;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.Training;
import io.layerloom.engine.TrainingException;
import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.nodes.NodeLibrary;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the samples train: to what end, by which program, and on how many threads. Whole trainings of all are among the tests of the program. */
class SampleTrainingTest {
    @TempDir
    Path folder;

    @Test
    void iris_learns_to_tell_the_species_apart() throws TrainingException {
        RunSpec spec = new RunSpec(SampleProjects.document("iris-mlp"), folder.resolve("iris-mlp"), 0, false);
        EngineContext context = new EngineContext(NodeLibrary.CATALOG, SampleData::open);
        assertThat(Training.inProcess(spec, context, event -> {}).test().accuracy())
                .isGreaterThan(0.85);
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
}
