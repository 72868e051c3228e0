package io.layerloom.engine;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.Batches;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Measurement;
import io.layerloom.engine.kit.Sha256;
import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes one run from its beginning, or from its checkpoint, to its end, in this process. */
final class Trainer {

    private final RunSpec spec;
    private final EngineContext context;
    private final RunControl control;
    private final Consumer<RunEvent> listener;
    private final List<String> notices;
    private final Preparation preparation;
    private ThreadProbe.Choice threads;
    private boolean writing;

    /**
     * A trainer of one run.
     *
     * @param notices what the run tells once it has started
     * @param preparation what was done ahead
     */
    Trainer(
            RunSpec spec,
            EngineContext context,
            RunControl control,
            Consumer<RunEvent> listener,
            List<String> notices,
            Preparation preparation) {
        this.spec = spec;
        this.context = context;
        this.control = control;
        this.listener = listener;
        this.notices = List.copyOf(notices);
        this.preparation = preparation;
        this.threads = ThreadProbe.Choice.of(spec.threads());
    }

    /** What is left in memory of a run that is over. */
    record Result(RunEvent.Finished event, BuiltNetwork built, InputEncoder encoder) {}

    /** Trains; the last event, also of a failure, goes to the listener too. */
    Result train() throws TrainingException {
        try {
            return attempt();
        } catch (TrainingException e) {
            boolean left = control.isLeft() && e.failure().resumable();
            fail(e.failure(), left ? Provenance.State.INTERRUPTED : Provenance.State.FAILED);
            throw e;
        } catch (RunTakenException e) {
            RunEvent.Failed refused = new RunEvent.Failed(message(e), "", false);
            listener.accept(refused);
            throw new TrainingException(refused);
        } catch (UncheckedIOException e) {
            throw failed(unwritten(e.getCause()), e);
        } catch (IOException e) {
            throw failed(message(e), e);
        } catch (OutOfMemoryError e) {
            throw failed(fullMemory(), e);
        } catch (LinkageError e) {
            throw failed(tr("The engine cannot be loaded on this machine: %s", Reason.of(e)), e);
        } catch (RuntimeException | StackOverflowError e) {
            throw failed(sentence(e), e);
        }
    }

    private String message(IOException e) {
        return e instanceof DataException ? Reason.of(e) : unwritten(e);
    }

    private String unwritten(@Nullable IOException e) {
        return tr(
                "The run in %s cannot be written or read (%s). Make sure that there is room on the disk, and %s.",
                spec.folder(), e == null ? tr("no reason given") : String.valueOf(e.getMessage()), next());
    }

    private String sentence(Throwable e) {
        if (CardWorker.awake().isPresent()) {
            return tr(
                    "Training on the card has failed (%s). Make the batches smaller, or train on the CPU.",
                    Reason.of(e));
        }
        return Reason.isFullMemory(e) ? fullMemory() : tr("The engine cannot train this network: %s", Reason.of(e));
    }

    private String fullMemory() {
        return tr(
                "The memory of the process is full, of which Java may take %,d MB. Make the batches smaller or the network narrower, or end other programs, and %s.",
                Reason.mostMegabytes(), next());
    }

    private String next() {
        return RunFolder.at(spec.folder()).hasCheckpoint() ? tr("go on from the last checkpoint") : tr("train again");
    }

    private TrainingException failed(String message, Throwable cause) {
        StringWriter details = new StringWriter();
        cause.printStackTrace(new PrintWriter(details, true));
        RunFolder run = RunFolder.at(spec.folder());
        RunEvent.Failed event = new RunEvent.Failed(message, details.toString(), run.hasCheckpoint());
        fail(event, Provenance.State.FAILED);
        return new TrainingException(event);
    }

    private void fail(RunEvent.Failed event, Provenance.State state) {
        // A run that could not go on is as it was.
        if (!spec.resume() || writing) {
            Failures.record(RunFolder.at(spec.folder()), event, state);
        }
        listener.accept(event);
    }

    private Result attempt() throws IOException, TrainingException {
        listener.accept(new RunEvent.Preparing(later("Reading data")));
        RunFolder folder = RunFolder.at(spec.folder());
        Document document = spec.resume() ? continued(folder) : spec.document();
        TrainingPlan plan = document.plan();
        Preparation.Data read = preparation.data(plan, context);
        LoadedDataset data = read.loaded();
        threads = threads(document, data);
        threads.use();
        listener.accept(new RunEvent.Preparing(later("Building the network")));
        BuiltNetwork built = BuiltNetwork.of(document, context.catalog());
        built.requireFits(data.schema());
        PretrainingPhase.requirePossible(plan, built);
        Finite.require(data, built.network());
        Optional<Origin> origin = origin(built);
        String hash = read.sha256();
        Watch watch = Watch.of(plan, built.network());
        Checkpoint from = spec.resume() ? restore(folder, built, watch, data, hash) : Checkpoint.start(hash);
        try (RunWriter writer =
                spec.resume() ? RunWriter.resume(folder, document, from) : RunWriter.begin(spec.folder(), document)) {
            writing = true;
            return train(writer, built, data, plan, watch, from, origin);
        }
    }

    /** Gives a network that begins the weights of the earlier run; one that goes on has its own. */
    private Optional<Origin> origin(BuiltNetwork built) throws IOException {
        return spec.resume() || spec.from().isEmpty()
                ? Optional.empty()
                : Optional.of(Origin.of(spec.from().get()).into(built));
    }

