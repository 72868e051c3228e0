package io.layerloom.app.window;

import io.layerloom.app.form.Mending;
import io.layerloom.app.form.RemedyButtons;
import io.layerloom.graph.Problem;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import javafx.scene.layout.VBox;

/** A box for each problem that concerns no single setting, with its ways out; takes no room while there is none. */
public final class ProblemCards extends VBox {

    private final Mending mending;

    /** No box yet. */
    public ProblemCards(Mending mending) {
        super(Measure.SPACE_8);
        this.mending = mending;
        show(List.of());
    }

    /** Shows these problems and no others. */
    public void show(List<Problem> problems) {
        getChildren().setAll(problems.stream().map(this::card).toList());
        setVisible(!problems.isEmpty());
        setManaged(!problems.isEmpty());
    }

    private VBox card(Problem problem) {
        VBox card = new VBox(Measure.SPACE_8, Texts.wrapped(problem.message()), new RemedyButtons(problem, mending));
        card.getStyleClass().add(problem.isError() ? Styles.PROBLEM : Styles.CAUTION);
        return card;
    }
}
