package io.layerloom.app.workbench;

import io.layerloom.engine.DataSourceType;
import io.layerloom.engine.DataSources;
import io.layerloom.engine.Dataset;
import io.layerloom.engine.Example;
import io.layerloom.engine.SampleStore;
import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Kind;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.Param;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import io.layerloom.graph.language.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The data sets that ship with the program, and a first look at each of them, which is kept for all tabs. */
public final class ShippedData {

    /** The kind of source that they belong to. */
    public static final String SOURCE = "sample";

    private static final int EXAMPLES = 150;
    private static final TrainingPlan.Split WHOLE = new TrainingPlan.Split(0, 0);

    private final SampleStore samples;
    private final Tasks tasks;
    /** What was seen already; some names in it are in the language of the time. */
    private final Map<Known, Glimpse> seen = new HashMap<>();

    private record Known(Entry entry, Language language) {}

    /** One of them: what people call it, and what a training plan says to have it. */
    public record Entry(String name, Component data) {}

    /** What it holds, with some examples. */
    public record Glimpse(DataSchema schema, List<Example> examples) {
        public Glimpse {
            examples = List.copyOf(examples);
        }
    }

    /** The data sets of a store. */
    public ShippedData(SampleStore samples, Tasks tasks) {
        this.samples = samples;
        this.tasks = tasks;
    }

    /** All of them, in the order of their setting. */
    public List<Entry> all() {
        return DataSources.find(SOURCE).map(DataSourceType::params).orElse(List.of()).stream()
                .flatMap(param -> entries(param).stream())
                .toList();
    }

    private static <T> List<Entry> entries(Param<T> param) {
        return param.kind() instanceof Kind.Choice<?> choice ? choices(choice, param) : List.of();
    }

    private static <E extends Enum<E> & Labelled> List<Entry> choices(Kind.Choice<E> choice, Param<?> param) {
        return choice.options().stream()
                .map(option -> new Entry(
                        option.label(), new Component(SOURCE, new Values(Map.of(param.key(), choice.plain(option))))))
                .toList();
    }

    /** Reads one in the background and hands on what it holds; one that cannot be read shows nothing here, and says why once it is chosen. */
    public void look(Entry entry, Consumer<Glimpse> then) {
        tasks.of("Reading " + entry.name(), () -> read(entry))
                .onSuccess(then)
                .onFailure(DataException.class, unreadable -> {})
                .start();
    }

    /** One at a time: to look at a few examples, a whole data set is in memory for a moment, up to 220 MB of it. */
    private synchronized Glimpse read(Entry entry) throws DataException {
        Known known = new Known(entry, Language.current());
        Glimpse glimpse = seen.get(known);
        if (glimpse == null) {
            glimpse = open(entry);
            seen.put(known, glimpse);
        }
        return glimpse;
    }

    private Glimpse open(Entry entry) throws DataException {
        Dataset data = DataSources.open(entry.data(), WHOLE, 0, samples);
        return new Glimpse(data.schema(), data.preview(EXAMPLES));
    }
}
