package io.layerloom.monitor.chart;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Styles;
import io.layerloom.themes.Themes;
import io.layerloom.themes.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The drawing inside a {@link SeriesChart}: axes, curves, names, crosshair.
 *
 * <p>It is its own layout root, so that new points redraw it and lay out nothing else in the window.
 */
final class PlotArea extends Region {
    /** Logical pixels around the plot into which a line or a dot may reach. */
    private static final int PAD = 5;

    /** While training goes on, the axis shows at least this many iterations, and this much more than there is. */
    private static final double SHORTEST = 40;

    private static final double ROOM = 1.15;
    /** How dense the band of noisy values is. */
    static final double BAND = 0.22;
    /** How long the strokes of a dashed line are, in logical pixels; the gaps have two thirds of it. */
    static final double DASH = 6;

    private static final double SPARSE_BAND = 0.38;

    private final Measured measured;
    private final XUnit counted;
    private final List<Curve> curves = new ArrayList<>();
    private final AxisCanvas axes = new AxisCanvas();
    private final ImageView plot = new ImageView();
    private final EndLabels names = new EndLabels();
    private final Line crosshair = new Line();
    private final HoverCard card = new HoverCard();
    private final Label empty = new Label();

    final ObjectProperty<Scale> scale = new SimpleObjectProperty<>(this, "scale", Scale.LINEAR);
    final ObjectProperty<XUnit> unit;
    final DoubleProperty iterationsPerEpoch = new SimpleDoubleProperty(this, "iterationsPerEpoch", 1);
    final DoubleProperty expectedEnd = new SimpleDoubleProperty(this, "expectedEnd", 0);
    /** The stretch of x that a person has chosen; null for all. */
    final ObjectProperty<@Nullable Range> zoom = new SimpleObjectProperty<>(this, "zoom");
    /** The x under the pointer; NaN where there is none. */
    final DoubleProperty hover = new SimpleDoubleProperty(this, "hover", Double.NaN);

