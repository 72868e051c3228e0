package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Component;
import io.layerloom.graph.Description;
import io.layerloom.graph.Expr;
import io.layerloom.graph.LayerExample;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Lowered;
import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import io.layerloom.graph.ScheduleType;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every entry of the catalog must keep on paper, before the engine sees it. */
class CatalogContractTest {

    /** A layer, an optimizer or a schedule, as far as they are alike. */
    record Entry(String id, String name, String help, List<Param<?>> params) {
        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<LayerType> layers() {
        return NodeLibrary.CATALOG.layers().stream();
    }

    static Stream<OptimizerType> optimizers() {
        return NodeLibrary.CATALOG.optimizers().stream();
    }

    static Stream<ScheduleType> schedules() {
        return NodeLibrary.CATALOG.schedules().stream();
    }

    static Stream<Entry> entries() {
        return Stream.of(
                        layers().map(type -> new Entry(type.id(), type.name(), type.help(), type.params())),
                        optimizers().map(type -> new Entry(type.id(), type.name(), type.help(), type.params())),
                        schedules().map(type -> new Entry(type.id(), type.name(), type.help(), type.params())))
                .flatMap(entry -> entry);
    }

    /** More may come; none that stands in somebody's file may go or be called otherwise. */
    @Test
    void theIdsOfProjectFilesStay() {
        assertThat(layers().map(LayerType::id))
                .doesNotHaveDuplicates()
                .contains(
                        "input",
                        "output",
                        "loss_output",
                        "dense",
                        "flatten",
                        "activation",
                        "conv2d",
                        "depthwise_conv2d",
                        "separable_conv2d",
                        "conv_transpose2d",
                        "upsampling2d",
                        "zero_padding2d",
                        "cropping2d",
                        "space_to_depth",
                        "lrn",
                        "group_norm",
                        "instance_norm",
                        "squeeze_excitation",
                        "conv1d",
                        "conv3d",
                        "max_pool1d",
                        "avg_pool1d",
                        "max_pool3d",
                        "avg_pool3d",
                        "upsampling1d",
                        "upsampling3d",
                        "zero_padding1d",
                        "cropping1d",
                        "depth_to_space",
                        "dot_product",
                        "l2_distance",
                        "absolute_difference",
                        "max_pool2d",
                        "avg_pool2d",
                        "global_pool",
                        "embedding",
                        "lstm",
                        "simple_rnn",
                        "gru",
                        "bidirectional",
                        "step_dense",
                        "positional_encoding",
                        "self_attention",
                        "cross_attention",
                        "additive_attention",
                        "transformer_encoder",
                        "transformer_decoder",
                        "layer_norm",
                        "last_step",
                        "add",
                        "concatenate",
                        "dropout",
                        "batch_norm",
                        "reshape",
                        "prelu",
                        "scale",
                        "shift",
                        "reverse_time",
                        "repeat",
                        "subtract",
                        "multiply",
                        "average",
                        "maximum",
                        "subset",
                        "spatial_dropout",
                        "alpha_dropout",
                        "gaussian_dropout",
                        "gaussian_noise",
                        "rrelu",
                        "l2_normalize");
        assertThat(optimizers().map(OptimizerType::id))
                .containsExactlyInAnyOrder(
                        "adam", "adamw", "sgd", "nesterov", "rmsprop", "adagrad", "adadelta", "amsgrad");
        assertThat(schedules().map(ScheduleType::id))
                .containsExactlyInAnyOrder(
                        "constant", "step", "exponential", "cosine", "one_cycle", "plateau", "inverse_time", "sigmoid");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everythingIsExplained(Entry entry) {
        assertThat(entry.id()).matches("[a-z][a-z0-9_]*");
        assertThat(entry.name()).isNotBlank();
        assertThat(entry.help()).endsWith(".").doesNotContain("!").hasSizeGreaterThan(20);
        for (Param<?> param : entry.params()) {
            assertThat(param.key()).matches("[a-z][A-Za-z0-9]*");
            assertThat(param.label()).isNotBlank().isNotEqualTo(param.key());
            assertThat(param.help())
                    .as(param.key())
                    .endsWith(".")
                    .doesNotContain("!")
                    .hasSizeGreaterThan(12);
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void keysAreUniqueAndEveryParameterCanShow(Entry entry) {
        Set<String> keys = entry.params().stream().map(Param::key).collect(Collectors.toSet());
        assertThat(keys).hasSameSizeAs(entry.params());
        for (Param<?> param : entry.params()) {
            assertThat(Sweep.showing(entry.params(), param).shows(param)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void valuesSurviveAProjectFile(LayerType type) throws ProjectFileException {
        for (Param<?> param : type.params()) {
            for (Values values : Sweep.variants(type.params(), param).toList()) {
                Sketch sketch = Sketch.empty().layer("layer", type.id(), values);
                assertThat(ProjectFile.read(ProjectFile.toJson(sketch.document())))
                        .isEqualTo(sketch.document());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void theNodeSaysWhatMatters(LayerType type) {
        assertThat(type.summary().apply(type.initialValues())).isNotBlank().hasSizeLessThan(24);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void itIsSaidWhatALayerComputes(LayerType type) {
        Description description = type.description();
        assertThat(description.formula()).isNotBlank();
        assertThat(description.formula().lines())
                .allSatisfy(line ->
                        assertThat(line).isEqualTo(line.strip()).isNotBlank().hasSizeLessThan(72));
        assertThat(LayerExample.of(type)).isPresent();
        assertThat(description.symbols()).matches("|[^!]+\\.");
    }

    /** Settings of which what comes in leaves just one value. */
    private static final Map<String, Param<?>> DECIDED =
            Map.of("regions_output", YoloOutput.CLASSES, "ssd_output", YoloOutput.CLASSES);

    @ParameterizedTest
    @MethodSource("io.layerloom.nodes.LayerCase#all")
    void noParameterIsDeadAndNoHiddenOneActs(LayerCase layer) {
        for (Param<?> param : layer.type().params()) {
            // What enters where is no matter of the configuration.
            List<List<Object>> networks = Sweep.variants(layer.type().params(), param)
                    .flatMap(values -> Sweep.mended(layer, values, param).stream())
                    .map(values -> layer.network(values).lower())
                    .map(network -> List.<Object>of(network.configuration(), network.inputs()))
                    .distinct()
                    .toList();
            if (param.equals(DECIDED.get(layer.type().id()))) {
                assertThat(networks).as("decided " + param.key()).hasSize(1);
                assertThat(lowered(layer, param)).as(param.key()).hasSizeGreaterThan(1);
            } else {
                assertThat(networks).as(param.key()).hasSizeGreaterThan(1);
            }
            if (!layer.type().initialValues().shows(param)) {
                assertThat(hidden(layer, param)).as("hidden " + param.key()).hasSize(1);
            }
        }
    }

    /** What the engine would get of a layer with other values of a parameter, whether they fit what comes in or not. */
    private static <T> List<Lowered> lowered(LayerCase layer, Param<T> param) {
        return Sweep.variants(layer.type().params(), param)
                .map(values -> layer.type().lowered().apply(values, layer.in()))
                .distinct()
                .toList();
    }

    /** The networks that arise when a parameter changes while it does not show. */
    private static <T> List<Expr> hidden(LayerCase layer, Param<T> param) {
        return Sweep.values(param)
                .map(value -> layer.type().initialValues().with(param, value))
                .map(values -> layer.network(values).lower().configuration())
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimizerAndItsSettingsReachTheEngine(OptimizerType type) {
        for (Param<?> param : type.params()) {
            assertThat(Sweep.variants(type.params(), param)
                            .map(values -> json(type, values))
                            .distinct())
                    .as(param.key())
                    .hasSizeGreaterThan(1);
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void everyScheduleAndItsSettingsReachTheEngine(ScheduleType type) {
        for (OptimizerType optimizer : optimizers().toList()) {
            assertThat(json(plan(optimizer, Values.EMPTY).withSchedule(new Component(type.id(), Values.EMPTY))))
                    .isNotEmpty();
        }
        for (Param<?> param : type.params()) {
            assertThat(Sweep.variants(type.params(), param)
                            .map(values -> {
                                TrainingPlan plan = TrainingPlan.INITIAL.withSchedule(new Component(type.id(), values));
                                return json(plan) + type.plateau().apply(values, 0.1);
                            })
                            .distinct())
                    .as(param.key())
                    .hasSizeGreaterThan(1);
        }
    }

    private static String json(OptimizerType type, Values values) {
        return json(plan(type, values));
    }

    private static TrainingPlan plan(OptimizerType type, Values values) {
        return TrainingPlan.INITIAL.withOptimizer(new Component(type.id(), values));
    }

    private static String json(TrainingPlan plan) {
        return Engine.configuration(SampleNetworks.MNIST_MLP.plan(plan).lower()).toJson();
    }
}
