package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.Contest;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.FastGraph;
import io.layerloom.engine.kit.FastRecurrent;
import io.layerloom.engine.kit.Feed;
import io.layerloom.engine.kit.LabelFormat;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Network;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Shape;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;

/** A document made into a network that can be fed. */
record BuiltNetwork(Network network, FastGraph net, Feed feed) {

    /** Builds the network of a document with fresh weights from the plan's seed. */
    static BuiltNetwork of(Document document, Catalog catalog) throws DataException {
        Network network = lower(document, catalog);
        FastGraph net = new FastGraph(configuration(network));
        net.init();
        if (CardWorker.awake().isEmpty()) {
            // It computes in the memory of the processor; a card keeps to the layers of DL4J.
            FastRecurrent.install(net);
        } else if (net.processorOnly().isPresent()) {
            throw new DataException(tr(
                    "The layer %s computes on the processor only. Choose the processor instead of the graphics card.",
                    net.processorOnly().get()));
        }
        return new BuiltNetwork(network, net, feed(network));
    }

    static Network lower(Document document, Catalog catalog) throws DataException {
        Inference inference = Inference.of(document.graph(), catalog);
        for (Problem problem : inference.problems()) {
            if (problem.isError()) {
                throw new DataException(tr("The network cannot be trained yet. %s", problem.message()));
            }
        }
        return catalog.lower(document, inference);
    }

    /** Evaluated anew for each use, because the engine writes into what it is given. */
    static ComputationGraphConfiguration configuration(Network network) {
        return (ComputationGraphConfiguration) Evaluator.evaluate(network.configuration());
    }

    private static Feed feed(Network network) {
        LabelFormat[] formats = network.outputs().stream()
                .map(output -> LabelFormat.valueOf(output.labels().name()))
                .toArray(LabelFormat[]::new);
        Feed feed = Feed.to(formats).inputs(network.inputs().size());
        for (int input = 0; input < network.inputs().size(); input++) {
            Network.Input entry = network.inputs().get(input);
            feed = entry.code() ? feed.code(input, Math.toIntExact(entry.shape().elements())) : feed;
            feed = entry.part() == LayerType.Part.SECOND ? feed.second(input) : feed;
        }
        return feed;
    }

    /** Refuses data that does not fit the network's ends. */
    void requireFits(DataSchema data) throws DataException {
        requireParts(data);
        for (Network.Input input : network.inputs()) {
            Shape given = data.part(input.part()).orElse(data.features());
            if (!input.code() && !lets(input.shape(), given)) {
                throw new DataException(tr(
                        "The input %s takes %s, but an example of %s is %s. Change the input or the data.",
                        input.name(), described(input.shape()), data.name(), described(given)));
            }
        }
        requireContest(data);
        for (Network.Output output : network.outputs()) {
            if (!learns(output, data.labels())) {
                throw new DataException(tr(
                        "The output %s gives %s, which cannot learn the %s of %s. Change the output.",
                        output.name(), output.shape().described(), described(data.labels()), data.name()));
            }
        }
    }

    /** Of pairs, each part enters somewhere. */
    private void requireParts(DataSchema data) throws DataException {
        long seconds = network.inputs().stream()
                .filter(input -> input.part() == LayerType.Part.SECOND)
                .count();
        boolean first =
                network.inputs().stream().anyMatch(input -> !input.code() && input.part() == LayerType.Part.FIRST);
        if (data.second().isPresent() && (seconds == 0 || !first)) {
            throw new DataException(tr(
                    "The examples of %s are pairs here, but only one part of them enters the network. Add an Input for the other part and choose which part it takes.",
                    data.name()));
        }
        if (data.second().isEmpty() && seconds > 0) {
            throw new DataException(tr(
                    "An Input takes the second part of pairs, but what is to be learned from %s needs no pairs. Let it take the first part, or choose pairs.",
                    data.name()));
        }
    }

    /** A generator is trained only where it meets the data, and such a network in no other way. */
    private void requireContest(DataSchema data) throws DataException {
        boolean wanted = data.labels() instanceof Labels.Genuineness;
        boolean generating = feed.codeSize() > 0 || Contest.of(net).isPresent();
        if (wanted && Contest.of(net).isEmpty()) {
            throw new DataException(tr(
                    "Nothing is generated that could be told from %s. Put Real or generated between a generator and its discriminator, and wire the Input to its second port.",
                    data.name()));
        }
        if (!wanted && generating) {
            throw new DataException(tr(
                    "The network holds a generator, but is to learn the %s of %s. Let it learn to tell real from generated examples.",
                    described(data.labels()), data.name()));
        }
    }

