package io.layerloom.engine;

import io.layerloom.graph.Document;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.language.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a worker is told: one JSON line each, the record's components and its name under {@code "command"}. */
sealed interface Command {

    String TAG = "command";

    /** By their names on the wire. */
    Map<String, Class<? extends Command>> KINDS = Stream.of(
                    Speak.class,
                    Wake.class,
                    Prepare.class,
                    Train.class,
                    Press.class,
                    Load.class,
                    Predict.class,
                    Write.class,
                    Restore.class,
                    Translate.class,
                    Generate.class,
                    Between.class,
                    Look.class,
                    Expect.class,
                    Bench.class,
                    Steps.class,
                    Reporting.class)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    /** A button beside a training. */
    enum Button {
        PAUSE,
        RESUME,
        STOP
    }

    /** Says everything from now on in a language. */
    record Speak(Language language) implements Command {}

    /** Loads the libraries of a card. */
    record Wake() implements Command {}

    /**
     * Gets ready for the training of a project.
     *
     * @param id by which the answer is known
     * @param threads how many are to compute; 0 for the fastest
     */
    record Prepare(long id, String project, int threads) implements Command {

        static Prepare of(long id, Document document, int threads) {
            return new Prepare(id, ProjectFile.toJson(document), threads);
        }

        Document document() throws IOException {
            return ProjectFile.read(project);
        }
    }

    /**
     * Trains the project in the folder of a run.
     *
     * @param epochs how many are to be reached in all
     * @param resume whether to go on from the checkpoint
     * @param from the folder of the run whose weights training starts from; empty if it draws them all
     * @param notices what the run is to tell when it has started, as sentences
     */
    record Train(String folder, int epochs, int threads, boolean resume, String from, List<String> notices)
            implements Command {

        static Train of(RunSpec spec, List<String> notices) {
            return new Train(
                    spec.folder().toAbsolutePath().toString(),
                    spec.document().plan().epochs(),
                    spec.threads(),
                    spec.resume(),
                    spec.from().map(path -> path.toAbsolutePath().toString()).orElse(""),
                    notices);
        }

        RunSpec spec() throws IOException {
            Path path = Path.of(folder);
            Document kept = RunFolder.at(path).document();
            Document document = kept.with(kept.plan().withEpochs(epochs));
            return new RunSpec(
                    document, path, threads, resume, from.isEmpty() ? Optional.empty() : Optional.of(Path.of(from)));
        }
    }

    /** Presses a button beside the training that goes on. */
    record Press(Button button) implements Command {}

    /** Takes a trained run into memory, to be asked. */
    record Load(String folder, int threads) implements Command {

        static Load of(RunFolder run, int threads) {
            return new Load(run.path().toString(), threads);
        }
    }

    /** What a run that is in memory answers. */
    sealed interface Question extends Command {

        /** By which the answer is known. */
        long id();

        /** The answer of a run. */
        Reply answer(LoadedRun run) throws IOException;
    }

    /** A part of what is asked: numbers, a text or a row; those that are not meant are empty. */
    record Asked(List<Float> numbers, String text, Map<String, String> row) {

        static Asked of(Input input) {
            List<Float> numbers = new ArrayList<>();
            if (input instanceof Input.Numbers given) {
                for (float value : given.values()) {
                    numbers.add(value);
                }
            }
            return new Asked(
                    numbers,
                    input instanceof Input.Text given ? given.text() : "",
                    input instanceof Input.Row given ? given.columns() : Map.of());
        }

        Input input() {
            if (!numbers.isEmpty()) {
                float[] values = new float[numbers.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = numbers.get(i);
                }
                return new Input.Numbers(values);
            }
            return row.isEmpty() ? new Input.Text(text) : new Input.Row(row);
        }
    }

    /** What it makes of an example, or of two at once. */
    record Predict(long id, List<Asked> parts) implements Question {

        static Predict of(long id, Input input) {
            return new Predict(
                    id,
                    input instanceof Input.Pair pair
                            ? List.of(Asked.of(pair.first()), Asked.of(pair.second()))
                            : List.of(Asked.of(input)));
        }

        private Input input() {
            Input first = parts.get(0).input();
            return parts.size() == 1
                    ? first
                    : new Input.Pair(first, parts.get(1).input());
        }

        @Override
        public Reply answer(LoadedRun run) throws IOException {
            return Reply.output(id, run.predict(input()));
        }
    }

