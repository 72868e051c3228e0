package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunEventsTest {

    static Stream<RunEvent> events() {
        Evaluation test = Evaluations.ofConfusion(0.25, List.of("yes", "no"), new int[][] {{3, 1}, {0, 2}});
        return Stream.of(
                new RunEvent.Preparing("Reading data"),
                new RunEvent.Started(101_770, 5, 1500, 54_000, 6_000, 10_000, "CPU · oneDNN", 2, 0),
                new RunEvent.Iteration(7, 1, 0.1 + 0.2, Double.NaN, 224, 1.5),
                new RunEvent.EpochEnd(2, 14, 0.5, 0.75, Double.NaN, Double.NaN, 3.25, 1e4, Double.POSITIVE_INFINITY),
                new RunEvent.CheckpointSaved(2, 14),
                new RunEvent.Paused(3),
                new RunEvent.Resumed(3),
                new RunEvent.Finished(Outcome.EARLY_STOPPED, test, 9.5, "abc"),
                new RunEvent.Scored(2, 14, RunEvent.Scored.Figure.EXACT_MATCH, 0.5),
                new RunEvent.Translated(2, 14, "3 March", "03-03"),
                new RunEvent.Finished(Outcome.COMPLETED, Evaluation.ofTargets(4, 0.1, 0.9, 1.1, 0.5), 9.5, "abc"),
                new RunEvent.Finished(Outcome.STOPPED, Evaluation.NONE, 9.5, "abc"),
                new RunEvent.Failed("It \"broke\".", "line\nline\ttab", true));
    }

    @ParameterizedTest
    @MethodSource("events")
    void eachEventIsOneLineAndComesBack(RunEvent event) {
        String line = RunEvents.toJson(event);
        assertThat(line).doesNotContain("\n").startsWith("{\"event\":\"");
        assertThat(RunEvents.fromJson(line)).contains(event);
    }

    @Test
    void aRunThatGoesOnStillTellsWhatWasBeforeItsCheckpoint() {
        assertThat(new RunEvent.Rivalry(20, 0.7).remains(20)).isTrue();
        assertThat(new RunEvent.Written(2, 21, "Once").remains(20)).isFalse();
        assertThat(new RunEvent.Notice("On the CPU.").remains(20)).isTrue();
        assertThat(new RunEvent.Failed("Broke.", "", true).remains(20)).isFalse();
    }

    @Test
    void aFailureOfAnEarlierVersionComesBackAsOne() {
        assertThat(RunEvents.fromJson(
                        "{\"event\":\"failed\",\"message\":\"Broke.\",\"details\":\"\",\"resumable\":true}"))
                .contains(new RunEvent.Failed("Broke.", "", true));
    }

    @Test
    void anEvaluationFromBeforeThereWereTargetsHasNone() {
        RunEvent finished =
                new RunEvent.Finished(Outcome.COMPLETED, Evaluation.ofTargets(4, 0.1, 0.9, 1.1, 0.5), 9.5, "abc");
        String earlier = RunEvents.toJson(finished).replace("\"exact\":0.5,", "");
        assertThat(RunEvents.fromJson(earlier).map(RunEvent.Finished.class::cast))
                .hasValueSatisfying(
                        read -> assertThat(read.test().isOfTargets()).isFalse());
    }

    @Property(tries = 300)
    void anythingElseIsNoEvent(@ForAll String text) {
        assertThat(RunEvents.fromJson(text)).isEmpty();
        assertThat(RunEvents.fromJson("{\"event\":\"" + text.replace('"', '\'') + "\"}"))
                .isEmpty();
    }
}
