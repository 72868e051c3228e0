package io.layerloom.themes;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** One page with every control and every style class, to be looked at in both themes. */
public final class Gallery {

    private Gallery() {}

    /** Shows the gallery; {@code dark} as the only argument starts in the dark theme. */
    public static void main(String... arguments) {
        Application.launch(Window.class, arguments);
    }

    /** The window; not the main class, so that it starts from a plain class path. */
    public static final class Window extends Application {

        @Override
        public void start(Stage stage) {
            Scene scene = new Scene(page(), 1440, 1000);
            Themes.apply(scene, getParameters().getRaw().contains("dark") ? Theme.DARK : Theme.LIGHT);
            stage.setTitle("Layerloom: gallery");
            stage.setScene(scene);
            stage.show();
        }
    }

    static BorderPane page() {
        BorderPane page = new BorderPane();
        page.setTop(topBar());
        page.setLeft(new HBox(rail(), palette()));
        VBox centre = new VBox(
                16,
                group("Buttons", buttons()),
                group("Fields", fields()),
                group("Words", words()),
                messages(),
                tables());
        centre.getStyleClass().add(Styles.PAGE);
        ScrollPane scroll = new ScrollPane(centre);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add(Styles.PLAIN_SCROLL);
        page.setCenter(scroll);
        page.setBottom(styled(
                new HBox(16, new Label("100 %"), styled(new Label("8 layers"), Styles.MUTED)), Styles.STATUS_BAR));
        return page;
    }

