package io.layerloom.app.window;

import io.layerloom.app.workbench.Notices;
import io.layerloom.themes.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The frame of the window: header, rail, notices, and the page that the rail chose. Pages are made when they are first shown. */
public final class MainWindow extends BorderPane {

    private final Map<Page, Supplier<? extends Node>> makers = new EnumMap<>(Page.class);
    private final Map<Page, Node> pages = new EnumMap<>(Page.class);
    private final StackPane stage = new StackPane();
    private final Zones zones;

    /** A frame without pages. */
    public MainWindow(Node header, Navigation navigation, Notices notices) {
        getStyleClass().add(Styles.APP);
        Rail rail = new Rail(navigation);
        NoticeBar bar = new NoticeBar(notices);
        setTop(header);
        setLeft(rail);
        // Over the page, so that nothing moves under the pointer when something is told.
        StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
        setCenter(new StackPane(stage, bar));
        zones = new Zones(this, List.of(header, rail, bar, stage));
        getChildren().add(zones.ring());
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

    /** Gives the keyboard to the next part of the window, or to one before. */
    public void stepZones(int by) {
        zones.step(by);
    }

    /** Makes what stands above the window in its scene the first of the parts between which the key leads. */
    public void stepOver(Node above) {
        zones.begin(above);
    }

    /** Whether a node lies in it. */
    public boolean holds(Node node) {
        return Zones.isWithin(node, this);
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
