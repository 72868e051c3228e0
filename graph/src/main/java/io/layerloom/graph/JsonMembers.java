package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The members of one JSON object, read with their types checked; members that nobody asked for are kept aside. */
final class JsonMembers {

    private final String file;
    private final JsonNode json;
    private final String at;
    private final Set<String> asked = new LinkedHashSet<>();

    /**
     * The members of what should be an object.
     *
     * @param at where it stands, for messages
     */
    JsonMembers(String file, JsonNode json, String at) throws ProjectFileException {
        this.file = file;
        this.json = json;
        this.at = at;
        if (!json.isObject()) {
            throw damaged(at, tr("an object is expected. Received: %s", brief(json)));
        }
    }

    Optional<JsonNode> find(String key) {
        asked.add(key);
        return Optional.ofNullable(json.get(key));
    }

    String text(String key, Pattern form) throws ProjectFileException {
        JsonNode held = find(key).orElseThrow(() -> missing(key));
        if (!held.isString() || !form.matcher(held.stringValue()).matches()) {
            throw damaged(key, tr("text of the form %s is expected. Received: %s", form, brief(held)));
        }
        return held.stringValue();
    }

    int whole(String key, int initial) throws ProjectFileException {
        Optional<JsonNode> held = find(key);
        if (held.isPresent() && !held.get().isInt()) {
            throw expected(key, tr("a whole number"), held.get());
        }
        return held.map(JsonNode::intValue).orElse(initial);
    }

    long longWhole(String key, long initial) throws ProjectFileException {
        Optional<JsonNode> held = find(key);
        if (held.isPresent() && !(held.get().isInt() || held.get().isLong())) {
            throw expected(key, tr("a whole number"), held.get());
        }
        return held.map(JsonNode::longValue).orElse(initial);
    }

    double real(String key, double initial) throws ProjectFileException {
        Optional<JsonNode> held = find(key);
        return held.isPresent() ? real(key, held.get()) : initial;
    }

    private double real(String key, JsonNode held) throws ProjectFileException {
        if (!held.isNumber() || !Double.isFinite(held.doubleValue())) {
            throw expected(key, tr("a number"), held);
        }
        return held.doubleValue();
    }

    boolean flag(String key, boolean initial) throws ProjectFileException {
        Optional<JsonNode> held = find(key);
        if (held.isPresent() && !held.get().isBoolean()) {
            throw expected(key, tr("true or false"), held.get());
        }
        return held.map(JsonNode::booleanValue).orElse(initial);
    }

    Optional<Point> point(String key, double farthest) throws ProjectFileException {
        Optional<JsonNode> held = find(key);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(point(key, held.get(), farthest));
    }

    /** A list of points; none where the member is missing. */
    List<Point> points(String key, int max, double farthest) throws ProjectFileException {
        List<Point> points = new ArrayList<>();
        for (JsonNode pair : list(key, max)) {
            points.add(point(key, pair, farthest));
        }
        return points;
    }

    private Point point(String key, JsonNode pair, double farthest) throws ProjectFileException {
        if (!pair.isArray() || pair.size() != 2) {
            throw expected(key, tr("a list of two numbers"), pair);
        }
        Point point = new Point(real(key, pair.get(0)), real(key, pair.get(1)));
        if (Math.abs(point.x()) > farthest || Math.abs(point.y()) > farthest) {
            throw damaged(key, tr("the place lies too far out. Received: %s", brief(pair)));
        }
        return point;
    }

    List<JsonNode> list(String key, int max) throws ProjectFileException {
        Optional<JsonNode> held = find(key);
        if (held.isEmpty()) {
            return List.of();
        }
        if (!held.get().isArray()) {
            throw expected(key, tr("a list"), held.get());
        }
        if (held.get().size() > max) {
            throw damaged(
                    key,
                    tr(
                            "it may have %s entries at most. Received: %s",
                            max, held.get().size()));
        }
        return held.get().valueStream().toList();
    }

    Values values(String key) throws ProjectFileException {
        Optional<JsonNode> held = find(key);
        if (held.isEmpty()) {
            return Values.EMPTY;
        }
        if (!held.get().isObject()) {
            throw expected(key, tr("an object"), held.get());
        }
        return new Values(plainMembers(key, held.get()));
    }

    /**
     * Puts the members that were never asked for aside, under the place of this object. One that looks like a member that is missing is none of a newer version but a damaged one, whose loss would go unseen.
     */
    void keepUnknown(Map<String, Map<String, Object>> unknown, String place) throws ProjectFileException {
        Map<String, Object> left = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            if (!asked.contains(member.getKey())) {
                requireForeign(member.getKey());
                left.put(member.getKey(), plain(member.getKey(), member.getValue()));
            }
        }
        if (!left.isEmpty()) {
            unknown.put(place, Collections.unmodifiableMap(left));
        }
    }

    private void requireForeign(String key) throws ProjectFileException {
        List<String> missing = asked.stream().filter(known -> !json.has(known)).toList();
        Optional<String> meant = Spelling.near(key, missing);
        if (meant.isPresent()) {
            throw damaged(key, tr("\"%s\" is missing, and what stands there looks like it, misspelled", meant.get()));
        }
    }

    private Map<String, Object> plainMembers(String key, JsonNode object) throws ProjectFileException {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            members.put(member.getKey(), plain(key, member.getValue()));
        }
        return Collections.unmodifiableMap(members);
    }

    /** A value as Java's own types; null only where the file says so. */
    @SuppressWarnings(
            "NullAway") // Files may hold null among values that this version does not know; it is written back.
    private Object plain(String key, JsonNode held) throws ProjectFileException {
        if (held.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            for (JsonNode item : held) {
                list.add(plain(key, item));
            }
            return Collections.unmodifiableList(list);
        }
        if (held.isObject()) {
            return plainMembers(key, held);
        }
        if (held.isBoolean()) {
            return held.booleanValue();
        }
        if (held.isFloatingPointNumber()) {
            return real(key, held);
        }
        return held.isNumber() ? held.numberValue() : held.isNull() ? null : held.stringValue();
    }

    /** The exception for something wrong with a member. */
    ProjectFileException damaged(String key, String what) {
        String where = key.equals(at) ? at : ProjectReader.place(at, key);
        return new ProjectFileException(tr(
                "%s is damaged at %s: %s. Open a backup copy, or correct it in a text editor.",
                file, where.isEmpty() ? "/" : where, what));
    }

    private ProjectFileException missing(String key) {
        return damaged(key, tr("it is missing"));
    }

    private ProjectFileException expected(String key, String what, JsonNode held) {
        return damaged(key, tr("%s is expected. Received: %s", what, brief(held)));
    }

    private static String brief(JsonNode held) {
        return ProjectReader.shortened(held.toString(), 60);
    }
}
