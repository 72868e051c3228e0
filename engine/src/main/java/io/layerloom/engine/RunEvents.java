package io.layerloom.engine;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Run events as JSON lines: the record's components, and its name under {@code "event"}. */
public final class RunEvents {

    private static final String TAG = "event";

    private static final Map<String, Class<? extends RunEvent>> BY_NAME = Stream.of(
                    RunEvent.Preparing.class,
                    RunEvent.Started.class,
                    RunEvent.Notice.class,
                    RunEvent.Inherited.class,
                    RunEvent.Pretraining.class,
                    RunEvent.Iteration.class,
                    RunEvent.EpochEnd.class,
                    RunEvent.Scored.class,
                    RunEvent.Written.class,
                    RunEvent.Restored.class,
                    RunEvent.Translated.class,
                    RunEvent.Reconstructed.class,
                    RunEvent.Generated.class,
                    RunEvent.Rivalry.class,
                    RunEvent.CheckpointSaved.class,
                    RunEvent.Paused.class,
                    RunEvent.Resumed.class,
                    RunEvent.Finished.class,
                    RunEvent.Failed.class)
            .collect(Collectors.toUnmodifiableMap(RunEvents::name, Function.identity()));

    private RunEvents() {}

    private static String name(Class<?> type) {
        return Character.toLowerCase(type.getSimpleName().charAt(0))
                + type.getSimpleName().substring(1);
    }

    /** One line without its end. */
    public static String toJson(RunEvent event) {
        String fields = Json.MAPPER.writeValueAsString(event);
        return "{\"" + TAG + "\":\"" + name(event.getClass()) + "\"," + fields.substring(1);
    }

    /** The event of a line; empty if the line holds none that this version knows. */
    public static Optional<RunEvent> fromJson(String line) {
        try {
            JsonNode node = Json.MAPPER.readTree(line);
            Class<? extends RunEvent> type = BY_NAME.get(node.path(TAG).asString(""));
            return type == null ? Optional.empty() : Optional.of(Json.MAPPER.treeToValue(node, type));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
