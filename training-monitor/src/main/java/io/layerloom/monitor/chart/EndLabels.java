package io.layerloom.monitor.chart;

import io.layerloom.themes.Fonts;
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

    private record Place(Text text, double x, double y) {}

    EndLabels() {
        setMouseTransparent(true);
        setManaged(false);
    }

    /** Places a name beside each curve of this run; false, and no name at all, when one of them does not fit. */
    boolean show(List<Curve> curves, View view, Tokens tokens) {
        List<Place> places = new ArrayList<>();
        boolean fits = true;
        for (Curve curve : curves) {
            Series series = curve.series();
            if (curve.kind().ofAnotherRun() || series.isEmpty()) {
                continue;
            }
            Text text = new Text(curve.label());
            text.setFont(Fonts.ui(10.5, Fonts.Weight.MEDIUM));
            text.setFill(curve.colour().apply(tokens));
            text.setTextOrigin(VPos.CENTER);
            double x = view.px(series.lastX()) + GAP;
            double y = view.py(curve.value(series.size() - 1));
            fits &= x > GAP && x + text.getLayoutBounds().getWidth() <= view.width();
            places.add(new Place(text, x, Math.max(6, Math.min(view.height() - 6, Double.isNaN(y) ? view.height() : y))));
        }
        getChildren().clear();
        if (fits) {
            spread(places, view.height());
        }
        return fits;
    }

    private void spread(List<Place> places, double height) {
        places.sort(Comparator.comparingDouble(Place::y));
        double x = places.stream().mapToDouble(Place::x).max().orElse(0);
        double next = Double.NEGATIVE_INFINITY;
        double overlap = 0;
        for (int i = 1; i < places.size(); i++) {
            overlap += Math.max(0, LINE - (places.get(i).y() - places.get(i - 1).y()));
        }
        for (Place place : places) {
            double y = Math.max(next, place.y() - overlap / 2);
            y = Math.min(height - 6, Math.max(6, y));
            place.text().relocate(x, y - place.text().getLayoutBounds().getHeight() / 2);
            getChildren().add(place.text());
            next = y + LINE;
        }
    }
}
