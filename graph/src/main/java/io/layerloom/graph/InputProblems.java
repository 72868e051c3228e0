package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What keeps data from entering a network: Inputs too many or too few for the parts of an example, or of another shape. */
final class InputProblems {

    private final List<Node> inputs;
    private final Inference inference;
    private final Optional<DataSchema> schema;
    private final Consumer<Problem> report;

    /**
     * Problems to look for.
     *
     * @param inputs where data enter
     * @param schema of the data with what is to be learned from them; empty where it is not known
     */
    InputProblems(List<Node> inputs, Inference inference, Optional<DataSchema> schema, Consumer<Problem> report) {
        this.inputs = inputs;
        this.inference = inference;
        this.schema = schema;
        this.report = report;
    }

    void report() {
        if (schema.flatMap(DataSchema::second).isPresent()) {
            reportPairs(schema.get());
        } else {
            reportSingles();
        }
        schema.ifPresent(known -> inputs.forEach(node -> known.part(part(node))
                .filter(shape -> isFirst(node))
                .ifPresent(shape -> reportShape(node, known.name(), shape))));
    }

    static LayerType.Part part(Node node) {
        return node.values().get(LayerType.PART);
    }

    private List<Node> taking(LayerType.Part part) {
        return inputs.stream().filter(node -> part(node) == part).toList();
    }

    /** Whether it is the only one that takes its part, or the one that is to stay. */
    private boolean isFirst(Node node) {
        return taking(part(node)).get(0).equals(node);
    }

    private void reportSingles() {
        for (LayerType.Part part : LayerType.Part.values()) {
            taking(part).stream()
                    .skip(1)
                    .forEach(node -> fault(
                            node,
                            tr(
                                    "The network has %d Inputs, but a data set brings one array of features. Keep one of them and delete \"%s\".",
                                    inputs.size(), node.name())));
        }
        schema.ifPresent(known -> taking(LayerType.Part.SECOND).stream()
                .limit(1)
                .forEach(node -> fault(
                        node,
                        tr(
                                "\"%s\" takes the second part of a pair, but what is to be learned from %s needs no pairs. Delete it, let it take the first part, or let the network learn something else.",
                                node.name(), known.name()))));
    }

    private void reportPairs(DataSchema data) {
        for (LayerType.Part part : LayerType.Part.values()) {
            List<Node> taking = taking(part);
            taking.stream()
                    .skip(1)
                    .forEach(node -> fault(
                            node,
                            tr(
                                    "\"%s\" and \"%s\" take the same part of each pair. Let one Input take the first part and one the second, and delete what is too many.",
                                    taking.get(0).name(), node.name())));
            if (taking.isEmpty() && inputs.size() == 1) {
                fault(
                        inputs.get(0),
                        tr(
                                "Each example of %s is a pair here, but \"%s\" takes one part only. Add an Input for the other part and choose which part it takes.",
                                data.name(), inputs.get(0).name()));
            }
        }
    }

    private void fault(Node node, String sentence) {
        report.accept(Problem.error(Problem.Cause.DATA, node.id(), sentence));
    }

    private void reportShape(Node node, String data, Shape given) {
        inference
                .report(node.id())
                .output()
                .filter(shape -> !fits(shape, given))
                .ifPresent(shape -> fault(
                        node,
                        tr(
                                "\"%s\" lets in %s, but an example of %s is %s.",
                                node.name(), measured(shape), data, measured(given))));
    }

    /** Whether data of one shape can enter where another is declared: equal, but for a vocabulary that may have room to spare. */
    private static boolean fits(Shape declared, Shape data) {
        if (declared instanceof Shape.Tokens room && data instanceof Shape.Tokens tokens) {
            return room.steps() == tokens.steps() && room.vocabulary() >= tokens.vocabulary();
        }
        return declared.equals(data);
    }

    private static String measured(Shape shape) {
        return shape instanceof Shape.Tokens tokens
                ? tr("a row of %,d ids from a vocabulary of %,d", tokens.steps(), tokens.vocabulary())
                : shape.described();
    }
}
