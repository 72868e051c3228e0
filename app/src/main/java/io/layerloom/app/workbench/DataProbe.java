package io.layerloom.app.workbench;

import io.layerloom.engine.DataSources;
import io.layerloom.engine.SampleStore;
import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Problem;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Looks into the data of the training plan whenever another source is chosen or a file of it has changed, and tells the workbench what they hold or what is wrong with them.
 */
public final class DataProbe {

    private final Workbench workbench;
    private final SampleStore samples;
    private final Tasks tasks;
    private final ReadOnlyIntegerWrapper rereadings = new ReadOnlyIntegerWrapper();
    private Optional<Component> probed = Optional.empty();
    private Optional<Tasks.Job> pending = Optional.empty();

    /** The files as they were when they were read; empty where that did not succeed. */
    private Optional<List<List<Object>>> stamps = Optional.empty();

    private record Found(DataSchema schema, List<List<Object>> stamps) {}

    /** A probe that follows a workbench from now on. */
    public DataProbe(Workbench workbench, SampleStore samples, Tasks tasks) {
        this.workbench = workbench;
        this.samples = samples;
        this.tasks = tasks;
        workbench.documentProperty().addListener((observable, before, after) -> {
            if (!after.plan().data().equals(probed)) {
                follow(after.plan().data());
            }
        });
        follow(workbench.document().plan().data());
    }

    /** Grows each time the same source is to be read once more. */
    public ReadOnlyIntegerProperty rereadingsProperty() {
        return rereadings.getReadOnlyProperty();
    }

    /** Looks again, as after a file was changed by another program. */
    public void again() {
        again(() -> {});
    }

    /** Looks again if a file has changed since, or could not be read; then, in any case, does what is to be done with what the data hold now. What ships with the program never changes. */
    public void refresh(Runnable then) {
        Optional<Component> own = probed.filter(source -> !source.type().equals(ShippedData.SOURCE));
        if (own.isEmpty()) {
            then.run();
            return;
        }
        tasks.of("Looking for changed data", () -> DataSources.stamps(own.get(), samples))
                .onSuccess(now -> {
                    if (stamps.equals(Optional.of(now)) || !probed.equals(own)) {
                        then.run();
                    } else {
                        again(then);
                    }
                })
                .onFailure(DataException.class, unreadable -> again(then))
                .start();
    }

    private void again(Runnable then) {
        rereadings.set(rereadings.get() + 1);
        probe(then);
    }

    private void follow(Optional<Component> data) {
        probed = data;
        workbench.showSchema(Optional.empty(), List.of());
        probe(() -> {});
    }

    /** What was known of the data stands until more is known. */
    private void probe(Runnable then) {
        pending.ifPresent(Tasks.Job::cancel);
        stamps = Optional.empty();
        pending = probed.map(source -> tasks.of("Reading data", () -> look(source))
                .onSuccess(found -> {
                    stamps = Optional.of(found.stamps());
                    workbench.showSchema(Optional.of(found.schema()), List.of());
                })
                .onFailure(
                        DataException.class,
                        failure -> workbench.showSchema(
                                Optional.empty(), List.of(Problem.error(Problem.Cause.DATA, Tasks.sentence(failure)))))
                .onFinish(then)
                .start());
    }

    private Found look(Component source) throws DataException {
        List<List<Object>> before = DataSources.stamps(source, samples);
        return new Found(DataSources.schema(source, samples), before);
    }
}
