package io.layerloom.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.Evaluator;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.FirstWeights;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Kind;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Network;
import io.layerloom.graph.Param;
import io.layerloom.graph.Rows;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import io.layerloom.graph.WeightArray;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed is what is trained: every layer with every option, every optimizer and every schedule, compiled and compared. */
@Tag("slow")
class CatalogPrintTest {

    private static final List<Shape> SHAPES = List.of(
            new Shape.Image(16, 16, 4),
            new Shape.Image(16, 16, 24),
            new Shape.Image(16, 16, 15),
            new Shape.Image(16, 16, 32),
            new Shape.Vector(12),
            new Shape.Sequence(6, 8),
            new Shape.Tokens(6, 50),
            new Shape.Volume(6, 8, 8, 2));

    /** For layers that take several kinds at once. */
    private static final List<List<Shape>> JOINT = List.of(
            List.of(new Shape.Image(8, 8, 4), new Shape.Sequence(6, 5)),
            List.of(new Shape.Image(8, 8, 15), new Shape.Sequence(6, 5), new Shape.Sequence(6, 8)));

    @TempDir
    Path folder;

    @Test
    void everyPrintedConfigurationCompilesToTheSameJson() throws IOException, ReflectiveOperationException {
        Map<String, Network> networks = networks();
        Path sources = Files.createDirectories(folder.resolve("sources"));
        for (Map.Entry<String, Network> entry : networks.entrySet()) {
            Path home = Files.createDirectories(sources.resolve(entry.getKey()));
            Files.writeString(
                    home.resolve("Model.java"),
                    ModelSource.of(entry.getKey(), "A network.", entry.getValue(), 1, KitSources.PACKAGE));
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        assertThat(SourceCompiler.compile(sources, classes, classPath)).isEmpty();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            for (Map.Entry<String, Network> entry : networks.entrySet()) {
                Object printed = loader.loadClass(entry.getKey() + ".Model")
                        .getMethod("configuration")
                        .invoke(null);
                Object trained = Evaluator.evaluate(entry.getValue().configuration());
                assertThat(((ComputationGraphConfiguration) printed).toJson())
                        .as(entry.getKey())
                        .isEqualTo(((ComputationGraphConfiguration) trained).toJson());
            }
        }
    }

    private static Map<String, Network> networks() {
        Map<String, Network> networks = new LinkedHashMap<>();
        for (LayerType type : Drawing.CATALOG.layers()) {
            if (!type.isInput()) {
                List<Values> variants = variants(type);
                for (int i = 0; i < variants.size(); i++) {
                    String name = JavaNames.packageOf(type.id()) + "v" + i;
                    network(type, variants.get(i)).ifPresent(network -> networks.put(name, network));
                }
                assertThat(networks.keySet()).contains(JavaNames.packageOf(type.id()) + "v0");
            }
        }
        networks.putAll(plans());
        assertThat(networks).hasSizeGreaterThan(100);
        return networks;
    }

    /** The initial settings, and for each option of each setting the initial ones with this one changed. */
    private static List<Values> variants(LayerType type) {
        List<Values> all = new ArrayList<>(List.of(type.initialValues()));
        for (Param<?> param : type.params()) {
            others(param).forEach(values -> all.add(merged(type.initialValues(), values)));
        }
        if (!type.arrays().isEmpty()) {
            all.add(typed(type));
        }
        return all;
    }

    /** With everything typed that it learns. */
    private static Values typed(LayerType type) {
        Values values = type.initialValues().with(FirstWeights.KIND, FirstWeights.TYPED);
        for (WeightArray array : type.arrays()) {
            values = values.with(array.typed(), Rows.of(new double[] {-0.125}));
        }
        return values;
    }

    private static <T> Stream<Values> others(Param<T> param) {
        return options(param.kind())
                .map(value -> Values.EMPTY.with(param, param.kind().read(value).orElseThrow()));
    }

    private static Stream<?> options(Kind<?> kind) {
        if (kind instanceof Kind.Choice<?> choice) {
            return choice.options().stream().map(option -> option.name().toLowerCase(java.util.Locale.ROOT));
        }
        if (kind instanceof Kind.Whole) {
            return Stream.of(2, 3);
        }
        if (kind instanceof Kind.Real) {
            return Stream.of(0.25, 1e-4);
        }
        if (kind instanceof Kind.Text) {
            // The only settings that are texts are anchors and aspect ratios.
            return Stream.of("0.75,0.5; 4,2; 2,4", "3");
        }
        if (kind instanceof Kind.Numbers) {
            return Stream.of(List.of(List.of(0.25)));
        }
        return kind instanceof Kind.Flag ? Stream.of(true, false) : Stream.of(List.of(2, 1));
    }

    private static Values merged(Values all, Values some) {
        Map<String, Object> plain = new LinkedHashMap<>(all.plain());
        plain.putAll(some.plain());
        return new Values(plain);
    }

    /** A whole network around a layer; empty if the settings cannot be used together. */
    private static Optional<Network> network(LayerType type, Values values) {
        int wires = Math.max(1, type.inputs().min());
        Stream<List<Shape>> alike = SHAPES.stream().map(shape -> Collections.nCopies(wires, shape));
        return Stream.concat(alike, JOINT.stream().filter(in -> in.size() == wires))
                .filter(in -> type.infer(values, in) instanceof Inferred.Ok)
                .findFirst()
                .map(in -> lowered(Drawing.of(in, type, values).completed(Optional.empty())));
    }

    private static Network lowered(Document document) {
        return Drawing.CATALOG.lower(document, Inference.of(document.graph(), Drawing.CATALOG));
    }

    private static Map<String, Network> plans() {
        Map<String, Network> networks = new LinkedHashMap<>();
        LayerType dense = Drawing.layer(type -> type.id().equals("dense"));
        Document document =
                Drawing.of(new Shape.Vector(12), dense, dense.initialValues()).completed(Optional.empty());
        Drawing.CATALOG
                .optimizers()
                .forEach(type -> networks.put(
                        "optimizer" + JavaNames.packageOf(type.id()),
                        lowered(document.with(document.plan()
                                .withOptimizer(new Component(type.id(), Values.initial(type.params())))))));
        Drawing.CATALOG
                .schedules()
                .forEach(type -> networks.put(
                        "schedule" + JavaNames.packageOf(type.id()),
                        lowered(document.with(document.plan()
                                .withSchedule(new Component(type.id(), Values.initial(type.params())))))));
        return networks;
    }
}
