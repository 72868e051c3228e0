package io.layerloom.graph;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        search.reportPlan();
        if (!document.graph().nodes().isEmpty()) {
            search.reportEnds(schema.map(document.plan().objective()::of));
            search.reportFrozen();
            search.reportPretraining();
            search.reportSize(capacity, TrainingMemory.batch(document.plan(), schema));
            if (document.plan().data().isEmpty()) {
                search.problems.add(Problem.error(
                        Problem.Cause.DATA, tr("No data are chosen. Choose a data set in the training plan.")));
            }
            schema.ifPresent(search::reportData);
        }
        return List.copyOf(search.problems);
    }

    private void reportPlan() {
        TrainingPlan plan = document.plan();
        check("", TrainingPlan.EPOCHS, plan.epochs());
        check("", TrainingPlan.BATCH_SIZE, plan.batchSize());
        check("", TrainingPlan.PRETRAINING, plan.pretraining());
        check("split.", TrainingPlan.VALIDATION, plan.split().validation());
        check("split.", TrainingPlan.TEST, plan.split().test());
        reportEarlyStopping(plan);
        reportComponent(
                "optimizer",
                plan.optimizer(),
                catalog.optimizer(plan.optimizer().type()).map(OptimizerType::params));
        catalog.optimizer(plan.optimizer().type())
                .map(OptimizerType::learningRate)
                .ifPresent(this::reportStandstill);
        reportComponent(
                "schedule",
                plan.schedule(),
                catalog.schedule(plan.schedule().type()).map(ScheduleType::params));
    }

    /** A rate that is hidden is one that the optimizer does without. */
    private void reportStandstill(Param<Double> rate) {
        Values values = document.plan().optimizer().values();
        if (values.shows(rate) && values.get(rate) == 0) {
            problems.add(new Problem(
                    Problem.Severity.WARNING,
                    Problem.Cause.PLAN,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("optimizer." + rate.key()),
                    tr(
                            "%s is 0, so no step changes a weight and the network learns nothing. Choose a rate above 0, such as %s.",
                            rate.label(), rate.initial()),
                    List.of()));
        }
    }

    /** The engine keeps all weights in one array, whose bytes Java counts by an int. */
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
        } else {
            new MemoryProblems(document, inference, catalog, capacity, batch)
                    .find()
                    .ifPresent(problems::add);
        }
    }

    private void reportEarlyStopping(TrainingPlan plan) {
        if (!plan.earlyStopping().enabled()) {
            return;
        }
        check("earlyStopping.", TrainingPlan.PATIENCE, plan.earlyStopping().patience());
        check("earlyStopping.", TrainingPlan.MIN_DELTA, plan.earlyStopping().minDelta());
        if (plan.split().validation() == 0) {
            problems.add(
                    fault(
                            "split.validation",
                            tr(
                                    "Early stopping watches the validation loss, but no validation part is held back. Hold back a part, or switch early stopping off.")));
        }
    }

    private <T> void check(String place, Param<T> param, T value) {
        param.kind()
                .check(value)
                .ifPresent(fault -> problems.add(fault(place + param.key(), param.label() + " " + fault + ".")));
    }

    private void reportComponent(String place, Component component, Optional<List<Param<?>>> params) {
        if (params.isEmpty()) {
            problems.add(fault(
                    place, tr("This version does not know the %s \"%s\". Choose another.", place, component.type())));
            return;
        }
        for (Param<?> param : params.get()) {
            if (component.values().shows(param)) {
                InferenceRun.fault(component.values(), param)
                        .ifPresent(fault ->
                                problems.add(fault(place + "." + param.key(), param.label() + " " + fault + ".")));
            }
        }
    }

    private static Problem fault(String param, String message) {
        return new Problem(
                Problem.Severity.ERROR,
                Problem.Cause.PLAN,
                Optional.empty(),
                Optional.empty(),
                Optional.of(param),
                message,
                List.of());
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
            problems.add(
                    fault(
                            TrainingPlan.PRETRAINING.key(),
                            tr(
                                    "A generator and its discriminator learn from each other, so their layers cannot be pre-trained one by one. Switch the layer-wise pre-training off.")));
            return;
        }
        if (inference.hasErrors()) {
            return;
        }
        Graph flat = Expansion.isNeeded(document.graph())
                ? Expansion.of(document.graph(), catalog).graph()
                : Bypass.without(document.graph());
        boolean any = flat.nodes().values().stream()
                .anyMatch(node -> !isUnused(node.id())
                        && catalog.typeOf(node)
                                .filter(LayerType::isPretrainable)
                                .isPresent()
                        && !node.values().get(LayerType.FROZEN));
        if (!any) {
            problems.add(fault(TrainingPlan.PRETRAINING.key(), tr(NOTHING_TO_PRETRAIN)));
        }
    }

    private boolean isUnused(NodeId id) {
        return inference.problemsOf(id).stream().anyMatch(problem -> problem.cause() == Problem.Cause.UNUSED);
    }

    private List<Node> ends(boolean inputs) {
        return nodes(type -> inputs ? type.isInput() && !type.isCode() : type.isOutput());
    }

    private List<Node> nodes(Predicate<LayerType> kind) {
        return document.graph().nodes().values().stream()
                .filter(node -> catalog.typeOf(node).filter(kind).isPresent())
                .toList();
    }

    private void reportEnds(Optional<DataSchema> aimed) {
        new InputProblems(ends(true), inference, aimed, problems::add).report();
        reportSurplus(
                ends(false),
                later(
                        "The network has %d Outputs, but a data set brings one array of labels. Keep one of them and delete \"%s\"."));
        new ContestProblems(document, catalog, problems::add).report();
    }

    private void reportSurplus(List<Node> ends, String sentence) {
        ends.stream()
                .skip(1)
                .forEach(node -> problems.add(
                        Problem.error(Problem.Cause.DATA, node.id(), tr(sentence, ends.size(), node.name()))));
    }

    private void reportData(DataSchema schema) {
        Objective objective = document.plan().objective();
        objective
                .refusal(schema)
                .ifPresentOrElse(
                        why -> problems.add(fault(TrainingPlan.OBJECTIVE.key(), why)),
                        () -> reportLesson(objective.of(schema)));
        reportBatches(schema);
    }

    private void reportLesson(DataSchema schema) {
        ends(false).stream().limit(1).forEach(node -> reportLabels(node, schema));
        if (schema.labels() instanceof Labels.Tokens) {
            reportForesight(schema.second().isPresent());
        }
    }

    private void reportLabels(Node node, DataSchema schema) {
        Optional<LayerType.OutputRule> rule = catalog.typeOf(node).flatMap(LayerType::output);
        Optional<Shape> output = inference.report(node.id()).output();
        if (rule.isPresent() && output.isPresent()) {
            rule.get()
                    .check()
                    .check(node.values(), output.get(), schema.labels())
                    .ifPresent(bad -> problems.add(Problem.error(Problem.Cause.LABELS, node.id(), bad)));
        }
    }

    /** Where each step is to foretell the next one, no layer may show it what it has to foretell; of the source of a pair it may see everything. */
    private void reportForesight(boolean ofPairs) {
        LayerType.Part told = ofPairs ? LayerType.Part.SECOND : LayerType.Part.FIRST;
        Set<NodeId> telling = new HashSet<>();
        ends(true).stream().filter(node -> InputProblems.part(node) == told).forEach(node -> telling.add(node.id()));
        for (NodeId id : inference.order()) {
            List<Wire> wires = document.graph().into(id);
            if (wires.stream().anyMatch(wire -> telling.contains(wire.from()))) {
                telling.add(id);
            }
            // Of several sequences, a layer looks at the last as a whole.
            boolean looks = !wires.isEmpty()
                    && telling.contains(wires.get(wires.size() - 1).from());
            if (looks && inference.report(id).output().isPresent()) {
                document.graph()
                        .find(id)
                        .flatMap(node -> catalog.typeOf(node)
                                .flatMap(type -> type.foresight().apply(node.values())))
                        .ifPresent(bad -> problems.add(Problem.error(Problem.Cause.LABELS, id, bad)));
            }
        }
    }

    private void reportBatches(DataSchema schema) {
        int batch = document.plan().batchSize();
        if (batch > schema.examples() && schema.examples() > 0) {
            problems.add(new Problem(
                    Problem.Severity.WARNING,
                    Problem.Cause.PLAN,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(TrainingPlan.BATCH_SIZE.key()),
                    tr(
                            "A batch of %,d is larger than %s with its %,d examples, so each epoch is a single step. Choose a smaller batch.",
                            batch, schema.name(), schema.examples()),
                    List.of()));
        }
    }
}
