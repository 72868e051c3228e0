package io.layerloom.app.cli;

import io.layerloom.graph.Graph;
import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whether a project can be trained, and what its layers are. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check a project: shapes, parameters, and everything that would keep it from training.")
final class CheckCommand extends JsonCommand {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE|SAMPLE", description = "A project file, or the id of a sample.")
    private String project = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Check against these data: a folder of IDX files or of pictures with boxes or masks, a CSV file or a file of labelled texts.")
    private Optional<Path> data = Optional.empty();

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        Project opened = Project.open(project);
        Project checked = data.isPresent() ? opened.on(data.get()) : opened;
        Inference inference = checked.inferred(surroundings);
        answer(report(checked, inference), () -> print(checked, inference));
        long errors = inference.problems().stream()
                .filter(problem -> isError(problem, checked))
                .count();
        if (errors > 0) {
            throw new CommandException(
                    errors == 1
                            ? "1 problem keeps the network from training."
                            : errors + " problems keep the network from training.");
        }
        return 0;
    }

    /** A network for which no data are chosen yet may be sound all the same. */
    private static boolean isError(Problem problem, Project checked) {
        boolean unchosen = problem.cause() == Problem.Cause.DATA
                && checked.document().plan().data().isEmpty();
        return problem.isError() && !unchosen;
    }

    private Report report(Project checked, Inference inference) {
        Graph graph = checked.document().graph();
        return new Report()
                .put("name", checked.name())
                .put("ok", inference.problems().stream().noneMatch(problem -> isError(problem, checked)))
                .put("parameters", inference.parameters())
                .put("frozen", inference.frozen())
                .put("buffers", inference.buffers())
                .put("trainingBytes", memory(checked, inference).bytes(batch(checked)))
                .put(
                        "problems",
                        inference.problems().stream()
                                .map(problem -> report(problem, graph, isError(problem, checked)))
                                .toList())
                .put(
                        "layers",
                        inOrder(graph, inference).stream()
                                .map(node -> report(node, inference.report(node.id())))
                                .toList());
    }

    private TrainingMemory memory(Project checked, Inference inference) {
        return TrainingMemory.of(
                checked.document(), inference, surroundings.context().catalog());
    }

    private static int batch(Project checked) {
        return checked.document().plan().batchSize();
    }

    private static Report report(Problem problem, Graph graph, boolean error) {
        return new Report()
                .put("severity", error ? "error" : "warning")
                .put("cause", problem.cause().name().toLowerCase(Locale.ROOT))
                .put(
                        "layer",
                        problem.node().flatMap(graph::find).map(Node::name).orElse(null))
                .put("parameter", problem.param().orElse(null))
                .put("message", problem.message());
    }

    private static Report report(Node node, Inference.Report known) {
        return new Report()
                .put("name", node.name())
                .put("type", node.type())
                .put("inputs", (Object)
                        known.inputs().stream().map(Shape::label).toList())
                .put("output", known.output().map(Shape::label).orElse(null))
                .put("parameters", known.count().trainable())
                .put("frozen", known.count().frozen())
                .put("buffers", known.count().buffers())
                .put("multiplyAdds", known.multiplyAdds())
                .put("trainingBytesPerExample", TrainingMemory.perExample(known.footprint()));
    }

    /** All layers: in the direction of the data, those of a cycle at the end. */
    private static List<Node> inOrder(Graph graph, Inference inference) {
        Set<NodeId> ids = new LinkedHashSet<>(inference.order());
        ids.addAll(graph.nodes().keySet());
        return ids.stream().map(graph::node).toList();
    }

    /** As the window calls it. */
    private String kind(Node node) {
        return surroundings
                .context()
                .catalog()
                .typeOf(node)
                .map(LayerType::name)
                .orElse(node.type());
    }

    private void print(Project checked, Inference inference) {
        Graph graph = checked.document().graph();
        for (Node node : inOrder(graph, inference)) {
            Inference.Report known = inference.report(node.id());
            people().printf(
                            Locale.ROOT,
                            "%-20s %-26s %-14s %,14d%n",
                            node.name(),
                            kind(node),
                            known.output().map(Shape::label).orElse("?"),
                            known.count().weights());
        }
        people().printf(Locale.ROOT, "%-62s %,14d parameters%n", "", inference.parameters() + inference.frozen());
        if (inference.frozen() > 0) {
            people().printf(Locale.ROOT, "%-62s %,14d of them frozen%n", "", inference.frozen());
        }
        people().printf(
                        Locale.ROOT,
                        "%-62s about %s of memory to train in batches of %,d%n",
                        "",
                        TrainingMemory.words(memory(checked, inference).bytes(batch(checked))),
                        batch(checked));
        for (Problem problem : inference.problems()) {
            String where = problem.node()
                    .flatMap(graph::find)
                    .map(node -> node.name() + ": ")
                    .orElse("");
            people().println((isError(problem, checked) ? "Problem: " : "Note: ") + where + problem.message());
        }
    }
}
