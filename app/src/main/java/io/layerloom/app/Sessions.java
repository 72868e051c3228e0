package io.layerloom.app;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Navigation;
import io.layerloom.app.window.Page;
import io.layerloom.app.window.Tab;
import io.layerloom.app.window.TabSet;
import io.layerloom.app.window.Tabs;
import io.layerloom.app.workbench.Notice;
import io.layerloom.app.workbench.ProjectReader;
import io.layerloom.app.workbench.Projects;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.samples.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The projects that are open: which there are, which one is in view, and what is asked before one goes. No two are of one file or sample, so that none takes journal or runs from another. */
final class Sessions implements Tabs {

    private final App app;
    private final ProjectReader reader;
    private final TabSet<Session> set;
    private Consumer<List<Projects.Place>> changed = places -> {};

    /** One session in which nothing is open. */
    Sessions(App app) {
        this.app = app;
        this.reader = new ProjectReader(app.settings, app.tasks, () -> current().notices);
        this.set = new TabSet<>(make());
    }

    ProjectReader reader() {
        return reader;
    }

    private Session make() {
        Session session = new Session(app, this);
        session.projects.placeProperty().addListener((observable, before, place) -> tell());
        return session;
    }

    /** Says who is told where the open projects come from whenever that changes. */
    void onChange(Consumer<List<Projects.Place>> listener) {
        changed = listener;
        set.all().addListener((ListChangeListener<Session>) change -> tell());
    }

    private void tell() {
        changed.accept(places());
    }

    /** Where the open projects come from, in their order. */
    List<Projects.Place> places() {
        return all().stream()
                .map(session -> session.projects.place())
                .filter(place -> !(place instanceof Projects.Place.None))
                .toList();
    }

    /** The one in view. */
    Session current() {
        return set.current();
    }

    boolean isInView(Session session) {
        return current() == session;
    }

    @Override
    public ObservableList<Session> all() {
        return set.all();
    }

    @Override
    public ReadOnlyObjectProperty<Session> currentProperty() {
        return set.currentProperty();
    }

    @Override
    public void add() {
        set.add(make());
    }

    @Override
    public void create() {
        free().projects.create();
    }

    @Override
    public void open(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        showOr(
                place -> place.opened().equals(Optional.of(whole)),
                () -> reader.file(whole, this::put, why -> current().journal.offerOf(whole, why)));
    }

    @Override
    public void open(Sample sample) {
        Projects.Place place = new Projects.Place.Shipped(sample);
        Optional<Session> open = of(place::equals);
        showOr(place::equals, () -> reader.sample(sample, this::put));
        open.filter(session -> session.workbench.dirtyProperty().get())
                .ifPresent(session -> session.notices.show(new Notice(
                                Notice.Tone.HINT,
                                tr("%s is open here already, with your changes.", sample.title()),
                                Optional.of(new Notice.Action(tr("Open a fresh copy"), () -> openFresh(sample))))
                        .whilst(session.workbench.unchanged())));
    }

    /** A copy beside one that was changed has a name of its own, so that neither takes journal or runs from the other. */
    private void openFresh(Sample sample) {
        reader.copy(sample, this::put);
    }

    private void showOr(Predicate<Projects.Place> sought, Runnable otherwise) {
        of(sought).ifPresentOrElse(set::show, otherwise);
    }

    private Optional<Session> of(Predicate<Projects.Place> sought) {
        return all().stream()
                .filter(session -> sought.test(session.projects.place()))
                .findFirst();
    }

    private void put(ProjectReader.Found found) {
        put(found, session -> {});
    }

    /** Reading takes its time: meanwhile another tab may have come into view, or the same project been opened. */
    private void put(ProjectReader.Found found, Consumer<Session> first) {
        Optional<Session> open = of(found.place()::equals);
        open.ifPresentOrElse(set::show, () -> {
            Session session = free();
            first.accept(session);
            session.projects.open(found);
        });
    }

    /** The tab in view where nothing was done in it yet, or else a new one. */
    private Session free() {
        if (!current().isUntouched()) {
            add();
        }
        return current();
    }

    /** Opens a project with what was left of it when the program ended. */
    void bringBack(Projects.Place place, Path left) {
        restore(place, Optional.of(left), () -> {});
    }

