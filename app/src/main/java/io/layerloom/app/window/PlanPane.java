package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.ComponentForm;
import io.layerloom.app.form.Fault;
import io.layerloom.app.form.Mending;
import io.layerloom.app.form.ParamForm;
import io.layerloom.app.workbench.PlanSettings;
import io.layerloom.app.workbench.StepMeter;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Forecast;
import io.layerloom.graph.Inference;
import io.layerloom.graph.MiniBatches;
import io.layerloom.graph.Param;
import io.layerloom.graph.Problem;
import io.layerloom.graph.StepName;
import io.layerloom.graph.TrainingMemory;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The network as a whole: its size, its data, and how it is to be trained. */
final class PlanPane extends VBox {

    private final Workbench workbench;
    private final StepMeter meter;
    private final Label size = Texts.wrapped("", Styles.MONO, Styles.MUTED);
    private final ProblemCards problems;
    private final Label dataName = Texts.wrapped("", Styles.TITLE);
    private final Label dataFacts = Texts.wrapped("", Styles.MONO, Styles.MUTED, Styles.CAPTION);
    private final Button choose;
    private final StartPane start;
    private final ParamForm aim;
    private final ParamForm length;
    private final ParamForm firstWeights;
    private final ParamForm split;
    private final ParamForm rest;
    private final ComponentForm optimizer;
    private final ComponentForm schedule;

