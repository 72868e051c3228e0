package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Backend;
import io.layerloom.engine.Compute;
import io.layerloom.engine.Launch;
import io.layerloom.engine.Launcher;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.WorkerMemory;
import io.layerloom.engine.gpu.Card;
import io.layerloom.engine.gpu.CudaFolder;
import io.layerloom.engine.gpu.CudaInstaller;
import io.layerloom.engine.gpu.CudaPackage;
import io.layerloom.engine.gpu.Gpu;
import io.layerloom.engine.gpu.GpuCheck;
import io.layerloom.engine.gpu.Maven;
import io.layerloom.graph.Capacity;
import io.layerloom.themes.FxThread;
import java.io.IOException;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Graphics cards in the window: which there are, what may train on them, the libraries that it takes, and how busy one is while it trains. */
public final class GpuDesk implements TrainingDesk.Means {

    private final Launcher launcher;
    private final SettingsFile settings;
    private final Tasks tasks;
    private final Maven maven;
    private final CardMeter meter;
    private final ReadOnlyObjectWrapper<Optional<GpuCheck>> check = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Installing> installing = new ReadOnlyObjectWrapper<>(new Installing.Idle());
    private volatile Optional<Card> launched = Optional.empty();
    private Optional<Tasks.Job> job = Optional.empty();

    /** How far installing is. */
    public sealed interface Installing {
        /** Nothing is being installed. */
        record Idle() implements Installing {}

        /** So many bytes have come. */
        record Running(long bytes) implements Installing {}

        /** It could not be done, for the reason that the sentence names. */
        record Failed(String sentence) implements Installing {}
    }

    /** A desk that has not looked for cards yet, except where the libraries for one are installed. */
    public GpuDesk(Launcher launcher, SettingsFile settings, Tasks tasks, Maven maven) {
        this.launcher = launcher;
        this.settings = settings;
        this.tasks = tasks;
        this.maven = maven;
        this.meter = new CardMeter(launcher::look);
        if (launcher.cuda().isInstalled()) {
            look();
        }
    }

    /** Looks for cards; the answer comes by {@link #checkProperty}. */
    public void look() {
        if (!looking.get()) {
            looking.set(true);
            tasks.of("Looking for graphics cards", launcher::check)
                    .onSuccess(found -> check.set(Optional.of(found)))
                    .onFinish(() -> looking.set(false))
                    .start();
        }
    }

    @Override
    public Launch launch(RunSpec spec) {
        Launch launch = launcher.launch(settings.get().compute(), spec);
        launched = launch.gpu().map(Launch.OnCard::card);
        return launch;
    }

    /** Reads memory and load of the card while a run of this desk computes on one. */
    public void watch(TrainingDesk desk) {
        desk.stateProperty().addListener((observable, before, state) -> {
            boolean trains = state == TrainingDesk.State.RUNNING || state == TrainingDesk.State.PAUSED;
            boolean trained = before == TrainingDesk.State.RUNNING || before == TrainingDesk.State.PAUSED;
            if (trains && !trained && isOnCard(desk)) {
                launched.ifPresent(card -> meter.start(card.index()));
            } else if (!trains && state == TrainingDesk.State.IDLE) {
                meter.stop();
            }
        });
    }

    private static boolean isOnCard(TrainingDesk desk) {
        return desk.startedProperty()
                .get()
                .filter(run -> Backend.isGpu(run.backend()))
                .isPresent();
    }

    /** What is to compute the training. */
    public Compute compute() {
        return settings.get().compute();
    }

    /** Chooses what is to compute the training, from the next run on. */
    public void choose(Compute compute) {
        settings.update(now -> now.with(compute));
    }

    @Override
    public int threads() {
        return settings.get().wantedThreads();
    }

    /** Chooses how many threads compute the training on the processor, from the next run on; 0 for the fastest number. */
    public void chooseThreads(int number) {
        settings.update(now -> now.withThreads(number));
    }

    /** The card on which the next run would train, as far as that is known; empty for the processor. */
    public Optional<Card> expected() {
        return compute() == Compute.CPU
                ? Optional.empty()
                : check.get()
                        .filter(found -> found.verdict() instanceof Gpu.Ready)
                        .flatMap(GpuCheck::chosen);
    }

    /** What the next run is given; as much as it wants as long as nothing is known yet of the card that may train it. */
    public Capacity capacity() {
        boolean unknown = compute() != Compute.CPU
                && launcher.cuda().isInstalled()
                && check.get().isEmpty();
        return unknown ? Capacity.UNBOUNDED : WorkerMemory.of(expected());
    }

    /** Installs the libraries; how far it is comes by {@link #installingProperty}. */
    public void install() {
        if (installing.get() instanceof Installing.Running) {
            return;
        }
        installing.set(new Installing.Running(0));
        job = Optional.of(tasks.of("Installing the CUDA libraries", this::fetch)
                .onSuccess(done -> installing.set(new Installing.Idle()))
                .onFailure(IOException.class, failure -> installing.set(new Installing.Failed(Tasks.sentence(failure))))
                .onFinish(() -> {
                    job = Optional.empty();
                    if (installing.get() instanceof Installing.Running) {
                        installing.set(new Installing.Idle());
                    }
                    look();
                })
                .start());
    }

    private boolean fetch() throws IOException, InterruptedException {
        new CudaInstaller(launcher.cuda(), maven)
                .install(bytes -> FxThread.run(() -> {
                    if (installing.get() instanceof Installing.Running) {
                        installing.set(new Installing.Running(bytes));
                    }
                }));
        return true;
    }

    /** Ends installing; nothing is left behind. */
    public void cancel() {
        job.ifPresent(Tasks.Job::cancel);
    }

    /** Removes the installed libraries. */
    public void remove() {
        tasks.of("Removing the CUDA libraries", () -> {
                    launcher.cuda().remove();
                    return true;
                })
                .onFailure(
                        IOException.class,
                        failure -> installing.set(new Installing.Failed(
                                tr("The libraries cannot be removed: %s", Tasks.sentence(failure)))))
                .onFinish(this::look)
                .start();
    }

    /** What is to be downloaded, in bytes; 0 on a system without CUDA. */
    public long downloadBytes() {
        return cuda().wanted().map(CudaPackage::bytes).orElse(0L);
    }

    /** Where the libraries lie. */
    public CudaFolder cuda() {
        return launcher.cuda();
    }

    /** What is known of cards; empty until somebody has looked. */
    public ReadOnlyObjectProperty<Optional<GpuCheck>> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /** Whether somebody looks just now. */
    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /** How far installing is. */
    public ReadOnlyObjectProperty<Installing> installingProperty() {
        return installing.getReadOnlyProperty();
    }

    /** The card that trains, as it was read last; empty while none does. */
    public ReadOnlyObjectProperty<Optional<Card>> readingProperty() {
        return meter.readingProperty();
    }

    /** The choice of what computes. */
    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.currentProperty();
    }

    /** Ends what goes on in the background. */
    public void close() {
        cancel();
        meter.stop();
    }
}