    /** Opens a project as it was when the program ended; goes on then, also if it cannot be read. */
    void restore(Projects.Place place, Optional<Path> left, Runnable next) {
        Optional<Session> open = of(place::equals);
        if (open.isPresent()) {
            set.show(open.get());
            left.ifPresent(open.get().journal::bringBack);
            next.run();
        } else {
            reader.again(
                    place,
                    left.isPresent(),
                    found -> put(found, session -> left.ifPresent(session.journal::want)),
                    next);
        }
    }

    /** Lets these projects stand in this order, side by side. */
    void arrange(List<Projects.Place> order) {
        set.arrange(order.stream()
                .flatMap(place -> of(other -> isSame(place, other)).stream())
                .toList());
    }

    /** A file that a newer version wrote is known as such only once it was read. */
    private static boolean isSame(Projects.Place one, Projects.Place other) {
        return one.equals(other) || (one.opened().isPresent() && one.opened().equals(other.opened()));
    }

    @Override
    public void show(Tab tab) {
        all().stream().filter(tab::equals).findFirst().ifPresent(set::show);
    }

    @Override
    public void show(TrainingDesk desk) {
        all().stream().filter(session -> session.desk.equals(desk)).findFirst().ifPresent(session -> {
            set.show(session);
            session.navigation.to(Navigation.Drawer.TRAINING);
        });
    }

    @Override
    public void step(int by) {
        set.step(by);
    }

    @Override
    public void move(Tab tab, int to) {
        all().stream().filter(tab::equals).findFirst().ifPresent(session -> set.move(session, to));
    }

    @Override
    public boolean isOpenElsewhere(Path file) {
        return all().stream()
                .filter(session -> !isInView(session))
                .anyMatch(session -> session.projects.place().opened().equals(Optional.of(file)));
    }

    @Override
    public void close(Tab tab) {
        closeAll(all().stream().filter(tab::equals).toList());
    }

    @Override
    public void closeOthers(Tab tab) {
        closeAll(all().stream().filter(session -> !session.equals(tab)).toList());
    }

    private void closeAll(List<Session> sessions) {
        sessions.stream()
                .findFirst()
                .ifPresent(session -> leave(session, () -> {
                    remove(session);
                    closeAll(sessions.subList(1, sessions.size()));
                }));
    }

    /** What would be lost is in view while the person is asked about it. */
    private void leave(Session session, Runnable next) {
        if (session.workbench.dirtyProperty().get() || session.desk.isBusy()) {
            set.show(session);
        }
        session.actions.leaveProject(next);
    }

    /** There is always a tab: in the place of the last comes one in which nothing is open. */
    private void remove(Session session) {
        if (all().size() == 1) {
            if (session.isUntouched() && session.projects.place() instanceof Projects.Place.None) {
                session.navigation.to(Page.WELCOME);
                return;
            }
            add();
        }
        set.close(session);
        all().forEach(other -> other.comparisons().outlive(session));
        session.close();
    }

    /** Goes on once neither changes nor a training of any project would be lost. Several with changes are one question. */
    void leaveAll(Runnable next) {
        Optional<TrainingDesk> training = app.track.takenProperty().get();
        if (training.isPresent() && !app.questions.endTraining(training.get().isKept())) {
            return;
        }
        List<Session> changed = all().stream()
                .filter(session -> session.workbench.dirtyProperty().get())
                .toList();
        if (changed.size() < 2) {
            changed.forEach(set::show);
            changed.stream().findFirst().ifPresentOrElse(only -> only.actions.leaveChanges(next), next);
            return;
        }
        switch (app.questions.unsaved(changed.stream()
                .map(session -> session.projects.place().title())
                .toList())) {
            case SAVE -> saveAll(changed, next);
            case DISCARD -> {
                changed.forEach(session -> session.journal.discard());
                next.run();
            }
            case CANCEL -> {}
        }
    }

    /** One after the other, each in view, because one without a file asks for it; the first that is not saved ends it. */
    private void saveAll(List<Session> changed, Runnable next) {
        if (changed.isEmpty()) {
            next.run();
            return;
        }
        set.show(changed.get(0));
        changed.get(0).actions.saveThen(() -> saveAll(changed.subList(1, changed.size()), next));
    }
}
