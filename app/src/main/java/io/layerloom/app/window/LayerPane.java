package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.Fault;
import io.layerloom.app.form.FieldRow;
import io.layerloom.app.form.Mending;
import io.layerloom.app.form.ParamForm;
import io.layerloom.app.form.TypedEditor;
import io.layerloom.app.workbench.BlockShelf;
import io.layerloom.app.workbench.StepMeter;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.graph.Block;
import io.layerloom.graph.Bypass;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerExample;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.MiniBatches;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Param;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingMemory;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** One layer: what it is, what goes in and out, its name and settings, what is wrong, and what it costs. */
final class LayerPane extends VBox {

    private final Workbench workbench;
    private final StepMeter meter;
    private final Label title = Texts.line("", Styles.HEADING);
    private final Label help = Texts.wrapped("", Styles.MUTED);
    private final Button about = new Button(null, Icons.HELP.node());
    private final Label shapes = Texts.line("", Styles.MONO);
    private final Label parameters = Texts.line("", Styles.MONO, Styles.MUTED);
    private final Label bypassed = Texts.wrapped("", Styles.CAPTION);
    private final ProblemCards problems;
    private final TypedEditor<String> name;
    private final ParamForm form;
    private final BlockPane block;
    private final Label formula = Texts.wrapped("", Styles.MONO, Styles.MUTED, Styles.CAPTION);
    private final Label cost = Texts.wrapped("", Styles.MONO, Styles.MUTED, Styles.CAPTION);
    private final Supplier<List<KeyCombination>> bypassKeys;
    private NodeId shown = new NodeId("");
    private Optional<Content> content = Optional.empty();

    /** All that the pane says of a layer without problems. */
    private record Content(
            Node node, Inference.Report report, Optional<Block> within, int batch, double share, boolean pairs) {}

    LayerPane(
            Workbench workbench,
            Mending mending,
            StepMeter meter,
            BlockShelf blocks,
            Supplier<List<KeyCombination>> bypassKeys) {
        super(12);
        this.bypassKeys = bypassKeys;
        this.workbench = workbench;
        this.meter = meter;
        problems = new ProblemCards(mending);
        getStyleClass().add("ll-inspector-pane");
        about.getStyleClass().addAll(Styles.ICON_BUTTON, Styles.QUIET);
        about.setId("about-layer");
        about.setAccessibleText(tr("About this layer"));
        about.setTooltip(FieldRow.help(tr("About this layer") + "  " + Keys.HELP.getDisplayText()));
        about.setOnAction(event -> explain(getScene().getWindow()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, about);
        head.setAlignment(Pos.CENTER_LEFT);
        name = new TypedEditor<>(
                "",
                text -> text,
                text -> Names.read(workbench.drawing().document().graph(), shown, text));
        name.onCommit(other -> workbench.drawing().apply(Edits.rename(shown, other)));
        FieldRow nameRow =
                FieldRow.of(tr("Name"), tr("The layer's name in exported source; unique in the network."), name);
        nameRow.setId("param-name");
        form = new ParamForm(
                        new ParamForm.Sink() {
                            @Override
                            public <T> void set(Param<T> param, T value) {
                                Node now =
                                        workbench.drawing().document().graph().node(shown);
                                workbench.drawing().apply(Edits.set(now, param, value));
                            }
                        },
                        mending)
                .onlyWhere(workbench::matters);
        block = new BlockPane(workbench, blocks);
        getChildren().addAll(head, help, shapeStrip(), bypassed, problems, nameRow, block, form, formula, cost);
    }

    private HBox shapeStrip() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        shapes.setWrapText(true);
        parameters.setMinWidth(USE_PREF_SIZE);
        HBox strip = new HBox(8, shapes, gap, parameters);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add(Styles.WELL);
        strip.setId("inspector-shape");
        return strip;
    }

    void focus(String key) {
        form.focus(key);
    }

    /** Shows the help page of the layer beside a window; a bypassed layer is at work in an example only. */
    void explain(Window owner) {
        Node node = workbench.drawing().document().graph().node(shown);
        Inference.Report report = workbench.drawing().inference().report(shown);
        workbench
                .catalog()
                .typeOf(node)
                .ifPresent(type -> LayerHelp.show(
                        owner,
                        type,
                        report.output()
                                .filter(out -> !Bypass.is(node))
                                .map(out -> new LayerExample(type, node.values(), report.inputs(), out))));
    }

    /** What was typed and refused is put away. */
    void turn() {
        name.putBack();
        block.turn();
        form.turn();
    }

