package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.DataSources;
import io.layerloom.engine.Provenance;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.RunSpec;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run that is to go on. It may be asked for more epochs than were planned, and ends in the same bits as if they had been planned from the beginning; nothing else may be asked of
 * it, because it would be another run.
 *
 * @param wanted what it has to be, as far as that was said
 */
record Resumption(RunFolder run, Wanted wanted) {

    /** What a call says of a run; what is empty is left as the run has it. */
    record Wanted(
            Optional<Project> project,
            Optional<Path> data,
            Optional<Integer> epochs,
            Optional<Integer> batch,
            Optional<Long> seed,
            int threads) {}

    /** The run as it is to go on. */
    RunSpec spec() throws CommandException, IOException {
        Document document = run.document();
        TrainingPlan plan = document.plan();
        requireFree();
        requireSame(document);
        requireSame(tr("with batches of"), plan.batchSize(), wanted.batch, "--batch");
        requireSame(tr("from the seed"), plan.seed(), wanted.seed, "--seed");
        int threads = run.provenance().threads();
        requireSame(
                tr("with the number of threads"),
                threads,
                Optional.of(wanted.threads).filter(number -> number > 0),
                "--threads");
        int epochs = wanted.epochs.orElse(plan.epochs());
        requireMore(epochs, plan);
        return new RunSpec(document.with(plan.withEpochs(epochs)), run.path(), threads, true);
    }

    private void requireFree() throws CommandException {
        if (run.isRunning()) {
            throw new CommandException(
                    tr("The run in %s is being trained by another process; wait or stop that.", run));
        }
        if (!run.hasCheckpoint()) {
            throw new CommandException(tr("The run in %s has no checkpoint to go on from; train it anew.", run));
        }
    }

    private void requireSame(Document document) throws CommandException, IOException {
        if (wanted.project.isPresent()
                && !wanted.project.get().document().graph().equals(document.graph())) {
            throw new CommandException(tr(
                    "The run in %s trains another network than %s. Leave the project out to go on, or train it anew.",
                    run, wanted.project.get().name()));
        }
        Optional<Component> data = document.plan().data();
        if (wanted.data.isPresent()) {
            Component other = DataSources.guess(wanted.data.get());
            boolean same = data.filter(own -> own.type().equals(other.type())
                            && own.values()
                                    .plain()
                                    .entrySet()
                                    .containsAll(other.values().plain().entrySet()))
                    .isPresent();
            if (!same) {
                throw new CommandException(tr(
                        "The run in %s began on other data than %s. Leave --data out to go on, or train anew.",
                        run, wanted.data.get()));
            }
        }
    }

    private <T> void requireSame(String what, T own, Optional<T> other, String option) throws CommandException {
        if (other.isPresent() && !other.get().equals(own)) {
            throw new CommandException(tr(
                    "The run in %s trains %s %s, not %s. Leave %s out to go on, or train anew.",
                    run, what, own, other.get(), option));
        }
    }

    private void requireMore(int epochs, TrainingPlan plan) throws CommandException, IOException {
        if (run.provenance().state() == Provenance.State.EARLY_STOPPED) {
            throw new CommandException(tr(
                    "The run in %s was stopped early, because its validation loss no longer improved, so there is nothing to go on with. Train anew with another plan.",
                    run));
        }
        RunFolder.Reached reached = run.reached();
        int begun = reached.epochs() + (reached.batches() > 0 ? 1 : 0);
        if (epochs == begun && reached.batches() == 0 && run.isOver()) {
            throw new CommandException(tr(
                    "The run in %s is finished: all its %d epochs are trained. Ask for more by --epochs to go on.",
                    run, begun));
        }
        if (epochs < begun) {
            throw new CommandException(tr(
                    "The run in %s is in epoch %d already, so it cannot end after %d. Ask for more by --epochs, or leave it out for the %d that were planned.",
                    run, begun, epochs, plan.epochs()));
        }
    }
}
