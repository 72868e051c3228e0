package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.engine.Provenance;
import io.layerloom.engine.RunEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSeriesTest {

    private static RunSeries of(List<RunEvent> events) {
        return RunSeries.of(Path.of("runs", "digits 1"), Instant.EPOCH, Provenance.State.COMPLETED, "digits", events);
    }

    @Test
    void readsFiguresAndCurves() {
        RunSeries run = of(new ScriptedRun(3, 50, 1, 1).events());
        assertThat(run.name()).isEqualTo("digits 1");
        assertThat(run.epochs()).isEqualTo(3);
        assertThat(run.plannedEpochs()).isEqualTo(3);
        assertThat(run.parameters()).isEqualTo(121_930);
        assertThat(run.loss().size()).isEqualTo(150);
        assertThat(run.validationAccuracy().size()).isEqualTo(3);
        assertThat(run.finalAccuracy()).isEqualTo(ScriptedRun.evaluation().accuracy());
    }

    @Test
    void aRunThatBrokeOffHasTheFiguresOfItsLastEpoch() {
        List<RunEvent> events = new ScriptedRun(3, 50, 1, 1).events();
        RunSeries run = of(events.subList(0, 80));
        assertThat(run.epochs()).isEqualTo(1);
        assertThat(run.finalAccuracy()).isEqualTo(run.validationAccuracy().y(0), within(1e-6));
    }

    @Test
    void isTheSameRunWhenItIsInTheSameFolder() {
        assertThat(of(List.of()))
                .isEqualTo(of(new ScriptedRun(1, 5, 1, 1).events()))
                .hasToString("digits 1");
    }
}
