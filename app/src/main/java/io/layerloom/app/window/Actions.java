package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.RefusedField;
import io.layerloom.app.workbench.Guard;
import io.layerloom.app.workbench.Notices;
import io.layerloom.app.workbench.Projects;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Problem;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.samples.Sample;
import io.layerloom.samples.Samples;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;

/** What a person can do from anywhere in the window while one project is in view; buttons, menus and keys all lead here. */
public final class Actions {

    private final Tabs tabs;
    private final Workbench workbench;
    private final Projects projects;
    private final TrainingDesk desk;
    private final GraphCanvas canvas;
    private final Navigation navigation;
    private final FileDialogs dialogs;
    private final Questions questions;
    private final Notices notices;
    private final PictureExport pictures;
    private final Consumer<Theme> rememberTheme;
    private final Consumer<Runnable> refreshData;
    private final Guard guard;
    private Supplier<Optional<RefusedField>> refused = Optional::empty;

    /**
     * Actions over the parts of a window.
     *
     * @param tabs all projects that are open; the one of these actions is in view while they are used
     * @param refreshData does something once changed files of the data were looked into
     * @param discarded hears that the person does not want what was not saved
     */
    public Actions(
            Tabs tabs,
            Workbench workbench,
            Projects projects,
            TrainingDesk desk,
            GraphCanvas canvas,
            Navigation navigation,
            FileDialogs dialogs,
            Questions questions,
            Notices notices,
            PictureExport pictures,
            Consumer<Theme> rememberTheme,
            Consumer<Runnable> refreshData,
            Runnable discarded) {
        this.tabs = tabs;
        this.workbench = workbench;
        this.projects = projects;
        this.desk = desk;
        this.canvas = canvas;
        this.navigation = navigation;
        this.dialogs = dialogs;
        this.questions = questions;
        this.notices = notices;
        this.pictures = pictures;
        this.rememberTheme = rememberTheme;
        this.refreshData = refreshData;
        this.guard =
                new Guard(workbench, () -> questions.unsaved(projects.place().title()), this::saveThen, discarded);
    }

    /** Says what leads to a field in which something stands that does not count, and tells what is wrong with it; training waits until it is mended. */
    public void onTraining(Supplier<Optional<RefusedField>> refusedField) {
        refused = refusedField;
    }

    /** All projects that are open. */
    public Tabs tabs() {
        return tabs;
    }

    /** Begins an empty project. */
    public void create() {
        tabs.create();
    }

    /** Opens the project or sample that a training is to start from, so that it can be trained first. */
    public void openOrigin(String start) {
        if (start.startsWith(TrainingPlan.SAMPLE)) {
            Samples.byId(start.substring(TrainingPlan.SAMPLE.length())).ifPresent(this::open);
        } else {
            open(Path.of(start));
        }
    }

    /** Asks for a project and opens it. */
    public void open() {
        dialogs.openProject(tr("Open project")).ifPresent(file -> open(file));
    }

    /** Opens a project. */
    public void open(Path file) {
        tabs.open(file);
    }

    /** Opens a copy of a sample. */
    public void open(Sample sample) {
        tabs.open(sample);
    }

    /** Saves the project where it came from, or asks where. */
    public void save() {
        saveThen(() -> {});
    }

    /** Saves the project, then goes on; does not go on if saving fails or is called off. */
    public void saveThen(Runnable next) {
        projects.place().file().or(this::askWhereToSave).ifPresent(file -> projects.save(file, next));
    }

    /** Asks where to save the project, and saves it there. */
    public void saveAs() {
        askWhereToSave().ifPresent(file -> projects.save(file, () -> {}));
    }

    private Optional<Path> askWhereToSave() {
        Projects.Place place = projects.place();
        if (place instanceof Projects.Place.Newer newer) {
            return Optional.of(newer.path()); // refused wherever to, so nobody need think of a name
        }
        String name = place instanceof Projects.Place.Shipped shipped
                ? shipped.sample().id() + ProjectFile.EXTENSION
                : place instanceof Projects.Place.Saved ? place.title() : "network" + ProjectFile.EXTENSION;
        return dialogs.saveProject(name).filter(this::isFree);
    }

