package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Settings in which two layers must agree, because one goes by what the other does: both declare the same {@linkplain Param#agreed agreed} setting, and a wire leads from one to the other. Shapes
 * cannot tell where they do not.
 */
final class Agreement {

    private Agreement() {}

    /** Looks at every wire between such layers. */
    static void report(Graph graph, Catalog catalog, Consumer<Problem> report) {
        Map<String, List<Param<?>>> agreed = agreed(catalog);
        for (Node node : graph.nodes().values()) {
            List<Param<?>> own = agreed.get(node.type());
            if (own != null) {
                for (Wire wire : graph.into(node.id())) {
                    Node before = graph.node(wire.from());
                    own.stream()
                            .filter(agreed.getOrDefault(before.type(), List.of())::contains)
                            .forEach(param -> compare(before, node, param, report));
                }
            }
        }
    }

    /** The settings of the types that have any. */
    private static Map<String, List<Param<?>>> agreed(Catalog catalog) {
        Map<String, List<Param<?>>> agreed = new HashMap<>();
        for (LayerType type : catalog.layers()) {
            List<Param<?>> own = type.params().stream().filter(Param::agreeing).toList();
            if (!own.isEmpty()) {
                agreed.put(type.id(), own);
            }
        }
        return agreed;
    }

    /** A value as text without its blanks, which mean nothing in lists of numbers. */
    private static String bare(Object value) {
        return String.valueOf(value).replaceAll("\\s", "");
    }

    private static <T> void compare(Node before, Node node, Param<T> param, Consumer<Problem> report) {
        T wanted = before.values().get(param);
        T own = node.values().get(param);
        if (!bare(wanted).equals(bare(own)) && !Bypass.is(before) && !Bypass.is(node)) {
            report.accept(Problem.error(
                    Problem.Cause.SHAPE,
                    node.id(),
                    Inferred.bad(
                                    param,
                                    tr(
                                            "%s of \"%s\" must be those of \"%s\", %s. Received: %s",
                                            param.label(), node.name(), before.name(), wanted, own))
                            .propose(tr("Use %s", wanted), param, wanted)));
        }
    }
}
