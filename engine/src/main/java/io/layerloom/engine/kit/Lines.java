package io.layerloom.engine.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a file from a stranger: UTF-8 or nothing, and not too much of it. */
final class Lines {

    private static final int MAX_BYTES = 256 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Lines() {}

    static String read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new DataException("%s is a folder; choose a file.", file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, String.valueOf(file.getFileName()));
        } catch (NoSuchFileException e) {
            throw new DataException(e, "There is no file %s. It may have been moved or renamed.", file);
        }
    }

    static String read(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new DataException("%s holds more than %d MB of text; use a part of it.", name, MAX_BYTES >> 20);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new DataException(
                    e, "%s is not text in UTF-8; save it as UTF-8 in the program that it comes from.", name);
        }
    }
}
