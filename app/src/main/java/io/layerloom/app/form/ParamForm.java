package io.layerloom.app.form;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Kind;
import io.layerloom.graph.Param;
import io.layerloom.graph.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import javafx.scene.layout.VBox;

/** A form over a list of settings, whatever they belong to: a layer, an optimizer, a source of data. Settings without effect beside the others are hidden. */
public final class ParamForm extends VBox {

    private final Sink sink;
    private final Mending mending;
    private final List<Field<?>> fields = new ArrayList<>();
    private List<Param<?>> params = List.of();
    private BiPredicate<Param<?>, Values> mattering = (param, values) -> true;

    /** Takes one changed setting. */
    @FunctionalInterface
    public interface Sink {
        /** Called once for each finished change, and for a path also when Enter confirms it. */
        <T> void set(Param<T> param, T value);

        /** Called for each text that would be accepted while it is being typed; {@link #set} follows when it is finished. */
        default <T> void typing(Param<T> param, T value) {}
    }

    /**
     * An empty form.
     *
     * @param sink gets changed settings
     * @param mending offers ways out of what is wrong
     */
    public ParamForm(Sink sink, Mending mending) {
        this.sink = sink;
        this.mending = mending;
        getStyleClass().add(FormStyles.FORM);
    }

    /** Shows only those settings, beside their values, that matter where the form stands. */
    public ParamForm onlyWhere(BiPredicate<Param<?>, Values> rule) {
        mattering = rule;
        return this;
    }

    /** Shows settings and their values; the same settings keep their controls, and so the focus. */
    public void show(List<Param<?>> shown, Values values) {
        show(shown, values, List.of());
    }

    /** Shows settings of several things and the values of the first; in some the others differ. */
    public void show(List<Param<?>> shown, Values values, Collection<Param<?>> differing) {
        if (!shown.equals(params)) {
            params = List.copyOf(shown);
            fields.clear();
            params.forEach(param -> fields.add(new Field<>(param, values)));
            getChildren().setAll(fields.stream().map(field -> field.row).toList());
        }
        fields.forEach(field -> field.show(values, differing.contains(field.param)));
    }

    /** Shows the settings of something else from now on; what was typed and refused concerned the former. */
    public void turn() {
        fields.forEach(field -> field.editor.putBack());
    }

    /** Says below each setting what is wrong with it, by its key. */
    public void showFaults(Map<String, Fault> faults) {
        fields.forEach(field -> field.showOutside(Optional.ofNullable(faults.get(field.param.key()))));
    }

    /** Says below the label of a setting what belongs into it, by its key. */
    public void showHints(Map<String, String> hints) {
        fields.forEach(field -> field.row.hint(hints.getOrDefault(field.param.key(), "")));
    }

    /** Locks the settings that have no effect now and says below each why, by its key; all others are free. */
    public void lock(Map<String, String> reasons) {
        fields.forEach(field -> field.lock(Optional.ofNullable(reasons.get(field.param.key()))));
    }

    /** Gives the keyboard to the editor of a setting. */
    public void focus(String key) {
        fields.stream()
                .filter(field -> field.param.key().equals(key))
                .findFirst()
                .ifPresent(field -> field.editor.node().requestFocus());
    }

    private static String bounds(Kind<?> kind) {
        return kind instanceof Kind.Whole || kind instanceof Kind.Real ? tr("Takes %s.", kind.expected()) : "";
    }

    /** One setting with its line. */
    private final class Field<T> {
        final Param<T> param;
        final Editor<T> editor;
        final FieldRow row;
        private Optional<Fault> outside = Optional.empty();
        private Optional<String> locked = Optional.empty();

        Field(Param<T> param, Values values) {
            this.param = param;
            this.editor = Editors.of(param.kind(), values.get(param));
            this.row = new FieldRow(param.label(), param.help(), editor.node(), editor.wide());
            row.setId("param-" + param.key());
            row.explain(bounds(param.kind()));
            editor.onCommit(value -> sink.set(param, value));
            editor.onTyping(value -> sink.typing(param, value));
            editor.faultProperty().addListener((observable, before, fault) -> showFault());
        }

        void show(Values values, boolean several) {
            editor.show(values.get(param));
            if (several) {
                editor.showSeveral();
            }
            boolean shown = values.shows(param) && mattering.test(param, values);
            if (!shown) {
                editor.putBack();
            }
            row.setVisible(shown);
            row.setManaged(shown);
        }

        void lock(Optional<String> why) {
            locked = why;
            if (why.isPresent()) {
                editor.putBack();
            }
            editor.node().setDisable(why.isPresent());
            showFault();
        }

        void showOutside(Optional<Fault> fault) {
            outside = fault;
            showFault();
        }

        private void showFault() {
            Optional<Fault> typed = editor.faultProperty().get().map(rest -> Fault.typed(param.label(), rest));
            typed.or(() -> outside)
                    .ifPresentOrElse(
                            fault -> row.show(fault, mending), () -> locked.ifPresentOrElse(row::note, row::clear));
        }
    }
}
