package io.layerloom.engine;

import io.layerloom.graph.Component;
import io.layerloom.graph.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Small data sets with something to learn in them. */
final class TestData {

    private TestData() {}

    /** Three clouds of points in four dimensions, as a CSV file. */
    static Component clouds(Path folder, int rows) throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("a,b,c,d,cloud\n");
        for (int i = 0; i < rows; i++) {
            int cloud = i % 3;
            for (int c = 0; c < 4; c++) {
                text.append(random.nextGaussian() + (c == cloud ? 2 : 0)).append(',');
            }
            text.append("xyz".charAt(cloud)).append('\n');
        }
        return csv(folder.resolve("clouds.csv"), text);
    }

    /** A plane with a little noise, as a CSV file. */
    static Component plane(Path folder, int rows) throws IOException {
        Random random = new Random(6);
        StringBuilder text = new StringBuilder("a,b,height\n");
        for (int i = 0; i < rows; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            text.append(a + "," + b + "," + (2 * a - b + 0.01 * random.nextGaussian()) + "\n");
        }
        return csv(folder.resolve("plane.csv"), text);
    }

    private static Component csv(Path file, CharSequence text) throws IOException {
        Files.writeString(file, text);
        return new Component("csv", Values.EMPTY.with(DataSettings.FILE, file.toString()));
    }

    static EngineContext context() {
        return new EngineContext(TestCatalog.CATALOG, (dataset, file) -> {
            throw new IllegalArgumentException("No samples here. Received: " + dataset);
        });
    }
}
