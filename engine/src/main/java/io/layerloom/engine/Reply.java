package io.layerloom.engine;

import io.layerloom.engine.kit.Restoration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * What a worker says beside run events: one JSON line each.
 *
 * @param reply {@code alive} from time to time, {@code prepared} when a run may come, {@code ready} when a run is loaded, {@code output} to a question, {@code written} with a text, {@code restored} with guesses, {@code generated} with pictures, {@code seen} with what a layer gives, {@code expectations}, {@code measured}, {@code refused} with a
 *     sentence, or {@code stuck} with what does not come to its end
 * @param id of the question
 */
record Reply(String reply, long id, List<Float> output, String message) {

    static final String ALIVE = "alive";
    static final String PREPARED = "prepared";
    static final String READY = "ready";
    static final String OUTPUT = "output";
    static final String WRITTEN = "written";
    static final String RESTORED = "restored";
    static final String GENERATED = "generated";
    static final String SEEN = "seen";
    static final String EXPECTATIONS = "expectations";
    static final String MEASURED = "measured";
    static final String REFUSED = "refused";
    static final String STUCK = "stuck";

    static Reply of(String reply) {
        return new Reply(reply, 0, List.of(), "");
    }

    static Reply prepared(long id) {
        return new Reply(PREPARED, id, List.of(), "");
    }

    static Reply output(long id, float[] values) {
        List<Float> output = new java.util.ArrayList<>();
        for (float value : values) {
            output.add(value);
        }
        return new Reply(OUTPUT, id, output, "");
    }

    static Reply written(long id, String text) {
        return new Reply(WRITTEN, id, List.of(), text);
    }

    static Reply restored(long id, List<List<Restoration.Guess>> guesses) {
        return new Reply(RESTORED, id, List.of(), Json.MAPPER.writeValueAsString(guesses));
    }

    static Reply generated(long id, Pictures pictures) {
        return new Reply(GENERATED, id, List.of(), Json.MAPPER.writeValueAsString(pictures));
    }

    static Reply seen(long id, LayerOutput output) {
        return new Reply(SEEN, id, List.of(), Json.MAPPER.writeValueAsString(output));
    }

    /** That of a {@link #SEEN}. */
    LayerOutput layerOutput() {
        return Json.MAPPER.readValue(message, LayerOutput.class);
    }

    /** Those of a {@link #GENERATED}. */
    Pictures pictures() {
        return Json.MAPPER.readValue(message, Pictures.class);
    }

    /** Those of a {@link #RESTORED}. */
    List<List<Restoration.Guess>> guesses() {
        return Json.MAPPER.readValue(message, new TypeReference<List<List<Restoration.Guess>>>() {});
    }

    static Reply refused(long id, String message) {
        return new Reply(REFUSED, id, List.of(), message);
    }

    static Reply stuck(String what) {
        return new Reply(STUCK, 0, List.of(), what);
    }

    float[] values() {
        float[] values = new float[output.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = output.get(i);
        }
        return values;
    }

    String toJson() {
        return Json.MAPPER.writeValueAsString(this);
    }

    static Optional<Reply> fromJson(String line) {
        try {
            return line.startsWith("{\"reply\"")
                    ? Optional.of(Json.MAPPER.readValue(line, Reply.class))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
