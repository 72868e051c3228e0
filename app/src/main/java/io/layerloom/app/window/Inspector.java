package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.FieldRow;
import io.layerloom.app.form.Mending;
import io.layerloom.app.form.RefusedField;
import io.layerloom.app.workbench.BlockShelf;
import io.layerloom.app.workbench.StepMeter;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** The panel on the right: the selected layer, what several selected layers have in common, the selected wire, or the training plan where nothing is selected. */
public final class Inspector extends BorderPane {

    private final Workbench workbench;
    private final Label readOnly = Texts.wrapped(
            tr("Read-only: a newer version of Layerloom wrote this project, so its settings cannot be changed here."),
            Styles.MUTED,
            Styles.CAPTION);
    private final ScrollPane scroll = new ScrollPane();
    private final LayerPane layer;
    private final SeveralPane several;
    private final WirePane wire;
    private final PlanPane plan;

    /** Which document of the workbench is shown. */
    private int opened;

    /** An inspector of what is selected on a workbench; {@code mending} finds ways out of problems of the whole, {@code drawn} of what is drawn where the person is, {@code meter} foretells what training takes, {@code calibration} measures that, {@code start} says where the first weights are from, {@code wire} tells of the selected wire, {@code bypassKeys} are pressed to use a bypassed layer again, {@code chooseData} leads to the data page. */
    public Inspector(
            Workbench workbench,
            Mending mending,
            Mending drawn,
            StepMeter meter,
            CalibrationBox calibration,
            BlockShelf blocks,
            StartPane start,
            WirePane wire,
            Supplier<List<KeyCombination>> bypassKeys,
            Runnable chooseData) {
        this.workbench = workbench;
        this.layer = new LayerPane(workbench, drawn, meter, blocks, bypassKeys);
        this.wire = wire;
        this.several = new SeveralPane(workbench, drawn);
        this.plan = new PlanPane(workbench, mending, meter, calibration, start, chooseData);
        getStyleClass().add(Styles.PANEL);
        setId("inspector");
        scroll.getStyleClass().add(Styles.PLAIN_SCROLL);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        setPrefWidth(Measure.panel(Measure.INSPECTOR));
        setMinWidth(Measure.panel(240));
        Watch.on(workbench.selection(), this, Inspector::refresh);
        Watch.on(wire.wireProperty(), this, Inspector::refresh);
        Watch.on(workbench.drawing().inferenceProperty(), this, Inspector::refresh);
        Watch.on(workbench.drawing().documentProperty(), this, Inspector::refresh);
        Watch.on(workbench.schemaProperty(), this, Inspector::refresh);
        Watch.on(meter.paceProperty(), this, Inspector::refresh);
        Watch.on(meter.timedProperty(), this, Inspector::refresh);
        readOnly.setId("inspector-read-only");
        readOnly.setPadding(new Insets(Measure.SPACE_12, Measure.SPACE_16, Measure.SPACE_4, Measure.SPACE_16));
        Watch.on(workbench.lockedProperty(), this, Inspector::lock);
        lock();
        refresh();
    }

    /** What cannot be changed does not look as if it could. */
    private void lock() {
        boolean locked = workbench.lockedProperty().get();
        setTop(locked ? readOnly : null);
        List.of(layer, several, wire, plan).forEach(pane -> pane.setDisable(locked));
    }

    /** Gives the keyboard to the editor that a problem blames. */
    public void focus(String key) {
        layer.focus(key);
    }

    /** Shows the help page of the one layer that is selected beside a window; whether there is one, and in view. */
    public boolean explain(Window owner) {
        boolean one = getScene() != null && layer.equals(scroll.getContent());
        if (one) {
            layer.explain(owner);
        }
        return one;
    }

    /** Leads to a field, in view or in the plan, in which something stands that was refused, after what is being typed was finished; empty where all that stands there counts. */
    public Optional<RefusedField> refused() {
        if (scroll.getContent().isFocusWithin()) {
            scroll.getContent().requestFocus();
        }
        if (invalid(scroll.getContent()).isEmpty() && invalid(plan).isPresent()) {
            workbench.selection().clear();
            wire.clear(); // the plan comes back
        }
        Node pane = scroll.getContent();
        Optional<Node> field = invalid(pane);
        field.ifPresent(invalid -> {
            SidePanel.around(this).ifPresent(SidePanel::open);
            invalid.requestFocus();
            bringIntoView(pane, invalid);
        });
        return field.flatMap(FieldRow::around).map(FieldRow::refused);
    }

    /** Puts away what was typed and refused, wherever it stands, as when nobody will see it again. */
    public void turn() {
        layer.turn();
        several.turn();
        plan.turn();
    }

    private static Optional<Node> invalid(Node pane) {
        return pane.lookupAll("." + Styles.INVALID).stream()
                .filter(invalid -> FieldRow.around(invalid).isPresent())
                .findFirst();
    }

    private void bringIntoView(Node pane, Node field) {
        double hidden =
                pane.getBoundsInLocal().getHeight() - scroll.getViewportBounds().getHeight();
        double middle =
                pane.sceneToLocal(field.localToScene(field.getBoundsInLocal())).getCenterY()
                        - scroll.getViewportBounds().getHeight() / 2;
        if (hidden > 0) {
            scroll.setVvalue(Math.max(0, Math.min(1, middle / hidden)));
        }
    }

    private void refresh() {
        List<NodeId> selected = workbench.selection().stream()
                .filter(id -> workbench.drawing().document().graph().find(id).isPresent())
                .sorted()
                .toList();
        Optional<Wire> wired = wire.wireProperty()
                .get()
                .filter(one -> workbench.drawing().document().graph().wires().contains(one));
        if (selected.isEmpty() && wired.isPresent()) {
            wire.show(wired.get());
            show(wire, () -> {});
        } else if (selected.isEmpty()) {
            plan.refresh();
            show(plan, () -> {});
        } else if (selected.size() == 1) {
            layer.show(selected.get(0));
            show(layer, layer::turn);
        } else {
            several.show(selected);
            show(several, several::turn);
        }
    }

    /** A pane that comes anew may show another layer, and has forgotten what was typed and refused in it; the plan keeps that for as long as the document is the same. */
    private void show(VBox pane, Runnable turn) {
        boolean comes = !pane.equals(scroll.getContent());
        if (opened != workbench.opened()) {
            opened = workbench.opened();
            plan.turn();
            turn.run();
        } else if (comes) {
            turn.run();
        }
        if (comes) {
            scroll.setContent(pane);
            scroll.setVvalue(0);
        }
    }
}
