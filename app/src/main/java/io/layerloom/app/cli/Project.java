package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.fault.Sentences;
import io.layerloom.engine.Compute;
import io.layerloom.engine.DataPaths;
import io.layerloom.engine.DataSources;
import io.layerloom.engine.EngineContext;
import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Capacity;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.PlanProblems;
import io.layerloom.graph.Problem;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.Values;
import io.layerloom.samples.Sample;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A project file or a shipped sample, as the commands take it. */
record Project(String name, Document document) {

    /** The project of a file, or the sample of that id. */
    static Project open(String fileOrSample) throws CommandException, IOException {
        Optional<Sample> sample = Samples.byId(fileOrSample);
        if (sample.isPresent()) {
            try (InputStream in = sample.get().openProject()) {
                return new Project(fileOrSample, ProjectFile.read(in));
            }
        }
        Path file = Path.of(fileOrSample);
        if (!Files.isRegularFile(file)) {
            throw new CommandException(tr(
                    "There is no project file and no sample \"%s\". The samples are %s.",
                    fileOrSample,
                    Stream.concat(Samples.all().stream(), Samples.fullSize().stream())
                            .map(Sample::id)
                            .collect(Collectors.joining(", "))));
        }
        return new Project(stem(file), DataPaths.whole(ProjectFile.read(file), file));
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    /** The same project on other data; settings of how to read them stay where the kind of data is the same. */
    Project on(Path data) throws DataException {
        Component found = DataSources.guess(data);
        Component merged = document.plan()
                .data()
                .filter(former -> former.type().equals(found.type()))
                .map(former -> found.with(merged(former, found)))
                .orElse(found);
        return new Project(name, document.with(document.plan().withData(merged)));
    }

    private static Values merged(Component former, Component latter) {
        Map<String, Object> all = new LinkedHashMap<>(former.values().plain());
        all.putAll(latter.values().plain());
        return new Values(all);
    }

    /**
     * What follows from a project where it is to be trained.
     *
     * @param inference shapes and problems, also those of data and plan
     * @param schema what the data hold; empty where none are chosen or they cannot be read
     * @param capacity what a training is given
     */
    record Judged(Inference inference, Optional<DataSchema> schema, Capacity capacity) {}

    /** Everything that follows from the project, with the problems of its data and plan, if this computes the training. */
    Judged judged(Surroundings surroundings, Compute compute) {
        EngineContext context = surroundings.context();
        Inference inference = Inference.of(document.graph(), context.catalog());
        List<Problem> more = new ArrayList<>();
        Optional<DataSchema> schema = Optional.empty();
        try {
            if (document.plan().data().isPresent()) {
                schema = Optional.of(DataSources.schema(document.plan().data().get(), context.samples()));
            }
        } catch (DataException e) {
            more.add(Problem.error(Problem.Cause.DATA, Sentences.of(e)));
        }
        if (document.graph().nodes().isEmpty()) {
            // The window says nothing of it while a drawing is being begun.
            more.add(Problem.error(
                    Problem.Cause.PLAN,
                    tr("There is nothing to train, because the network has no layers. Add an Input and an Output.")));
        }
        Capacity capacity = surroundings.launcher().capacity(compute);
        more.addAll(PlanProblems.of(document, inference, context.catalog(), schema, capacity));
        return new Judged(inference.plus(more), schema, capacity);
    }
}
