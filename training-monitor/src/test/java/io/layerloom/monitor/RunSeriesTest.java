package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.engine.Evaluation;
import io.layerloom.engine.Outcome;
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
        assertThat(run.score())
                .isEqualTo(Score.accuracy(ScriptedRun.evaluation().accuracy()));
    }

    @Test
    void aRunThatBrokeOffHasTheFiguresOfItsLastEpoch() {
        List<RunEvent> events = new ScriptedRun(3, 50, 1, 1).events();
        RunSeries run = of(events.subList(0, 80));
        assertThat(run.epochs()).isEqualTo(1);
        assertThat(run.score().value()).isEqualTo(run.validationAccuracy().y(0), within(1e-6));
    }

    @Test
    void tellsTheFigureThatFitsWhatWasLearned() {
        assertThat(tested(ScriptedRun.evaluation()).score().text()).isEqualTo("accuracy 98.6 %");
        assertThat(tested(ScriptedRun.found()).score().text()).isEqualTo("mAP@0.5 80.0 %");
        assertThat(tested(ScriptedRun.foretold()).score().text()).isEqualTo("perplexity 6.250");
        assertThat(of(List.of(new RunEvent.EpochEnd(1, 10, 0.5, Double.NaN, 0.4, Double.NaN, 1, 100, 0.1)))
                        .score()
                        .text())
                .isEqualTo("loss 0.400");
        assertThat(of(List.of()).score().text()).isEqualTo("–");
    }

    private static RunSeries tested(Evaluation test) {
        return of(List.of(new RunEvent.Finished(Outcome.COMPLETED, test, 1, "")));
    }

    @Test
    void saysWhyItCannotGoOn() {
        assertThat(of(List.of()).whyOver()).contains("Nothing was saved to go on from. Train anew.");
        assertThat(of(List.of()).extensible()).isFalse();
        RunSeries early = RunSeries.of(
                Path.of("runs", "digits 2"), Instant.EPOCH, Provenance.State.EARLY_STOPPED, "digits", List.of());
        assertThat(early.whyOver().orElseThrow()).startsWith("It stopped early, because its validation loss");
    }

    @Test
    void isTheSameRunWhenItIsInTheSameFolder() {
        assertThat(of(List.of()))
                .isEqualTo(of(new ScriptedRun(1, 5, 1, 1).events()))
                .hasToString("digits 1");
    }
}
