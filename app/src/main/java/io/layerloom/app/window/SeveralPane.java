package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.Mending;
import io.layerloom.app.form.ParamForm;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.Edits;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Param;
import io.layerloom.graph.StepName;
import io.layerloom.graph.Values;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Several layers: how many parameters they hold together, and the settings that all of them have, to be changed in one step. */
final class SeveralPane extends VBox {

    private final Workbench workbench;
    private final Label title = Texts.line("", Styles.HEADING);
    private final Label names = Texts.wrapped("", Styles.MUTED);
    private final Label parameters = Texts.line("", Styles.MONO, Styles.WELL);
    private final Label differing = Texts.wrapped("", Styles.MUTED, Styles.CAPTION);
    private final ParamForm form;
    private List<NodeId> shown = List.of();

    SeveralPane(Workbench workbench, Mending mending) {
        super(12);
        this.workbench = workbench;
        getStyleClass().add("ll-inspector-pane");
        parameters.setMaxWidth(Double.MAX_VALUE);
        form = new ParamForm(
                        new ParamForm.Sink() {
                            @Override
                            public <T> void set(Param<T> param, T value) {
                                workbench.drawing().apply(setAll(shown, param, value));
                            }
                        },
                        mending)
                .onlyWhere(workbench::matters);
        getChildren().addAll(title, names, parameters, form, differing);
    }

    private <T> Edit setAll(List<NodeId> nodes, Param<T> param, T value) {
        String label = tr(
                "Change %s of %d layers: %s",
                StepName.lower(param.label()),
                nodes.size(),
                StepName.values(former(nodes, param), param.kind().words(value)));
        return Edit.of(label, document -> {
            Document changed = document;
            for (NodeId id : nodes) {
                changed = Edits.set(id, param, value).apply(changed);
            }
            return changed;
        });
    }

    /** The value that all of them have, or that they have several. */
    private <T> String former(List<NodeId> nodes, Param<T> param) {
        List<String> values = nodes.stream()
                .map(workbench.drawing().document().graph()::node)
                .map(node -> param.kind().words(node.values().get(param)))
                .distinct()
                .toList();
        return values.size() == 1 ? values.get(0) : tr("several values");
    }

    /** What was typed and refused is put away. */
    void turn() {
        form.turn();
    }

    void show(List<NodeId> selected) {
        if (!selected.equals(shown)) {
            shown = selected;
            turn();
        }
        List<Node> nodes = selected.stream()
                .map(workbench.drawing().document().graph()::node)
                .toList();
        long held = selected.stream()
                .mapToLong(
                        id -> workbench.drawing().inference().report(id).count().weights())
                .sum();
        title.setText(plural(selected.size(), "%,d layer selected", "%,d layers selected"));
        names.setText(nodes.stream().map(Node::name).collect(Collectors.joining(", ")));
        long frozen = selected.stream()
                .mapToLong(
                        id -> workbench.drawing().inference().report(id).count().frozen())
                .sum();
        boolean known = selected.stream()
                .allMatch(id ->
                        workbench.drawing().inference().report(id).output().isPresent());
        parameters.setText(
                !known
                        ? "?"
                        : plural(held, "%,d parameter", "%,d parameters")
                                + (frozen > 0 ? " · " + tr("%,d frozen", frozen) : ""));
        List<Param<?>> common = common(nodes);
        List<Param<?>> unequal = common.stream()
                .filter(param -> nodes.stream()
                                .map(node -> value(node.values(), param))
                                .distinct()
                                .count()
                        > 1)
                .toList();
        form.show(common, nodes.get(0).values(), unequal);
        differing.setText(
                summary(common.isEmpty(), unequal.stream().map(Param::label).toList()));
    }

    private static String summary(boolean nothingInCommon, List<String> unequal) {
        if (nothingInCommon) {
            return tr("These layers have no setting in common.");
        }
        return unequal.isEmpty() ? "" : tr("Differs between them: %s.", String.join(tr(", "), unequal));
    }

    private static Object value(Values values, Param<?> param) {
        return values.get(param);
    }

    private List<Param<?>> common(List<Node> nodes) {
        List<Param<?>> common = new ArrayList<>(params(nodes.get(0)));
        nodes.forEach(node -> common.retainAll(params(node)));
        return common;
    }

    private List<Param<?>> params(Node node) {
        return workbench.catalog().typeOf(node).map(LayerType::params).orElse(List.of());
    }
}
