package io.layerloom.app.export;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.codegen.Expectation;
import io.layerloom.codegen.ExportRequest;
import io.layerloom.codegen.JavaExport;
import io.layerloom.codegen.KitSources;
import io.layerloom.codegen.Verification;
import io.layerloom.codegen.Verifier;
import io.layerloom.engine.DataSources;
import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Expectations;
import io.layerloom.engine.Predictor;
import io.layerloom.engine.RunData;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.WorkerCommand;
import io.layerloom.engine.kit.TensorFile;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Exports trained runs as Java projects, and proves that the projects compute what the runs computed. Blocks; to be called in the background. */
public final class ExportService {

    private static final Duration START_UP = Duration.ofMinutes(3);
    private static final int BUSY_MACHINE = 20;
    private static final Pattern OWN = Pattern.compile("layerloom|jspecify|error_prone|javafx|guava-[2-9]");

    private final EngineContext engine;
    private final WorkerCommand worker;

    /** A service on this engine. */
    public ExportService(EngineContext engine, WorkerCommand worker) {
        this.engine = engine;
        this.worker = worker;
    }

    /**
     * Writes a run as a Maven project.
     *
     * @param name what the project is called; its package and artifact are named after it
     * @param folder made if need be; must be empty or hold an earlier export, whose files give way
     * @throws IOException with one sentence for people if the run holds no trained network, its data cannot be read or have changed, or the folder cannot be written
     */
    public void writeJava(RunFolder run, String name, Path folder) throws IOException {
        if (!Files.isRegularFile(run.weights())) {
            throw new IOException(tr("The run in %s holds no trained weights. Train it to its end first.", run.path()));
        }
        TensorFile.read(run.weights());
        Document document = run.document();
        Component component = data(document, run);
        DataSchema schema = RunData.of(run, engine.samples()).schema();
        // What is read says how large the vocabulary is; what is learned may need a mask more.
        ExportData data = ExportData.of(component, DataSources.schema(component, engine.samples()));
        JavaExport.write(
                new ExportRequest(
                        name,
                        exported(document, data.moved()),
                        engine.catalog(),
                        data.reading(),
                        data.files(),
                        schema,
                        data.source(),
                        run.weights(),
                        run.provenance().threads(),
                        run.provenance().environment(),
                        Figures.of(run),
                        run.startWeights(),
                        KitSources.onClassPath(ExportService.class.getClassLoader())),
                folder);
    }

    /** The drawing names no place of this machine; the weights that it started from lie beside it. */
    private static Document exported(Document document, Component data) {
        TrainingPlan plan = document.plan();
        return document.with(
                plan.withData(data).withStart(plan.start().filter(start -> start.startsWith(TrainingPlan.SAMPLE))));
    }

    private static Component data(Document document, RunFolder run) throws IOException {
        return document.plan()
                .data()
                .orElseThrow(
                        () -> new IOException(tr("The run in %s does not say what it was trained on.", run.path())));
    }

    /**
     * Compiles and runs an exported project and compares it with its run, bit for bit. Takes about as long as two epochs of training.
     *
     * @param steps gets a few words on what is being done
     * @return also written into the project, as {@code verification.json} and in its README
     * @throws IOException with one sentence for people if the run cannot be repeated here
     */
    public Verification verify(RunFolder run, Path project, Consumer<String> steps)
            throws IOException, InterruptedException {
        steps.accept(tr("Computing what is expected"));
        Expectations expected = expectations(run);
        float[] outputs = new float[expected.outputs().size()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = expected.outputs().get(i);
        }
        steps.accept(tr("Compiling and running the project"));
        Component component = data(run.document(), run);
        ExportData data = ExportData.of(component, DataSources.schema(component, engine.samples()));
        Verifier verifier = new Verifier(
                classPath(),
                data.files().isEmpty() ? data.folder() : Optional.empty(),
                expected.threads(),
                run.provenance().environment(),
                patience(run));
        return verifier.verify(
                project,
                Expectation.of(
                        expected.configurationJson(),
                        Verifier.packageOf(project),
                        outputs,
                        expected.retrainedSha256()));
    }

    private Expectations expectations(RunFolder run) throws IOException, InterruptedException {
        CompletableFuture<Expectations> future = Predictor.expectations(run, worker, JavaExport.PROBES);
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(cause.getMessage(), cause);
        }
    }

    /** Long enough for a pre-training, where there is one, and an epoch on a machine that has much else to do. */
    private static Duration patience(RunFolder run) throws IOException {
        double pretraining = 0;
        double seconds = 0;
        int epochs = 1;
        for (RunEvent event : run.metrics()) {
            if (event instanceof RunEvent.EpochEnd end) {
                seconds = end.seconds();
                epochs = Math.max(1, end.epoch());
            } else if (event instanceof RunEvent.Pretraining layer) {
                pretraining = layer.seconds();
            }
        }
        return START_UP.plus(Duration.ofSeconds((long) Math.ceil(BUSY_MACHINE * (pretraining + seconds / epochs))));
    }

    /** The jars of this program without its own and those that only it needs: the exported project must do without them. */
    private static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(jar -> !OWN.matcher(String.valueOf(jar.getFileName())).lookingAt())
                .toList();
    }
}
