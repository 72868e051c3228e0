package io.layerloom.engine;

import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * What a worker is told: one JSON line each. Fields that a command has no use for are empty.
 *
 * @param name what to do
 * @param folder of the run
 * @param resume whether to go on from the checkpoint
 * @param id by which the answer to a question is known
 * @param numbers of an {@link Input.Numbers}; likewise {@code row}
 * @param text of an {@link Input.Text}; what is to be gone on with, or has gaps to be filled; the project of a {@link Name#BENCH}, {@link Name#REPORTING} or {@link Name#PREPARE}
 * @param examples how many test examples are wanted, or pictures to be made, with 0 for one between two others, or characters and words to be written, or guesses for a gap
 * @param epochs how many epochs are to be reached in all, or how many steps or rounds are to be timed
 * @param notices what the run is to tell when it has started, as sentences
 * @param temperature how daring a {@link Name#WRITE} is, or how far a {@link Name#GENERATE} is from the first code to the second
 * @param seed of the random numbers of a {@link Name#WRITE} or a {@link Name#GENERATE}
 */
record Command(
        Name name,
        String folder,
        int threads,
        boolean resume,
        long id,
        List<Float> numbers,
        String text,
        Map<String, String> row,
        int examples,
        int epochs,
        List<String> notices,
        double temperature,
        long seed) {

    /** What a worker can do. */
    enum Name {
        WAKE,
        PREPARE,
        TRAIN,
        PAUSE,
        RESUME,
        STOP,
        LOAD,
        PREDICT,
        WRITE,
        RESTORE,
        GENERATE,
        EXPECT,
        BENCH,
        REPORTING
    }

    static Command of(Name name) {
        return new Command(name, "", 0, false, 0, List.of(), "", Map.of(), 0, 0, List.of(), 0, 0);
    }

    static Command train(RunSpec spec, List<String> notices) {
        return new Command(
                Name.TRAIN,
                spec.folder().toAbsolutePath().toString(),
                spec.threads(),
                spec.resume(),
                0,
                List.of(),
                "",
                Map.of(),
                0,
                spec.document().plan().epochs(),
                notices,
                0,
                0);
    }

    static Command prepare(long id, Document document) {
        return new Command(
                Name.PREPARE,
                "",
                0,
                false,
                id,
                List.of(),
                ProjectFile.toJson(document),
                Map.of(),
                0,
                0,
                List.of(),
                0,
                0);
    }

    static Command load(RunFolder run, int threads) {
        return new Command(
                Name.LOAD, run.path().toString(), threads, false, 0, List.of(), "", Map.of(), 0, 0, List.of(), 0, 0);
    }

    static Command expect(RunFolder run, int threads, int examples) {
        return new Command(
                Name.EXPECT,
                run.path().toString(),
                threads,
                false,
                0,
                List.of(),
                "",
                Map.of(),
                examples,
                0,
                List.of(),
                0,
                0);
    }

    static Command bench(Document document, int threads, int steps) {
        return new Command(
                Name.BENCH,
                "",
                threads,
                false,
                0,
                List.of(),
                ProjectFile.toJson(document),
                Map.of(),
                0,
                steps,
                List.of(),
                0,
                0);
    }

    static Command reporting(Document document, int rounds) {
        return new Command(
                Name.REPORTING,
                "",
                0,
                false,
                0,
                List.of(),
                ProjectFile.toJson(document),
                Map.of(),
                0,
                rounds,
                List.of(),
                0,
                0);
    }

    static Command predict(long id, Input input) {
        List<Float> numbers = new java.util.ArrayList<>();
        if (input instanceof Input.Numbers given) {
            for (float value : given.values()) {
                numbers.add(value);
            }
        }
        String text = input instanceof Input.Text given ? given.text() : "";
        Map<String, String> row = input instanceof Input.Row given ? given.columns() : Map.of();
        return new Command(Name.PREDICT, "", 0, false, id, numbers, text, row, 0, 0, List.of(), 0, 0);
    }

    static Command write(long id, String beginning, int count, double temperature, long seed) {
        return new Command(
                Name.WRITE, "", 0, false, id, List.of(), beginning, Map.of(), count, 0, List.of(), temperature, seed);
    }

    static Command restore(long id, String text, int most) {
        return new Command(Name.RESTORE, "", 0, false, id, List.of(), text, Map.of(), most, 0, List.of(), 0, 0);
    }

    /** Pictures of so many codes of a seed. */
    static Command generate(long id, int count, long seed) {
        return new Command(Name.GENERATE, "", 0, false, id, List.of(), "", Map.of(), count, 0, List.of(), 0, seed);
    }

    /** One picture of a code between the first two of a seed. */
    static Command between(long id, long seed, double part) {
        return new Command(Name.GENERATE, "", 0, false, id, List.of(), "", Map.of(), 0, 0, List.of(), part, seed);
    }

    /** The question of a {@link Name#PREDICT}. */
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

    String toJson() {
        return Json.MAPPER.writeValueAsString(this);
    }

    static Optional<Command> fromJson(String line) {
        try {
            return Optional.of(Json.MAPPER.readValue(line, Command.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
