package io.layerloom.canvas;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Frame;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import io.layerloom.graph.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/** Layers on the system's clipboard: as the text of a project, so that they go from window to window and into a chat. */
final class Clip {

    private static final int LONGEST = 4 << 20;

    /** The member of the text, beside those of a project, that tells where the layers stood. */
    private static final String MEMBER = "clip";

    private static final String ORIGIN = "origin";
    private static final String INCOMING = "incoming";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String PORT = "port";

    private Clip() {}

    static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /**
     * Layers as a text, with the wires that lead into them from outside.
     *
     * @param frames that go with them
     * @param origin which document they are from
     */
    static String text(Document document, Set<NodeId> nodes, List<Frame> frames, UUID origin) {
        Document plain = Edits.fragment(document, nodes);
        Document fragment = plain.with(plain.layout().framing(frames));
        List<Map<String, Object>> incoming = document.graph().wires().stream()
                .filter(wire -> nodes.contains(wire.to()) && !nodes.contains(wire.from()))
                .map(wire -> Map.<String, Object>of(
                        FROM, wire.from().value(), TO, wire.to().value(), PORT, wire.port()))
                .toList();
        Map<String, Object> clip = Map.of(ORIGIN, origin.toString(), INCOMING, incoming);
        return ProjectFile.toJson(
                new Document(fragment.graph(), fragment.layout(), fragment.plan(), Map.of("", Map.of(MEMBER, clip))));
    }

    /** The wires that led into what was taken, if it is from this document; none otherwise, because equal ids mean other layers elsewhere. */
    static List<Wire> incoming(Document taken, UUID origin) {
        Object held = taken.unknown().getOrDefault("", Map.of()).get(MEMBER);
        return held instanceof Map<?, ?> clip
                        && origin.toString().equals(clip.get(ORIGIN))
                        && clip.get(INCOMING) instanceof List<?> wires
                ? wires.stream().flatMap(wire -> wire(wire).stream()).toList()
                : List.of();
    }

    private static Optional<Wire> wire(@Nullable Object held) {
        return held instanceof Map<?, ?> wire
                        && wire.get(FROM) instanceof String from
                        && wire.get(TO) instanceof String to
                        && wire.get(PORT) instanceof Integer port
                        && port >= 0
                ? Optional.of(new Wire(new NodeId(from), new NodeId(to), port))
                : Optional.empty();
    }

    /** What lies on the clipboard, if it is layers. */
    static Optional<Document> take() {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? Optional.empty() : read(text);
    }

    /** Layers from a text that may be anything; what is not a project is no mistake of the person, so nothing is said. */
    static Optional<Document> read(String text) {
        if (text.length() > LONGEST || !text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            Document document = ProjectFile.read(text);
            return document.graph().nodes().isEmpty() ? Optional.empty() : Optional.of(document);
        } catch (ProjectFileException e) {
            return Optional.empty();
        }
    }
}
