package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.Mending;
import io.layerloom.app.form.ParamForm;
import io.layerloom.app.window.ProblemCards;
import io.layerloom.app.window.Texts;
import io.layerloom.app.window.Watch;
import io.layerloom.app.workbench.DataLook;
import io.layerloom.app.workbench.DataProbe;
import io.layerloom.app.workbench.ShippedData;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.engine.DataSourceType;
import io.layerloom.engine.DataSources;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Kind;
import io.layerloom.graph.Param;
import io.layerloom.graph.Problem;
import io.layerloom.graph.StepName;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** What the network learns from: the source on the left, what it holds on the right. Another kind of source takes the place of the one in use only when its file, folder or data set is chosen. */
public final class DataPage extends BorderPane {

    private static final double FORM = 380;

    private final Workbench workbench;
    private final DataProbe probe;
    private final SourceTiles tiles;
    private final Label help = Texts.wrapped("", Styles.MUTED);
    private final ParamForm form;
    private final DataCards cards;
    private final ProblemCards misfits;
    private final SplitSlider slider;
    private final Map<String, Component> former = new HashMap<>();
    private final PendingNote note = new PendingNote(this::keep);

    /** A kind of source that was turned to and lacks what to read; empty while the data in use are shown. */
    private Optional<Component> pending = Optional.empty();

    private Optional<Component> used;

    /** Which document of the workbench is shown. */
    private int opened;

    /** A page over the data of a workbench's training plan. */
    public DataPage(Workbench workbench, Mending mending, DataProbe probe, DataLook look, ShippedData shipped) {
        this.workbench = workbench;
        this.used = workbench.document().plan().data();
        this.probe = probe;
        setId("data-page");
        tiles = new SourceTiles(DataSources.all(), this::choose);
        form = new ParamForm(
                new ParamForm.Sink() {
                    @Override
                    public <T> void set(Param<T> param, T value) {
                        shown().ifPresent(now -> DataPage.this.set(param, value, now));
                    }
                },
                mending);
        cards = new DataCards(shipped, this::use);
        misfits = new ProblemCards(mending);
        slider = new SplitSlider(this::split);
        VBox left = new VBox(
                16,
                Texts.line(tr("Data"), Styles.PAGE_TITLE),
                Texts.wrapped(
                        tr("Choose what the network learns from. The network's input and output must fit it."),
                        Styles.MUTED),
                tiles,
                help,
                note,
                cards,
                form,
                misfits,
                Texts.line(tr("TRAINING, VALIDATION, TEST"), Styles.SECTION),
                slider);
        left.getStyleClass().add("ll-side-form");
        ScrollPane scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add(Styles.PLAIN_SCROLL);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        BorderPane side = new BorderPane(scroll);
        side.getStyleClass().addAll(Styles.PANEL, Styles.EDGE_RIGHT);
        side.setPrefWidth(Measure.panel(FORM));
        setLeft(side);
        setCenter(new DataView(
                look, workbench.documentProperty().map(open -> open.plan().objective())));

        Watch.on(workbench.documentProperty(), this, DataPage::follow);
        Watch.on(workbench.inferenceProperty(), this, DataPage::showMisfits);
        Watch.on(workbench.schemaProperty(), this, DataPage::refresh);
        refresh();
        showMisfits();
    }

    /** Other data in use end the choice of others. */
    private void follow() {
        if (opened != workbench.opened()) {
            opened = workbench.opened();
            form.turn();
        }
        if (!used.equals(data())) {
            used = data();
            pending = Optional.empty();
        }
        refresh();
    }

    private TrainingPlan plan() {
        return workbench.document().plan();
    }

    private Optional<Component> data() {
        return plan().data();
    }

    /** What the page is about: the kind of source that was turned to, or else the data in use. */
    private Optional<Component> shown() {
        return pending.or(this::data);
    }

