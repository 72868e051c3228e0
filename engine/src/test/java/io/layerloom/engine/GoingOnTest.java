package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that was ended goes on as if nothing had happened, or says why it cannot. */
class GoingOnTest extends TrainingFixture {

    @ParameterizedTest
    @ValueSource(strings = {"Adam", "Sgd", "Nesterovs", "RmsProp", "AdaGrad", "AMSGrad"})
    void goesOnFromACheckpointAsIfNothingHadHappened(String optimizer) throws Exception {
        goesOnAsIfNothingHadHappened(clouds(0.3).with(plan(4, optimizer, 0.01)));
    }

    @Test
    void lowersTheRateOnAPlateauAlsoAfterACheckpoint() throws Exception {
        Document document =
                clouds(0.3).with(plan(5, "Adam", 0.01).withSchedule(new Component("plateau", Values.EMPTY)));
        goesOnAsIfNothingHadHappened(document);
        // The first epoch counts as an improvement upon nothing.
        assertThat(rates("whole")).isEqualTo(rates("broken")).containsExactly(0.01, 0.01, 0.005, 0.0025, 0.00125);
    }

    private List<Double> rates(String run) throws IOException {
        return RunFolder.open(folder.resolve(run)).metrics().stream()
                .filter(RunEvent.EpochEnd.class::isInstance)
                .map(event -> ((RunEvent.EpochEnd) event).learningRate())
                .toList();
    }

    private void goesOnAsIfNothingHadHappened(Document document) throws Exception {
        String whole = train(document, "whole").paramsSha256();

        RunControl killed = new RunControl();
        assertThatThrownBy(() -> trainer(document, "broken", false, killed, event -> {
                            if (event instanceof RunEvent.EpochEnd end && end.epoch() == 2) {
                                killed.pause();
                            }
                            if (event instanceof RunEvent.Paused) {
                                throw new Killed();
                            }
                        })
                        .train())
                .isInstanceOf(Killed.class);
        double spent = RunFolder.open(folder.resolve("broken")).seconds();
        RunEvent.Finished resumed = trainer(document, "broken", true, new RunControl(), events::add)
                .train()
                .event();

        assertThat(resumed.paramsSha256()).isEqualTo(whole);
        assertThat(resumed.seconds()).isGreaterThan(spent);
        assertThat(iterations(RunFolder.open(folder.resolve("broken")).metrics()))
                .isEqualTo(iterations(RunFolder.open(folder.resolve("whole")).metrics()));
    }

