package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Param;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Values;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a screen reader says of a drawing: of a layer, of a wire, and of the network as a whole. */
final class Spoken {

    private Spoken() {}

    /** What is selected, else the network. */
    static String of(Editor editor) {
        Diagram diagram = editor.diagram();
        if (editor.selection().size() > 1) {
            return plural(editor.selection().size(), "%,d layer selected", "%,d layers selected");
        }
        Optional<String> wire = editor.selectedWire().flatMap(diagram::wire).map(view -> wire(view, diagram));
        return editor.selection().stream()
                .flatMap(id -> diagram.node(id).stream())
                .findFirst()
                .map(view -> node(view, diagram))
                .or(() -> wire)
                .orElseGet(() -> network(diagram));
    }

    private static String network(Diagram diagram) {
        List<String> parts = new ArrayList<>();
        parts.add(plural(diagram.nodes().size(), "Network, %,d layer", "Network, %,d layers"));
        int problems = diagram.inference().problems().size();
        if (problems > 0) {
            parts.add(plural(problems, "%,d problem", "%,d problems"));
            parts.add(diagram.inference().problems().get(0).message());
        }
        return String.join(tr(", "), parts);
    }

    /** A layer: what it is, what it gives, where its wires lead, and what is wrong with it. */
    static String node(NodeView view, Diagram diagram) {
        Inference inference = diagram.inference();
        Inference.Report report = inference.report(view.id());
        List<String> parts = new ArrayList<>();
        parts.add(view.node().name());
        parts.add(view.face().title());
        if (view.face().bypassed()) {
            parts.add(tr("bypassed"));
        }
        parts.add(
                report.output().map(shape -> tr("gives %s", shape.described())).orElse(tr("shape not known")));
        if (report.count().trainable() > 0) {
            parts.add(plural(report.count().trainable(), "%,d parameter", "%,d parameters"));
        }
        if (report.count().frozen() > 0) {
            parts.add(plural(report.count().frozen(), "%,d frozen parameter", "%,d frozen parameters"));
        }
        connections(view.id(), diagram, parts);
        List<Problem> own = inference.problemsOf(view.id());
        own.stream().map(Problem::message).forEach(parts::add);
        int others = inference.problems().size() - own.size();
        if (others > 0) {
            parts.add(plural(others, "%,d problem elsewhere", "%,d problems elsewhere"));
        }
        return String.join(tr(", "), parts);
    }

    private static void connections(NodeId id, Diagram diagram, List<String> parts) {
        List<Wire> into = diagram.document().graph().into(id);
        List<Wire> outOf = diagram.document().graph().outOf(id);
        if (!into.isEmpty()) {
            parts.add(tr("fed by %s", names(into.stream().map(Wire::from), diagram)));
        }
        if (!outOf.isEmpty()) {
            parts.add(tr("leads to %s", names(outOf.stream().map(Wire::to), diagram)));
        }
        if (into.isEmpty() && outOf.isEmpty()) {
            parts.add(tr("not wired"));
        }
    }

    private static String names(Stream<NodeId> ids, Diagram diagram) {
        return String.join(
                tr(", "),
                ids.distinct()
                        .map(id -> diagram.document().graph().node(id).name())
                        .toList());
    }

    /** The settings of a layer that have an effect, with their values. */
    static String settings(NodeView view) {
        Values values = view.node().values();
        return view.type().map(LayerType::params).orElse(List.of()).stream()
                .filter(values::shows)
                .map(param -> param.label() + ": " + value(values, param))
                .reduce((one, next) -> one + tr("; ") + next)
                .orElse("");
    }

    private static <T> String value(Values values, Param<T> param) {
        return param.kind().words(values.get(param));
    }

    /** A wire: its ends, what it carries, and what is wrong with that. */
    static String wire(WireView view, Diagram diagram) {
        Wire wire = view.wire();
        List<String> parts = new ArrayList<>();
        parts.add(tr(
                "Wire from %s to %s",
                view.from().node().name(), view.to().node().name()));
        if (view.to().inputs() > 1) {
            parts.add(tr("input %d", wire.port() + 1));
        }
        diagram.inference()
                .shapeOn(wire)
                .map(shape -> tr("carries %s", shape.described()))
                .ifPresent(parts::add);
        if (view.bad()) {
            diagram.inference().problemsOf(wire.to()).stream()
                    .filter(problem ->
                            problem.port().map(port -> port == wire.port()).orElse(true))
                    .map(Problem::message)
                    .forEach(parts::add);
        }
        return String.join(tr(", "), parts);
    }
}
