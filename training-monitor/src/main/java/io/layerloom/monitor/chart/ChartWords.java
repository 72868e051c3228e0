package io.layerloom.monitor.chart;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.List;

/** What a screen reader says of a chart: of each curve its last and its best value, and where it is going. */
final class ChartWords {

    /** How much of its span a curve must have changed in its last quarter to rise or fall. */
    private static final double TREND = 0.02;

    private ChartWords() {}

    static String of(String title, List<Curve> curves, Measured measured) {
        List<String> parts = new ArrayList<>();
        for (Curve curve : curves) {
            if (!curve.series().isEmpty()) {
                parts.add(words(curve, measured));
            }
        }
        return title + ": " + (parts.isEmpty() ? tr("no values yet") : String.join(tr("; "), parts));
    }

    private static String words(Curve curve, Measured measured) {
        int last = curve.series().size() - 1;
        float[] extremes = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        curve.extremes(0, last + 1, extremes);
        double end = curve.value(last);
        String best = measured.format(extremes[measured == Measured.LOSS ? 0 : 1]);
        double change = end - curve.value(last - last / 4);
        double least = TREND * (extremes[1] - extremes[0]);
        String trend = Math.abs(change) <= least ? tr("steady") : change > 0 ? tr("rising") : tr("falling");
        return tr("%s %s, best %s, %s", curve.label(), measured.format(end), best, trend);
    }
}
