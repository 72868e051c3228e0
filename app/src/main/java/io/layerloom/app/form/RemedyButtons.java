package io.layerloom.app.form;

import io.layerloom.graph.Edit;
import io.layerloom.graph.Remedy;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** One button for each way out of a problem. */
public final class RemedyButtons extends FlowPane {

    /** Buttons that hand the edit of their remedy on. */
    public RemedyButtons(List<Remedy> remedies, Consumer<Edit> apply) {
        super(8, 4);
        for (Remedy remedy : remedies) {
            Button button = new Button(remedy.label());
            button.getStyleClass().add("ll-remedy");
            button.setOnAction(event -> apply.accept(remedy.edit()));
            getChildren().add(button);
        }
        setVisible(!remedies.isEmpty());
        setManaged(!remedies.isEmpty());
    }
}
