package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an edit would change, in words, before it is made: settings with both values, layers and wires that come and go, and what the changed layers would give. */
public final class Preview {

    private static final int MOST = 6;

    private Preview() {}

    /** One line for each change, at most six and a count of the rest; empty if the network stays as it is. */
    public static List<String> of(Document before, Edit edit, Catalog catalog) {
        Document after = edit.apply(before);
        List<String> lines = new ArrayList<>();
        Inference then = Inference.of(before.graph(), catalog);
        Inference now = Inference.of(after.graph(), catalog);
        for (Node node : after.graph().nodes().values()) {
            Optional<Node> old = before.graph().find(node.id());
            if (old.isEmpty()) {
                lines.add(tr("Adds %s \"%s\"%s", name(node, catalog), node.name(), given(now, node.id())));
            } else if (!old.get().equals(node)) {
                settings(old.get(), node, catalog, lines);
            }
        }
        before.graph().nodes().values().stream()
                .filter(node -> after.graph().find(node.id()).isEmpty())
                .forEach(node -> lines.add(tr("Removes %s \"%s\"", name(node, catalog), node.name())));
        before.graph().wires().stream()
                .filter(wire -> !after.graph().wires().contains(wire)
                        && after.graph().find(wire.from()).isPresent()
                        && after.graph().find(wire.to()).isPresent())
                .forEach(wire -> lines.add(tr(
                        "Removes the wire from \"%s\" to \"%s\"",
                        before.graph().node(wire.from()).name(),
                        before.graph().node(wire.to()).name())));
        // Wires of new layers go without saying: what they give says where they stand.
        after.graph().wires().stream()
                .filter(wire -> !before.graph().wires().contains(wire)
                        && before.graph().find(wire.from()).isPresent()
                        && before.graph().find(wire.to()).isPresent())
                .forEach(wire -> lines.add(tr(
                        "Connects \"%s\" to \"%s\"",
                        after.graph().node(wire.from()).name(),
                        after.graph().node(wire.to()).name())));
        shapes(before, after, then, now, lines);
        return lines.size() <= MOST
                ? List.copyOf(lines)
                : append(lines.subList(0, MOST), tr("and %d more", lines.size() - MOST));
    }

    private static List<String> append(List<String> lines, String last) {
        List<String> all = new ArrayList<>(lines);
        all.add(last);
        return List.copyOf(all);
    }

    private static String name(Node node, Catalog catalog) {
        return catalog.typeOf(node).map(LayerType::name).orElse(node.type());
    }

    private static String given(Inference inference, NodeId id) {
        return inference
                .report(id)
                .output()
                .map(shape -> tr(", which gives %s", shape.label()))
                .orElse("");
    }

    private static void settings(Node old, Node node, Catalog catalog, List<String> lines) {
        Map<String, Object> values = node.values().plain();
        values.forEach((key, value) -> {
            Object former = old.values().plain().get(key);
            if (!value.equals(former)) {
                lines.add("\"%s\": %s %s → %s"
                        .formatted(node.name(), label(node, key, catalog), text(former), text(value)));
            }
        });
        if (!old.name().equals(node.name())) {
            lines.add(tr("Renames \"%s\" to \"%s\"", old.name(), node.name()));
        }
    }

    private static String label(Node node, String key, Catalog catalog) {
        return catalog.typeOf(node)
                .flatMap(type -> type.params().stream()
                        .filter(param -> param.key().equals(key))
                        .findFirst())
                .map(param -> param.label().toLowerCase(Locale.ROOT))
                .orElse(key);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return String.join("×", list.stream().map(String::valueOf).toList());
        }
        return value == null ? tr("initial") : String.valueOf(value);
    }

    private static void shapes(Document before, Document after, Inference then, Inference now, List<String> lines) {
        for (Node node : after.graph().nodes().values()) {
            if (before.graph().find(node.id()).isEmpty()) {
                continue;
            }
            Optional<Shape> former = then.report(node.id()).output();
            Optional<Shape> latter = now.report(node.id()).output();
            if (!former.equals(latter)) {
                lines.add(tr(
                        "\"%s\" gives %s → %s",
                        node.name(),
                        former.map(Shape::label).orElse("?"),
                        latter.map(Shape::label).orElse("?")));
            }
        }
    }
}