    PlanPane(
            Workbench workbench,
            Mending mending,
            StepMeter meter,
            CalibrationBox calibration,
            StartPane start,
            Runnable chooseData) {
        super(12);
        this.workbench = workbench;
        this.meter = meter;
        this.start = start;
        problems = new ProblemCards(mending);
        getStyleClass().add("ll-inspector-pane");
        aim = new ParamForm(sink(), mending);
        length = new ParamForm(sink(), mending);
        firstWeights = new ParamForm(sink(), mending);
        split = new ParamForm(sink(), mending);
        rest = new ParamForm(sink(), mending);
        optimizer = new ComponentForm(
                tr("Optimizer"),
                tr("How the weights follow the gradient."),
                optimizers(),
                (label, chosen) -> change(label, plan().withOptimizer(chosen)),
                mending);
        schedule = new ComponentForm(
                tr("Schedule"),
                tr("How the learning rate changes over time."),
                schedules(),
                (label, chosen) -> change(label, plan().withSchedule(chosen)),
                mending);
        choose = NextStep.chooseData(chooseData);
        VBox data = new VBox(4, dataName, dataFacts, choose);
        data.getStyleClass().add(Styles.WELL);
        VBox.setMargin(choose, new javafx.geometry.Insets(4, 0, 0, 0));
        getChildren()
                .addAll(
                        Texts.line(tr("Training plan"), Styles.HEADING),
                        size,
                        calibration,
                        problems,
                        data,
                        aim,
                        length,
                        optimizer,
                        schedule,
                        Texts.line(tr("FIRST WEIGHTS"), Styles.SECTION),
                        start,
                        firstWeights,
                        Texts.line(tr("HELD BACK"), Styles.SECTION),
                        split,
                        Texts.line(tr("CHANCE AND END"), Styles.SECTION),
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
                change(
                        StepName.of(param, PlanSettings.of(plan()).get(param), value),
                        PlanSettings.with(plan(), param, value));
            }
        };
    }

    private TrainingPlan plan() {
        return workbench.document().plan();
    }

    private void change(String label, TrainingPlan plan) {
        workbench.apply(Edits.plan(label, plan));
    }

    /** What was typed and refused is put away. */
    void turn() {
        List.of(aim, length, firstWeights, split, rest).forEach(ParamForm::turn);
        optimizer.turn();
        schedule.turn();
    }

    void refresh() {
        Inference inference = workbench.inference();
        size.setText(plural(workbench.document().graph().nodes().size(), "%,d layer", "%,d layers") + " · "
                + (inference.reports().isEmpty()
                        ? plural(0, "%,d parameter", "%,d parameters")
                        : Texts.parameters(inference))
                + frozen(inference) + "\n"
                + tr("%,d multiply-adds per example", multiplyAdds(inference)) + memory(inference)
                + time());
        showData();
        start.refresh();
        Values values = PlanSettings.of(plan());
        aim.show(PlanSettings.AIM, values);
        length.show(PlanSettings.LENGTH, values);
        firstWeights.show(PlanSettings.FIRST_WEIGHTS, values);
        split.show(PlanSettings.SPLIT, values);
        split.lock(workbench.schemaProperty().get().map(PlanPane::locked).orElse(Map.of()));
        rest.show(PlanSettings.CHANCE_AND_END, values);
        optimizer.show(plan().optimizer());
        schedule.show(plan().schedule());
        showProblems(inference);
    }

    private static String frozen(Inference inference) {
        return inference.frozen() > 0 ? " · " + tr("%,d frozen", inference.frozen()) : "";
    }

    /** What training takes in mini-batches of the plan's size; nothing of a network of which nothing is known yet. */
    private String memory(Inference inference) {
        TrainingMemory memory =
                TrainingMemory.of(workbench.document(), inference, workbench.catalog(), workbench.capacity());
        int batch = batches().size();
        return memory.perExample() == 0
                ? ""
                : "\n"
                        + tr("%s of memory in batches of %,d", TrainingMemory.words(memory.bytes(batch)), batch)
                        + "\n"
                        + tr(
                                "%s for weights, gradients, optimizer and checkpoint",
                                TrainingMemory.words(memory.weights(batch)))
                        + "\n"
                        + tr("%s for activations", TrainingMemory.words(memory.activations(batch)))
                        + (memory.own() > 0
                                ? "\n" + tr("%s for the program itself", TrainingMemory.words(memory.own()))
                                : "")
                        + workbench
                                .capacity()
                                .caution()
                                .map(sentence -> "\n" + sentence)
                                .orElse("");
    }

    /** What a step is foretold to take, and what it took when this network was trained last. */
    private String time() {
        String foretold = meter.forecast()
                .map(forecast -> "\n" + foretold(forecast.seconds()))
                .orElse("");
        return foretold + meter.timed().map(PlanPane::comparison).orElse("");
    }

    /** Of an epoch only where data are known. */
    private String foretold(double batch) {
        String words = Forecast.words(batch);
        OptionalLong perEpoch = batches().perEpoch();
        return perEpoch.isPresent()
                ? tr("about %s a batch, %s an epoch", words, Forecast.words(batch * perEpoch.getAsLong()))
                : tr("about %s a batch", words);
    }

    private static String comparison(StepMeter.Timed timed) {
        String measured = Forecast.words(timed.measured());
        return "\n"
                + timed.predicted()
                        .map(seconds -> tr("predicted %s, measured %s a batch", Forecast.words(seconds), measured))
                        .orElse(tr("measured %s a batch", measured));
    }

    private MiniBatches batches() {
        return MiniBatches.of(plan(), workbench.schemaProperty().get());
    }

    private static long multiplyAdds(Inference inference) {
        return inference.reports().values().stream()
                .mapToLong(Inference.Report::multiplyAdds)
                .sum();
    }

    private void showData() {
        // The accent is for what comes next.
        choose.getStyleClass().remove(Styles.PRIMARY);
        if (plan().data().isEmpty()) {
            choose.getStyleClass().add(Styles.PRIMARY);
        }
        if (plan().data().isEmpty()) {
            dataName.setText(tr("No data chosen"));
            dataFacts.setText(tr("Choose what the network learns from."));
            return;
        }
        dataName.setText(workbench.schemaProperty().get().map(DataSchema::name).orElse(tr("Data")));
        dataFacts.setText(workbench.schemaProperty().get().map(this::facts).orElseGet(this::unread));
    }

    /** Data of which nothing is known are being read, unless it was said what is wrong with them. */
    private String unread() {
        return workbench.inference().problems().stream()
                        .anyMatch(problem -> problem.cause() == Problem.Cause.DATA
                                && problem.node().isEmpty())
                ? tr("Not readable.")
                : tr("Reading the data…");
    }

    private String facts(DataSchema schema) {
        return Lessons.example(schema) + " · " + Lessons.of(schema, plan().objective()) + " · "
                + plural(schema.examples(), "%,d example", "%,d examples");
    }

    private static Map<String, String> locked(DataSchema schema) {
        return schema.ownTest() == 0
                ? Map.of()
                : Map.of(
                        TrainingPlan.TEST.key(),
                        tr(
                                "The data bring their own test set: %s.",
                                plural(schema.ownTest(), "%,d example", "%,d examples")));
    }

    /** A problem of one setting shows below it, with its remedies; all others above. Settings of a choice are told apart by what stands before the dot. */
    private void showProblems(Inference inference) {
        Map<String, Map<String, Fault>> faults = new HashMap<>();
        List<Problem> others = new ArrayList<>();
        for (Problem problem : inference.problems()) {
            if (problem.node().isPresent()
                    || NextStep.isChoosingData(workbench, problem)) { // said above, with its button
                continue;
            }
            problem.param()
                    .ifPresentOrElse(
                            path -> {
                                int dot = path.lastIndexOf('.');
                                faults.computeIfAbsent(path.substring(0, Math.max(0, dot)), form -> new HashMap<>())
                                        .putIfAbsent(path.substring(dot + 1), Fault.of(problem));
                            },
                            () -> others.add(problem));
        }
        List.of(aim, length, firstWeights, split, rest)
                .forEach(form -> form.showFaults(faults.getOrDefault("", Map.of())));
        optimizer.showFaults(faults.getOrDefault("optimizer", Map.of()));
        schedule.showFaults(faults.getOrDefault("schedule", Map.of()));
        problems.show(others);
    }
}
