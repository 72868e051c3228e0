package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Workbench;
import io.layerloom.monitor.CopyMenu;
import io.layerloom.themes.FxThread;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Every step of the project that is kept, the present one marked; a click goes to how the project was after that step, and every other step stays. */
final class HistoryList extends ListView<Integer> {

    private final Workbench workbench;
    /** Whether the tab that it lies in is chosen: the others keep what they hold out of sight. */
    private final ObservableValue<Boolean> isChosen =
            parentProperty().flatMap(Node::visibleProperty).orElse(false);

    private List<String> steps = List.of();
    private int done = -1;

    HistoryList(Workbench workbench) {
        this.workbench = workbench;
        getStyleClass().add(Styles.PLAIN_LIST);
        setId("history");
        setAccessibleText(tr("Steps of the project"));
        setCellFactory(list -> new Cell());
        CopyMenu.byKey(
                this,
                CopyMenu.item(
                        tr("Copy line"),
                        () -> Stream.ofNullable(getSelectionModel().getSelectedItem())
                                .map(this::words))::fire);
        Watch.on(workbench.documentProperty(), this, HistoryList::later);
        InvalidationListener look = observable -> updateInSight();
        sceneProperty().addListener(look);
        isChosen.addListener(look);
        getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null && now != this.workbench.doneSteps()) {
                this.workbench.goTo(now);
            }
        });
        update();
    }

    /** A list out of sight is brought up to date when it comes into sight: an edit must not wait for it. */
    private void later() {
        if (isInSight()) {
            FxThread.later(this::updateInSight);
        }
    }

    private void updateInSight() {
        if (isInSight()) {
            update();
        }
    }

    private boolean isInSight() {
        return getScene() != null && isChosen.getValue();
    }

    private void update() {
        List<String> now = workbench.steps();
        boolean other = !now.equals(steps) || getItems().isEmpty();
        boolean moved = done != workbench.doneSteps();
        done = workbench.doneSteps(); // before the cells are filled, which show by it what was taken back
        if (other) {
            steps = now;
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i <= now.size(); i++) {
                numbers.add(i);
            }
            getItems().setAll(numbers);
        }
        if (other || moved) {
            getSelectionModel().clearAndSelect(done);
            scrollTo(Math.max(0, done - 3));
            refresh();
        }
    }

    private String words(int step) {
        return step == 0 ? tr("Beginning") : steps.get(step - 1);
    }

    private final class Cell extends ListCell<Integer> {

        private final ContextMenu menu = new ContextMenu(
                goHere(),
                CopyMenu.item(tr("Copy line"), () -> Stream.of(words(getItem()))),
                CopyMenu.item(
                        tr("Copy all lines"),
                        () -> HistoryList.this.getItems().stream().map(HistoryList.this::words)));

        Cell() {
            // Whoever asks for the menu of a step has not gone there yet.
            addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                if (event.getButton() == MouseButton.SECONDARY) {
                    event.consume();
                }
            });
        }

        private MenuItem goHere() {
            MenuItem item = new MenuItem(tr("Go to this step"));
            item.setOnAction(event -> HistoryList.this.getSelectionModel().select(getItem()));
            return item;
        }

        @Override
        protected void updateItem(Integer step, boolean empty) {
            super.updateItem(step, empty);
            getStyleClass().remove(Styles.MUTED);
            if (empty || step == null || step > steps.size()) {
                setText(null);
                setContextMenu(null);
                return;
            }
            setText(words(step));
            setContextMenu(menu);
            if (step > done) {
                getStyleClass().add(Styles.MUTED); // taken back
            }
        }
    }
}
