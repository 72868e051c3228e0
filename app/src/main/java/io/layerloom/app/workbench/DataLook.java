package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.later;

import io.layerloom.engine.DataSources;
import io.layerloom.engine.Dataset;
import io.layerloom.engine.Example;
import io.layerloom.engine.SampleStore;
import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Labels;
import io.layerloom.graph.TrainingPlan;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The data of the training plan, read and split, for the page that shows them. What is shown is copied, so that a large data set does not stay in memory. */
public final class DataLook {

    private static final int PREVIEW = 240;
    /** What the column to be predicted is called. */
    public static final String TARGET = later("Target");

    private final Workbench workbench;
    private final SampleStore samples;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(new View.Nothing());
    private Optional<Asked> asked = Optional.empty();
    private Optional<Tasks.Job> pending = Optional.empty();

    /** What can be shown of the data. */
    public sealed interface View {
        /** No data are chosen. */
        record Nothing() implements View {}

        /** They are being read. */
        record Reading() implements View {}

        /** They cannot be used; the sentence says where and why. */
        record Refused(String sentence) implements View {}

        /** They were read. */
        record Ready(
                DataSchema schema,
                List<Integer> classCounts,
                int train,
                int validation,
                int test,
                List<Example> preview,
                Optional<Table> table)
                implements View {
            public Ready {
                classCounts = List.copyOf(classCounts);
                preview = List.copyOf(preview);
            }
        }
    }

    /**
     * What the columns of a table hold, over its training part.
     *
     * @param target what is to be predicted; empty where nothing is
     */
    public record Table(Optional<ColumnFacts> target, List<ColumnFacts> columns) {
        public Table {
            columns = List.copyOf(columns);
        }

        static Optional<Table> of(Dataset data) {
            boolean table = data.preview(1).stream().anyMatch(first -> first.content() instanceof Example.Cells);
            if (!table) {
                return Optional.empty();
            }
            List<Example> rows = data.preview(data.trainSize());
            return Optional.of(new Table(target(data, rows), ColumnFacts.of(rows)));
        }

        private static Optional<ColumnFacts> target(Dataset data, List<Example> rows) {
            if (data.schema().labels() instanceof Labels.None) {
                return Optional.empty();
            }
            List<String> labels = rows.stream().map(Example::label).toList();
            return Optional.of(
                    data.schema().labels() instanceof Labels.Classes
                            ? ColumnFacts.Words.of(TARGET, labels)
                            : ColumnFacts.of(TARGET, labels));
        }
    }

    private record Asked(Component data, TrainingPlan.Split split, long seed) {}

    /** A look at the data of a workbench that follows every change of source, split and seed, and of the files. */
    public DataLook(Workbench workbench, DataProbe probe, SampleStore samples, Tasks tasks) {
        this.workbench = workbench;
        this.samples = samples;
        this.tasks = tasks;
        workbench.documentProperty().addListener((observable, before, after) -> follow());
        probe.rereadingsProperty().addListener((observable, before, after) -> {
            asked = Optional.empty();
            follow();
        });
        follow();
    }

    /** What can be shown now. */
    public ReadOnlyObjectProperty<View> viewProperty() {
        return view.getReadOnlyProperty();
    }

    private void follow() {
        TrainingPlan plan = workbench.document().plan();
        Optional<Asked> wanted = plan.data().map(data -> new Asked(data, plan.split(), plan.seed()));
        if (wanted.equals(asked)) {
            return;
        }
        asked = wanted;
        pending.ifPresent(Tasks.Job::cancel);
        view.set(wanted.isPresent() ? new View.Reading() : new View.Nothing());
        pending = wanted.map(this::read);
    }

    private Tasks.Job read(Asked wanted) {
        return tasks.of("Reading data", () -> look(wanted))
                .onSuccess(view::set)
                .onFailure(DataException.class, failure -> view.set(new View.Refused(Tasks.sentence(failure))))
                .start();
    }

    private View look(Asked wanted) throws DataException {
        Dataset data = DataSources.open(wanted.data(), wanted.split(), wanted.seed(), samples);
        return new View.Ready(
                data.schema(),
                data.classCounts(),
                data.trainSize(),
                data.validationSize(),
                data.testSize(),
                data.preview(PREVIEW),
                Table.of(data));
    }
}
