package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Settings of a plan that are out of their bounds, do not go together, or let nothing be learned. */
final class SettingProblems {

    private final TrainingPlan plan;
    private final Catalog catalog;
    private final Consumer<Problem> report;

    SettingProblems(TrainingPlan plan, Catalog catalog, Consumer<Problem> report) {
        this.plan = plan;
        this.catalog = catalog;
        this.report = report;
    }

    void report() {
        check("", TrainingPlan.EPOCHS, plan.epochs());
        check("", TrainingPlan.BATCH_SIZE, plan.batchSize());
        check("", TrainingPlan.PRETRAINING, plan.pretraining());
        check("split.", TrainingPlan.VALIDATION, plan.split().validation());
        check("split.", TrainingPlan.TEST, plan.split().test());
        reportEarlyStopping();
        reportComponent(
                "optimizer",
                catalog.optimizer(plan.optimizer().type())
                        .map(OptimizerType::name)
                        .orElse(""),
                plan.optimizer(),
                catalog.optimizer(plan.optimizer().type()).map(OptimizerType::params));
        catalog.optimizer(plan.optimizer().type())
                .map(OptimizerType::learningRate)
                .ifPresent(this::reportStandstill);
        reportComponent(
                "schedule",
                catalog.schedule(plan.schedule().type()).map(ScheduleType::name).orElse(""),
                plan.schedule(),
                catalog.schedule(plan.schedule().type()).map(ScheduleType::params));
    }

    /** A rate that is hidden is one that the optimizer does without. */
    private void reportStandstill(Param<Double> rate) {
        Values values = plan.optimizer().values();
        if (values.shows(rate) && values.get(rate) == 0) {
            report.accept(Problem.error(
                            Problem.Cause.PLAN,
                            tr(
                                    "%s is 0, so no step changes a weight and the network learns nothing. Choose a rate above 0, such as %s.",
                                    rate.label(), rate.initial()))
                    .of("optimizer." + rate.key())
                    .harmless());
        }
    }

    private void reportEarlyStopping() {
        if (!plan.earlyStopping().enabled()) {
            return;
        }
        check("earlyStopping.", TrainingPlan.PATIENCE, plan.earlyStopping().patience());
        check("earlyStopping.", TrainingPlan.MIN_DELTA, plan.earlyStopping().minDelta());
        if (plan.split().validation() == 0) {
            fault(
                    "split.validation",
                    tr(
                            "Early stopping watches the validation loss, but no validation part is held back. Hold back a part, or switch early stopping off."));
        }
    }

    private <T> void check(String place, Param<T> param, T value) {
        param.kind().check(value).ifPresent(fault -> fault(place + param.key(), param.label() + " " + fault + "."));
    }

    private void reportComponent(String place, String name, Component component, Optional<List<Param<?>>> params) {
        if (params.isEmpty()) {
            fault(place, tr("This version does not know the %s \"%s\". Choose another.", place, component.type()));
            return;
        }
        for (Param<?> param : params.get()) {
            if (component.values().shows(param)) {
                InferenceRun.fault(component.values(), param)
                        .ifPresent(fault -> fault(place + "." + param.key(), param.label() + " " + fault + "."));
            }
        }
        UnknownSettings held = new UnknownSettings(name, component.values(), params.get());
        for (String key : held.keys()) {
            String setting = held.meant(key).map(Param::key).orElse(key);
            report.accept(Problem.error(Problem.Cause.PLAN, held.sentence(key))
                    .of(place + "." + setting)
                    .harmless());
        }
    }

    private void fault(String setting, String sentence) {
        report.accept(Problem.error(Problem.Cause.PLAN, sentence).of(setting));
    }
}
