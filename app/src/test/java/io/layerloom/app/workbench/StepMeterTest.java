package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.engine.Evaluation;
import io.layerloom.engine.Outcome;
import io.layerloom.engine.RunEvent;
import io.layerloom.graph.BlockEdits;
import io.layerloom.graph.Edit;
import io.layerloom.graph.Forecast;
import io.layerloom.graph.Graph;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Param;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class StepMeterTest {

    @TempDir
    Path folder;

    private final Workbench bench = new Workbench(NodeLibrary.CATALOG);
    private final List<RunEvent> passedOn = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        try (InputStream in = Samples.byId("mnist-cnn").orElseThrow().openProject()) {
            bench.open(ProjectFile.read(in));
        }
    }

    private StepMeter meter() {
        return new StepMeter(bench, new PaceFile(folder.resolve("pace.json")), new TrainingDesk.Listener() {
            @Override
            public void begin(Path run, List<RunEvent> earlier) {
                passedOn.clear();
            }

            @Override
            public void accept(RunEvent event) {
                passedOn.add(event);
            }
        });
    }

    private void train(StepMeter meter, String backend, double secondsPerBatch) {
        double speed = bench.document().plan().batchSize() / secondsPerBatch;
        meter.begin(folder, List.of());
        meter.accept(new RunEvent.Started(1, 2, 1, 1, 1, 1, backend, 1, 0));
        meter.accept(new RunEvent.EpochEnd(1, 1, 0, 0, 0, 0, 1, speed / 50, 0.1));
        meter.accept(new RunEvent.EpochEnd(2, 2, 0, 0, 0, 0, 1, speed, 0.1));
        meter.accept(new RunEvent.Finished(Outcome.COMPLETED, Evaluation.NONE, 1, ""));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void foretellsWhatATrainingTakesOnceOneWasTimed() {
        StepMeter meter = meter();
        assertThat(meter.forecast()).isEmpty();
        train(meter, "CPU · oneDNN", 0.02);
        assertThat(passedOn).hasSize(4);
        assertThat(meter.timed().orElseThrow().predicted()).isEmpty();
        Forecast forecast = meter().forecast().orElseThrow();
        assertThat(forecast.seconds()).isEqualTo(0.02, within(1e-6));
        double convolution = forecast.shares()
                .get(bench.document().graph().named("conv2").orElseThrow().id());
        assertThat(convolution).isGreaterThan(0.3);
        assertThat(forecast.shares().values().stream()
                        .mapToDouble(share -> share)
                        .sum())
                .isBetween(0.9, 1.0);
    }

    @Test
    void foretellsWhatTheNetworkTakesAsItIsNow() {
        StepMeter meter = meter();
        train(meter, "CPU · oneDNN", 0.02);
        // Views ask as soon as the document is another one, before its shapes are known.
        List<Optional<Forecast>> heard = new ArrayList<>();
        bench.documentProperty().addListener(observable -> heard.add(meter.forecast()));
        NodeId hidden = bench.document().graph().named("hidden").orElseThrow().id();
        Values wide = bench.document().graph().node(hidden).values().with(Param.integer("units", 64, 1, 10_000), 4096);
        bench.apply(Edit.of(
                "Change units",
                document -> document.with(
                        document.graph().with(document.graph().node(hidden).with(wide)))));
        assertThat(heard).isNotEmpty();
        assertThat(meter.forecast().orElseThrow().seconds()).isGreaterThan(0.03);
        bench.undo();
        assertThat(meter.forecast().orElseThrow().seconds()).isEqualTo(0.02, within(1e-6));
    }

    @Test
    void foretellsWithinABlockWhatItsLayersTakeOfTheWholeStep() {
        StepMeter meter = meter();
        train(meter, "CPU · oneDNN", 0.02);
        Graph graph = bench.document().graph();
        NodeId convolution = graph.named("conv2").orElseThrow().id();
        NodeId block = graph.freshId();
        double share = meter.drawn().orElseThrow().share(convolution);
        bench.drawing().apply(BlockEdits.make(Set.of(convolution), block, bench.catalog()));
        assertThat(meter.drawn().orElseThrow().share(block)).isCloseTo(share, within(1e-9));
        bench.drawing().open(block);
        NodeId inner =
                bench.drawing().document().graph().named("conv2").orElseThrow().id();
        assertThat(meter.drawn().orElseThrow().shares()).containsOnlyKeys(inner);
        assertThat(meter.drawn().orElseThrow().share(inner)).isCloseTo(share, within(1e-9));
        assertThat(meter.drawn().orElseThrow().seconds()).isEqualTo(0.02, within(1e-6));
    }

    @Test
    void comparesWhatWasForetoldWithWhatWasMeasuredUntilTheNetworkIsAnother() {
        StepMeter meter = meter();
        train(meter, "CPU · oneDNN", 0.02);
        train(meter, "CPU · oneDNN", 0.03);
        assertThat(meter.timed().orElseThrow().predicted().orElseThrow()).isEqualTo(0.02, within(1e-6));
        assertThat(meter.timed().orElseThrow().measured()).isEqualTo(0.03, within(1e-6));
        assertThat(meter.forecast().orElseThrow().seconds()).isEqualTo(0.03, within(1e-6));
        assertThat(meter().forecast().orElseThrow().seconds())
                .as("after a new start")
                .isEqualTo(0.03, within(1e-6));
        TrainingPlan plan = bench.document().plan();
        bench.open(bench.document().with(plan.withBatchSize(2 * plan.batchSize())));
        assertThat(meter.timed()).isEmpty();
    }

    @Test
    void learnsNothingAboutTheProcessorFromACard() {
        StepMeter meter = meter();
        train(meter, "GPU · NVIDIA T4", 0.001);
        assertThat(meter.forecast()).isEmpty();
    }
}
