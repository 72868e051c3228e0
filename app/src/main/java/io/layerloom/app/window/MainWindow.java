package io.layerloom.app.window;

import io.layerloom.app.workbench.Notices;
import io.layerloom.themes.Styles;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The frame of the window: header, rail, notices, and the page that the rail chose. Pages are made when they are first shown. */
public final class MainWindow extends BorderPane {

    private final Map<Page, Supplier<? extends Node>> makers = new EnumMap<>(Page.class);
    private final Map<Page, Node> pages = new EnumMap<>(Page.class);
    private final StackPane stage = new StackPane();

    /** A frame without pages. */
    public MainWindow(Node header, Navigation navigation, Notices notices) {
        getStyleClass().add(Styles.APP);
        setTop(header);
        setLeft(new Rail(navigation));
        VBox middle = new VBox(new NoticeBar(notices), stage);
        VBox.setVgrow(stage, javafx.scene.layout.Priority.ALWAYS);
        setCenter(middle);
        Watch.on(
                navigation.pageProperty(),
                this,
                window -> window.show(navigation.pageProperty().get()));
    }

    /** Says how a page is made. */
    public MainWindow page(Page page, Supplier<? extends Node> maker) {
        makers.put(page, maker);
        return this;
    }

    /** Brings a page into view. */
    public void show(Page page) {
        Node node = pages.computeIfAbsent(
                page,
                first ->
                        Objects.requireNonNull(makers.get(first), first.label()).get());
        stage.getChildren().setAll(node);
    }
}
