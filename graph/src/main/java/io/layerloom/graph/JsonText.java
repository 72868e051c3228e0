package io.layerloom.graph;

import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON laid out for people and for line-wise comparison: one member per line, but lists of plain values and {@linkplain #inline marked} objects on one line. Always ends lines
 * with {@code \n}, on every system.
 */
final class JsonText {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String STEP = "  ";

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    static String of(JsonNode json) {
        JsonText text = new JsonText();
        text.print(json, "\n");
        return text.out.append('\n').toString();
    }

    private void print(JsonNode json, String newline) {
        if (json.isValueNode() || json.isEmpty() || inline(json)) {
            line(json);
        } else if (json.isArray()) {
            block('[', json.iterator(), ']', newline, this::print);
        } else {
            block('{', json.properties().iterator(), '}', newline, this::member);
        }
    }

    /** Lists of plain values, and objects that hold only a few of them under short names, such as a wire. */
    private static boolean inline(JsonNode json) {
        return json.isArray() ? plain(json) : json.has("from") && json.has("to") && plain(json);
    }

    private static boolean plain(JsonNode json) {
        return json.valueStream().allMatch(JsonNode::isValueNode);
    }

    @FunctionalInterface
    private interface Printer<T> {
        void print(T item, String newline);
    }

    private <T> void block(char open, Iterator<T> items, char close, String newline, Printer<T> printer) {
        out.append(open);
        String deeper = newline + STEP;
        while (items.hasNext()) {
            out.append(deeper);
            printer.print(items.next(), deeper);
            out.append(items.hasNext() ? "," : "");
        }
        out.append(newline).append(close);
    }

    private void member(Map.Entry<String, JsonNode> member, String newline) {
        out.append(JSON.writeValueAsString(member.getKey())).append(": ");
        print(member.getValue(), newline);
    }

    private void line(JsonNode json) {
        if (json.isArray()) {
            list('[', json.iterator(), ']', this::line);
        } else if (json.isObject() && !json.isEmpty()) {
            list('{', json.properties().iterator(), '}', member -> member(member, ""));
        } else {
            out.append(JSON.writeValueAsString(json));
        }
    }

    private <T> void list(char open, Iterator<T> items, char close, java.util.function.Consumer<T> printer) {
        out.append(open);
        while (items.hasNext()) {
            printer.accept(items.next());
            out.append(items.hasNext() ? ", " : "");
        }
        out.append(close);
    }
}