    private static boolean lets(Shape input, Shape data) {
        if (input instanceof Shape.Tokens wanted && data instanceof Shape.Tokens given) {
            return wanted.steps() == given.steps() && wanted.vocabulary() >= given.vocabulary();
        }
        return input.equals(data);
    }

    private static String described(Shape shape) {
        return shape instanceof Shape.Tokens tokens
                ? tr("%s below %,d", shape.described(), tokens.vocabulary())
                : shape.described();
    }

    private static boolean learns(Network.Output output, Labels labels) {
        long width = output.shape().elements();
        if (labels instanceof Labels.Classes classes) {
            int count = classes.names().size();
            return switch (output.labels()) {
                case ONE_HOT, CLASS_INDEX -> width == count;
                case BINARY -> width == 1 && count == 2;
                case NUMBERS, NEXT_TOKENS, MASKED_TOKENS, BOXES, PIXELS, BINARY_PIXELS -> false;
            };
        }
        if (labels instanceof Labels.Tokens tokens) {
            return output.labels() == Labels.Format.NEXT_TOKENS && tells(output.shape(), tokens.text());
        }
        if (labels instanceof Labels.MaskedTokens tokens) {
            return output.labels() == Labels.Format.MASKED_TOKENS && tells(output.shape(), tokens.text());
        }
        if (labels instanceof Labels.Itself itself) {
            return output.labels() == Labels.Format.NUMBERS
                    && width == itself.example().elements();
        }
        if (labels instanceof Labels.Boxes) {
            return output.labels() == Labels.Format.BOXES;
        }
        if (labels instanceof Labels.Mask mask) {
            return tellsPixels(output, mask);
        }
        if (labels instanceof Labels.Genuineness) {
            return output.labels() == Labels.Format.BINARY && width == 1;
        }
        if (labels instanceof Labels.None || labels instanceof Labels.Text) {
            return false;
        }
        return output.labels() == Labels.Format.NUMBERS && width == ((Labels.Numbers) labels).columns();
    }

    private static boolean tellsPixels(Network.Output output, Labels.Mask mask) {
        int classes = mask.classes().size();
        boolean pixels = output.labels() == Labels.Format.PIXELS
                || (output.labels() == Labels.Format.BINARY_PIXELS && classes == 2);
        int channels = output.labels() == Labels.Format.PIXELS ? classes : 1;
        return pixels && output.shape().equals(new Shape.Image(mask.height(), mask.width(), channels));
    }

    private static boolean tells(Shape output, Shape.Tokens text) {
        return output instanceof Shape.Sequence sequence
                && sequence.steps() == text.steps()
                && sequence.features() >= text.vocabulary();
    }

    private static String described(Labels labels) {
        if (labels instanceof Labels.Classes classes) {
            List<String> names = classes.names();
            return tr("%d classes", names.size());
        }
        if (labels instanceof Labels.Tokens) {
            return tr("next tokens");
        }
        if (labels instanceof Labels.MaskedTokens) {
            return tr("masked tokens");
        }
        if (labels instanceof Labels.Itself) {
            return tr("input");
        }
        if (labels instanceof Labels.Boxes) {
            return tr("boxes");
        }
        if (labels instanceof Labels.Mask mask) {
            return tr(
                    "masks of %d×%d pixels with %d classes",
                    mask.height(), mask.width(), mask.classes().size());
        }
        if (labels instanceof Labels.Genuineness) {
            return tr("difference between real and generated examples");
        }
        if (labels instanceof Labels.Text) {
            return tr("second texts");
        }
        if (labels instanceof Labels.None) {
            return tr("labels, of which there are none,");
        }
        int columns = ((Labels.Numbers) labels).columns();
        return columns == 1 ? tr("numbers") : tr("%d columns of numbers", columns);
    }

    /** The learning rate of the next step; NaN where nothing learns. */
    double learningRate() {
        for (Layer layer : net.getLayers()) {
            Double rate = layer.numParams() > 0
                    ? net.getLearningRate(layer.conf().getLayer().getLayerName())
                    : null;
            // A frozen layer has none.
            if (rate != null && !rate.isNaN()) {
                return rate;
            }
        }
        return Double.NaN;
    }

    /** What computes, in words for people. */
    String backend() {
        return Backend.name();
    }
}
