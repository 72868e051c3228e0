package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.kit.FastGraph;
import io.layerloom.graph.FirstWeights;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Network;
import io.layerloom.graph.Param;
import io.layerloom.graph.Rows;
import io.layerloom.graph.Values;
import io.layerloom.graph.WeightArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Whatever a layer of the catalog learns can be typed, and is then what the network starts from, number by number. */
class TypedArraysTest {

    static Stream<LayerCase> learning() {
        return LayerCase.all()
                .filter(layer ->
                        layer.type().count().apply(settings(layer), layer.in()).weights() > 0);
    }

    /** Those of the positional encoding that learns, as nothing else does without being asked. */
    private static Values settings(LayerCase layer) {
        Values initial = layer.type().initialValues();
        return layer.type().id().equals(PositionalEncoding.TYPE.id())
                ? initial.with(PositionalEncoding.KIND, PositionalEncoding.Kind.LEARNED)
                : initial;
    }

    private static WeightArray.Sizes sizes(LayerCase layer, WeightArray array, Values values) {
        return array.sizes().apply(values, layer.in());
    }

    /** Different numbers for every array, all of which a float holds exactly. */
    private static Values typed(LayerCase layer) {
        Values values = settings(layer).with(FirstWeights.KIND, FirstWeights.TYPED);
        int number = 0;
        for (WeightArray array : present(layer)) {
            WeightArray.Sizes sizes = sizes(layer, array, values);
            List<List<Double>> rows = new ArrayList<>();
            for (int row = 0; row < sizes.length() / sizes.numbers(); row++) {
                List<Double> numbers = new ArrayList<>();
                for (int at = 0; at < sizes.numbers(); at++) {
                    number++;
                    numbers.add(number / 4096.0);
                }
                rows.add(numbers);
            }
            values = values.with(array.typed(), new Rows(rows));
        }
        return values;
    }

    private static List<WeightArray> present(LayerCase layer) {
        Values values = settings(layer).with(FirstWeights.KIND, FirstWeights.TYPED);
        return layer.type().arrays().stream()
                .filter(array -> values.shows(array.typed()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("learning")
    void everyNumberThatIsLearnedCanBeTyped(LayerCase layer) {
        Values values = settings(layer);
        long all = present(layer).stream()
                .mapToLong(array -> sizes(layer, array, values).length())
                .sum();
        assertThat(all).isEqualTo(layer.type().count().apply(values, layer.in()).weights());
    }

    /** Whatever the engine makes of its configuration, an exported program of its own among them, starts from the numbers as they were typed. */
    @ParameterizedTest
    @MethodSource("learning")
    void whatIsTypedIsWhatTheNetworkStartsFrom(LayerCase layer) {
        Values values = typed(layer);
        Network network = layer.network(values).lower();
        ComputationGraphConfiguration read = ComputationGraphConfiguration.fromJson(
                Engine.configuration(network).toJson());
        FastGraph graph = new FastGraph(read);
        graph.init();
        for (WeightArray array : present(layer)) {
            INDArray held = graph.getParam(held(graph, array));
            List<Double> numbers = values.get(array.typed()).numbers();
            assertThat(numbersOf(held)).as(array.name()).containsExactlyInAnyOrderElementsOf(numbers);
            if (array.layout().equals("DENSE")) {
                int width = Math.toIntExact(sizes(layer, array, values).numbers());
                for (int i = 0; i < numbers.size(); i++) {
                    assertThat(held.getDouble(i % width, i / width)).isEqualTo(numbers.get(i));
                }
            }
        }
    }

    /** What the network calls an array; a layer whose result is laid out anew stands before the vertex that does so. */
    private static String held(FastGraph graph, WeightArray array) {
        return graph.paramTable().keySet().stream()
                .filter(name -> name.matches("layer_(raw_\\d+_)?" + array.name()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> numbersOf(INDArray array) {
        List<Double> all = new ArrayList<>();
        for (float number : array.dup('c').data().asFloat()) {
            all.add((double) number);
        }
        return all;
    }

    /** Layers beside it start from the same weights whether something is typed for it or not. */
    @ParameterizedTest
    @MethodSource("learning")
    void whatIsLeftEmptyIsDrawnAsEver(LayerCase layer) {
        WeightArray first = present(layer).get(0);
        Values one = settings(layer)
                .with(FirstWeights.KIND, FirstWeights.TYPED)
                .with(first.typed(), Rows.of(new double[] {0.5}));
        FastGraph typed = new FastGraph(Engine.configuration(layer.network(one).lower()));
        typed.init();
        FastGraph drawn = new FastGraph(
                Engine.configuration(layer.network(settings(layer)).lower()));
        drawn.init();
        Set<String> changed = new HashSet<>();
        typed.paramTable().forEach((name, array) -> {
            if (!array.equals(drawn.getParam(name))) {
                changed.add(name);
            }
        });
        assertThat(changed).containsExactly(held(typed, first));
        assertThat(numbersOf(typed.getParam(held(typed, first)))).containsOnly(0.5);
    }

    @ParameterizedTest
    @MethodSource("learning")
    void whatDoesNotFitIsRefusedWithItsNameAndAWayOut(LayerCase layer) {
        Rows odd = new Rows(List.of(Collections.nCopies(3_001, 1.0)));
        for (WeightArray array : present(layer)) {
            Param<Rows> param = array.typed();
            Values values =
                    settings(layer).with(FirstWeights.KIND, FirstWeights.TYPED).with(param, odd);
            Inferred.Bad bad = (Inferred.Bad) layer.type().infer(values, layer.in());
            assertThat(bad.message()).startsWith(param.label()).contains("3,001");
            assertThat(bad.proposals())
                    .anySatisfy(way -> assertThat(layer.type().infer(way.applyTo(values), layer.in()))
                            .isInstanceOf(Inferred.Ok.class));
        }
    }
}
