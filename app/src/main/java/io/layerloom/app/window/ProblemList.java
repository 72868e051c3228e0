package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.Mending;
import io.layerloom.app.form.RemedyButtons;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Problem;
import io.layerloom.monitor.CopyMenu;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every problem of the document with its remedies; a click leads to the culprit. */
final class ProblemList extends ListView<Problem> {

    private final Workbench workbench;
    private final Mending mending;
    private final Consumer<Problem> reveal;
    private final Runnable chooseData;

    /**
     * @param reveal shows the culprit of a problem
     * @param chooseData leads to the choice of data
     */
    ProblemList(Workbench workbench, Mending mending, Consumer<Problem> reveal, Runnable chooseData) {
        this.workbench = workbench;
        this.mending = mending;
        this.reveal = reveal;
        this.chooseData = chooseData;
        getStyleClass().add(Styles.PLAIN_LIST);
        setId("problems");
        setCellFactory(list -> new Cell());
        setAccessibleText(tr("Problems of the network"));
        CopyMenu.on(
                this,
                problem -> Stream.concat(problem.node().map(this::name).stream(), Stream.of(problem.message()))
                        .collect(Collectors.joining(": ")));
        setOnKeyPressed(event -> {
            Problem problem = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && problem != null) {
                this.reveal.accept(problem);
                event.consume();
            }
        });
        setPlaceholder(Texts.placeholder(tr("No problems. The network can be trained.")));

        Watch.on(workbench.inferenceProperty(), this, ProblemList::update);
        update();
    }

    private void update() {
        List<Problem> problems = workbench.inference().problems();
        if (problems.equals(getItems())) {
            refresh(); // the ways out may be others
        } else {
            getItems().setAll(problems);
        }
    }

    private final class Cell extends ListCell<Problem> {
        Cell() {
            setPrefWidth(0); // wrap to the list's width
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                    reveal.accept(getItem());
                }
            });
        }

        @Override
        protected void updateItem(Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            setGraphic(empty || problem == null ? null : row(problem));
            setAccessibleText(empty || problem == null ? null : spoken(problem));
        }

        private HBox row(Problem problem) {
            FontIcon icon = (problem.isError() ? Icons.PROBLEM : Icons.CAUTION).node();
            icon.getStyleClass().add(problem.isError() ? Styles.BAD : Styles.WARN);
            boolean choosing = NextStep.isChoosingData(workbench, problem);
            Node way = choosing ? NextStep.chooseData(chooseData) : new RemedyButtons(problem, mending);
            VBox text = new VBox(4, Texts.wrapped(problem.message()), way);
            HBox.setHgrow(text, Priority.ALWAYS);
            Label where = Texts.line(
                    problem.node().map(ProblemList.this::name).orElse(""), Styles.MONO, Styles.MUTED, Styles.CAPTION);
            where.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(12, icon, text, where);
            row.setAlignment(Pos.TOP_LEFT);
            return row;
        }

        private String spoken(Problem problem) {
            String kind = problem.isError() ? tr("Problem") : tr("Caution");
            String where = problem.node().map(ProblemList.this::name).orElse("");
            return kind + (where.isEmpty() ? ": " : ", " + where + ": ") + problem.message();
        }
    }

    private String name(NodeId id) {
        return workbench
                .document()
                .graph()
                .find(id)
                .map(io.layerloom.graph.Node::name)
                .orElse("");
    }
}
