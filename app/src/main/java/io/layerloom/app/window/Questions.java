package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Guard;
import io.layerloom.graph.Kind;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.themes.InFront;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextInputDialog;
import javafx.stage.Window;

/** The few questions that must be answered before anything else. */
public final class Questions {

    private final Window owner;

    /** Questions in front of a window. */
    public Questions(Window owner) {
        this.owner = owner;
    }

    /** What shall become of unsaved changes. */
    public Guard.Answer unsaved(String project) {
        return unsaved(
                tr("Save the changes to %s?", project),
                tr("They are lost if you discard them."),
                tr("Save"),
                tr("Discard"));
    }

    /** What shall become of unsaved changes to several projects. */
    public Guard.Answer unsaved(List<String> projects) {
        return unsaved(
                tr("Save the changes to %,d projects?", projects.size()),
                String.join("\n", projects) + "\n\n" + tr("They are lost if you discard them."),
                tr("Save all"),
                tr("Discard all"));
    }

    private Guard.Answer unsaved(String question, String more, String saving, String discarding) {
        ButtonType save = new ButtonType(saving, ButtonBar.ButtonData.YES);
        ButtonType discard = new ButtonType(discarding, ButtonBar.ButtonData.NO);
        Optional<ButtonType> answer = ask(question, more, save, discard, Answers.cancel());
        if (answer.equals(Optional.of(save))) {
            return Guard.Answer.SAVE;
        }
        return answer.equals(Optional.of(discard)) ? Guard.Answer.DISCARD : Guard.Answer.CANCEL;
    }

    /** Whether a training that goes on may be ended; {@code kept} says whether it can go on later. */
    public boolean endTraining(boolean kept) {
        ButtonType end = new ButtonType(tr("End training"), ButtonBar.ButtonData.YES);
        return ask(
                        kept ? tr("A training goes on.") : tr("A training is starting."),
                        kept
                                ? tr("If it is ended now, it can go on later from its last checkpoint.")
                                : tr("It has learned nothing yet. If it is ended now, nothing of it is kept."),
                        end,
                        Answers.cancel())
                .equals(Optional.of(end));
    }

    /** Whether something is to be deleted for good. */
    public boolean delete(String what) {
        ButtonType delete = new ButtonType(tr("Delete"), ButtonBar.ButtonData.YES);
        return ask(
                        tr("Delete %s?", what),
                        tr("It is removed from the disk and cannot be brought back."),
                        delete,
                        Answers.cancel())
                .equals(Optional.of(delete));
    }

    /** Another name for something. */
    public Optional<String> rename(String former) {
        TextInputDialog dialog = new TextInputDialog(former);
        prepare(dialog, tr("Rename %s", former));
        dialog.getDialogPane().getButtonTypes().setAll(Answers.done(tr("Rename")), Answers.cancel());
        dialog.setContentText(tr("New name"));
        return InFront.of(owner, dialog::showAndWait)
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals(former));
    }

    /** For how many epochs a finished run shall have been trained in all; empty if for no more than it was. */
    public Optional<Integer> epochsInAll(String run, int done) {
        Kind<Integer> kind = TrainingPlan.EPOCHS.kind();
        TextInputDialog dialog =
                new TextInputDialog(kind.nearest(2 * Math.max(1, done)).toString());
        prepare(dialog, tr("%s has trained %s. Train it further.", run, plural(done, "%,d epoch", "%,d epochs")));
        dialog.setContentText(tr(
                "Epochs in all, from %s to %s", Texts.count(done + 1), Texts.count(kind.nearest(Integer.MAX_VALUE))));
        Function<String, Optional<Integer>> read = text ->
                whole(text).filter(epochs -> epochs > done && kind.check(epochs).isEmpty());
        ButtonType further = Answers.done(tr("Train further"));
        dialog.getDialogPane().getButtonTypes().setAll(further, Answers.cancel());
        dialog.getDialogPane()
                .lookupButton(further)
                .disableProperty()
                .bind(dialog.getEditor()
                        .textProperty()
                        .map(text -> read.apply(text).isEmpty()));
        return InFront.of(owner, dialog::showAndWait).flatMap(read);
    }

    private static Optional<Integer> whole(String text) {
        try {
            return Optional.of(Integer.valueOf(text.strip().replace(",", "")));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private Optional<ButtonType> ask(String header, String content, ButtonType... answers) {
        Alert alert = new Alert(Alert.AlertType.NONE, content, answers);
        prepare(alert, header);
        return InFront.of(owner, alert::showAndWait);
    }

    private void prepare(Dialog<?> dialog, String header) {
        dialog.initOwner(owner);
        dialog.setTitle("Layerloom");
        dialog.setHeaderText(header);
        dialog.setGraphic(null);
        InFront.inTheMiddle(dialog);
    }
}
