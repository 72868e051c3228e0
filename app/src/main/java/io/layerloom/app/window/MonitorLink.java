package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Drift;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.engine.RunEvent;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Labels;
import io.layerloom.monitor.TrainingMonitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;

/** Ties the monitor and the log to the training desk: events go to both, the monitor's buttons come back, and the pages about runs turn to the run that trains. */
public final class MonitorLink implements TrainingDesk.Listener {

    private final TrainingMonitor monitor;
    private final LogView log;
    private final Navigation navigation;

    /** A listener that feeds these views. */
    public MonitorLink(TrainingMonitor monitor, LogView log, Navigation navigation) {
        this.monitor = monitor;
        this.log = log;
        this.navigation = navigation;
    }

    /** Lets the monitor's buttons act on a desk. */
    public void control(TrainingDesk desk) {
        monitor.setOnPause(desk::pause);
        monitor.setOnResume(desk::resume);
        monitor.setOnStop(desk::stop);
        monitor.setOnEnd(desk::end);
        monitor.setOnResumeFromCheckpoint(desk::continueAtHand);
    }

    /** Lets the monitor lead to a layer of the network that a run trains. */
    public void lead(Consumer<String> toLayer) {
        monitor.setOnShowLayer(toLayer);
    }

    /** Lets the monitor say when the project on a workbench is not any more what its run trains. */
    public void compare(TrainingDesk desk, Workbench workbench) {
        desk.trainedProperty()
                .addListener((observable, before, trained) -> trained.ifPresent(document -> monitor.expectAccuracy(
                        hasAccuracy(document, workbench.schemaProperty().get()))));
        InvalidationListener look = change -> monitor.showDrift(desk.trainedProperty()
                .get()
                .flatMap(trained -> Drift.between(trained, workbench.document(), workbench.catalog())));
        desk.trainedProperty().addListener(look);
        workbench.documentProperty().addListener(look);
    }

    /** Where classes are told apart, or tokens or objects, of which only the validation is told; what labels are is only known of data that were read. */
    private static boolean hasAccuracy(Document trained, Optional<DataSchema> data) {
        return switch (trained.plan().objective()) {
            case AUTOENCODING -> false;
            case DETECTION -> trained.plan().split().validation() > 0;
            case SEGMENTATION, SAME_CLASS -> true;
            case NEXT_TOKEN, MASKED_TOKEN, TARGET_TOKEN ->
                trained.plan().split().validation() > 0;
            case ADVERSARIAL -> true;
            case SUPERVISED ->
                data.filter(known -> known.labels() instanceof Labels.Numbers).isEmpty();
        };
    }

    @Override
    public void begin(Path run, List<RunEvent> earlier) {
        String name = String.valueOf(run.getFileName());
        navigation.runProperty().set(Optional.of(run));
        monitor.show(name, earlier);
        log.write(tr("Run %s", name));
    }

    @Override
    public void accept(RunEvent event) {
        monitor.accept(event);
        log.accept(event);
    }
}
