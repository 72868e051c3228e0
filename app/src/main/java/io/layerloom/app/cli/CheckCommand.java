package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.PaceFile;
import io.layerloom.engine.Compute;
import io.layerloom.graph.Forecast;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.MiniBatches;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedies;
import io.layerloom.graph.Remedy;
import io.layerloom.graph.Shape;
import io.layerloom.graph.StepWork;
import io.layerloom.graph.TrainingMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
        Project.Judged judged = checked.judged(surroundings, Compute.AUTO);
        Map<Problem, List<String>> waysOut = waysOut(checked, judged);
        answer(report(checked, judged, waysOut), () -> print(checked, judged, waysOut));
        long errors = judged.inference().problems().stream()
                .filter(problem -> isError(problem, checked))
                .count();
        if (errors > 0) {
            throw new CommandException(plural(
                    errors,
                    "%,d problem keeps the network from training.",
                    "%,d problems keep the network from training."));
        }
        return 0;
    }

    /** What the window offers to mend each problem, in its words. */
    private Map<Problem, List<String>> waysOut(Project checked, Project.Judged judged) {
        Map<Problem, List<String>> all = new LinkedHashMap<>();
        for (Problem problem : judged.inference().problems()) {
            all.put(
                    problem,
                    Remedies.of(
                                    checked.document(),
                                    problem,
                                    surroundings.context().catalog(),
                                    judged.schema(),
                                    judged.capacity())
                            .stream()
                            .map(Remedy::label)
                            .toList());
        }
        return all;
    }

    /** A network for which no data are chosen yet may be sound all the same. */
    private static boolean isError(Problem problem, Project checked) {
        boolean unchosen = problem.cause() == Problem.Cause.DATA
                && checked.document().plan().data().isEmpty();
        return problem.isError() && !unchosen;
    }

    private Report report(Project checked, Project.Judged judged, Map<Problem, List<String>> waysOut) {
        Inference inference = judged.inference();
        MiniBatches batches = batches(checked, judged);
        Graph graph = checked.document().graph();
        return new Report()
                .put("name", checked.name())
                .put("ok", inference.problems().stream().noneMatch(problem -> isError(problem, checked)))
                .put("parameters", inference.parameters())
                .put("frozen", inference.frozen())
                .put("buffers", inference.buffers())
                .put("batchSize", batches.size())
                .put("trainingBytes", memory(checked, judged).bytes(batches.size()))
                .put("batchSeconds", step(checked, judged).orElse(null))
                .put(
                        "problems",
                        inference.problems().stream()
                                .map(problem -> report(problem, graph, isError(problem, checked))
                                        .put("remedies", (Object) waysOut.get(problem)))
                                .toList())
                .put(
                        "layers",
                        inOrder(graph, inference).stream()
                                .map(node -> report(node, inference.report(node.id())))
                                .toList());
    }

    /** The seconds that a step of training is foretold to take; empty before anything was measured on this machine, and for a network that cannot be trained. */
    private Optional<Double> step(Project checked, Project.Judged judged) {
        Map<NodeId, StepWork> work = StepWork.byNode(
                checked.document(),
                judged.inference(),
                surroundings.context().catalog(),
                batches(checked, judged).size());
        return judged.inference().hasErrors() || work.isEmpty()
                ? Optional.empty()
                : new PaceFile(surroundings.pace()).paceProperty().get().map(pace -> pace.predict(StepWork.of(work)));
    }

    private TrainingMemory memory(Project checked, Project.Judged judged) {
        return TrainingMemory.of(
                checked.document(), judged.inference(), surroundings.context().catalog(), judged.capacity());
    }

    private static MiniBatches batches(Project checked, Project.Judged judged) {
        return MiniBatches.of(checked.document().plan(), judged.schema());
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

    private void print(Project checked, Project.Judged judged, Map<Problem, List<String>> waysOut) {
        Inference inference = judged.inference();
        Graph graph = checked.document().graph();
        Table table = new Table(people(), 20, 26, 14, -14);
        for (Node node : inOrder(graph, inference)) {
            Inference.Report known = inference.report(node.id());
            table.row(
                    node.name(),
                    kind(node),
                    known.output().map(Shape::label).orElse("?"),
                    Table.whole(known.count().weights()));
        }
        table.sum(inference.parameters() + inference.frozen(), tr("parameters"));
        if (inference.frozen() > 0) {
            table.sum(inference.frozen(), tr("of them frozen"));
        }
        people().println(memoryInWords(checked, judged));
        step(checked, judged).ifPresent(seconds -> people().println(time(seconds, batches(checked, judged))));
        judged.capacity().caution().ifPresent(people()::println);
        for (Problem problem : inference.problems()) {
            String where = problem.node()
                    .flatMap(graph::find)
                    .map(node -> node.name() + ": ")
                    .orElse("");
            String told = where + problem.message();
            people().println(isError(problem, checked) ? tr("Problem: %s", told) : tr("Note: %s", told));
            waysOut.getOrDefault(problem, List.of()).forEach(way -> people().println("    " + tr("Way out: %s", way)));
        }
    }

    private static String time(double batch, MiniBatches batches) {
        OptionalLong perEpoch = batches.perEpoch();
        return perEpoch.isPresent()
                ? tr(
                        "About %s a batch, %s an epoch on the processor.",
                        Forecast.words(batch), Forecast.words(batch * perEpoch.getAsLong()))
                : tr("About %s a batch on the processor.", Forecast.words(batch));
    }

    /** What training takes, and of how many examples at a time it is reckoned where the data have fewer than the plan wants. */
    private String memoryInWords(Project checked, Project.Judged judged) {
        int batch = batches(checked, judged).size();
        String words = TrainingMemory.words(memory(checked, judged).bytes(batch));
        int wanted = checked.document().plan().batchSize();
        return batch == wanted
                ? tr("About %s of memory to train in batches of %,d.", words, batch)
                : tr(
                        "About %s of memory to train in batches of %,d, which is the whole training part; the plan says %,d.",
                        words, batch, wanted);
    }
}
