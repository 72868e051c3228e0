package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Inference;
import io.layerloom.graph.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a screen reader says of the canvas: the selected layer with its shape, its size and what is wrong with it, else the network as a whole. */
final class Spoken {

    private Spoken() {}

    static String of(Editor editor) {
        Diagram diagram = editor.diagram();
        if (editor.selection().size() > 1) {
            return plural(editor.selection().size(), "%,d layer selected", "%,d layers selected");
        }
        Optional<NodeView> node = editor.selection().stream()
                .flatMap(id -> diagram.node(id).stream())
                .findFirst();
        return node.map(view -> node(view, diagram.inference()))
                .orElse(plural(diagram.nodes().size(), "Network, %,d layer", "Network, %,d layers"));
    }

    private static String node(NodeView view, Inference inference) {
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
        inference.problemsOf(view.id()).stream().map(Problem::message).forEach(parts::add);
        return String.join(", ", parts);
    }
}