    private final ReadOnlyBooleanWrapper named = new ReadOnlyBooleanWrapper(this, "named", true);
    private final ObservableValue<Number> outputScale = sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::outputScaleXProperty)
            .orElse(1.0);
    /** Held here because the theme only holds it weakly. */
    private final InvalidationListener redraw = o -> changed();

    private double pictureScale;
    private double left = AxisCanvas.gutter().getLeft();
    private double pointerY;
    private @Nullable PlotImage image;
    private View view = new View(new Range(0, 1), new Range(0, 1), Scale.LINEAR, 1, 1);

    PlotArea(Measured measured, XUnit counted) {
        this.measured = measured;
        this.counted = counted;
        this.unit = new SimpleObjectProperty<>(this, "unit", counted);
        setManaged(false);
        empty.getStyleClass().addAll(Styles.MUTED, Styles.PANEL);
        empty.setPadding(new Insets(0, 8, 0, 8));
        crosshair.setManaged(false);
        crosshair.setMouseTransparent(true);
        crosshair.setVisible(false);
        plot.setMouseTransparent(true);
        empty.setMouseTransparent(true);
        getChildren().addAll(axes, plot, crosshair, names, empty, card);
        Themes.current().addListener(new WeakInvalidationListener(redraw));
        Themes.textSize().addListener(new WeakInvalidationListener(redraw));
        for (ObservableValue<?> property : List.of(scale, unit, iterationsPerEpoch, expectedEnd, zoom, outputScale)) {
            property.addListener(redraw);
        }
        hover.addListener(o -> showHover());
        new PlotGestures(this);
    }

    List<Curve> curves() {
        return curves;
    }

    /** What the curves measure. */
    Measured measured() {
        return measured;
    }

    /** What the x of the curves count. */
    XUnit counted() {
        return counted;
    }

    /** A plot of the same curves that shows the same of them, for a picture; its curves bear no names. */
    PlotArea copy() {
        PlotArea copy = new PlotArea(measured, counted);
        copy.curves.addAll(curves);
        copy.scale.set(scale.get());
        copy.unit.set(unit.get());
        copy.iterationsPerEpoch.set(iterationsPerEpoch.get());
        copy.expectedEnd.set(expectedEnd.get());
        copy.zoom.set(zoom.get());
        copy.names.setVisible(false);
        return copy;
    }

    /** Whether the curves carry their names, so that no legend is needed. */
    ReadOnlyBooleanProperty named() {
        return named.getReadOnlyProperty();
    }

    View view() {
        return view;
    }

    /** How far the plot's left edge lies from that of the whole; the marks stand between them. */
    double left() {
        return left;
    }

    /** Remembers how high the pointer is, for the card. */
    void setPointerY(double y) {
        pointerY = y;
    }

    /** What is visible from the next pulse on; several gestures may come before that. */
    Range visible() {
        Range chosen = zoom.get();
        return chosen == null ? all() : chosen;
    }

    /** The x at {@code px} pixels right of the plot's left edge. */
    double xAt(double px) {
        return visible().low() + px / view.width() * visible().span();
    }

    /** All of x: to the last point; while more is expected, a little further, in steps, so that the axis does not move all the time. */
    Range all() {
        double last = 0;
        for (Curve curve : curves) {
            last = Math.max(last, curve.series().lastX());
        }
        return new Range(0, Math.max(1, end(last, expectedEnd.get())));
    }

    /** The expected end halved for as long as the curve has room to grow in what remains. */
    static double end(double last, double expected) {
        double end = expected;
        while (end / 2 >= Math.max(SHORTEST, last * ROOM)) {
            end /= 2;
        }
        return Math.max(end, last);
    }

    /** Says that something to draw is another one; drawn once in the next pulse. */
    void changed() {
        requestLayout();
    }

    /** Draws now, at {@code factor} image pixels for each logical one, whatever the screen. */
    void drawAt(double factor) {
        pictureScale = factor;
        layoutChildren();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        double plotHeight =
                height - AxisCanvas.gutter().getTop() - AxisCanvas.gutter().getBottom();
        if (width - AxisCanvas.gutter().getLeft() - AxisCanvas.gutter().getRight() < 8 || plotHeight < 8) {
            return;
        }
        Range x = visible();
        Range y = AutoRange.of(curves, measured.kind(), x, scale.get(), AxisCanvas.marks(plotHeight));
        left = AxisCanvas.left(y, scale.get(), measured, plotHeight);
        double plotWidth = Math.max(8, width - left - AxisCanvas.gutter().getRight());
        view = new View(x, y, scale.get(), plotWidth, plotHeight);
        axes.fit(width, height, pictureScale > 0 ? pictureScale : 1);
        axes.show(new AxisCanvas.State(
                view,
                left,
                measured,
                unit.get(),
                Math.max(1, iterationsPerEpoch.get()),
                pictureScale == 0 ? unit.get().label() : "", // a picture has room for a name below the marks
                Themes.tokens(),
                Themes.textSize().get()));
        drawCurves();
        names.setLayoutX(left);
        names.setLayoutY(AxisCanvas.gutter().getTop());
        named.set(names.show(curves, view, Themes.tokens()));
        showEmpty(plotWidth, plotHeight);
        showHover();
    }

    private void showEmpty(double plotWidth, double plotHeight) {
        empty.setVisible(curves.stream().allMatch(c -> c.series().isEmpty()));
        empty.setText(tr("No values yet"));
        empty.autosize();
        empty.relocate(
                left + Math.round((plotWidth - empty.getWidth()) / 2),
                AxisCanvas.gutter().getTop() + Math.round((plotHeight - empty.getHeight()) / 2));
    }

    private void drawCurves() {
        double factor = pictureScale > 0 ? pictureScale : outputScale.getValue().doubleValue();
        int pad = (int) Math.ceil(PAD * factor);
        View pixels = view.scaled(factor);
        int width = (int) Math.ceil(pixels.width()) + 2 * pad;
        int height = (int) Math.ceil(pixels.height()) + 2 * pad;
        PlotImage target = image;
        if (target == null || target.width() != width || target.height() != height) {
            target = new PlotImage(width, height);
            image = target;
            plot.setImage(target.image());
        }
        target.clear();
        CurvePainter painter = new CurvePainter(target, pixels, pad);
        Tokens tokens = Themes.tokens();
        curves.stream().filter(c -> c.kind().ofAnotherRun()).forEach(c -> draw(painter, c, tokens, factor));
        curves.stream().filter(c -> !c.kind().ofAnotherRun()).forEach(c -> draw(painter, c, tokens, factor));
        target.show();
        plot.setFitWidth(width / factor);
        plot.setFitHeight(height / factor);
        plot.relocate(left - pad / factor, AxisCanvas.gutter().getTop() - pad / factor);
    }

    private void draw(CurvePainter painter, Curve curve, Tokens tokens, double factor) {
        int rgb = PlotImage.rgb(curve.colour().apply(tokens));
        double thickness = curve.kind().thickness() * factor;
        double dot = curve.kind().dot() * factor;
        switch (curve.kind()) {
            case TRAINING -> {
                boolean sparse = curve.series().size() * view.x().span() < view.width() * all().span();
                painter.band(curve.series(), rgb, sparse ? SPARSE_BAND : BAND);
                painter.line(curve, thickness, rgb, 1);
                if (curve.series().size() == 1) {
                    painter.dots(curve, 2.5 * factor, factor, rgb);
                }
            }
            case VALIDATION -> {
                painter.line(curve, thickness, rgb, 1);
                painter.dots(curve, dot, 1.6 * factor, rgb);
            }
            case OTHER_TRAINING -> painter.line(curve, thickness, rgb, 0.85);
            case OTHER_VALIDATION -> {
                painter.line(curve, thickness, rgb, 0.85, DASH * factor);
                painter.dots(curve, dot, 1.4 * factor, rgb);
            }
        }
    }

    private void showHover() {
        double x = hover.get();
        Series guide = guide();
        if (Double.isNaN(x) || guide == null || !view.x().contains(x)) {
            crosshair.setVisible(false);
            card.hide();
            return;
        }
        double at = guide.x(guide.nearest(x));
        double px = left + view.px(at);
        double top = AxisCanvas.gutter().getTop();
        crosshair.setStartX(Math.floor(px) + 0.5);
        crosshair.setEndX(Math.floor(px) + 0.5);
        crosshair.setStartY(top);
        crosshair.setEndY(top + view.height());
        crosshair.setStroke(Themes.tokens().faint());
        crosshair.setVisible(true);
        card.show(heading(at), rows(at), px, pointerY, getWidth(), getHeight());
    }

    private String heading(double at) {
        if (counted == XUnit.EPOCH) {
            return tr("Epoch %,d", Math.round(at));
        }
        double perEpoch = iterationsPerEpoch.get();
        String iteration = tr("Iteration %,d", Math.round(at));
        return perEpoch > 1 ? tr("%s · epoch %,d", iteration, (long) Math.ceil(at / perEpoch)) : iteration;
    }

    private List<HoverCard.Row> rows(double at) {
        List<HoverCard.Row> rows = new ArrayList<>();
        List<Curve> ownFirst = curves.stream()
                .sorted(Comparator.comparing(c -> c.kind().ofAnotherRun()))
                .toList();
        for (Curve curve : ownFirst) {
            int index = curve.series().nearest(at);
            if (index < 0) {
                continue;
            }
            // A run that ended earlier, or a validation that has not come yet, has no value here.
            boolean beyond = at > curve.series().lastX() + 1.5 * iterationsPerEpoch.get();
            if (!beyond) {
                rows.add(HoverCard.row(curve, curve.value(index), measured, Themes.tokens()));
            }
        }
        return rows;
    }

    /** The longest curve; the crosshair stops at its points. */
    private @Nullable Series guide() {
        Series longest = null;
        for (Curve curve : curves) {
            if (longest == null || curve.series().size() > longest.size()) {
                longest = curve.series();
            }
        }
        return longest == null || longest.isEmpty() ? null : longest;
    }
}
