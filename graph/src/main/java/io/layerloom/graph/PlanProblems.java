package io.layerloom.graph;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What keeps a sound network from being trained on its data with its plan. Kept apart from {@link Inference}, which knows only the graph: add both with
 * {@link Inference#plus}. A problem of the plan names its setting by key: {@code epochs}, or {@code optimizer.rate} for one of the optimizer.
 */
public final class PlanProblems {

    /** What is said of a plan that wants layers to learn by themselves where none can. */
    public static final String NOTHING_TO_PRETRAIN = later(
            "Only Dense layers that are not frozen can be pre-trained, and the network has none. Add one, or switch the layer-wise pre-training off.");

    private static final long MOST_PARAMETERS = Integer.MAX_VALUE / Float.BYTES;

    private final Document document;
    private final Inference inference;
    private final Catalog catalog;
    private final List<Problem> problems = new ArrayList<>();

    private PlanProblems(Document document, Inference inference, Catalog catalog) {
        this.document = document;
        this.inference = inference;
        this.catalog = catalog;
    }

    /** Every problem between a document's network, its data and its plan on a machine with as much memory as it takes. */
    public static List<Problem> of(
            Document document, Inference inference, Catalog catalog, Optional<DataSchema> schema) {
        return of(document, inference, catalog, schema, Capacity.UNBOUNDED);
    }

    /**
     * Every problem between a document's network, its data and its plan.
     *
     * @param schema what the chosen data hold; empty where none is chosen or they cannot be read (whoever reads them says so)
     * @param capacity what the machine can give to the training
     */
    public static List<Problem> of(
            Document document, Inference inference, Catalog catalog, Optional<DataSchema> schema, Capacity capacity) {
        PlanProblems search = new PlanProblems(Bypass.without(document), inference, catalog);
        new SettingProblems(document.plan(), catalog, search.problems::add).report();
        if (!document.graph().nodes().isEmpty()) {
            search.reportEnds(schema.map(document.plan().objective()::of));
            search.reportOtherEnds();
            search.reportFrozen();
            search.reportPretraining();
            search.reportSize(capacity, MiniBatches.of(document.plan(), schema).size());
            if (document.plan().data().isEmpty()) {
                search.problems.add(Problem.error(
                        Problem.Cause.DATA, tr("No data are chosen. Choose a data set in the training plan.")));
            }
            schema.ifPresent(search::reportData);
        }
        return List.copyOf(search.problems);
    }

    /** The engine keeps all weights in one array, and what the optimizer notes of them in another, whose bytes Java counts by an int. */
    private void reportSize(Capacity capacity, int batch) {
        long parameters = inference.parameters();
        if (parameters > MOST_PARAMETERS) {
            Node largest = inference.reports().entrySet().stream()
                    .max(Comparator.comparing(
                            report -> report.getValue().count().trainable()))
                    .map(report -> document.graph().node(report.getKey()))
                    .orElseThrow();
            problems.add(Problem.error(
                    Problem.Cause.PLAN,
                    largest.id(),
                    tr(
                            "The network has %,d parameters, and at most %,d can be trained. Make it smaller, \"%s\" with its %,d first.",
                            parameters,
                            MOST_PARAMETERS,
                            largest.name(),
                            inference.report(largest.id()).count().trainable())));
        } else if (parameters * state() > MOST_PARAMETERS) {
            problems.add(Problem.error(
                            Problem.Cause.PLAN,
                            tr(
                                    "%s keeps %d numbers for each of the %,d parameters, %,d in all, and at most %,d can be kept. Make the network smaller, or choose an optimizer that keeps less, such as SGD.",
                                    optimizer().map(OptimizerType::name).orElse(""),
                                    state(),
                                    parameters,
                                    parameters * state(),
                                    MOST_PARAMETERS))
                    .of("optimizer"));
        } else {
            new MemoryProblems(document, inference, catalog, capacity, batch)
                    .find()
                    .ifPresent(problems::add);
        }
    }

    private Optional<OptimizerType> optimizer() {
        return catalog.optimizer(document.plan().optimizer().type());
    }

    /** How many numbers the optimizer keeps for each weight, in one array as well. */
    private int state() {
        return optimizer().map(OptimizerType::state).orElse(0);
    }

    /** The end that suits the layer before it best, but with settings of another. */
    private void reportOtherEnds() {
        Graph graph = document.graph();
        for (Node node : catalog.nodes(graph, LayerType::isOutput)) {
            graph.into(node.id()).stream()
                    .flatMap(wire -> catalog.typeOf(graph.node(wire.from())).flatMap(LayerType::end).stream())
                    .filter(end -> end.isMissedBy(node)
                            && inference.report(node.id()).output().isPresent())
                    .map(end -> new Inferred.Bad(tr(end.otherwise()), Optional.empty(), List.of(end.proposal())))
                    .forEach(bad -> problems.add(
                            Problem.error(Problem.Cause.LABELS, node.id(), bad).harmless()));
        }
    }

    private void reportFrozen() {
        if (inference.frozen() > 0 && inference.parameters() == 0) {
            problems.add(Problem.error(
                    Problem.Cause.PLAN,
                    tr(
                            "All %,d parameters are frozen, so nothing can be learned. Unfreeze at least one layer.",
                            inference.frozen())));
        }
    }

    private void reportPretraining() {
        if (document.plan().pretraining() == 0) {
            return;
        }
        if (document.plan().objective() == Objective.ADVERSARIAL) {
            fault(
                    TrainingPlan.PRETRAINING,
                    tr(
                            "A generator and its discriminator learn from each other, so their layers cannot be pre-trained one by one. Switch the layer-wise pre-training off."));
            return;
        }
        if (inference.hasErrors()) {
            return;
        }
        Graph flat = Expansion.isNeeded(document.graph())
                ? Expansion.of(document.graph(), catalog).graph()
                : Bypass.without(document.graph());
        List<Node> learning = catalog.nodes(flat, LayerType::isFreezable).stream()
                .filter(node -> !isUnused(node.id()) && learns(node))
                .toList();
        if (learning.stream().noneMatch(node -> is(node, LayerType::isPretrainable))) {
            fault(TrainingPlan.PRETRAINING, tr(NOTHING_TO_PRETRAIN));
            return;
        }
        learning.stream()
                .filter(node -> is(node, PlanProblems::isOnlyTrainedTogether))
                .findFirst()
                .ifPresent(node -> problems.add(Problem.error(
                                Problem.Cause.PLAN,
                                tr(
                                        "Only Dense layers are pre-trained. Others, such as \"%s\", begin as they are drawn, and Dense layers behind them learn from what they give untrained.",
                                        node.name()))
                        .of(TrainingPlan.PRETRAINING)
                        .harmless()));
    }

    /** Whether training changes weights of a layer; one that has none with its settings shows no switch to freeze them. */
    private boolean learns(Node node) {
        return !node.values().get(LayerType.FROZEN)
                && is(
                        node,
                        type -> type.params().stream()
                                .filter(LayerType::isFreezing)
                                .anyMatch(node.values()::shows));
    }

    private boolean is(Node node, Predicate<LayerType> kind) {
        return catalog.typeOf(node).filter(kind).isPresent();
    }

    /** Whether layers of a kind extract features without being pre-trained. */
    private static boolean isOnlyTrainedTogether(LayerType type) {
        return switch (type.category()) {
            case CONVOLUTION, RECURRENT, ATTENTION -> true;
            default -> false;
        };
    }

    private boolean isUnused(NodeId id) {
        return inference.problemsOf(id).stream().anyMatch(problem -> problem.cause() == Problem.Cause.UNUSED);
    }

    private void reportEnds(Optional<DataSchema> aimed) {
        new InputProblems(
                        catalog.nodes(document.graph(), type -> type.isInput() && !type.isCode()),
                        inference,
                        aimed,
                        problems::add)
                .report();
        List<Node> outputs = catalog.nodes(document.graph(), LayerType::isOutput);
        outputs.stream()
                .skip(1)
                .forEach(node -> problems.add(Problem.error(
                        Problem.Cause.DATA,
                        node.id(),
                        tr(
                                "The network has %d Outputs, but a data set brings one array of labels. Keep one of them and delete \"%s\".",
                                outputs.size(), node.name()))));
        new ContestProblems(document, catalog, problems::add).report();
    }

    private void reportData(DataSchema schema) {
        Objective objective = document.plan().objective();
        objective
                .refusal(schema)
                .ifPresentOrElse(
                        why -> fault(TrainingPlan.OBJECTIVE, why),
                        () -> new LabelProblems(document, inference, catalog, problems::add)
                                .report(objective.of(schema)));
        reportBatches(schema);
    }

    private void reportBatches(DataSchema schema) {
        int batch = document.plan().batchSize();
        long examples = schema.trainedOn(document.plan().split());
        if (batch > examples && examples > 0) {
            problems.add(Problem.error(
                            Problem.Cause.PLAN,
                            tr(
                                    "A batch of %,d is larger than the training part of %s with its %,d examples, so each epoch is a single step. Choose a smaller batch.",
                                    batch, schema.name(), examples))
                    .of(TrainingPlan.BATCH_SIZE)
                    .harmless());
        }
    }

    private void fault(Param<?> setting, String sentence) {
        problems.add(Problem.error(Problem.Cause.PLAN, sentence).of(setting));
    }
}
