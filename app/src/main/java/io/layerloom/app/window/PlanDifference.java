package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.PlanSettings;
import io.layerloom.engine.DataSourceType;
import io.layerloom.engine.DataSources;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.Component;
import io.layerloom.graph.Difference;
import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.ScheduleType;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In what two training plans differ, in the words and the order of the fields of the plan. A setting that has no effect in either does not count. */
final class PlanDifference {

    private final Values first;
    private final Values second;
    private final List<Difference.Detail> found = new ArrayList<>();

    private PlanDifference(TrainingPlan first, TrainingPlan second) {
        this.first = PlanSettings.of(first);
        this.second = PlanSettings.of(second);
    }

    /** In what the second plan differs from the first; empty if in nothing. */
    static List<Difference.Detail> between(TrainingPlan first, TrainingPlan second, Catalog catalog) {
        PlanDifference difference = new PlanDifference(first, second);
        difference.choices(tr("Data"), source(first.data()), source(second.data()));
        difference.figures(PlanSettings.AIM);
        difference.figures(PlanSettings.LENGTH);
        difference.choices(tr("Optimizer"), optimizer(first, catalog), optimizer(second, catalog));
        difference.choices(tr("Schedule"), schedule(first, catalog), schedule(second, catalog));
        difference.starts(first.start(), second.start());
        difference.figures(PlanSettings.FIRST_WEIGHTS);
        difference.figures(PlanSettings.SPLIT);
        difference.figures(PlanSettings.CHANCE_AND_END);
        return List.copyOf(difference.found);
    }

    /** What was chosen, as people read it, with its settings. */
    private record Choice(String name, List<Param<?>> params, Values values) {}

    private static Choice source(Optional<Component> data) {
        return data.map(chosen -> {
                    Optional<DataSourceType> type = DataSources.find(chosen.type());
                    return choice(chosen, type.map(DataSourceType::name), type.map(DataSourceType::params));
                })
                .orElseGet(() -> new Choice("", List.of(), Values.EMPTY));
    }

    private static Choice optimizer(TrainingPlan plan, Catalog catalog) {
        Optional<OptimizerType> type = catalog.optimizer(plan.optimizer().type());
        return choice(plan.optimizer(), type.map(OptimizerType::name), type.map(OptimizerType::params));
    }

    private static Choice schedule(TrainingPlan plan, Catalog catalog) {
        Optional<ScheduleType> type = catalog.schedule(plan.schedule().type());
        return choice(plan.schedule(), type.map(ScheduleType::name), type.map(ScheduleType::params));
    }

    /** What this version does not know has its id for a name. */
    private static Choice choice(Component chosen, Optional<String> name, Optional<List<Param<?>>> params) {
        return new Choice(name.orElse(chosen.type()), params.orElse(List.of()), chosen.values());
    }

    /** Of unlike choices only settings that both have are laid beside each other. */
    private void choices(String label, Choice one, Choice other) {
        note(label, one.name, other.name);
        for (Param<?> param : one.params) {
            other.params.stream()
                    .filter(same -> same.key().equals(param.key()))
                    .filter(same -> one.values.shows(param) || other.values.shows(same))
                    .forEach(same -> note(same.label(), words(param, one.values), words(same, other.values)));
        }
    }

    /** Runs of projects that are called alike are told apart by their places. */
    private void starts(Optional<String> before, Optional<String> now) {
        String one = StartPane.words(before);
        String other = StartPane.words(now);
        boolean alike = one.equals(other) && !before.equals(now);
        note(tr("First weights"), alike ? before.orElse(one) : one, alike ? now.orElse(other) : other);
    }

    private void figures(List<Param<?>> params) {
        params.stream()
                .filter(param -> first.shows(param) || second.shows(param))
                .forEach(param -> note(param.label(), words(param, first), words(param, second)));
    }

    private void note(String label, String before, String now) {
        if (!before.equals(now)) {
            found.add(new Difference.Detail(new Difference.What.Setting(label), before, now));
        }
    }

    private static <T> String words(Param<T> param, Values values) {
        return param.kind().words(values.get(param));
    }
}
