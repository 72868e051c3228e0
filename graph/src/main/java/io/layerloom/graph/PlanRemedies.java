package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Ways out of problems of the training plan. */
final class PlanRemedies {

    private final TrainingPlan plan;
    private final Catalog catalog;
    private final Optional<DataSchema> schema;
    private final int mostExamples;

    /** @param mostExamples of a mini-batch, for which there is room */
    PlanRemedies(TrainingPlan plan, Catalog catalog, Optional<DataSchema> schema, int mostExamples) {
        this.mostExamples = mostExamples;
        this.plan = plan;
        this.catalog = catalog;
        this.schema = schema;
    }

    List<Remedy> of(Problem problem) {
        String key = problem.param().orElse("");
        TrainingPlan.Split split = plan.split();
        TrainingPlan.EarlyStopping stopping = plan.earlyStopping();
        return switch (key) {
            case "objective" -> objectives();
            case "epochs" -> corrected(TrainingPlan.EPOCHS, plan.epochs(), plan::withEpochs);
            case "batchSize" -> batchSize();
            case "pretraining" -> corrected(TrainingPlan.PRETRAINING, plan.pretraining(), plan::withPretraining);
            case "split.validation" -> validation();
            case "split.test" ->
                corrected(
                        TrainingPlan.TEST,
                        split.test(),
                        value -> plan.withSplit(new TrainingPlan.Split(split.validation(), value)));
            case "earlyStopping.patience" ->
                corrected(
                        TrainingPlan.PATIENCE,
                        stopping.patience(),
                        value -> plan.withEarlyStopping(
                                new TrainingPlan.EarlyStopping(true, value, stopping.minDelta())));
            case "earlyStopping.minDelta" ->
                corrected(
                        TrainingPlan.MIN_DELTA,
                        stopping.minDelta(),
                        value -> plan.withEarlyStopping(
                                new TrainingPlan.EarlyStopping(true, stopping.patience(), value)));
            case "optimizer" ->
                catalog.optimizers().stream()
                        .map(type -> changed(
                                tr("Use %s", type.name()), plan.withOptimizer(component(type.id(), type.params()))))
                        .toList();
            case "schedule" ->
                catalog.schedules().stream()
                        .map(type -> changed(
                                tr("Use %s", type.name()), plan.withSchedule(component(type.id(), type.params()))))
                        .toList();
            default -> ofComponent(key);
        };
    }

    /** To learn something else from the data. */
    List<Remedy> objectives() {
        return Arrays.stream(Objective.values())
                .filter(other -> other != plan.objective())
                .map(other -> changed(tr("Learn: %s", other.label()), plan.withObjective(other)))
                .toList();
    }

    private static Component component(String id, List<Param<?>> params) {
        return new Component(id, Values.initial(params));
    }

    private static Remedy changed(String label, TrainingPlan to) {
        return new Remedy(label, Edits.plan(label, to));
    }

    private static <T> List<Remedy> corrected(Param<T> param, T held, Function<T, TrainingPlan> change) {
        return Correction.of(Values.EMPTY.with(param, held), param).stream()
                .map(found -> changed(found.label(), change.apply(found.value())))
                .toList();
    }

    private List<Remedy> batchSize() {
        List<Remedy> all = new ArrayList<>();
        if (mostExamples < plan.batchSize() && mostExamples > 0) {
            int fitting = Integer.highestOneBit(
                    Math.min(mostExamples, MiniBatches.of(plan, schema).size())); // as people choose them
            all.add(changed(tr("Use batches of %,d", fitting), plan.withBatchSize(fitting)));
        }
        schema.map(data -> (int) Math.min(data.trainedOn(plan.split()), TrainingPlan.BATCH_SIZE.initial()))
                .filter(size -> size > 0 && size < plan.batchSize())
                .ifPresent(size -> all.add(changed(tr("Use batches of %,d", size), plan.withBatchSize(size))));
        if (all.isEmpty()) {
            all.addAll(corrected(TrainingPlan.BATCH_SIZE, plan.batchSize(), plan::withBatchSize));
        }
        return all;
    }

    private List<Remedy> validation() {
        TrainingPlan.Split split = plan.split();
        List<Remedy> all = new ArrayList<>();
        if (split.validation() == 0) {
            all.add(changed(tr("Hold back 10 %"), plan.withSplit(new TrainingPlan.Split(0.1, split.test()))));
            all.add(changed(
                    tr("Switch early stopping off"),
                    plan.withEarlyStopping(new TrainingPlan.EarlyStopping(
                            false,
                            plan.earlyStopping().patience(),
                            plan.earlyStopping().minDelta()))));
            return all;
        }
        return corrected(
                TrainingPlan.VALIDATION,
                split.validation(),
                value -> plan.withSplit(new TrainingPlan.Split(value, split.test())));
    }

    private List<Remedy> ofComponent(String key) {
        boolean optimizer = key.startsWith("optimizer.");
        Component held = optimizer ? plan.optimizer() : plan.schedule();
        List<Param<?>> params = optimizer
                ? catalog.optimizer(held.type()).map(OptimizerType::params).orElse(List.of())
                : catalog.schedule(held.type()).map(ScheduleType::params).orElse(List.of());
        return params.stream()
                .filter(param -> key.endsWith("." + param.key()))
                .flatMap(param -> corrected(held, param, optimizer).stream())
                .toList();
    }

    private <T> List<Remedy> corrected(Component held, Param<T> param, boolean optimizer) {
        return Correction.of(held.values(), param).stream()
                .map(found -> {
                    Component other = held.with(held.values().with(param, found.value()));
                    return changed(found.label(), optimizer ? plan.withOptimizer(other) : plan.withSchedule(other));
                })
                .toList();
    }
}
