package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Workbench;
import io.layerloom.graph.Problem;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import javafx.scene.control.Button;

/** What leads on to a first run: choosing data, drawing a network, or training it, whichever is missing first. */
public final class NextStep extends Button {

    private final Workbench workbench;
    private final Navigation navigation;
    private final Runnable train;

    /** A button about the network on a workbench. */
    public NextStep(Workbench workbench, Navigation navigation, Runnable train) {
        this.workbench = workbench;
        this.navigation = navigation;
        this.train = train;
        getStyleClass().add(Styles.PRIMARY);
        Watch.on(workbench.documentProperty(), this, NextStep::refresh);
        refresh();
    }

    /** A plain button that leads to the choice of data. */
    static Button chooseData(Runnable choose) {
        Button button = new Button(tr("Choose data"), Icons.DATA.node());
        button.setOnAction(event -> choose.run());
        return button;
    }

    /** Whether a problem is that no data are chosen. */
    static boolean isChoosingData(Workbench workbench, Problem problem) {
        return problem.cause() == Problem.Cause.DATA
                && problem.node().isEmpty()
                && workbench.document().plan().data().isEmpty();
    }

    private void refresh() {
        if (workbench.document().plan().data().isEmpty()) {
            offer(tr("Choose data"), Icons.DATA, () -> navigation.to(Page.DATA));
        } else if (workbench.document().graph().nodes().isEmpty()) {
            offer(tr("Draw the network"), Icons.DESIGN, () -> navigation.to(Page.DESIGN));
        } else {
            offer(tr("Train"), Icons.TRAIN, train);
        }
    }

    private void offer(String words, Icons icon, Runnable action) {
        if (!words.equals(getText())) {
            setText(words);
            setGraphic(icon.node());
            setOnAction(event -> action.run());
        }
    }
}
