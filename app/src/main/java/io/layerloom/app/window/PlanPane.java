package io.layerloom.app.window;

import io.layerloom.app.form.ComponentForm;
import io.layerloom.app.form.Fault;
import io.layerloom.app.form.ParamForm;
import io.layerloom.app.form.RemedyButtons;
import io.layerloom.app.workbench.PlanSettings;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Param;
import io.layerloom.graph.Problem;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The network as a whole: its size, its data, and how it is to be trained. */
final class PlanPane extends VBox {

    private final Workbench workbench;
    private final Label size = Texts.wrapped("", Styles.MONO, Styles.MUTED);
    private final VBox problems = new VBox(8);
    private final Label dataName = Texts.wrapped("", Styles.TITLE);
    private final Label dataFacts = Texts.wrapped("", Styles.MONO, Styles.MUTED, Styles.CAPTION);
    private final ParamForm length;
    private final ParamForm split;
    private final ParamForm rest;
    private final ComponentForm optimizer;
    private final ComponentForm schedule;

    PlanPane(Workbench workbench, Runnable chooseData) {
        super(12);
        this.workbench = workbench;
        getStyleClass().add("ll-inspector-pane");
        length = new ParamForm(sink(), workbench::apply);
        split = new ParamForm(sink(), workbench::apply);
        rest = new ParamForm(sink(), workbench::apply);
        optimizer = new ComponentForm(
                "Optimizer",
                "How the weights follow the gradient.",
                optimizers(),
                (label, chosen) -> change(label, plan().withOptimizer(chosen)),
                workbench::apply);
        schedule = new ComponentForm(
                "Schedule",
                "How the learning rate changes over time.",
                schedules(),
                (label, chosen) -> change(label, plan().withSchedule(chosen)),
                workbench::apply);
        Button choose = new Button("Choose data", Icons.DATA.node());
        choose.setOnAction(event -> chooseData.run());
        VBox data = new VBox(4, dataName, dataFacts, choose);
        data.getStyleClass().add(Styles.WELL);
        VBox.setMargin(choose, new javafx.geometry.Insets(4, 0, 0, 0));
        getChildren()
                .addAll(
                        Texts.line("Training plan", Styles.HEADING),
                        size,
                        problems,
                        data,
                        length,
                        optimizer,
                        schedule,
                        Texts.line("HELD BACK", Styles.SECTION),
                        split,
                        Texts.line("CHANCE AND END", Styles.SECTION),
                        rest);
    }

    private List<ComponentForm.Option> optimizers() {
        return workbench.catalog().optimizers().stream()
                .map(type -> new ComponentForm.Option(type.id(), type.name(), type.help(), type.params()))
                .toList();
    }

    private List<ComponentForm.Option> schedules() {
        return workbench.catalog().schedules().stream()
                .map(type -> new ComponentForm.Option(type.id(), type.name(), type.help(), type.params()))
                .toList();
    }

    private ParamForm.Sink sink() {
        return new ParamForm.Sink() {
            @Override
            public <T> void set(Param<T> param, T value) {
                change("Change " + param.label().toLowerCase(Locale.ROOT), PlanSettings.with(plan(), param, value));
            }
        };
    }

    private TrainingPlan plan() {
        return workbench.document().plan();
    }

    private void change(String label, TrainingPlan plan) {
        workbench.apply(Edits.plan(label, plan));
    }

    void refresh() {
        Inference inference = workbench.inference();
        size.setText(Texts.count(workbench.document().graph().nodes().size(), "layer") + " · "
                + Texts.count(inference.parameters(), "parameter") + "\n"
                + Texts.count(multiplyAdds(inference)) + " multiply-adds per example");
        showData();
        Values values = PlanSettings.of(plan());
        length.show(PlanSettings.LENGTH, values);
        split.show(PlanSettings.SPLIT, values);
        rest.show(PlanSettings.CHANCE_AND_END, values);
        optimizer.show(plan().optimizer());
        schedule.show(plan().schedule());
        showProblems(inference);
    }

    private static long multiplyAdds(Inference inference) {
        return inference.reports().values().stream()
                .mapToLong(Inference.Report::multiplyAdds)
                .sum();
    }

    private void showData() {
        if (plan().data().isEmpty()) {
            dataName.setText("No data chosen");
            dataFacts.setText("Choose what the network learns from.");
            return;
        }
        dataName.setText(workbench.schemaProperty().get().map(DataSchema::name).orElse("Data"));
        dataFacts.setText(workbench.schemaProperty().get().map(PlanPane::facts).orElse("Not read, or not readable."));
    }

    private static String facts(DataSchema schema) {
        String labels = schema.labels() instanceof Labels.Classes classes
                ? Texts.count(classes.names().size()) + " classes"
                : Texts.count(((Labels.Numbers) schema.labels()).columns(), "number") + " to predict";
        return schema.features().label() + " · " + labels + " · " + Texts.count(schema.examples(), "example");
    }

    private void showProblems(Inference inference) {
        Map<String, Fault> ofPlan = new LinkedHashMap<>();
        Map<String, Fault> ofOptimizer = new LinkedHashMap<>();
        Map<String, Fault> ofSchedule = new LinkedHashMap<>();
        problems.getChildren().clear();
        for (Problem problem : inference.problems()) {
            if (problem.node().isPresent()) {
                continue;
            }
            if (problem.param().isPresent()) {
                String key = problem.param().get();
                Map<String, Fault> form =
                        key.startsWith("optimizer.") ? ofOptimizer : key.startsWith("schedule.") ? ofSchedule : ofPlan;
                form.putIfAbsent(
                        key.substring(key.lastIndexOf('.') + 1),
                        new Fault(problem.message(), workbench.remedies(problem)));
            } else {
                problems.getChildren().add(card(problem));
            }
        }
        List.of(length, split, rest).forEach(form -> form.showFaults(ofPlan));
        optimizer.showFaults(ofOptimizer);
        schedule.showFaults(ofSchedule);
        problems.setVisible(!problems.getChildren().isEmpty());
        problems.setManaged(problems.isVisible());
    }

    private VBox card(Problem problem) {
        VBox card = new VBox(
                8, Texts.wrapped(problem.message()), new RemedyButtons(workbench.remedies(problem), workbench::apply));
        card.getStyleClass().add(problem.isError() ? Styles.PROBLEM : Styles.CAUTION);
        return card;
    }
}
