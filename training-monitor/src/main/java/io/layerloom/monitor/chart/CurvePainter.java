package io.layerloom.monitor.chart;

/** Draws curves into a {@link PlotImage}: a fixed cost for each column of pixels, whatever the number of points. */
final class CurvePainter {
    private final PlotImage image;
    private final View view;
    private final int pad;
    private final float[] extremes = new float[2];

    /** Draws {@code view}, whose origin lies {@code pad} pixels right of and below the image's. */
    CurvePainter(PlotImage image, View view, int pad) {
        this.image = image;
        this.view = view;
        this.pad = pad;
    }

    /** Fills between the least and the greatest value in every column. */
    void band(Series series, int rgb, double alpha) {
        int first = firstColumn(series);
        int columns = lastColumn(series) - first + 1;
        if (columns <= 0) {
            return;
        }
        double[] tops = new double[columns];
        double[] bottoms = new double[columns];
        int from = series.indexAt(view.xAt(first));
        double left = rawAt(series, from, view.xAt(first));
        for (int i = 0; i < columns; i++) {
            double end = view.xAt(first + i + 1.0);
            int to = series.indexAt(end);
            series.extremes(from, to, extremes);
            double right = rawAt(series, to, end);
            double top = view.py(greatest(extremes[1], left, right));
            double bottom = view.py(least(extremes[0], left, right));
            bound(tops, bottoms, i, top, Double.isNaN(bottom) ? view.height() : bottom);
            from = to;
            left = right;
        }
        image.band(first + pad, tops, bottoms, columns, rgb, alpha);
    }

    /** At least a pixel high, and nothing outside the plot except a line that lies on its edge. */
    private void bound(double[] tops, double[] bottoms, int i, double top, double bottom) {
        double missing = Math.max(0, 1 - (bottom - top)) / 2;
        tops[i] = Math.max(-1, top - missing) + pad;
        bottoms[i] = Math.min(view.height() + 1, bottom + missing) + pad;
    }

    /** Draws the line of a curve. */
    void line(Curve curve, double thickness, int rgb, double alpha) {
        line(curve, thickness, rgb, alpha, Double.POSITIVE_INFINITY);
    }

    /** Draws the line of a curve in strokes of this length with gaps of two thirds of it. */
    void line(Curve curve, double thickness, int rgb, double alpha, double stroke) {
        double along = 0;
        Series series = curve.series();
        int first = firstColumn(series);
        int last = lastColumn(series);
        int index = series.indexAt(view.xAt(first));
        double left = pyAt(curve, index, view.xAt(first));
        for (int column = first; column <= last; column++) {
            double end = view.xAt(column + 1);
            index = series.indexAt(end);
            double right = pyAt(curve, index, end);
            double from = Double.isNaN(left) ? right : left;
            double to = Double.isNaN(right) ? left : right;
            double middle = (from + to) / 2;
            along += Math.hypot(1, Double.isNaN(to - from) ? 0 : to - from);
            boolean drawn = Double.isInfinite(stroke) || along % (stroke * 5 / 3) < stroke;
            if (drawn && middle > -thickness && middle < view.height() + thickness) {
                image.line(column + pad, middle + pad, to - from, thickness, rgb, alpha);
            }
            left = right;
        }
    }

    /** Draws a dot on every point of a curve: smaller where they are close, none where they would touch. */
    void dots(Curve curve, double greatestRadius, double leastRadius, int rgb) {
        Series series = curve.series();
        int from = series.indexAt(view.x().low());
        int to = Math.min(series.size(), series.indexAt(Math.nextUp(view.x().high())));
        double distance = to - from < 2
                ? Double.POSITIVE_INFINITY
                : (view.px(series.x(to - 1)) - view.px(series.x(from))) / (to - from - 1);
        double radius = Math.min(greatestRadius, distance / 4);
        if (radius < leastRadius) {
            return;
        }
        for (int i = from; i < to; i++) {
            double y = view.py(curve.value(i));
            if (y >= -1 && y <= view.height() + 1) {
                image.dot(view.px(series.x(i)) + pad, y + pad, radius, rgb, 1);
            }
        }
    }

    private int firstColumn(Series series) {
        return series.isEmpty() ? 0 : (int) Math.max(0, Math.floor(view.px(series.x(0))));
    }

    private int lastColumn(Series series) {
        double end = series.isEmpty() ? -1 : Math.ceil(view.px(series.lastX())) - 1;
        return (int) Math.min(view.width() - 1, end);
    }

    /** The value at {@code x} on the straight line between two points; NaN outside. {@code index} is the first point at or right of it. */
    private static double rawAt(Series series, int index, double x) {
        if (index >= series.size()) {
            return Double.NaN;
        }
        if (series.x(index) == x) {
            return series.y(index);
        }
        if (index == 0) {
            return Double.NaN;
        }
        double part = (x - series.x(index - 1)) / (series.x(index) - series.x(index - 1));
        return series.y(index - 1) + part * (series.y(index) - series.y(index - 1));
    }

    /** As {@link #rawAt}, for the line of a curve, in pixels, so that lines are straight on a logarithmic axis too. */
    private double pyAt(Curve curve, int index, double x) {
        Series series = curve.series();
        if (index >= series.size()) {
            return Double.NaN;
        }
        double right = view.py(curve.value(index));
        if (series.x(index) == x) {
            return right;
        }
        if (index == 0) {
            return Double.NaN;
        }
        double part = (x - series.x(index - 1)) / (series.x(index) - series.x(index - 1));
        double left = view.py(curve.value(index - 1));
        return left + part * (right - left);
    }

    private static double greatest(double a, double b, double c) {
        return Math.max(a, Math.max(Double.isNaN(b) ? a : b, Double.isNaN(c) ? a : c));
    }

    private static double least(double a, double b, double c) {
        return Math.min(a, Math.min(Double.isNaN(b) ? a : b, Double.isNaN(c) ? a : c));
    }
}
