package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.ProjectReader;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.graph.Document;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Whether a project is compared with another one, open or in a file, and with which. */
public final class Comparisons {

    private final Workbench workbench;
    private final GraphCanvas canvas;
    private final Navigation navigation;
    private final FileDialogs dialogs;
    private final ProjectReader reader;
    private final ReadOnlyObjectWrapper<Optional<Comparison>> current = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** The tab below the drawing that was in view before the differences. */
    private Navigation.Drawer before = Navigation.Drawer.TRAINING;

    /** Comparisons of what lies on a workbench and is drawn on a canvas. */
    public Comparisons(
            Workbench workbench, GraphCanvas canvas, Navigation navigation, FileDialogs dialogs, ProjectReader reader) {
        this.workbench = workbench;
        this.canvas = canvas;
        this.navigation = navigation;
        this.dialogs = dialogs;
        this.reader = reader;
    }

    /** The comparison, while there is one. */
    public ReadOnlyObjectProperty<Optional<Comparison>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Compares with the project in another tab, also while that is edited. */
    public void with(Tab other) {
        with(other.projects().place().title(), other.workbench().documentProperty());
    }

    /** Asks for a file and compares with the project in it. */
    public void withFile() {
        dialogs.openProject(tr("Compare with a file"))
                .ifPresent(file -> reader.file(
                        file, found -> with(found.place().title(), new SimpleObjectProperty<>(found.document()))));
    }

    /** Compares with a document under a name, also while it changes. */
    public void with(String name, ObservableValue<Document> other) {
        end();
        before = navigation.drawerProperty().get();
        current.set(Optional.of(new Comparison(name, other, workbench, canvas)));
        navigation.to(Navigation.Drawer.DIFFERENCES);
    }

    /** Another tab is about to be closed; one that is compared with it stays so, as it was last. */
    public void outlive(Tab closed) {
        current.get()
                .ifPresent(comparison -> comparison.outlive(closed.workbench().documentProperty()));
    }

    /** Compares no longer; in the place of the differences comes what was in view before them. */
    public void end() {
        if (current.get().isPresent() && navigation.drawerProperty().get() == Navigation.Drawer.DIFFERENCES) {
            navigation.drawerProperty().set(before);
        }
        Optional<Comparison> ended = current.get();
        current.set(Optional.empty());
        ended.ifPresent(Comparison::close);
    }

    /** Says everything anew, in the language of now. */
    public void retell() {
        current.get().ifPresent(Comparison::retell);
    }
}
