package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON. Numbers that JSON does not have are written as the texts "NaN", "Infinity" and "-Infinity". */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** Writes a record; a crash in the middle leaves the former file as it was. */
    static void write(Object value, Path file) throws IOException {
        byte[] bytes = text(value, file).concat("\n").getBytes(StandardCharsets.UTF_8);
        Path beside = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.write(beside, bytes);
        } catch (IOException e) {
            // On a full disk, what was written so far is in the way of everything else.
            Files.deleteIfExists(beside);
            throw e;
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String text(Object value, Path file) throws IOException {
        try {
            return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IOException(tr("%s cannot be written: %s", file.getFileName(), e.getOriginalMessage()), e);
        }
    }

    /** Reads a record; what the parser says of a damaged one is for programmers and goes along as the cause. */
    static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            T read = MAPPER.readValue(Files.readString(file), type);
            if (read == null) {
                throw damaged(file, "", null);
            }
            return read;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw damaged(file, line > 0 ? tr(" at line %d", line) : "", e);
        } catch (CharacterCodingException e) {
            throw damaged(file, "", e);
        }
    }

    private static IOException damaged(Path file, String where, @Nullable Exception cause) {
        return new IOException(tr("%s is damaged%s. Bring it back from a copy, or train anew.", file, where), cause);
    }
}