    void show(NodeId id) {
        if (!id.equals(shown)) {
            shown = id;
            turn();
        }
        Node node = workbench.drawing().document().graph().node(id);
        Inference.Report report = workbench.drawing().inference().report(id);
        boolean sound = workbench.drawing().inference().problemsOf(id).isEmpty();
        Optional<Content> now = Optional.of(new Content(
                        node, report, workbench.drawing().block(), batch(), share(id), workbench.bringsPairs()))
                .filter(said -> sound);
        if (now.isPresent() && now.equals(content)) {
            return; // most edits are of other layers or of places
        }
        content = now;
        Optional<LayerType> type = workbench.catalog().typeOf(node);
        title.setText(type.map(LayerType::name).orElse(tr("Unknown layer")));
        help.setText(type.map(LayerType::help).orElse(tr("This version does not know \"%s\".", node.type())));
        about.setDisable(type.isEmpty());
        shapes.setText(shapes(report));
        boolean frozen = report.count().frozen() > 0;
        parameters.setText(
                report.output().isPresent() ? Texts.count(report.count().weights()) : "?");
        parameters.setTooltip(FieldRow.help(
                frozen
                        ? plural(report.count().weights(), "%,d frozen parameter", "%,d frozen parameters")
                        : plural(report.count().weights(), "%,d trainable parameter", "%,d trainable parameters")));
        name.show(node.name());
        block.show(node);
        List<Param<?>> params = type.map(LayerType::params).orElse(List.of());
        form.show(params, node.values());
        form.showHints(type.map(known -> hints(known, node, report)).orElse(Map.of()));
        formula.setText(report.output().isPresent() ? report.count().sentence() : "");
        cost.setText(costs(report, share(id)));
        showBypass(node);
        showProblems(params);
    }

    private int batch() {
        return MiniBatches.of(
                        workbench.document().plan(), workbench.schemaProperty().get())
                .size();
    }

    /** The part of a step that a layer takes; 0 where that is not known. */
    private double share(NodeId id) {
        return meter.drawn().map(all -> all.share(id)).orElse(0.0);
    }

    private String costs(Inference.Report report, double share) {
        List<String> lines = new ArrayList<>();
        if (report.multiplyAdds() > 0) {
            lines.add(tr("%,d multiply-adds per example", report.multiplyAdds()));
        }
        long bytes = batch() * TrainingMemory.perExample(report.footprint());
        if (bytes > 0) {
            lines.add(tr("%s for activations in batches of %,d", TrainingMemory.words(bytes), batch()));
        }
        if (share > 0) {
            lines.add(tr("about %.0f %% of the time of a step", 100 * share));
        }
        return String.join("\n", lines);
    }

    /** How many numbers each array takes that may be typed, once it is known what comes in. */
    private static Map<String, String> hints(LayerType type, Node node, Inference.Report report) {
        return type.arrays().stream()
                .filter(array -> node.values().shows(array.typed()))
                .filter(array -> report.inputs().size() >= type.inputs().min())
                .filter(array -> report.inputs().stream().allMatch(type.inputs()::accepts))
                .collect(Collectors.toMap(
                        array -> array.typed().key(),
                        array -> array.sizes()
                                .apply(node.values(), report.inputs())
                                .described()));
    }

    private void showBypass(Node node) {
        bypassed.setText(
                Bypass.is(node)
                        ? tr(
                                "Bypassed: data passes through unchanged, and the layer is neither trained nor exported. %s uses it again.",
                                KeyCaps.text(bypassKeys.get()))
                        : "");
        bypassed.setVisible(Bypass.is(node));
        bypassed.setManaged(Bypass.is(node));
    }

    private static String shapes(Inference.Report report) {
        String in = report.inputs().stream().map(Shape::label).collect(Collectors.joining(", "));
        String out = report.output().map(Shape::label).orElse("?");
        return in.isEmpty() ? "→ " + out : in + " → " + out;
    }

    /** A problem of one setting shows below it, with its remedies; all others above the settings. */
    private void showProblems(List<Param<?>> params) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        List<Problem> others = new ArrayList<>();
        for (Problem problem : workbench.drawing().inference().problemsOf(shown)) {
            problem.param()
                    .filter(key -> params.stream().anyMatch(param -> param.key().equals(key)))
                    .ifPresentOrElse(key -> faults.putIfAbsent(key, Fault.of(problem)), () -> others.add(problem));
        }
        form.showFaults(faults);
        problems.show(others);
    }
}
