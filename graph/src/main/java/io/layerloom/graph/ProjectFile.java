package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents as JSON text: the form of project files, of runs and of the clipboard. Files come from strangers, so everything is bounded and checked, no name in a file ever
 * becomes a class, and a damaged file is refused with a sentence. What this version does not know is kept and written back.
 */
public final class ProjectFile {

    /** What project files are called. */
    public static final String EXTENSION = ".loom";

    /** The highest number that this version writes as {@code "format"}; files with a higher one are only looked at. */
    public static final int FORMAT = 3;

    /** What projects without blocks and bypassed layers have as {@code "format"}, so that versions that know neither go on writing them. */
    static final int PLAIN = 1;

    /** What projects with blocks have. */
    static final int WITH_BLOCKS = 2;

    private static final int MAX_BYTES = 16 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(1 << 20)
                            .maxNameLength(1_000)
                            .maxNumberLength(400)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ProjectFile() {}

    /**
     * A project as far as this version understands it.
     *
     * @param format the number of its format
     */
    public record Opened(Document document, int format) {
        /** Whether a newer version wrote it: what it means may be more than what is seen here, so it is not to be written. */
        public boolean isNewer() {
            return format > FORMAT;
        }
    }

    /** Reads a project from a file. */
    public static Document read(Path file) throws ProjectFileException {
        Opened opened = open(file);
        if (opened.isNewer()) {
            throw ProjectReader.newer(String.valueOf(file.getFileName()), Integer.toString(opened.format()));
        }
        return opened.document();
    }

    /** Reads a project from a file, also one that a newer version wrote as long as it can be understood. */
    public static Opened open(Path file) throws ProjectFileException {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw new ProjectFileException(
                    Files.exists(file)
                            ? tr("%s is not a file. Choose a project file (*%s).", name, EXTENSION)
                            : tr("There is no file %s. It may have been moved or renamed.", file));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, name);
        } catch (ProjectFileException e) {
            throw e;
        } catch (IOException e) {
            throw new ProjectFileException(tr("%s cannot be read: %s.", name, reason(e)), e);
        }
    }

    /** Reads a project from a stream, which stays open. */
    public static Document read(InputStream in) throws ProjectFileException {
        try {
            Opened opened = read(in, tr("The project"));
            if (opened.isNewer()) {
                throw ProjectReader.newer(tr("The project"), Integer.toString(opened.format()));
            }
            return opened.document();
        } catch (ProjectFileException e) {
            throw e;
        } catch (IOException e) {
            throw new ProjectFileException(tr("The project cannot be read: %s.", reason(e)), e);
        }
    }

    /** Reads a project from its text. */
    public static Document read(String json) throws ProjectFileException {
        return read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Opened read(InputStream in, String name) throws IOException {
        return new ProjectReader(name).open(tree(in, name));
    }

    /** The JSON of a stream that nobody vouches for. */
    static JsonNode tree(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new ProjectFileException(tr(
                    "%s holds more than %s MB, which no project does. Choose another file.", name, (MAX_BYTES >> 20)));
        }
        return parse(text(bytes, name), name);
    }

    private static String text(byte[] bytes, String name) throws ProjectFileException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ProjectFileException(
                    tr(
                            "%s is not text in UTF-8, so it is no Layerloom project or it is damaged. Open a backup copy.",
                            name),
                    e);
        }
    }

    static JsonNode parse(String text, String name) throws ProjectFileException {
        if (text.isBlank()) {
            throw JsonFault.empty(name);
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw JsonFault.of(e, text, name);
        }
    }

    /** The text of a project file. */
    public static String toJson(Document document) {
        return JsonText.of(new ProjectWriter(document).json());
    }

    /** Writes a project; a crash in the middle leaves the former file as it was. */
    public static void write(Document document, Path file) throws ProjectFileException {
        try {
            write(toJson(document), file);
        } catch (IOException e) {
            throw new ProjectFileException(
                    tr("%s cannot be written: %s. Save the project in another folder.", file, reason(e)), e);
        }
    }

    /** Writes a text; a crash in the middle leaves the former file as it was. */
    static void write(String text, Path file) throws IOException {
        // A link stays a link: its target is replaced.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            writeThrough(text, beside);
            replace(beside, target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void writeThrough(String text, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The words of an I/O failure; its class says what its message, often only a path, does not. */
    private static String reason(IOException e) {
        if (e instanceof java.nio.file.NoSuchFileException) {
            return tr("the folder does not exist");
        }
        if (e instanceof java.nio.file.AccessDeniedException) {
            return tr("access is denied");
        }
        if (e instanceof java.nio.file.FileSystemException failure && failure.getReason() != null) {
            return failure.getReason(); // the message names the file beside, which nobody knows
        }
        return String.valueOf(e.getMessage());
    }
}
