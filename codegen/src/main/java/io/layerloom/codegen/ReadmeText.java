package io.layerloom.codegen;

import io.layerloom.graph.Bypass;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Network;
import io.layerloom.graph.Node;
import io.layerloom.graph.Objective;
import io.layerloom.graph.Shape;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the README of an export tells of the network: a sentence, its layers, and what it reached. */
final class ReadmeText {

    /** Where {@link Verification} writes its findings. */
    static final String NOT_VERIFIED = "Not verified yet.";

    private final ExportRequest request;
    private final Inference inference;
    private final Network network;

    ReadmeText(ExportRequest request, Inference inference, Network network) {
        this.request = request;
        this.inference = inference;
        this.network = network;
    }

    void putInto(Gaps gaps) {
        gaps.put("summary", summary());
        gaps.put("layers", layers());
        gaps.put("parameters", String.format(Locale.ROOT, "%,d", network.parameters()));
        gaps.put("figures", figures());
        gaps.put("dataSource", request.dataSource().strip());
        gaps.put("verification", NOT_VERIFIED);
    }

    /** One sentence on what the network is. */
    String summary() {
        String in = network.data().shape().described() + (request.reading().hasRow() ? " with a row of a table" : "");
        return String.format(
                Locale.ROOT,
                "A network of %d layers with %,d parameters that takes %s and %s.",
                inference.order().size(),
                network.parameters(),
                objective() == Objective.SAME_CLASS ? "two examples, each " + in + "," : in,
                predicted());
    }

    private String predicted() {
        if (objective() == Objective.SAME_CLASS) {
            return "tells whether they are of the same class";
        }
        if (request.schema().labels() instanceof Labels.Classes classes) {
            return "predicts one of " + classes.names().size() + " classes";
        }
        return switch (objective()) {
            case NEXT_TOKEN -> "predicts at each step the next token";
            case MASKED_TOKEN -> "restores masked tokens of it";
            case TARGET_TOKEN -> "writes the target that belongs to it";
            case DETECTION -> "predicts boxes around the objects on it";
            case SEGMENTATION -> "predicts the class of each of its pixels";
            case AUTOENCODING -> "gives it back";
            case ADVERSARIAL -> "makes others like it from random numbers";
            case SUPERVISED, SAME_CLASS -> "predicts numbers";
        };
    }

    private Objective objective() {
        return request.document().plan().objective();
    }

    private String figures() {
        return request.figures().entrySet().stream()
                .map(figure -> "| %s | %s |".formatted(figure.getKey(), figure.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private String layers() {
        return inference.order().stream()
                .map(request.document().graph()::node)
                .filter(node -> !Bypass.is(node))
                .map(node -> row(node, inference.report(node.id())))
                .collect(Collectors.joining("\n"));
    }

    private String row(Node node, Inference.Report report) {
        List<String> cells = List.of(
                request.catalog().typeOf(node).map(LayerType::name).orElse(node.type()),
                "`" + node.name() + "`",
                report.output().map(Shape::label).orElse(""),
                String.format(Locale.ROOT, "%,d", report.count().weights())
                        + (report.count().frozen() > 0 ? " (frozen)" : ""));
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}