    /** How a text goes on for so many characters or words. */
    record Write(long id, String beginning, int count, double temperature, long seed) implements Question {

        @Override
        public Reply answer(LoadedRun run) throws IOException {
            return Reply.written(id, run.write(beginning, count, temperature, seed));
        }
    }

    /** What was in the gaps of a text, with so many guesses for each at most. */
    record Restore(long id, String text, int most) implements Question {

        @Override
        public Reply answer(LoadedRun run) throws IOException {
            return Reply.restored(id, run.restore(text, most));
        }
    }

    /** The target of a source. */
    record Translate(long id, String source) implements Question {

        @Override
        public Reply answer(LoadedRun run) throws IOException {
            return Reply.written(id, run.translate(source));
        }
    }

    /** Pictures of so many codes of a seed. */
    record Generate(long id, int count, long seed) implements Question {

        @Override
        public Reply answer(LoadedRun run) throws IOException {
            return Reply.generated(id, run.generate(count, seed));
        }
    }

    /** One picture of a code between the first two of a seed; 0 is the first, 1 the second. */
    record Between(long id, long seed, double part) implements Question {

        @Override
        public Reply answer(LoadedRun run) throws IOException {
            return Reply.generated(id, run.between(seed, part));
        }
    }

    /**
     * Asks what a layer of a project makes of an example.
     *
     * @param path the blocks that lead to the layer, and the layer
     * @param own numbers of an example that belongs to no data; empty if one of the data is meant
     * @param run the folder of the run whose weights are meant; empty for those that training starts from
     */
    record Look(long id, String project, List<String> path, int example, List<Float> own, String run)
            implements Command {

        static Look of(long id, Document document, List<NodeId> path, int example, float[] own, Optional<Path> run) {
            List<Float> numbers = new ArrayList<>();
            for (float value : own) {
                numbers.add(value);
            }
            return new Look(
                    id,
                    ProjectFile.toJson(document),
                    path.stream().map(NodeId::value).toList(),
                    example,
                    numbers,
                    run.map(folder -> folder.toAbsolutePath().toString()).orElse(""));
        }

        LayerOutput answer(Looking looking) throws IOException {
            float[] numbers = new float[own.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = own.get(i);
            }
            return looking.of(
                    ProjectFile.read(project),
                    path.stream().map(NodeId::new).toList(),
                    example,
                    numbers,
                    run.isEmpty()
                            ? Optional.empty()
                            : Optional.of(RunFolder.at(Path.of(run)).weights()));
        }
    }

    /** Asks for what a run must give again elsewhere, for so many test examples. */
    record Expect(String folder, int threads, int examples) implements Command {

        static Expect of(RunFolder run, int threads, int examples) {
            return new Expect(run.path().toString(), threads, examples);
        }
    }

    /** Times so many steps of a project. */
    record Bench(String project, int threads, int steps) implements Command {

        static Bench of(Document document, int threads, int steps) {
            return new Bench(ProjectFile.toJson(document), threads, steps);
        }

        Document document() throws IOException {
            return ProjectFile.read(project);
        }
    }

    /** Times a few steps of each of these projects. */
    record Steps(List<String> projects) implements Command {

        static Steps of(List<Document> documents) {
            return new Steps(documents.stream().map(ProjectFile::toJson).toList());
        }

        List<Document> documents() throws IOException {
            List<Document> all = new ArrayList<>();
            for (String project : projects) {
                all.add(ProjectFile.read(project));
            }
            return all;
        }
    }

    /** Finds out what telling costs a training, in so many rounds. */
    record Reporting(String project, int rounds) implements Command {

        static Reporting of(Document document, int rounds) {
            return new Reporting(ProjectFile.toJson(document), rounds);
        }

        Document document() throws IOException {
            return ProjectFile.read(project);
        }
    }

    /** One line without its end. */
    default String toJson() {
        String fields = Json.MAPPER.writeValueAsString(this).substring(1);
        String name = "{\"" + TAG + "\":\"" + getClass().getSimpleName() + "\"";
        return name + (fields.equals("}") ? fields : "," + fields);
    }

    /** The command of a line; empty if the line holds none that this version knows. */
    static Optional<Command> fromJson(String line) {
        try {
            JsonNode node = Json.MAPPER.readTree(line);
            Class<? extends Command> kind = KINDS.get(node.path(TAG).asString(""));
            return kind == null ? Optional.empty() : Optional.of(Json.MAPPER.treeToValue(node, kind));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