    /** The end of a process: no handler for people runs. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static List<Integer> iterations(List<RunEvent> events) {
        List<Integer> out = new ArrayList<>();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.EpochEnd end) {
                out.add(end.iteration());
            }
        }
        return out;
    }

    /** A device that is always full stands in for the disk. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsTheFormerCheckpointWhereTheDiskIsFull() throws Exception {
        Document document = clouds(0).with(plan(4, "Adam", 0.01));
        String whole = train(document, "whole").paramsSha256();
        RunControl control = new RunControl();
        Path checkpoint = folder.resolve("run").resolve(RunFolder.CHECKPOINT);
        assertThatThrownBy(() -> trainer(document, "run", false, control, event -> {
                            if (event instanceof RunEvent.EpochEnd end && end.epoch() <= 2) {
                                fill(checkpoint, end.epoch());
                                control.pause();
                            }
                            if (event instanceof RunEvent.Paused) {
                                control.resume();
                            }
                        })
                        .train())
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining(
                        "The checkpoint after iteration 16 could not be written to " + checkpoint.getParent())
                .hasMessageEndingWith("The one before it is as it was; make room on the disk and go on with the run.");

        RunFolder run = RunFolder.open(folder.resolve("run"));
        assertThat(run.reached()).isEqualTo(new RunFolder.Reached(1, 0));
        assertThat(checkpoint.resolveSibling("state.safetensors.tmp")).doesNotExist();
        assertThat(trainer(document, "run", true, new RunControl(), events::add)
                        .train()
                        .event()
                        .paramsSha256())
                .isEqualTo(whole);
    }

    private static void fill(Path checkpoint, int epoch) {
        try {
            if (epoch == 2) {
                Files.createSymbolicLink(checkpoint.resolveSibling("state.safetensors.tmp"), Path.of("/dev/full"));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void refusesToGoOnWithOtherData() throws Exception {
        Document document = clouds(0).with(plan(2, "Adam", 0.01));
        RunControl control = new RunControl();
        trainer(document, "run", false, control, event -> {
                    if (event instanceof RunEvent.EpochEnd) {
                        control.stop();
                    }
                })
                .train();
        Files.writeString(
                folder.resolve("clouds.csv"),
                Files.readString(folder.resolve("clouds.csv")).replaceFirst("\n[^,]*,", "\n9,"));
        assertThatThrownBy(() -> trainer(document, "run", true, new RunControl(), events::add)
                        .train())
                .hasMessageMatching(
                        "clouds.csv has changed since this run was trained on it: its SHA-256 began with [0-9a-f]{8}"
                                + " then and begins with [0-9a-f]{8} now. Put the former data back, or train anew.");
    }

    @Test
    void neitherMeasuresNorRepeatsARunOnDataThatHaveChanged() throws Exception {
        train(clouds(0).with(plan(1, "Adam", 0.01)), "run");
        RunFolder run = RunFolder.open(folder.resolve("run"));
        Files.writeString(
                folder.resolve("clouds.csv"),
                Files.readString(folder.resolve("clouds.csv")).replaceFirst("\n[^,]*,", "\n9,"));
        assertThatThrownBy(() -> Examination.of(run, TestData.context()))
                .hasMessageStartingWith("clouds.csv has changed since this run was trained on it");
        assertThatThrownBy(() -> LoadedRun.expectations(run, TestData.context(), 5, 1))
                .hasMessageStartingWith("clouds.csv has changed since this run was trained on it");
    }

    @Test
    void trainsMoreEpochsThanWerePlannedAsIfTheyHadBeenPlanned() throws Exception {
        Document ten = clouds(0.3).with(plan(10, "Adam", 0.01));
        RunEvent.Finished whole = train(ten, "whole");

        train(ten.with(ten.plan().withEpochs(4)), "longer");
        RunFolder longer = RunFolder.open(folder.resolve("longer"));
        assertThat(longer.reached()).isEqualTo(new RunFolder.Reached(4, 0));
        RunEvent.Finished more = trainer(ten, "longer", true, new RunControl(), events::add)
                .train()
                .event();

        assertThat(more.paramsSha256()).isEqualTo(whole.paramsSha256());
        assertThat(more.test()).isEqualTo(whole.test());
        assertThat(longer.document().plan().epochs()).isEqualTo(10);
        assertThat(iterations(longer.metrics()))
                .isEqualTo(iterations(RunFolder.open(folder.resolve("whole")).metrics()));
        assertThat(longer.metrics().stream().filter(RunEvent::isLast)).containsExactly(more);
    }

    @Test
    void goesOnAfterItWasLeftWhileItWaited() throws Exception {
        Document document = clouds(0.3).with(plan(4, "Adam", 0.01));
        String whole = train(document, "whole").paramsSha256();
        RunControl control = new RunControl();
        assertThatThrownBy(() -> trainer(document, "left", false, control, event -> {
                            if (event instanceof RunEvent.EpochEnd end && end.epoch() == 2) {
                                control.pause();
                            }
                            if (event instanceof RunEvent.Paused) {
                                control.leave();
                            }
                        })
                        .train())
                .hasMessage("Training was ended in epoch 3, after 16 steps in all. It can go on from there.");
        assertThat(trainer(document, "left", true, new RunControl(), events::add)
                        .train()
                        .event()
                        .paramsSha256())
                .isEqualTo(whole);
    }

    @Test
    void goesOnAfterItWaitedOrWasLeftInItsPreTraining() throws Exception {
        Document document = clouds(0.3).with(plan(2, "Adam", 0.01).withPretraining(3));
        String whole = train(document, "whole").paramsSha256();
        RunControl waiting = new RunControl();
        RunEvent.Finished waited = trainer(document, "waited", false, waiting, event -> {
                    pauseInPretraining(event, waiting);
                    if (event instanceof RunEvent.Paused) {
                        waiting.resume();
                    }
                })
                .train()
                .event();
        assertThat(waited.paramsSha256()).isEqualTo(whole);

        RunControl leaving = new RunControl();
        assertThatThrownBy(() -> trainer(document, "left", false, leaving, event -> {
                            pauseInPretraining(event, leaving);
                            if (event instanceof RunEvent.Paused) {
                                leaving.leave();
                            }
                        })
                        .train())
                .hasMessage(
                        "Training was ended in its pre-training, with 0 of 1 layers done. It can go on from there.");
        assertThat(trainer(document, "left", true, new RunControl(), events::add)
                        .train()
                        .event()
                        .paramsSha256())
                .isEqualTo(whole);
    }

    @Test
    void stopsBeforeALayerWasLookedAtForItsPreTraining() throws Exception {
        Document document = clouds(0.3).with(plan(2, "Adam", 0.01).withPretraining(3));
        RunControl control = new RunControl();
        RunEvent.Finished stopped = trainer(document, "stopped", false, control, event -> {
                    events.add(event);
                    if (event instanceof RunEvent.Started) {
                        control.stop();
                    }
                })
                .train()
                .event();
        assertThat(stopped.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(events).noneMatch(RunEvent.Pretraining.class::isInstance);
    }

    private static void pauseInPretraining(RunEvent event, RunControl control) {
        if (event instanceof RunEvent.Pretraining layer && layer.epoch() == 2) {
            control.pause();
        }
    }
}
