package io.layerloom.engine;

import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.Kind;
import io.layerloom.graph.Param;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Where the data of a project lie, and the run that it starts from: in its file relative to that file if they lie beside or below it, so that both can be moved together; in memory always the whole path. */
public final class DataPaths {

    private DataPaths() {}

    /** A document as it is worked with. */
    public static Document whole(Document document, Path projectFile) {
        Path base = folderOf(projectFile);
        return moved(
                document, path -> path.isAbsolute() ? path : base.resolve(path).normalize());
    }

    /** A document as it is written into a project file. */
    public static Document relative(Document document, Path projectFile) {
        Path base = folderOf(projectFile);
        return moved(document, path -> path.startsWith(base) && !path.equals(base) ? base.relativize(path) : path);
    }

    private static Path folderOf(Path projectFile) {
        return projectFile.toAbsolutePath().normalize().resolveSibling("");
    }

    private static Document moved(Document document, UnaryOperator<Path> change) {
        TrainingPlan plan = document.plan();
        TrainingPlan other = plan.data()
                .map(data -> plan.withData(moved(data, change)))
                .orElse(plan)
                .withStart(plan.start()
                        .map(start -> start.startsWith(TrainingPlan.SAMPLE) ? start : moved(start, change)));
        return other.equals(plan) ? document : document.with(other);
    }

    private static Component moved(Component data, UnaryOperator<Path> change) {
        Map<String, Object> values = new LinkedHashMap<>(data.values().plain());
        for (Param<?> param :
                DataSources.find(data.type()).map(DataSourceType::params).orElse(List.of())) {
            boolean path = param.kind() instanceof Kind.Text text && text.use() != Kind.Text.Use.PLAIN;
            if (path && values.get(param.key()) instanceof String held && !held.isBlank()) {
                values.put(param.key(), moved(held, change));
            }
        }
        return data.with(new Values(values));
    }

    /** With slashes where it is relative, so that it is understood on every system. */
    private static String moved(String held, UnaryOperator<Path> change) {
        try {
            Path path = change.apply(Path.of(held));
            return path.isAbsolute()
                    ? path.toString()
                    : path.toString().replace(path.getFileSystem().getSeparator(), "/");
        } catch (InvalidPathException e) {
            // Said where the data are opened.
            return held;
        }
    }
}
