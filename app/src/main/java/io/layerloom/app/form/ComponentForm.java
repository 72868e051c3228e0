package io.layerloom.app.form;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Component;
import io.layerloom.graph.Param;
import io.layerloom.graph.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.layout.VBox;

/** A list of choices, such as the optimizers, and below it the settings of the chosen one. */
public final class ComponentForm extends VBox {

    private final List<Option> options;
    private final ChoiceEditor<Option> choice;
    private final FieldRow row;
    private final ParamForm form;
    private Optional<Component> shown = Optional.empty();

    /** One choice. */
    public record Option(String id, String name, String help, List<Param<?>> params) {}

    /**
     * A form over some choices.
     *
     * @param onChange gets what was done, such as "Change optimizer", and the component after it
     * @param mending offers ways out of what is wrong
     */
    public ComponentForm(
            String label, String help, List<Option> options, BiConsumer<String, Component> onChange, Mending mending) {
        this.options = List.copyOf(options);
        getStyleClass().add(FormStyles.FORM);
        choice = new ChoiceEditor<>(this.options, Option::name, this.options.get(0));
        choice.onCommit(option -> onChange.accept(
                tr("Change %s", label.toLowerCase(java.util.Locale.ROOT)),
                new Component(option.id(), Values.initial(option.params()))));
        row = FieldRow.of(label, help, choice);
        form = new ParamForm(
                new ParamForm.Sink() {
                    @Override
                    public <T> void set(Param<T> param, T value) {
                        shown.ifPresent(component -> onChange.accept(
                                tr("Change %s", param.label().toLowerCase(java.util.Locale.ROOT)),
                                component.with(component.values().with(param, value))));
                    }
                },
                mending);
        getChildren().addAll(row, form);
    }

    /** Shows a choice with its settings. */
    public void show(Component component) {
        shown = Optional.of(component);
        Optional<Option> option = options.stream()
                .filter(one -> one.id().equals(component.type()))
                .findFirst();
        option.ifPresent(choice::show);
        form.show(option.map(Option::params).orElse(List.of()), component.values());
    }

    /** Shows the choice of something else from now on; what was typed and refused concerned the former. */
    public void turn() {
        form.turn();
    }

    /** Says below each setting what is wrong with it, by its key. */
    public void showFaults(Map<String, Fault> faults) {
        form.showFaults(faults);
    }
}
