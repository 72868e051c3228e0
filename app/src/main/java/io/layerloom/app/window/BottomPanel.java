package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.Mending;
import io.layerloom.app.window.Navigation.Drawer;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Problem;
import io.layerloom.themes.Fonts;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;

/** The panel below the canvas: training, problems, runs, what a layer gives, log, and what differs from another project. */
public final class BottomPanel extends TabPane {

    /** What a tab has beside its word, and the row beside its tabs. */
    private static final double BESIDE = 21;

    private static final double EDGES = 16;

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final Map<Drawer, Tab> tabs = new EnumMap<>(Drawer.class);

    /** A panel of these parts; {@code reveal} shows the culprit of a problem. */
    public BottomPanel(
            Workbench workbench,
            Mending mending,
            Navigation navigation,
            Node training,
            Node runs,
            Node layer,
            Node log,
            Consumer<Problem> reveal,
            Comparisons comparisons) {
        getStyleClass().add(Styles.PANEL);
        getStyleClass().add("ll-dock");
        setId("bottom");
        setAccessibleText(tr("Training, problems and more"));
        setPrefHeight(330);
        setMinHeight(40);
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        add(Drawer.TRAINING, training);
        add(Drawer.PROBLEMS, new ProblemList(workbench, mending, reveal, () -> navigation.to(Page.DATA)));
        add(Drawer.RUNS, runs);
        add(Drawer.HISTORY, new HistoryList(workbench));
        add(Drawer.LAYER, layer);
        add(Drawer.LOG, log);
        add(Drawer.DIFFERENCES, DifferenceList.withSides(comparisons));
        Watch.on(comparisons.currentProperty(), this, panel -> panel.offer(comparisons));
        offer(comparisons);
        tab(Drawer.PROBLEMS).textProperty().bind(workbench.inferenceProperty().map(BottomPanel::problems));

        Watch.on(
                navigation.drawerProperty(),
                this,
                panel -> panel.getSelectionModel()
                        .select(panel.tab(navigation.drawerProperty().get())));
        getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (observable, before, tab) -> navigation.drawerProperty().set((Drawer) tab.getUserData()));
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (isOnTab(event)) {
                navigation.ask();
            }
        });
        getSelectionModel().select(tab(navigation.drawerProperty().get()));
        widthProperty().addListener(observable -> fit());
        getTabs().addListener((InvalidationListener) observable -> fit());
        tab(Drawer.PROBLEMS).textProperty().addListener(observable -> fit());
    }

    /** Counts what keeps the network from training, and cautions apart, as the canvas does. */
    static String problems(Inference inference) {
        long problems = inference.problems().stream().filter(Problem::isError).count();
        long cautions = inference.problems().size() - problems;
        return Drawer.PROBLEMS.label()
                + (problems > 0 ? String.format(Locale.ROOT, " %,d", problems) : "")
                + (cautions > 0 ? " · " + plural(cautions, "%,d caution", "%,d cautions") : "");
    }

    /** Where not all words have room, all but that of the tab in view give way to signs. */
    private void fit() {
        Text words = new Text();
        words.setFont(Fonts.ui(Measure.text(Measure.BODY), Fonts.Weight.SEMIBOLD));
        double wanted = EDGES;
        for (Tab tab : getTabs()) {
            words.setText(tab.getText());
            wanted += words.getLayoutBounds().getWidth() + BESIDE;
        }
        boolean tight = wanted > getWidth();
        pseudoClassStateChanged(TIGHT, tight);
        getTabs().forEach(tab -> tab.setTooltip(tight ? new Tooltip(tab.getText()) : null));
    }

    private void add(Drawer drawer, Node content) {
        Tab tab = new Tab(drawer.label(), content);
        tab.setUserData(drawer);
        tab.setGraphic(drawer.icon().node());
        tabs.put(drawer, tab);
        getTabs().add(tab);
    }

    private void offer(Comparisons comparisons) {
        Tab differences = tab(Drawer.DIFFERENCES);
        if (comparisons.currentProperty().get().isEmpty()) {
            getTabs().remove(differences);
        } else if (!getTabs().contains(differences)) {
            getTabs().add(differences);
        }
    }

    private static boolean isOnTab(MouseEvent event) {
        return Stream.iterate(
                        event.getPickResult().getIntersectedNode(), Objects::nonNull, (Node node) -> node.getParent())
                .anyMatch(node -> node.getStyleClass().contains("tab"));
    }

    private Tab tab(Drawer drawer) {
        return Objects.requireNonNull(tabs.get(drawer));
    }
}
