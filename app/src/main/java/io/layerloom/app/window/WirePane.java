package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Workbench;
import io.layerloom.canvas.CanvasAction;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.canvas.ShapeLabel;
import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.MiniBatches;
import io.layerloom.graph.Node;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingMemory;
import io.layerloom.graph.Wire;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/** One wire: where it comes from and leads to, the tensor that it carries, and what can be done with it. */
public final class WirePane extends VBox {

    private final Workbench workbench;
    private final GraphCanvas canvas;
    private final TextFlow shape = new TextFlow();
    private final GridPane facts = new GridPane();
    private final FlowPane actions = new FlowPane(8, 4);

    /** A pane for the wire that is selected on a canvas. */
    public WirePane(Workbench workbench, GraphCanvas canvas) {
        super(12);
        this.workbench = workbench;
        this.canvas = canvas;
        getStyleClass().add("ll-inspector-pane");
        setId("wire-pane");
        shape.getStyleClass().add(Styles.WELL);
        shape.setId("wire-shape");
        facts.setHgap(12);
        facts.setVgap(4);
        facts.setId("wire-facts");
        getChildren().addAll(Texts.line(tr("Wire"), Styles.HEADING), shape, facts, actions);
    }

    /** The wire that is selected. */
    ReadOnlyObjectProperty<Optional<Wire>> wireProperty() {
        return canvas.selectedWireProperty();
    }

    /** Selects no wire any more. */
    void clear() {
        canvas.clearSelection();
    }

    void show(Wire wire) {
        Inference inference = workbench.drawing().inference();
        Node from = workbench.drawing().document().graph().node(wire.from());
        Node to = workbench.drawing().document().graph().node(wire.to());
        showShape(ShapeLabel.of(inference.report(wire.from())));
        facts.getChildren().clear();
        fact(tr("From"), tr("%s, output", named(from)));
        fact(tr("To"), end(to, wire));
        inference.shapeOn(wire).ifPresent(this::showTensor);
        showActions();
    }

    /** What the last layer changed stands out, as on the wire. */
    private void showShape(Optional<ShapeLabel> label) {
        shape.getChildren().clear();
        label.ifPresentOrElse(
                known -> known.parts()
                        .forEach(part -> shape.getChildren()
                                .add(text(part.text(), part.changed() ? Styles.STRONG : Styles.MUTED))),
                () -> shape.getChildren().add(text(tr("shape not known"), Styles.MUTED)));
        shape.setAccessibleText(label.map(ShapeLabel::text).orElse(tr("shape not known")));
    }

    private static Label text(String words, String tone) {
        return Texts.line(words, Styles.MONO, tone);
    }

    private void showTensor(Shape carried) {
        int batch = MiniBatches.of(
                        workbench.document().plan(), workbench.schemaProperty().get())
                .size();
        fact(tr("Tensor"), carried.described());
        fact(tr("Per example"), plural(carried.elements(), "%,d number", "%,d numbers"));
        fact(tr("In a batch of %,d", batch), TrainingMemory.words(Float.BYTES * carried.elements() * batch));
    }

    private String named(Node node) {
        return workbench
                .catalog()
                .typeOf(node)
                .map(LayerType::name)
                .map(type -> tr("%s (%s)", node.name(), type))
                .orElse(node.name());
    }

    /** An input has a number only where there are several. */
    private String end(Node to, Wire wire) {
        int inputs =
                workbench.catalog().typeOf(to).map(type -> type.inputs().max()).orElse(1);
        return inputs > 1 ? tr("%s, input %d", named(to), wire.port() + 1) : tr("%s, input", named(to));
    }

    private void fact(String name, String value) {
        Label key = Texts.line(name, Styles.MUTED);
        key.setMinWidth(USE_PREF_SIZE);
        GridPane.setValignment(key, VPos.TOP);
        Label words = Texts.wrapped(value);
        words.setAccessibleText(name + ": " + value);
        facts.addRow(facts.getRowCount(), key, words);
    }

    /** The same buttons stay as long as they can: one of them may have the keyboard. */
    private void showActions() {
        List<CanvasAction> now = canvas.wireActions();
        List<String> ids = now.stream().map(action -> "wire-" + action.id()).toList();
        if (!actions.getChildren().stream()
                .map(javafx.scene.Node::getId)
                .toList()
                .equals(ids)) {
            actions.getChildren().setAll(ids.stream().map(WirePane::button).toList());
        }
        for (int i = 0; i < now.size(); i++) {
            CanvasAction action = now.get(i);
            Button button = (Button) actions.getChildren().get(i);
            button.setText(action.label());
            button.setOnAction(event -> action.run().run());
        }
    }

    private static Button button(String id) {
        Button button = new Button();
        button.setId(id);
        return button;
    }
}
