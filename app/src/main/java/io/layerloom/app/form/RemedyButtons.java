package io.layerloom.app.form;

import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedy;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** One button for each way out of a problem; takes no room while there is none. */
public final class RemedyButtons extends FlowPane {

    private final Mending mending;

    /** Buttons that come as soon as the ways out are found. */
    public RemedyButtons(Problem problem, Mending mending) {
        super(8, 4);
        this.mending = mending;
        offer(List.of());
        mending.finder().find(problem, this::offer);
    }

    private void offer(List<Remedy> remedies) {
        getChildren().setAll(remedies.stream().map(this::button).toList());
        setVisible(!remedies.isEmpty());
        setManaged(!remedies.isEmpty());
    }

    private Button button(Remedy remedy) {
        Button button = new Button(remedy.label());
        button.setMnemonicParsing(false); // names of layers have underscores
        button.getStyleClass().add("ll-remedy");
        button.setOnAction(event -> mending.apply().accept(remedy.edit()));
        return button;
    }
}