    /** Two tabs that write one file would take their work from one another. */
    private boolean isFree(Path file) {
        Path target = Projects.target(file);
        boolean free = !tabs.isOpenElsewhere(target);
        if (!free) {
            notices.failure(
                    tr(
                            "%s is open in another tab. Close it there first, or save under another name.",
                            file.getFileName()),
                    Bindings.createBooleanBinding(() -> tabs.isOpenElsewhere(target), tabs.all()));
        }
        return free;
    }

    /** Asks where to, and draws the network for print. */
    public void exportPicture() {
        pictures.whole();
    }

    /** Asks where to, and draws what is selected for print. */
    public void exportSelection() {
        pictures.selection();
    }

    /** Goes on once neither changes nor a training would be lost. */
    public void leaveProject(Runnable next) {
        if (!desk.isBusy()) {
            leaveChanges(next);
        } else if (questions.endTraining(desk.isKept())) {
            leaveChanges(() -> {
                desk.close();
                next.run();
            });
        }
    }

    /** Goes on once changes are saved, or the person does not want them. */
    public void leaveChanges(Runnable next) {
        guard.pass(next);
    }

    /** Takes the last edit back; during a drag, that. */
    public void undo() {
        if (!canvas.cancelDrag()) {
            workbench.undo();
        }
    }

    /** Does the edit again that was taken back last; nothing during a drag. */
    public void redo() {
        if (!canvas.cancelDrag()) {
            workbench.redo();
        }
    }

    /** Lays the network out anew. */
    public void tidy() {
        navigation.to(Page.DESIGN);
        canvas.tidy();
    }

    /** Trains the network, or leads to what stands in the way; shows the training that goes on, here or in another tab, and lets one that waits go on. */
    public void train() {
        Optional<TrainingDesk> elsewhere = desk.elsewhere();
        if (elsewhere.isPresent()) {
            tabs.show(elsewhere.get());
        } else if (desk.isBusy()) {
            navigation.to(Navigation.Drawer.TRAINING);
            if (desk.stateProperty().get() == TrainingDesk.State.PAUSED) {
                desk.resume();
            }
        } else {
            refused.get()
                    .ifPresentOrElse(
                            field -> {
                                navigation.to(Page.DESIGN);
                                // Asked once more, because only now its field is there to take the keyboard.
                                RefusedField shown = refused.get().orElse(field);
                                notices.failure(tr("Training has not begun. %s", shown.why()), shown.stands());
                            },
                            () -> refreshData.accept(this::begin));
        }
    }

    private void begin() {
        Optional<Problem> obstacle = workbench.obstacle();
        if (obstacle.isPresent()) {
            navigation.to(Navigation.Drawer.PROBLEMS);
            reveal(obstacle.get());
        } else if (!workbench.document().graph().nodes().isEmpty()) {
            navigation.to(Navigation.Drawer.TRAINING);
            desk.train();
        }
    }

    /** Shows the culprit of a problem. */
    public void reveal(Problem problem) {
        reveal(problem.node().filter(id -> workbench.document().graph().find(id).isPresent()));
    }

    /** Shows the layer of a name, or the block in which it lies; what is not in the network any more cannot be shown. */
    public void reveal(String layer) {
        reveal(workbench.drawn(layer));
    }

    private void reveal(Optional<NodeId> culprit) {
        navigation.to(Page.DESIGN);
        workbench.drawing().leaveTo(0);
        if (culprit.isPresent()) {
            workbench.select(culprit.get());
            canvas.reveal(culprit.get());
        } else {
            workbench.selection().clear();
        }
    }

    /** Whether there is a step to take back. */
    boolean canUndo() {
        return workbench.undoLabelProperty().get().isPresent();
    }

    /** Whether a step was taken back. */
    boolean canRedo() {
        return workbench.redoLabelProperty().get().isPresent();
    }

    /** Shows the other theme and remembers it. */
    public void switchTheme() {
        Theme next = Themes.current().get().other();
        Themes.use(next);
        rememberTheme.accept(next);
    }
}
