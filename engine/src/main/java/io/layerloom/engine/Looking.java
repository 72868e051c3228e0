package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.Codes;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.FastGraph;
import io.layerloom.engine.kit.FastRecurrent;
import io.layerloom.engine.kit.Inheritance;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.Excerpt;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Network;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Objective;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Computes what layers make of examples, also in a drawing that is not finished. Keeps the data and the network of the last question. */
final class Looking {

    /** So many numbers can be read by nobody, but sent in a moment. */
    private static final int MOST_NUMBERS = 1 << 18;

    /** A network of more parameters is not built as a whole where a part will do. */
    private static final long MOST_PARAMETERS = 5_000_000;

    private final EngineContext context;
    private @Nullable Kept kept;
    private @Nullable Made made;

    Looking(EngineContext context) {
        this.context = context;
    }

    private record Source(
            Component data, TrainingPlan.Split split, long seed, boolean compared, List<List<Object>> stamps) {}

    private record Kept(Source source, LoadedDataset data) {}

    /** What decides a network with its weights. */
    private record Plan(Graph graph, long seed, NodeId end, Optional<Path> weights, Optional<FileTime> written) {}

    private record Made(Plan plan, Network network, Optional<FastGraph> net, List<String> drawn) {}

    /**
     * What a layer makes of an example.
     *
     * @param path the blocks that lead to the layer, and the layer
     * @param example which one of the training part; one behind the last is the first again
     * @param own numbers of an example that belongs to no data; empty if one of the data is meant
     * @param weights of a run; empty for those that training starts from
     */
    LayerOutput of(Document document, List<NodeId> path, int example, float[] own, Optional<Path> weights)
            throws IOException {
        Excerpt excerpt = excerpt(document, path, context.catalog());
        Made network = network(document, excerpt, weights);
        if (network.network().inputs().stream().allMatch(Network.Input::code)) {
            return ofCode(network, excerpt.name(), example, document.plan().seed());
        }
        if (own.length > 0) {
            Part given = new Part(own, OptionalInt.empty());
            return of(network, excerpt.name(), given, given, document.plan().seed())
                    .at(-1, 0);
        }
        LoadedDataset data = data(document.plan());
        int[] rows = data.loaded().split().train();
        int at = Math.floorMod(example, rows.length);
        Part first = first(data.examples(), rows[at]);
        Part second = data.examples().isPaired() ? second(data.examples(), rows[at]) : first;
        return of(network, excerpt.name(), first, second, document.plan().seed())
                .at(at, rows.length);
    }

    /** A part of an example: its numbers and, where it is a sequence with a mask, how many steps are in use. */
    private record Part(float[] values, OptionalInt length) {

        Optional<INDArray> mask() {
            return length.isPresent()
                    ? Optional.of(OneExample.mask(length.getAsInt(), values.length))
                    : Optional.empty();
        }
    }

    private static Part first(Examples data, int row) {
        return new Part(
                Arrays.copyOfRange(data.features(), row * data.width(), (row + 1) * data.width()),
                data.isMasked() ? OptionalInt.of(data.length(row)) : OptionalInt.empty());
    }

    private static Part second(Examples data, int row) {
        return new Part(
                data.second(row), data.isSecondMasked() ? OptionalInt.of(data.secondLength(row)) : OptionalInt.empty());
    }

    private LayerOutput of(Made made, String layer, Part first, Part second, long seed) throws DataException {
        List<Network.Input> inputs = made.network().inputs();
        INDArray[] features = new INDArray[inputs.size()];
        @Nullable INDArray[] masks = new INDArray[inputs.size()];
        Optional<INDArray> shown = Optional.empty();
        for (int i = 0; i < features.length; i++) {
            Network.Input input = inputs.get(i);
            if (input.code()) {
                features[i] = code(input.shape(), seed);
                continue;
            }
            Part part = input.part() == LayerType.Part.SECOND ? second : first;
            requireFits(input, part.values().length);
            features[i] = OneExample.of(part.values(), input.shape());
            masks[i] = part.mask().orElse(null);
            shown = shown.isPresent() ? shown : Optional.of(features[i]);
        }
        INDArray given = shown.orElseThrow();
        INDArray out = made.net().isPresent() ? activation(made.net().get(), layer, features, masks) : given;
        return new LayerOutput(grid(given), grid(out), 0, 0, made.drawn());
    }

    /** What is made of random numbers alone, which other numbers follow for each example. */
    private static LayerOutput ofCode(Made made, String layer, int example, long seed) {
        INDArray[] codes = made.network().inputs().stream()
                .map(input -> code(input.shape(), seed + example))
                .toArray(INDArray[]::new);
        INDArray out = made.net().isPresent()
                ? activation(made.net().get(), layer, codes, new INDArray[codes.length])
                : codes[0];
        return new LayerOutput(grid(codes[0]), grid(out), Math.max(0, example), 0, made.drawn());
    }

