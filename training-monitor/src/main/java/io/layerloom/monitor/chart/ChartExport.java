package io.layerloom.monitor.chart;

import static io.layerloom.graph.language.Language.tr;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Writes a chart as a picture or as a table. */
final class ChartExport {
    private ChartExport() {}

    static void png(String title, PlotArea plot, Path file) throws IOException {
        WritableImage image = ChartPicture.of(title, plot);
        // A stream of its own, because ImageIO says nothing of why a file cannot be written.
        try (OutputStream out = Files.newOutputStream(file)) {
            if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", out)) {
                throw new IOException(tr("this Java cannot write PNG files"));
            }
        }
    }

    /** One line for each iteration or epoch that has a value in any curve, in the unit of the chart; empty cells where a curve has none. */
    static void csv(List<Curve> curves, Measured measured, XUnit counted, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            List<String> head = new ArrayList<>(List.of(counted == XUnit.EPOCH ? "epoch" : "iteration"));
            for (Curve curve : curves) {
                head.add(cell(measured.headed(curve.label())));
                if (curve.kind().smoothed()) {
                    head.add(cell(measured.headed(curve.label() + " smoothed")));
                }
            }
            out.write(String.join(",", head) + "\n");
            int[] next = new int[curves.size()];
            for (double x : allX(curves)) {
                out.write(line(curves, measured, next, x) + "\n");
            }
        }
    }

    private static SortedSet<Double> allX(List<Curve> curves) {
        SortedSet<Double> all = new TreeSet<>();
        for (Curve curve : curves) {
            for (int i = 0; i < curve.series().size(); i++) {
                all.add(curve.series().x(i));
            }
        }
        return all;
    }

    private static String line(List<Curve> curves, Measured measured, int[] next, double x) {
        StringBuilder line = new StringBuilder(x == Math.rint(x) ? Long.toString((long) x) : Double.toString(x));
        for (int c = 0; c < next.length; c++) {
            Curve curve = curves.get(c);
            Series series = curve.series();
            boolean here = next[c] < series.size() && series.x(next[c]) == x;
            line.append(',').append(here ? measured.plain(series.y(next[c])) : "");
            if (curve.kind().smoothed()) {
                line.append(',').append(here ? measured.plain(series.smoothed(next[c])) : "");
            }
            while (next[c] < series.size() && series.x(next[c]) <= x) {
                next[c]++;
            }
        }
        return line.toString();
    }

    private static String cell(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
