package io.layerloom.app.workbench;

import io.layerloom.engine.DataSources;
import io.layerloom.engine.SampleStore;
import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Problem;
import java.util.ArrayList;
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

    /** How often a read was begun; the last one is under way as long as {@link #reading}. */
    private int reads;

    private boolean reading;

    /** What is to be done when it is through. */
    private final List<Runnable> waiting = new ArrayList<>();

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
        rereadings.set(rereadings.get() + 1);
        read();
    }

    /**
     * Looks again if a file has changed since, or could not be read; then does what is to be done with what the data hold now, unless another source is chosen meanwhile. What ships with the
     * program never changes.
     */
    public void refresh(Runnable then) {
        Optional<Component> own = probed.filter(source -> !source.type().equals(ShippedData.SOURCE));
        if (own.isEmpty()) {
            then.run();
        } else if (reading) {
            waiting.add(then);
        } else {
            tasks.of("Looking for changed data", () -> DataSources.stamps(own.get(), samples))
                    .onSuccess(now -> refresh(own, stamps.equals(Optional.of(now)), then))
                    .onFailure(DataException.class, unreadable -> refresh(own, false, then))
                    .start();
        }
    }

    /** Does something once a reading that goes on is through, as one that says everything anew in another language. */
    public void settled(Runnable then) {
        if (reading) {
            waiting.add(then);
        } else {
            then.run();
        }
    }

    private void refresh(Optional<Component> source, boolean unchanged, Runnable then) {
        if (!probed.equals(source)) {
            return;
        }
        if (unchanged && !reading) {
            then.run();
            return;
        }
        waiting.add(then);
        if (!reading) {
            again();
        }
    }

    private void follow(Optional<Component> data) {
        probed = data;
        waiting.clear();
        workbench.showSchema(Optional.empty(), List.of());
        read();
    }

    /** What was known of the data stands until more is known. */
    private void read() {
        reads++;
        reading = true;
        int mine = reads;
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
                .onFinish(() -> finish(mine))
                .start());
        if (probed.isEmpty()) {
            finish(mine);
        }
    }

    /** A read that was cancelled because another one began says nothing. */
    private void finish(int read) {
        if (read != reads) {
            return;
        }
        reading = false;
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    private Found look(Component source) throws DataException {
        List<List<Object>> before = DataSources.stamps(source, samples);
        return new Found(DataSources.schema(source, samples), before);
    }
}
