package io.layerloom.app.form;

import io.layerloom.graph.Component;
import io.layerloom.graph.Param;
import io.layerloom.graph.StepName;
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
     * @param onChange gets what was done, such as "Change optimizer: Adam → SGD", and the component after it
     * @param mending offers ways out of what is wrong
     */
    public ComponentForm(
            String label, String help, List<Option> options, BiConsumer<String, Component> onChange, Mending mending) {
        this.options = List.copyOf(options);
        getStyleClass().add(FormStyles.FORM);
        choice = new ChoiceEditor<>(this.options, Option::name, this.options.get(0));
        choice.onCommit(option -> onChange.accept(
                StepName.of(label, name(), option.name()),
                new Component(option.id(), Values.initial(option.params()))));
        row = FieldRow.of(label, help, choice);
        form = new ParamForm(
                new ParamForm.Sink() {
                    @Override
                    public <T> void set(Param<T> param, T value) {
                        shown.ifPresent(component -> onChange.accept(
                                StepName.of(param, component.values().get(param), value),
                                component.with(component.values().with(param, value))));
                    }
                },
                mending);
        getChildren().addAll(row, form);
    }

    /** What is chosen now is called. */
    private String name() {
        return shown.flatMap(this::option).map(Option::name).orElse("");
    }

    private Optional<Option> option(Component component) {
        return options.stream().filter(one -> one.id().equals(component.type())).findFirst();
    }

    /** Shows a choice with its settings. */
    public void show(Component component) {
        shown = Optional.of(component);
        Optional<Option> option = option(component);
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
