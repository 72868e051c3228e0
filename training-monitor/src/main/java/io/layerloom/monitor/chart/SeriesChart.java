package io.layerloom.monitor.chart;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Icons;
import io.layerloom.themes.InFront;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.Themes;
import io.layerloom.themes.Tokens;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * A chart of curves that grow at their right ends.
 *
 * <p>Wheel to zoom, drag to move, double click for all; the pointer reads the values of every curve. Points are added to the curves' {@link Series} on the JavaFX
 * thread, followed by one {@link #changed()}, which draws once in the next pulse.
 */
public final class SeriesChart extends Region {
    private static final double HEADER = 26;
    private static final double MENU = 28;
    private static final double ROOM_FOR_TWO_LINES = 150;

    private String title;
    private final PlotArea plot;
    private final ObservableList<Curve> curves = FXCollections.observableArrayList();
    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", 0.9);
    private final Legend legend = new Legend();
    private final Label heading = new Label();
    private final Button all = new Button("", Icons.ZOOM_OUT.node(Icons.TINY));
    private final HBox header;
    private final ChartMenu menu;
    /** Held here because the theme only holds it weakly. */
    private final InvalidationListener theme = o -> showLegend();

    /** An empty chart over iterations. */
    public SeriesChart(String title, Measured measured) {
        this(title, measured, XUnit.ITERATION);
    }

    private SeriesChart(String title, Measured measured, XUnit counted) {
        this.title = title;
        plot = new PlotArea(measured, counted);
        header = header();
        menu = new ChartMenu(this);
        getChildren().addAll(header, menu, legend, plot);
        setOnContextMenuRequested(event -> {
            menu.showAt(event.getScreenX(), event.getScreenY());
            event.consume();
        });
        setMinSize(160, 90);
        setPrefSize(440, 190);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Themes.current().addListener(new WeakInvalidationListener(theme));
        plot.named().addListener(o -> showLegend());
        smoothing.addListener(o -> smooth());
        curves.addListener((ListChangeListener<Curve>) change -> {
            plot.curves().clear();
            plot.curves().addAll(curves);
            smooth();
            showLegend();
        });
    }

    /** An empty chart of what has one value for each epoch: the x of its curves are epochs. */
    public static SeriesChart overEpochs(String title, Measured measured) {
        return new SeriesChart(title, measured, XUnit.EPOCH);
    }

    /** What the x of its curves count. */
    XUnit counted() {
        return plot.counted();
    }

    /** Says everything anew, in the language and the size of text of now. */
    public void retell() {
        heading.setText(plot.measured().titled(title()));
        all.setText(tr("Show all"));
        all.getTooltip().setText(tr("Back to the whole run (double click)"));
        menu.retell();
        measure();
        showLegend();
        plot.changed();
    }

    private void measure() {
        all.setMinHeight(Measure.text(22));
        all.setMaxHeight(Measure.text(22));
    }

    private HBox header() {
        heading.setText(plot.measured().titled(title()));
        heading.getStyleClass().add(Styles.SECTION);
        heading.setMinWidth(USE_PREF_SIZE);
        all.setText(tr("Show all"));
        all.getStyleClass().addAll(Styles.QUIET, Styles.CAPTION);
        measure();
        all.setTooltip(new Tooltip(tr("Back to the whole run (double click)")));
        all.setOnAction(e -> plot.zoom.set(null));
        all.visibleProperty().bind(plot.zoom.isNotNull());
        all.managedProperty().bind(all.visibleProperty());
        HBox row = new HBox(Measure.SPACE_8, heading, all);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** In words, for those who do not see the curves. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? ChartWords.of(title(), curves, plot.measured())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    /** Changes what stands above the chart. */
    public void setTitle(String name) {
        title = name;
        heading.setText(plot.measured().titled(title()));
    }

    /** What stands above the chart. */
    public String title() {
        return tr(title);
    }

    /** The curves, from back to front. */
    public ObservableList<Curve> curves() {
        return curves;
    }

    /** Draws the curves again in the next pulse; to be called after points were added. */
    public void changed() {
        plot.changed();
    }

    /** How values are spread. */
    public ObjectProperty<Scale> scaleProperty() {
        return plot.scale;
    }

    /** What the marks of the horizontal axis count. */
    public ObjectProperty<XUnit> unitProperty() {
        return plot.unit;
    }

    /** The weight of the past in the smoothed lines, 0 to 0.99. */
    public DoubleProperty smoothingProperty() {
        return smoothing;
    }

    /** How many iterations make an epoch; 1 if that is not known. */
    public DoubleProperty iterationsPerEpochProperty() {
        return plot.iterationsPerEpoch;
    }

    /** The x at which training will have ended, so that the axis does not grow all the time; 0 if that is not known. */
    public DoubleProperty expectedEndProperty() {
        return plot.expectedEnd;
    }

    /** The stretch of x that a person has chosen; null for all. */
    public ObjectProperty<@Nullable Range> zoomProperty() {
        return plot.zoom;
    }

    /** The x under the pointer, NaN for none; bind it to that of another chart and both show their values. */
    public DoubleProperty crosshairProperty() {
        return plot.hover;
    }

    /** Writes the chart as a PNG picture for pages and slides, 1,920 × 1,080 pixels with title, axes and legend, in the colours of the theme. */
    public void exportPng(Path file) throws IOException {
        ChartExport.png(title(), plot, file);
    }

    /** Writes the values of all curves as a CSV table. */
    public void exportCsv(Path file) throws IOException {
        ChartExport.csv(curves, plot.measured(), plot.counted(), file);
    }

    void copyPicture() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(ChartPicture.of(title(), plot));
        Clipboard.getSystemClipboard().setContent(content);
    }

    void savePng() {
        save("png", this::exportPng);
    }

    void saveCsv() {
        save("csv", this::exportCsv);
    }

    private interface Export {
        void to(Path file) throws IOException;
    }

    private void save(String extension, Export export) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(tr("Save the chart %s", title()));
        chooser.setInitialFileName(title.toLowerCase(Locale.ROOT) + "." + extension);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(extension.toUpperCase(Locale.ROOT), "*." + extension));
        Window window = getScene().getWindow();
        File file = InFront.of(window, () -> chooser.showSaveDialog(window));
        if (file == null) {
            return;
        }
        try {
            export.to(file.toPath());
        } catch (IOException e) {
            Alert alert = new Alert(Alert.AlertType.ERROR);
            alert.initOwner(getScene().getWindow());
            alert.setHeaderText(tr("The chart was not saved"));
            alert.setContentText(tr("%s could not be written%s. Choose another folder.", file, reason(e)));
            alert.show();
        }
    }

    /** Why, in words; failures of the file system say no more than a path themselves. */
    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return tr(": there is no permission");
        }
        if (failure instanceof NoSuchFileException) {
            return tr(": files cannot be made there");
        }
        if (failure instanceof FileSystemException file) {
            return file.getReason() == null ? "" : ": " + file.getReason();
        }
        return failure.getMessage() == null ? "" : ": " + failure.getMessage();
    }

    private void smooth() {
        curves.stream().filter(c -> c.kind().smoothed()).forEach(c -> c.series().setSmoothing(smoothing.get()));
        plot.changed();
    }

    /** Other runs always stand in the legend, the own curves only where their names do not fit beside them. How validation is drawn is said once for all other runs, in the colour of none. */
    private void showLegend() {
        Tokens tokens = Themes.tokens();
        Set<Legend.Entry> entries = new LinkedHashSet<>();
        for (Curve curve : curves) {
            boolean own = !curve.kind().ofAnotherRun();
            if (own ? !plot.named().get() : isNamed(curve)) {
                entries.add(Legend.Entry.of(curve, tokens));
            }
        }
        if (curves.stream().anyMatch(curve -> curve.kind() == Curve.Kind.OTHER_VALIDATION && !isNamed(curve))) {
            entries.add(new Legend.Entry(tr("validation"), Curve.Kind.OTHER_VALIDATION, tokens.muted()));
        }
        legend.show(List.copyOf(entries));
        requestLayout();
    }

    /** Whether another run's curve stands in the legend by its own name: training, or what there is without it. All curves of one run have their colour from one function. */
    private boolean isNamed(Curve other) {
        return other.kind() == Curve.Kind.OTHER_TRAINING
                || curves.stream()
                        .noneMatch(curve -> curve.kind() == Curve.Kind.OTHER_TRAINING
                                && curve.colour().equals(other.colour()));
    }

    /** The legend stands in the header; where that is too narrow, below it over the whole width. */
    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        double bottom = getHeight() - snappedBottomInset();
        double line = Measure.text(HEADER);
        double button = Measure.text(MENU);
        double end = left + width - button;
        menu.resizeRelocate(end, top, button, line);
        double headed = Math.min(end - left, Math.ceil(header.prefWidth(-1)));
        header.resizeRelocate(left, top, headed, line);
        double names = Math.max(0, legend.lineWidth());
        if (left + headed + Measure.SPACE_16 + names <= end - Measure.SPACE_8) {
            legend.setMostLines(1);
            legend.resizeRelocate(end - Measure.SPACE_8 - names, top + 3, names, line - 6);
            top += line;
        } else {
            top += line;
            legend.setMostLines(bottom - top >= Measure.text(ROOM_FOR_TWO_LINES) ? 2 : 1);
            double height = legend.prefHeight(width);
            legend.resizeRelocate(left, top, width, height);
            top += height;
        }
        plot.resizeRelocate(left, top, width, Math.max(0, bottom - top));
    }
}