    private static Excerpt excerpt(Document document, List<NodeId> path, Catalog catalog) throws DataException {
        try {
            return Excerpt.of(document, path, catalog);
        } catch (IllegalArgumentException e) {
            throw new DataException(e, String.valueOf(e.getMessage()));
        }
    }

    private LoadedDataset data(TrainingPlan plan) throws DataException {
        Component chosen = plan.data()
                .orElseThrow(() -> new DataException(tr("No data are chosen. Choose some, or open a picture.")));
        // Whatever else is learned, an example looks the same; here it has another one beside it.
        boolean compared = plan.objective() == Objective.SAME_CLASS;
        Source source =
                new Source(chosen, plan.split(), plan.seed(), compared, DataSources.stamps(chosen, context.samples()));
        Kept held = kept;
        if (held == null || !held.source().equals(source)) {
            kept = null;
            held = new Kept(
                    source,
                    compared
                            ? DataSources.load(plan, context.samples())
                            : DataSources.load(chosen, plan.split(), plan.seed(), context.samples()));
            kept = held;
        }
        return held.data();
    }

    private Made network(Document document, Excerpt excerpt, Optional<Path> weights) throws IOException {
        Optional<FileTime> written =
                weights.isPresent() ? Optional.of(Files.getLastModifiedTime(weights.get())) : Optional.empty();
        Plan plan = new Plan(document.graph(), document.plan().seed(), excerpt.end(), weights, written);
        Made held = made;
        if (held == null || !held.plan().equals(plan)) {
            made = null;
            held = build(document, excerpt, plan);
            made = held;
        }
        return held;
    }

    /** Only what leads to the layer is built, because some layers write over what those before them gave. */
    private Made build(Document document, Excerpt excerpt, Plan plan) throws IOException {
        Network network = context.catalog().lower(excerpt);
        if (network.inputs().stream().anyMatch(input -> input.name().equals(excerpt.name()))) {
            return new Made(plan, network, Optional.empty(), List.of());
        }
        FastGraph net = net(network);
        whole(document).ifPresent(whole -> takeWeights(whole, net));
        List<String> drawn = new ArrayList<>();
        if (plan.weights().isPresent()) {
            drawn.addAll(Inheritance.into(net, plan.weights().get()).anew().keySet());
        }
        return new Made(plan, network, Optional.of(net), drawn);
    }

    private static FastGraph net(Network network) {
        FastGraph net = new FastGraph((ComputationGraphConfiguration) Evaluator.evaluate(network.configuration()));
        net.init();
        FastRecurrent.install(net);
        return net;
    }

    /** The whole network where it can be had: its first weights are drawn one after the other, so that those of a part alone might be others. */
    private Optional<FastGraph> whole(Document document) {
        Inference inference = Inference.of(document.graph(), context.catalog());
        boolean small = inference.parameters() + inference.frozen() <= MOST_PARAMETERS;
        return small && !inference.hasErrors()
                ? Optional.of(net(context.catalog().lower(document, inference)))
                : Optional.empty();
    }

    private static void takeWeights(FastGraph from, FastGraph to) {
        Map<String, INDArray> weights = from.paramTable();
        to.paramTable().forEach((name, array) -> {
            INDArray given = weights.get(name);
            if (given != null) {
                array.assign(given);
            }
        });
    }

    private static void requireFits(Network.Input input, int numbers) throws DataException {
        if (input.shape().elements() != numbers) {
            throw new DataException(tr(
                    "The input %s takes %s, which is %,d numbers, but the example has %,d.",
                    input.name(), input.shape().described(), input.shape().elements(), numbers));
        }
    }

    private static INDArray code(Shape shape, long seed) {
        return OneExample.of(Codes.of(1, Math.toIntExact(shape.elements()), seed), shape);
    }

    private static INDArray activation(FastGraph net, String layer, INDArray[] features, @Nullable INDArray[] masks) {
        if (Arrays.stream(masks).anyMatch(Objects::nonNull)) {
            net.setLayerMaskArrays(masks, null);
        }
        try {
            INDArray given = net.feedForward(features, false).get(layer);
            if (given == null) {
                throw new IllegalStateException("Nothing is known of the layer " + layer + ".");
            }
            return given;
        } finally {
            net.clearLayerMaskArrays();
        }
    }

    private static LayerOutput.Grid grid(INDArray array) {
        long[] shape = array.shape();
        int sides = shape.length;
        int width = (int) shape[sides - 1];
        int height = sides > 2 ? (int) shape[sides - 2] : 1;
        int planes = 1;
        for (int side = 1; side < sides - 2; side++) {
            planes *= (int) shape[side];
        }
        int held = (int) Math.max(1, Math.min(planes, MOST_NUMBERS / Math.max(1, (long) height * width)));
        float[] values = array.dup('c').data().asFloat();
        return new LayerOutput.Grid(planes, height, width, Arrays.copyOf(values, held * height * width));
    }
}
