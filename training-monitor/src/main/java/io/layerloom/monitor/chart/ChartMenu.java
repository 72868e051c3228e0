package io.layerloom.monitor.chart;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The few things that can be changed about a chart, behind three dots. */
final class ChartMenu extends MenuButton {

    private final SeriesChart chart;

    /** The same at the pointer. */
    private final ContextMenu atPointer = new ContextMenu();

    ChartMenu(SeriesChart chart) {
        super("", Icons.MORE.node());
        this.chart = chart;
        getStyleClass().addAll(Styles.QUIET, Styles.ICON_BUTTON, Styles.NO_ARROW);
        retell();
        chart.scaleProperty().addListener((observable, before, now) -> mark(now));
        chart.unitProperty().addListener((observable, before, now) -> mark(now));
    }

    /** Says everything anew, in the language of now. */
    void retell() {
        setTooltip(new Tooltip(tr("Chart options")));
        setAccessibleText(tr("Options of the chart %s", chart.title()));
        fill(getItems());
        fill(atPointer.getItems());
    }

    /** Opens the menu where somebody pointed, on the screen. */
    void showAt(double x, double y) {
        atPointer.show(chart, x, y);
    }

    private void fill(List<MenuItem> items) {
        items.clear();
        choice(items, chart.scaleProperty(), Scale.values(), Scale::label);
        items.add(new SeparatorMenuItem());
        // One value for each epoch can neither be counted by another unit nor is it noise that has to be smoothed.
        if (chart.counted() == XUnit.ITERATION) {
            choice(items, chart.unitProperty(), XUnit.values(), XUnit::label);
            items.addAll(List.of(new SeparatorMenuItem(), smoothing(chart), new SeparatorMenuItem()));
        }
        items.addAll(List.of(
                item(tr("Copy picture"), chart::copyPicture),
                item(tr("Save as picture…"), chart::savePng),
                item(tr("Save as table…"), chart::saveCsv)));
    }

    private static <T> void choice(
            List<MenuItem> items, ObjectProperty<T> property, T[] values, Function<T, String> label) {
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            RadioMenuItem item = new RadioMenuItem(label.apply(value));
            item.setToggleGroup(group);
            item.setUserData(value);
            item.setSelected(value.equals(property.get()));
            item.setOnAction(e -> property.set(value));
            items.add(item);
        }
    }

    /** Marks what is chosen now in both menus. */
    private void mark(Object chosen) {
        Stream.of(getItems(), atPointer.getItems())
                .flatMap(List::stream)
                .filter(item -> chosen.equals(item.getUserData()))
                .map(RadioMenuItem.class::cast)
                .forEach(item -> item.setSelected(true));
    }

    private static CustomMenuItem smoothing(SeriesChart chart) {
        Slider slider = new Slider(0, 0.99, chart.smoothingProperty().get());
        slider.valueProperty().bindBidirectional(chart.smoothingProperty());
        slider.setPrefWidth(120);
        slider.setAccessibleText(tr("Smoothing"));
        Label value = new Label();
        value.getStyleClass().addAll(Styles.MONO, Styles.CAPTION);
        value.textProperty().bind(chart.smoothingProperty().asString("%.2f"));
        CustomMenuItem item = new CustomMenuItem(new HBox(Measure.SPACE_8, new Label(tr("Smoothing")), slider, value));
        item.setHideOnClick(false);
        return item;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        return item;
    }
}
