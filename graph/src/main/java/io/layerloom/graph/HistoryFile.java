package io.layerloom.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The steps of a project in a hidden file beside it, so that they can be taken back after the program was started anew. It belongs to one state of the project, which it names by
 * its hash: when the project was changed without it, it is of no use any more. As long as it was never used, nothing of it is made: a step is read when it is taken back.
 */
public final class HistoryFile {

    /** More steps than that are not kept, nor more bytes; the oldest go first. */
    static final int MOST_STEPS = 1_000;

    private static final int MOST_BYTES = 8 << 20;
    private static final int LONGEST_LABEL = 200;

    /** More lines than the text of the largest project. */
    private static final int MOST_LINES = 4_000_000;

    private static final int FORMAT = 1;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern LABEL = Pattern.compile("\\P{Cntrl}{1," + (LONGEST_LABEL + 1) + "}");

    private final Path file;
    private final KeptChange.Form form;

    private HistoryFile(Path file, KeptChange.Form form) {
        this.file = file;
        this.form = form;
    }

    /**
     * The history of a project.
     *
     * @param project the file of the project, by its whole path
     * @param written what is written of a document in memory
     * @param read what is in memory of a document that was read
     */
    public static HistoryFile of(Path project, UnaryOperator<Document> written, UnaryOperator<Document> read) {
        Path beside = project.resolveSibling("." + project.getFileName() + ".history");
        return new HistoryFile(beside, new KeptChange.Form(beside.resolveSibling(""), written, read));
    }

    /** The history that led to a document, as far as the file holds it; one that begins here if it holds none of this document. */
    public History read(Document present) {
        if (!Files.isRegularFile(file)) {
            return History.of(present);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return history(present, ProjectFile.tree(in, String.valueOf(file.getFileName())));
        } catch (IOException damaged) {
            return History.of(present); // worth less than the sentence that would have to be read
        }
    }

    private History history(Document present, JsonNode json) throws ProjectFileException {
        JsonMembers members = new JsonMembers("history", json, "");
        if (members.whole("format", 0) != FORMAT
                || !members.text("project", HASH).equals(hash(present))) {
            return History.of(present);
        }
        List<History.Step> steps = new ArrayList<>();
        List<JsonNode> list = members.list("steps", 2 * MOST_STEPS);
        for (JsonNode step : list) {
            JsonMembers own = new JsonMembers("history", step, "/steps");
            steps.add(new History.Step(own.text("label", LABEL), change(own)));
        }
        int done = members.whole("done", 0);
        if (done < 0 || done > steps.size()) {
            throw members.damaged("done", "steps: " + steps.size());
        }
        return History.of(present, steps, done);
    }

    private KeptChange change(JsonMembers step) throws ProjectFileException {
        Map<String, Splice<String>> changed = new LinkedHashMap<>();
        JsonNode all = step.find("changed").orElse(JsonNodeFactory.instance.objectNode());
        for (Map.Entry<String, JsonNode> member : all.properties()) {
            JsonMembers splice = new JsonMembers("history", member.getValue(), "/steps");
            List<JsonNode> at = splice.list("at", MOST_LINES);
            if (!at.stream().allMatch(JsonNode::isInt)) {
                throw splice.damaged("at", String.valueOf(at.size()));
            }
            List<List<String>> before = lines(splice, "before", at.size());
            List<List<String>> after = lines(splice, "after", at.size());
            int[] places = at.stream().mapToInt(JsonNode::intValue).toArray();
            changed.put(member.getKey(), new Splice<>(places, before, after));
        }
        return new KeptChange(changed, form);
    }

    private static List<List<String>> lines(JsonMembers splice, String key, int count) throws ProjectFileException {
        List<List<String>> stretches = new ArrayList<>();
        for (JsonNode stretch : splice.list(key, MOST_LINES)) {
            stretches.add(stretch.valueStream().map(line -> line.asString("")).toList());
        }
        if (stretches.size() != count) {
            throw splice.damaged(key, "stretches: " + stretches.size());
        }
        return stretches;
    }

    /** Keeps the history of the project as it was just saved; a crash in the middle leaves the former file as it was. */
    public void write(History history) throws IOException {
        Deque<ObjectNode> steps = new ArrayDeque<>();
        int[] room = {MOST_BYTES};
        walk(history, true, room).forEach(steps::addFirst);
        int done = steps.size();
        walk(history, false, room).forEach(steps::addLast);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT);
        json.put("project", hash(history.present()));
        json.put("done", done);
        ArrayNode list = json.putArray("steps");
        steps.forEach(list::add);
        ProjectFile.write(JSON.writeValueAsString(json) + "\n", file);
    }

    /** The steps from the present on, into the past or into what was taken back, as many as there is room for. What was kept of a step before is not worked out anew. */
    private List<ObjectNode> walk(History present, boolean past, int[] room) {
        List<ObjectNode> found = new ArrayList<>();
        Follower follower = new Follower(present, past);
        Optional<History.Step> step = past ? present.last() : present.coming();
        for (int i = 0; i < MOST_STEPS && step.isPresent(); i++) {
            History.Step own = step.get();
            int steps = i;
            KeptChange change =
                    own.kept().filter(kept -> kept.form().isLike(form)).orElseGet(() -> follower.change(steps));
            own.keep(change);
            ObjectNode json = json(own.label(), change);
            room[0] -= json.toString().getBytes(StandardCharsets.UTF_8).length;
            if (room[0] < 0) {
                break;
            }
            found.add(json);
            step = own.next();
        }
        return found;
    }

    /** Goes along a history, no further than it is asked about. */
    private final class Follower {
        private final boolean past;
        private History at;
        private int gone;
        private Map<String, List<String>> text;

        Follower(History present, boolean past) {
            this.past = past;
            at = present;
            text = form.text(present.present());
        }

        /** What changed with the step that lies so many steps from the present. */
        KeptChange change(int steps) {
            boolean jumped = gone < steps;
            for (; gone < steps; gone++) {
                at = past ? at.undo() : at.redo();
            }
            Map<String, List<String>> here = jumped ? form.text(at.present()) : text;
            at = past ? at.undo() : at.redo();
            gone++;
            text = form.text(at.present());
            return past ? KeptChange.between(text, here, form) : KeptChange.between(here, text, form);
        }
    }

    private static ObjectNode json(String label, KeptChange change) {
        ObjectNode step = JsonNodeFactory.instance.objectNode();
        step.put("label", ProjectReader.shortened(label, LONGEST_LABEL));
        ObjectNode changed = step.putObject("changed");
        change.members().forEach((key, splice) -> {
            ObjectNode member = changed.putObject(key);
            ArrayNode at = member.putArray("at");
            IntStream.of(splice.at()).forEach(at::add);
            putLines(member.putArray("before"), splice.before());
            putLines(member.putArray("after"), splice.after());
        });
        return step;
    }

    private static void putLines(ArrayNode array, List<List<String>> stretches) {
        for (List<String> stretch : stretches) {
            ArrayNode lines = array.addArray();
            stretch.forEach(lines::add);
        }
    }

    private String hash(Document document) {
        try {
            byte[] text = ProjectFile.toJson(form.written().apply(document)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
