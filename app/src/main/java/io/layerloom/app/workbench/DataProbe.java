package io.layerloom.app.workbench;

import io.layerloom.engine.DataSources;
import io.layerloom.engine.SampleStore;
import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Component;
import io.layerloom.graph.Problem;
import java.util.List;
import java.util.Optional;

/** Looks into the data of the training plan whenever another source is chosen, and tells the workbench what they hold or what is wrong with them. */
public final class DataProbe {

    private final Workbench workbench;
    private final SampleStore samples;
    private final Tasks tasks;
    private Optional<Component> probed = Optional.empty();
    private Optional<Tasks.Job> pending = Optional.empty();

    /** A probe that follows a workbench from now on. */
    public DataProbe(Workbench workbench, SampleStore samples, Tasks tasks) {
        this.workbench = workbench;
        this.samples = samples;
        this.tasks = tasks;
        workbench.documentProperty().addListener((observable, before, after) -> {
            if (!after.plan().data().equals(probed)) {
                probe(after.plan().data());
            }
        });
        probe(workbench.document().plan().data());
    }

    /** Looks again, as after a file was changed by another program. */
    public void again() {
        probe(probed);
    }

    private void probe(Optional<Component> data) {
        pending.ifPresent(Tasks.Job::cancel);
        probed = data;
        workbench.showSchema(Optional.empty(), List.of());
        pending = data.map(source -> tasks.of("Reading data", () -> DataSources.schema(source, samples))
                .onSuccess(schema -> workbench.showSchema(Optional.of(schema), List.of()))
                .onFailure(
                        DataException.class,
                        failure -> workbench.showSchema(
                                Optional.empty(), List.of(Problem.error(Problem.Cause.DATA, Tasks.sentence(failure)))))
                .start());
    }
}
