package io.layerloom.monitor.chart;

import com.sun.management.OperatingSystemMXBean;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Random;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Measures what an update costs when a chart already holds many points: processor time of the whole program, and of drawing alone. */
public final class ChartBench {
    private static final int UPDATES = 150;
    private static final int SERIES = 3;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ChartBench() {}

    /** Prints one line for each number of points. */
    public static void main(String... arguments) {
        Application.launch(Window.class, arguments);
    }

    /** The window; not the main class, so that it starts from a plain class path. */
    public static final class Window extends Application {
        private final int[] sizes = {1_000, 10_000, 100_000, 1_000_000};
        private final OperatingSystemMXBean machine =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final Random random = new Random(1);
        private final Series[] series = new Series[SERIES];
        private SeriesChart chart = new SeriesChart("Loss", Measured.LOSS);
        private Stage window = new Stage();

        @Override
        public void start(Stage stage) {
            window = stage;
            measure(0);
        }

        private void measure(int which) {
            if (which == sizes.length) {
                Platform.exit();
                return;
            }
            chart = new SeriesChart("Loss", Measured.LOSS);
            for (int s = 0; s < SERIES; s++) {
                series[s] = new Series();
                chart.curves().add(Curve.training(series[s]));
                for (int i = 0; i < sizes[which]; i++) {
                    append(s);
                }
            }
            Scene scene = new Scene(chart, 1200, 600);
            Themes.apply(scene, Theme.LIGHT);
            window.setScene(scene);
            window.show();
            new AnimationTimer() {
                private int updates = -40;
                private long cpu;
                private long wall;
                private long last;
                private long drawing;

                @Override
                public void handle(long now) {
                    if (now - last < 33_000_000) {
                        return;
                    }
                    last = now;
                    if (updates == 0) {
                        cpu = machine.getProcessCpuTime();
                        wall = System.nanoTime();
                        drawing = 0;
                    }
                    if (updates == UPDATES) {
                        stop();
                        System.out.printf(
                                "%,9d points x %d: %.1f ms CPU per update, %.2f ms of it drawing, %.0f updates/s%n",
                                sizes[which],
                                SERIES,
                                (machine.getProcessCpuTime() - cpu) / 1e6 / UPDATES,
                                drawing / 1e6 / UPDATES,
                                UPDATES * 1e9 / (System.nanoTime() - wall));
                        measure(which + 1);
                        return;
                    }
                    for (int s = 0; s < SERIES; s++) {
                        for (int i = 0; i < 10; i++) {
                            append(s);
                        }
                    }
                    long begin = THREADS.getCurrentThreadCpuTime();
                    chart.changed();
                    chart.layout();
                    drawing += THREADS.getCurrentThreadCpuTime() - begin;
                    updates++;
                }
            }.start();
        }

        private void append(int s) {
            int i = series[s].size() + 1;
            series[s].append(i, (0.2 + s * 0.3 + Math.exp(-i / 5000.0)) * Math.exp(0.3 * random.nextGaussian()));
        }
    }
}
