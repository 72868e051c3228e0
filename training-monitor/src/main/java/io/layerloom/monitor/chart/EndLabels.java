package io.layerloom.monitor.chart;

import io.layerloom.themes.Fonts;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.text.Text;

/** Names at the right ends of the curves, where there is room for them; they replace a legend. */
final class EndLabels extends Group {
    private static final double GAP = 8;
    private static final double LINE = 14;
    private static final double EDGE = 6;

    private record Place(Text text, double x, double y) {}

    EndLabels() {
        setMouseTransparent(true);
        setManaged(false);
    }

    /** Places a name beside each curve of this run; false, and no name at all, when one of them does not fit or would lie on another run's curve. */
    boolean show(List<Curve> curves, View view, Tokens tokens) {
        List<Place> places = new ArrayList<>();
        boolean fits = curves.stream().noneMatch(c -> c.kind().ofAnotherRun());
        for (Curve curve : curves) {
            Series series = curve.series();
            if (curve.kind().ofAnotherRun() || series.isEmpty()) {
                continue;
            }
            Text text = new Text(curve.label());
            text.setFont(Fonts.ui(Measure.text(10.5), Fonts.Weight.MEDIUM));
            text.setFill(curve.colour().apply(tokens));
            text.setTextOrigin(VPos.CENTER);
            double x = view.px(series.lastX()) + GAP;
            double y = view.py(curve.value(series.size() - 1));
            fits &= x > GAP && x + text.getLayoutBounds().getWidth() <= view.width();
            places.add(new Place(text, x, Double.isNaN(y) ? view.height() : y));
        }
        getChildren().clear();
        if (fits) {
            spread(places, view.height());
        }
        return fits;
    }

    /** Moves names apart that would lie on each other, and back into the plot. */
    private void spread(List<Place> places, double height) {
        places.sort(Comparator.comparingDouble(Place::y));
        double x = places.stream().mapToDouble(Place::x).max().orElse(0);
        double[] ys = places.stream().mapToDouble(Place::y).toArray();
        for (int i = 1; i < ys.length; i++) {
            double overlap = Measure.text(LINE) - (ys[i] - ys[i - 1]);
            if (overlap > 0) {
                ys[i - 1] -= overlap / 2;
                ys[i] += overlap / 2;
            }
        }
        double floor = height - EDGE;
        for (int i = ys.length - 1; i >= 0; i--) {
            ys[i] = Math.min(ys[i], floor);
            floor = ys[i] - Measure.text(LINE);
        }
        double ceiling = EDGE;
        for (int i = 0; i < ys.length; i++) {
            ys[i] = Math.max(ys[i], ceiling);
            ceiling = ys[i] + Measure.text(LINE);
            Text text = places.get(i).text();
            text.relocate(x, ys[i] - text.getLayoutBounds().getHeight() / 2);
            getChildren().add(text);
        }
    }
}