    private <T> void set(Param<T> param, T value, Component now) {
        Component next = now.with(now.values().with(param, value));
        if (pending.isEmpty() && now.values().get(param).equals(value)) {
            probe.again();
        } else if (pending.isEmpty()) {
            change(StepName.of(param, now.values().get(param), value), plan().withData(next));
        } else if (isComplete(next)) {
            use(next);
        } else {
            pending = Optional.of(next);
            refresh();
        }
    }

    private void use(Component next) {
        data().ifPresent(now -> former.put(now.type(), now));
        pending = Optional.empty();
        change(tr("Choose data"), plan().withData(next));
        refresh();
    }

    private void keep() {
        pending = Optional.empty();
        refresh();
    }

    private void split(TrainingPlan.Split chosen) {
        change(StepName.of(tr("split"), parts(plan().split()), parts(chosen)), plan().withSplit(chosen));
    }

    /** The parts for training, validation and test in per cent; that of the test only where the data bring no test set of their own. */
    private String parts(TrainingPlan.Split split) {
        boolean brought = workbench
                .schemaProperty()
                .get()
                .filter(schema -> schema.ownTest() > 0)
                .isPresent();
        double test = brought ? 0 : split.test();
        double validation = (1 - test) * split.validation();
        String learned = String.format(Locale.ROOT, "%.0f/%.0f", 100 * (1 - test - validation), 100 * validation);
        return learned + (brought ? "" : String.format(Locale.ROOT, "/%.0f", 100 * test)) + " %";
    }

    private void change(String label, TrainingPlan plan) {
        workbench.apply(Edits.plan(label, plan));
    }

    /** Another kind of source; one that was set up before in this session comes back as it was. */
    private void choose(DataSourceType type) {
        if (data().filter(now -> now.type().equals(type.id())).isPresent()) {
            keep();
        } else if (former.containsKey(type.id())) {
            use(Objects.requireNonNull(former.get(type.id())));
        } else {
            pending = Optional.of(new Component(type.id(), Values.EMPTY));
            refresh();
        }
    }

    /** Whether the files that a source reads are named. */
    private static boolean isComplete(Component data) {
        return DataSources.find(data.type()).stream()
                .flatMap(type -> type.params().stream())
                .filter(param -> param.kind() instanceof Kind.Text text && text.use() != Kind.Text.Use.PLAIN)
                .noneMatch(param -> String.valueOf(data.values().get(param)).isBlank());
    }

    /** Where network and data do not fit each other. What is wrong with the data themselves stands in the place of their picture. */
    private void showMisfits() {
        misfits.show(workbench.inference().problems().stream()
                .filter(problem -> problem.node().isPresent())
                .filter(problem -> problem.cause() == Problem.Cause.DATA || problem.cause() == Problem.Cause.LABELS)
                .toList());
    }

    private void refresh() {
        Optional<Component> shown = shown();
        Optional<DataSourceType> type = shown.flatMap(now -> DataSources.find(now.type()));
        tiles.show(type);
        help.setText(type.map(DataSourceType::help).orElse(tr("Nothing is chosen yet.")));
        // Where nothing is chosen yet, what is at hand is offered first.
        boolean ships = type.isEmpty() || type.get().id().equals(ShippedData.SOURCE);
        cards.setVisible(ships);
        cards.setManaged(ships);
        cards.show(shown);
        note.show(pending.isPresent() ? data().map(this::name) : Optional.empty(), ships);
        form.show(
                ships ? List.of() : type.map(DataSourceType::params).orElse(List.of()),
                shown.map(Component::values).orElse(Values.EMPTY));
        form.setManaged(!ships);
        slider.show(plan().split(), workbench.schemaProperty().get());
    }

    private String name(Component inUse) {
        return workbench
                .schemaProperty()
                .get()
                .map(DataSchema::name)
                .or(() -> DataSources.find(inUse.type()).map(DataSourceType::name))
                .orElse(inUse.type());
    }
}