    private static Node topBar() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button train = styled(new Button("Train", Icons.TRAIN.node()), Styles.PRIMARY);
        Button theme = styled(new Button("", Icons.DARK_THEME.node()), Styles.QUIET, Styles.ICON_BUTTON);
        theme.setOnAction(e -> Themes.use(Themes.current().get().other()));
        return styled(
                new HBox(
                        styled(new Label("Layerloom"), Styles.BRAND),
                        styled(new Label("digits-cnn.loom"), Styles.MEDIUM),
                        styled(new Region(), Styles.DOT),
                        styled(new Button("Undo"), Styles.QUIET),
                        styled(new Button("Redo"), Styles.QUIET),
                        gap,
                        styled(new Label("CPU · oneDNN · 2 threads"), Styles.PILL),
                        styled(new Label("121,930 parameters"), Styles.MUTED),
                        theme,
                        train),
                Styles.TOP_BAR);
    }

    private static Node rail() {
        VBox rail = styled(new VBox(), Styles.RAIL);
        ToggleGroup group = new ToggleGroup();
        Icons[] icons = {Icons.DATA, Icons.DESIGN, Icons.RUNS, Icons.INSIGHT, Icons.EXPORT, Icons.SERVE};
        String[] names = {"Data", "Design", "Runs", "Insight", "Export", "Serve"};
        for (int i = 0; i < icons.length; i++) {
            ToggleButton button = styled(new ToggleButton(names[i], icons[i].node(Icons.LARGE)), Styles.RAIL_BUTTON);
            button.setToggleGroup(group);
            button.setSelected(i == 1);
            rail.getChildren().add(button);
        }
        return rail;
    }

    private static Node palette() {
        VBox palette = styled(new VBox(6), Styles.PANEL, Styles.EDGE_RIGHT);
        palette.setPadding(new Insets(12, 16, 12, 16));
        palette.setPrefWidth(Measure.PALETTE);
        TextField search = new TextField();
        search.setPromptText("Search layers");
        palette.getChildren().add(search);
        Tokens.of(Theme.LIGHT).categories().keySet().stream().sorted().forEach(category -> {
            Label cell = styled(new Label(category), Styles.PALETTE_CELL, Styles.category(category));
            cell.setMaxWidth(Double.MAX_VALUE);
            palette.getChildren().addAll(styled(new Label(category.replace('_', ' ')), Styles.SECTION), cell);
        });
        return palette;
    }

    private static Node buttons() {
        ToggleGroup group = new ToggleGroup();
        HBox segmented = styled(new HBox(), Styles.SEGMENTED);
        for (String name : List.of("Linear", "Logarithmic")) {
            ToggleButton button = new ToggleButton(name);
            button.setToggleGroup(group);
            segmented.getChildren().add(button);
        }
        group.getToggles().get(0).setSelected(true);
        Button disabled = new Button("Disabled");
        disabled.setDisable(true);
        ToggleSwitch on = new ToggleSwitch("On");
        on.setSelected(true);
        CheckBox tick = new CheckBox("Bias");
        tick.setSelected(true);
        return new FlowPane(
                12,
                12,
                styled(new Button("Train", Icons.TRAIN.node()), Styles.PRIMARY),
                new Button("Pause", Icons.PAUSE.node()),
                new Button("Stop"),
                styled(new Button("Quiet"), Styles.QUIET),
                styled(new Button("Delete"), Styles.DANGER),
                disabled,
                styled(new Button("", Icons.HELP.node()), Styles.ICON_BUTTON, Styles.QUIET),
                segmented,
                new MenuButton("Export", Icons.EXPORT.node(), new MenuItem("Java project"), new MenuItem("Weights")),
                on,
                new ToggleSwitch("Off"),
                tick,
                new CheckBox("Free"),
                new Hyperlink("What is an epoch?"),
                new ToolBar(styled(new Button("In a bar"), Styles.PRIMARY), new Button("Plain")));
    }

    private static Node fields() {
        ComboBox<String> combo = new ComboBox<>(FXCollections.observableArrayList("ReLU", "Tanh", "Sigmoid"));
        combo.getSelectionModel().select(0);
        TextField invalid = styled(new TextField("0"), Styles.INVALID);
        TextField prompt = new TextField();
        prompt.setPromptText("Learning rate");
        TextArea area = new TextArea("卷积神经网络\nSeveral lines");
        area.setPrefSize(220, 60);
        Slider slider = new Slider(0, 1, 0.6);
        ProgressBar progress = styled(new ProgressBar(0.4), Styles.SLIM_PROGRESS);
        progress.setPrefWidth(240);
        return new FlowPane(
                12,
                12,
                new TextField("conv1"),
                prompt,
                invalid,
                combo,
                new Spinner<Integer>(1, 99, 32),
                slider,
                progress,
                area);
    }

    private static Node words() {
        VBox words = new VBox(
                6,
                styled(new Label("Page title 17"), Styles.PAGE_TITLE),
                styled(new Label("Convolution 2D, heading 15"), Styles.HEADING),
                styled(new Label("Title 13.5"), Styles.TITLE),
                new Label("Body 12.5: slides small learned kernels over an image 手写数字识别"),
                styled(new Label("Muted: reports where each one matches"), Styles.MUTED),
                styled(new Label("Caption, faint"), Styles.CAPTION, Styles.FAINT));
        VBox figure = new VBox(
                2, styled(new Label("Accuracy"), Styles.FIGURE_LABEL), styled(new Label("98.6 %"), Styles.FIGURE));
        HBox states = new HBox(
                8,
                styled(new Label("done"), Styles.PILL, Styles.OK),
                styled(new Label("stopped"), Styles.PILL, Styles.WARN),
                styled(new Label("failed"), Styles.PILL, Styles.BAD),
                styled(new Label("running"), Styles.PILL, Styles.ACCENT));
        Label formula = styled(new Label("28×28×1  →  26×26×32"), Styles.WELL, Styles.MONO, Styles.MEDIUM);
        return new HBox(32, words, new VBox(12, figure, states, formula));
    }

    private static Node messages() {
        VBox problem = styled(
                new VBox(
                        styled(new Label("A 7×7 kernel does not fit a 5×5 input."), Styles.STRONG),
                        styled(new Label("Mend it with one of:"), Styles.MUTED),
                        new HBox(8, new Button("Use padding Same"), new Button("Use a 3×3 kernel"))),
                Styles.PROBLEM);
        VBox card = styled(
                new VBox(
                        styled(new Label("Card"), Styles.TITLE),
                        styled(new Label("With something in it"), Styles.MUTED)),
                Styles.CARD);
        VBox caution = styled(new VBox(new Label("Only 40 examples are left for validation.")), Styles.CAUTION);
        VBox success = styled(new VBox(new Label("The exported project gives the same numbers.")), Styles.SUCCESS);
        return new FlowPane(12, 12, problem, card, caution, success);
    }

    private static Node tables() {
        TableView<String[]> table = styled(new TableView<>(), Styles.PLAIN_TABLE);
        String[] names = {"Run", "State", "Accuracy"};
        for (int i = 0; i < names.length; i++) {
            int column = i;
            TableColumn<String[], String> c = new TableColumn<>(names[i]);
            c.setCellValueFactory(row -> new SimpleStringProperty(row.getValue()[column]));
            c.setPrefWidth(140);
            if (i == 2) {
                c.getStyleClass().add(Styles.NUMBER_COLUMN);
            }
            table.getColumns().add(c);
        }
        table.getItems().add(new String[] {"digits 1", "finished", "98.2 %"});
        table.getItems().add(new String[] {"digits 2", "stopped", "97.9 %"});
        table.getSelectionModel().select(0);
        ListView<String> list = new ListView<>(FXCollections.observableArrayList("Adam", "SGD", "RMSProp"));
        list.getSelectionModel().select(1);
        TabPane tabs =
                new TabPane(new Tab("Training", table), new Tab("Problems 1", list), new Tab("Log", new Label("Log")));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setPrefHeight(180);
        return tabs;
    }

    private static Node group(String title, Node content) {
        return styled(new VBox(12, styled(new Label(title), Styles.SECTION), content), Styles.CARD);
    }

    private static <N extends Node> N styled(N node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }
}