    /** As many as are wanted, or as a run that goes on had before, or as turn out to be the fastest. */
    private ThreadProbe.Choice threads(Document document, LoadedDataset data) throws IOException {
        if (spec.resume() && spec.threads() == 0) {
            Provenance before = RunFolder.open(spec.folder()).provenance();
            return before.choice();
        }
        if (spec.threads() > 0) {
            return ThreadProbe.Choice.of(spec.threads());
        }
        ThreadProbe.Choice choice = chosen(document, data);
        log(
                "%d threads compute (%s); milliseconds of a step with each number that was tried: %s, with each way to wait: %s"
                        .formatted(choice.threads(), choice.waiting(), choice.millis(), choice.waitingMillis()));
        return choice;
    }

    private ThreadProbe.Choice chosen(Document document, LoadedDataset data) throws IOException {
        Optional<ThreadProbe.Choice> ahead = preparation.threads(document);
        if (ahead.isPresent()) {
            return ahead.get();
        }
        listener.accept(new RunEvent.Preparing(later("Finding the fastest number of threads")));
        return ThreadProbe.of(document, context.catalog(), data);
    }

    private static void log(String sentence) {
        System.getLogger(Trainer.class.getName()).log(System.Logger.Level.INFO, sentence);
    }

    /** The document of the run, with the number of epochs that it is to reach now. */
    private Document continued(RunFolder folder) throws IOException {
        Document kept = folder.document();
        return kept.with(kept.plan().withEpochs(spec.document().plan().epochs()));
    }

    private Checkpoint restore(RunFolder folder, BuiltNetwork built, Watch watch, LoadedDataset data, String hash)
            throws IOException, TrainingException {
        if (!folder.hasCheckpoint()) {
            throw new DataException(tr("The run in %s has no checkpoint to go on from; train it anew.", folder));
        }
        Checkpoint checkpoint = restored(folder, built, watch);
        RunData.requireSame(checkpoint.dataSha256(), hash, data.schema().name());
        return checkpoint.after(folder.seconds());
    }

    private Checkpoint restored(RunFolder folder, BuiltNetwork built, Watch watch)
            throws IOException, TrainingException {
        try {
            return Checkpoint.restore(folder.path().resolve(RunFolder.CHECKPOINT), built.net(), watch);
        } catch (DataException e) {
            throw new TrainingException(new RunEvent.Failed(message(e), "", false));
        }
    }

    private Result train(
            RunWriter writer,
            BuiltNetwork built,
            LoadedDataset data,
            TrainingPlan plan,
            Watch watch,
            Checkpoint from,
            Optional<Origin> origin)
            throws IOException, TrainingException {
        List<String> sentences = new ArrayList<>(notices);
        if (spec.resume()) {
            Backend.change(writer.run().provenance().backend(), built.backend()).ifPresent(sentences::add);
        }
        Provenance begun = provenance(writer.run(), built, data, plan, from.dataSha256());
        writer.provenance(begun);
        writer.data(DataCard.of(data));
        Consumer<RunEvent> both = event -> tell(writer, event);
        TrainingLoop loop = new TrainingLoop(built, data, plan, control, writer, both, watch, from);
        both.accept(new RunEvent.Started(
                built.network().parameters(),
                plan.epochs(),
                loop.iterationsPerEpoch(),
                data.trainSize(),
                data.validationSize(),
                data.testSize(),
                built.backend(),
                threads.threads(),
                from.iteration()));
        if (origin.isPresent()) {
            writer.origin(origin.get());
            both.accept(new RunEvent.Inherited(origin.get().sentence(DataCard.of(data))));
        }
        sentences.forEach(sentence -> both.accept(new RunEvent.Notice(sentence)));
        Outcome outcome = loop.run();
        watch.finish(built.net());
        Measurement measured = loop.measure(data.loaded().split().test());
        Evaluation evaluation = Evaluations.of(measured, data.examples());
        writer.result(built.net(), evaluation);
        writer.provenance(begun.with(Provenance.State.valueOf(outcome.name())));
        RunEvent.Finished finished = new RunEvent.Finished(outcome, evaluation, loop.seconds(), Sha256.of(built.net()));
        both.accept(finished);
        return new Result(finished, built, data.loaded().encoder());
    }

    /** Why DL4J computes the network; empty if it does not. */
    private static String fallback(BuiltNetwork built, LoadedDataset data, TrainingPlan plan) {
        Batches batches = Batches.of(data.examples(), data.loaded().split().train(), plan.batchSize(), built.feed());
        String why =
                batches.count() == 0 ? "" : built.net().whyLeft(batches.get(0)).orElse("");
        if (!why.isEmpty()) {
            log("DL4J computes this network. " + why);
        }
        return why;
    }

    private void tell(RunWriter writer, RunEvent event) {
        try {
            writer.event(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.accept(event);
    }

    private Provenance provenance(RunFolder run, BuiltNetwork built, LoadedDataset data, TrainingPlan plan, String hash)
            throws IOException {
        Instant created = spec.resume() ? run.provenance().created() : Instant.now();
        return Provenance.of(
                created,
                data.schema().name(),
                hash,
                plan.seed(),
                threads,
                built.backend(),
                fallback(built, data, plan));
    }
}
