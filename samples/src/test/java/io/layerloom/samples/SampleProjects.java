package io.layerloom.samples;

import static java.util.Map.entry;

import io.layerloom.engine.DataSourceType;
import io.layerloom.engine.DataSources;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.Objective;
import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import io.layerloom.graph.Rows;
import io.layerloom.graph.ScheduleType;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.TrainingPlan.EarlyStopping;
import io.layerloom.graph.TrainingPlan.Split;
import io.layerloom.nodes.NodeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The program that wrote the sample projects, and those of {@link BenchmarkProjects}. Change a sample here, run {@link #main} on {@code
 * samples/src/main/resources/io/layerloom/samples/projects}, and commit both; a test compares them.
 */
final class SampleProjects {
    private static final Map<String, Object> NONE = Map.of();
    private static final List<Integer> THREE = List.of(3, 3);
    private static final Map<String, Object> TOKENS = Map.of("kind", "tokens", "steps", 24, "vocabulary", 1000);
    static final Map<String, Object> YES_OR_NO =
            Map.of("units", 1, "activation", "sigmoid", "loss", "binary_crossentropy");
    static final Map<String, Object> PIXELS =
            Map.of("units", 784, "activation", "sigmoid", "loss", "binary_crossentropy");
    private static final Map<String, Object> STEM =
            Map.of("filters", 16, "kernel", List.of(5, 5), "stride", List.of(2, 2), "padding", "same");
    private static final Map<String, Object> LEAKY = Map.of("units", 256, "activation", "leaky_relu");
    private static final Split SENTENCES = new Split(0.1, 0.1);
    static final Split DIGITS = new Split(0.1, 0);

    private static final Map<String, Supplier<Document>> TRAINABLE = Map.ofEntries(
            entry("mnist-mlp", SampleProjects::mnistMlp),
            entry("mnist-cnn", SampleProjects::mnistCnn),
            entry("mnist-residual", SampleProjects::mnistResidual),
            entry("text-lstm", SampleProjects::textLstm),
            entry("text-rnn-en", SampleProjects::textRnnEn),
            entry("text-bigru-en", SampleProjects::textBigruEn),
            entry("text-transformer", SampleProjects::textTransformer),
            entry("gpt-chars", SampleProjects::gptChars),
            entry("text-bert", SampleProjects::textBert),
            entry("dates-seq2seq", SampleProjects::datesSeq2seq),
            entry("mnist-autoencoder", SampleProjects::mnistAutoencoder),
            entry("mnist-vae", SampleProjects::mnistVae),
            entry("mnist-gan", SampleProjects::mnistGan),
            entry("iris-mlp", SampleProjects::irisMlp),
            entry("text-cnn", SampleProjects::textCnn),
            entry("lenet", SmallProjects::leNet),
            entry("mnist-layerwise", SmallProjects::layerwise),
            entry("mnist-alexnet", SmallProjects::alexNet),
            entry("mnist-capsules", SmallProjects::capsules),
            entry("mnist-vgg", SmallProjects::vgg),
            entry("mnist-inception", SmallProjects::inception),
            entry("mnist-squeezenet", SmallProjects::squeezeNet),
            entry("mnist-mobilenet", SmallProjects::mobileNet),
            entry("mnist-densenet", SmallProjects::denseNet),
            entry("mnist-filters", SampleProjects::mnistFilters),
            entry("mnist-siamese", PairProjects::siamese),
            entry("shapes-questions", PairProjects::questions),
            entry("mnist-low", TransferProjects::low),
            entry("mnist-transfer", TransferProjects::transfer),
            entry("text-pretraining", TransferProjects::pretraining),
            entry("text-finetuning", TransferProjects::finetuning),
            entry("shapes-yolo", SmallProjects::yolo),
            entry("shapes-ssd", SmallProjects::ssd),
            entry("shapes-rcnn", SmallProjects::fasterRcnn),
            entry("shapes-unet", SmallProjects::uNet));

    private SampleProjects() {}

    public static void main(String[] args) throws IOException, ProjectFileException {
        Path folder = Path.of(args[0]);
        write(TRAINABLE, folder);
        write(FullSizeProjects.ALL, folder);
        write(BenchmarkProjects.ALL, folder.resolveSibling("benchmarks"));
    }

    private static void write(Map<String, Supplier<Document>> projects, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, Supplier<Document>> project : projects.entrySet()) {
            ProjectFile.write(project.getValue().get(), folder.resolve(project.getKey() + ProjectFile.EXTENSION));
        }
    }

    /** The document of a sample, as it should be on file. */
    static Document document(String id) {
        Supplier<Document> project = TRAINABLE.getOrDefault(id, FullSizeProjects.ALL.get(id));
        if (project == null) {
            throw new IllegalArgumentException("No program writes this sample. Received: " + id);
        }
        return project.get();
    }

    private static Document mnistMlp() {
        return draft().add(0, 0, "input", "image", NONE)
                .add(1, 0, "flatten", "flatten", NONE, "image")
                .add(2, 0, "dense", "hidden", Map.of("units", 128), "flatten")
                .add(3, 0, "output", "digit", Map.of("units", 10), "hidden")
                .trainedOn(sample("mnist"), 0.001, falling(plan(5, 32, DIGITS)));
    }

    private static Document mnistCnn() {
        return draft().add(0, 0, "input", "image", NONE)
                .add(1, 0, "conv2d", "conv1", Map.of("filters", 32, "kernel", THREE), "image")
                .add(2, 0, "max_pool2d", "pool1", NONE, "conv1")
                .add(3, 0, "conv2d", "conv2", Map.of("filters", 64, "kernel", THREE), "pool1")
                .add(0, 1, "max_pool2d", "pool2", NONE, "conv2")
                .add(1, 1, "flatten", "flatten", NONE, "pool2")
                .add(2, 1, "dense", "hidden", Map.of("units", 64), "flatten")
                .add(3, 1, "output", "digit", Map.of("units", 10), "hidden")
                .trainedOn(sample("mnist"), 0.001, falling(plan(5, 32, DIGITS)));
    }

    /** Kernels that nobody learned: those of Sobel, the negative Laplacian of eight neighbours, and binomial coefficients that blur. */
    private static Document mnistFilters() {
        List<List<Double>> kernels = Rows.parse(
                        "-1 0 1\n-2 0 2\n-1 0 1\n\n-1 -2 -1\n0 0 0\n1 2 1\n\n-1 -1 -1\n-1 8 -1\n-1 -1 -1\n\n"
                                + "0.0625 0.125 0.0625\n0.125 0.25 0.125\n0.0625 0.125 0.0625")
                .rows();
        Map<String, Object> typed = Map.of(
                "filters",
                4,
                "kernel",
                THREE,
                "bias",
                false,
                "activation",
                "linear",
                "firstWeights",
                "typed",
                "typedWeights",
                kernels,
                "frozen",
                true);
        return draft().frame("Typed by hand and frozen: edges across, down and all around, and a blur", 0, 0, 4, 1)
                .frame("Learns what to make of them", 0, 1.5, 3, 1)
                .add(0, 0, "input", "image", NONE)
                .add(1, 0, "conv2d", "filters", typed, "image")
                .add(2, 0, "activation", "relu", Map.of("activation", "relu"), "filters")
                .add(3, 0, "max_pool2d", "pool", NONE, "relu")
                .add(0, 1.5, "flatten", "flatten", NONE, "pool")
                .add(1, 1.5, "dense", "hidden", Map.of("units", 64), "flatten")
                .add(2, 1.5, "output", "digit", Map.of("units", 10), "hidden")
                .trainedOn(sample("mnist"), 0.001, falling(plan(4, 32, DIGITS)));
    }

    /** The shortcuts run straight on; what they pass by lies a row below. */
    private static Document mnistResidual() {
        return draft().add(0, 0, "input", "image", NONE)
                .add(1, 0, "conv2d", "stem", STEM, "image")
                .add(2, 1, "conv2d", "conv1", same(16, "linear"), "stem")
                .add(3, 1, "batch_norm", "norm1", NONE, "conv1")
                .add(4, 0, "add", "add", NONE, "stem", "norm1")
                .add(0, 2, "activation", "relu", Map.of("activation", "relu"), "add")
                .add(1, 2, "max_pool2d", "pool", NONE, "relu")
                .add(2, 3, "conv2d", "conv2", same(16, "relu"), "pool")
                .add(3, 2, "concatenate", "concat", NONE, "pool", "conv2")
                .add(4, 2, "batch_norm", "norm2", NONE, "concat")
                .add(0, 4, "conv2d", "conv3", same(32, "relu"), "norm2")
                .add(1, 4, "global_pool", "mean", Map.of("operation", "average"), "conv3")
                .add(2, 4, "output", "digit", Map.of("units", 10), "mean")
                .trainedOn(sample("mnist"), 0.001, plan(5, 32, DIGITS));
    }

    private static Map<String, Object> same(int filters, String activation) {
        return Map.of("filters", filters, "kernel", THREE, "padding", "same", "activation", activation);
    }

    private static Document textLstm() {
        return draft().add(0, 0, "input", "text", TOKENS)
                .add(1, 0, "embedding", "embedding", Map.of("size", 8), "text")
                .add(2, 0, "lstm", "lstm", Map.of("units", 32), "embedding")
                .add(0, 1, "last_step", "last", NONE, "lstm")
                .add(1, 1, "output", "pleased", YES_OR_NO, "last")
                .trainedOn(sample("sentiment_zh"), 0.005, plan(8, 32, SENTENCES));
    }

    private static Document textRnnEn() {
        return draft().add(0, 0, "input", "text", TOKENS)
                .add(1, 0, "embedding", "embedding", Map.of("size", 16), "text")
                .add(2, 0, "simple_rnn", "rnn", Map.of("units", 32), "embedding")
                .add(0, 1, "last_step", "last", NONE, "rnn")
                .add(1, 1, "output", "pleased", YES_OR_NO, "last")
                .trainedOn(sample("sentiment_en"), 0.002, plan(8, 32, SENTENCES));
    }

    private static Document textCnn() {
        return draft().add(0, 0, "input", "text", TOKENS)
                .add(1, 0, "embedding", "embedding", Map.of("size", 16), "text")
                .add(2, 0, "conv1d", "phrases", Map.of("filters", 48, "kernel", 3), "embedding")
                .add(0, 1, "global_pool", "strongest", Map.of("operation", "maximum"), "phrases")
                .add(1, 1, "output", "pleased", YES_OR_NO, "strongest")
                .trainedOn(sample("sentiment_en"), 0.003, plan(8, 32, SENTENCES));
    }

    private static Document textBigruEn() {
        return draft().add(0, 0, "input", "text", TOKENS)
                .add(1, 0, "embedding", "embedding", Map.of("size", 16), "text")
                .add(
                        2,
                        0,
                        "bidirectional",
                        "both_ways",
                        Map.of("cell", "gru", "units", 24, "gives", "last_step", "dropout", 0.3),
                        "embedding")
                .add(3, 0, "output", "pleased", YES_OR_NO, "both_ways")
                .trainedOn(sample("sentiment_en"), 0.004, plan(8, 32, SENTENCES));
    }

    /** A GPT in small: Radford et al., Improving language understanding by generative pre-training (2018). */
    private static Document gptChars() {
        Map<String, Object> block = Map.of("heads", 4, "feedForward", 256, "causal", true, "dropout", 0.0);
        return draft().add(0, 0, "input", "text", Map.of("kind", "tokens", "steps", 64, "vocabulary", 40))
                .add(1, 0, "embedding", "embedding", Map.of("size", 64), "text")
                .add(2, 0, "positional_encoding", "places", Map.of("kind", "learned"), "embedding")
                .add(3, 0, "transformer_encoder", "block1", block, "places")
                .add(0, 1, "transformer_encoder", "block2", block, "block1")
                .add(1, 1, "layer_norm", "norm", NONE, "block2")
                .add(2, 1, "token_output", "next", Map.of("units", 40), "norm")
                .trainedOn(
                        sample("fables"),
                        0.002,
                        plan(12, 16, new Split(0.1, 0.1)).withObjective(Objective.NEXT_TOKEN));
    }

    /** A BERT in small: Devlin, Chang, Lee, Toutanova, BERT: Pre-training of deep bidirectional transformers for language understanding (2018). */
    private static Document textBert() {
        Map<String, Object> block = Map.of("heads", 4, "feedForward", 256, "dropout", 0.0);
        return draft().frame("Each word gets 64 numbers, and its place 64 more that are added", 0, 0, 3, 1)
                .frame("Each word looks at all others, before it and behind it", 0, 1.5, 3, 1)
                .frame("The hidden word", 3, 1.5, 1, 1)
                .add(0, 0, "input", "text", Map.of("kind", "tokens", "steps", 64, "vocabulary", 100))
                .add(1, 0, "embedding", "embedding", Map.of("size", 64), "text")
                .add(2, 0, "positional_encoding", "places", Map.of("kind", "learned"), "embedding")
                .add(0, 1.5, "transformer_encoder", "block1", block, "places")
                .add(1, 1.5, "transformer_encoder", "block2", block, "block1")
                .add(2, 1.5, "layer_norm", "norm", NONE, "block2")
                .add(3, 1.5, "token_output", "masked", Map.of("units", 100), "norm")
                .trainedOn(
                        sample("fables_words"),
                        0.002,
                        plan(60, 16, new Split(0.1, 0.1)).withObjective(Objective.MASKED_TOKEN));
    }

    /**
     * Bahdanau, Cho, Bengio, Neural machine translation by jointly learning to align and translate (2015), in small; what the decoder looks at joins behind it, as in Luong, Pham, Manning,
     * Effective approaches to attention-based neural machine translation (2015).
     */
    private static Document datesSeq2seq() {
        Map<String, Object> source = Map.of("kind", "tokens", "steps", 28, "vocabulary", 60);
        Map<String, Object> target = Map.of("kind", "tokens", "steps", 11, "vocabulary", 15, "part", "second");
        return draft().frame("Encoder: reads the date as it was written, both ways", 0, 0, 3, 1)
                .frame("Decoder: reads what stands already, sign by sign", 0, 1.5, 3, 1)
                .frame("Finds what matters", 3.2, 0, 1, 1)
                .frame("Says the next sign", 3.2, 1.5, 3, 1)
                .add(0, 0, "input", "source", source)
                .add(1, 0, "embedding", "source_signs", Map.of("size", 24), "source")
                .add(
                        2,
                        0,
                        "bidirectional",
                        "encoder",
                        Map.of("cell", "gru", "units", 48, "gives", "every_step"),
                        "source_signs")
                .add(0, 1.5, "input", "target", target)
                .add(1, 1.5, "embedding", "target_signs", Map.of("size", 16), "target")
                .add(2, 1.5, "gru", "decoder", Map.of("units", 64), "target_signs")
                .add(3.2, 0, "additive_attention", "attention", Map.of("units", 48), "decoder", "encoder")
                .add(3.2, 1.5, "concatenate", "both", NONE, "decoder", "attention")
                .add(4.2, 1.5, "step_dense", "hidden", Map.of("units", 64, "activation", "tanh"), "both")
                .add(5.2, 1.5, "token_output", "next", Map.of("units", 15), "hidden")
                .trainedOn(
                        sample("dates"),
                        0.004,
                        falling(plan(6, 32, new Split(0.05, 0.1))).withObjective(Objective.TARGET_TOKEN));
    }

    /**
     * Hinton, Salakhutdinov, Reducing the dimensionality of data with neural networks (2006), in small: without training layer by layer, which better initial weights and Adam have made
     * needless.
     */
    private static Document mnistAutoencoder() {
        return draft().frame("Encoder: 784 pixels become 24 numbers", 0, 0, 5, 1)
                .frame("Decoder: 24 numbers become 784 pixels again", 0, 1.5, 3, 1)
                .add(0, 0, "input", "image", NONE)
                .add(1, 0, "flatten", "flatten", NONE, "image")
                .add(2, 0, "dense", "encoder1", Map.of("units", 256), "flatten")
                .add(3, 0, "dense", "encoder2", Map.of("units", 96), "encoder1")
                .add(4, 0, "dense", "code", Map.of("units", 24, "activation", "linear"), "encoder2")
                .add(0, 1.5, "dense", "decoder1", Map.of("units", 96), "code")
                .add(1, 1.5, "dense", "decoder2", Map.of("units", 256), "decoder1")
                .add(2, 1.5, "output", "image_again", PIXELS, "decoder2")
                .trainedOn(sample("mnist"), 0.001, falling(plan(12, 32, DIGITS)).withObjective(Objective.AUTOENCODING));
    }

    /** Kingma, Welling, Auto-encoding variational Bayes (2014), in its size for MNIST but for the code. */
    private static Document mnistVae() {
        return draft().frame("Encoder: a normal distribution for each of 12 numbers", 0, 0, 4, 2.2)
                .frame("Decoder: 12 numbers become 784 pixels again", 0, 2.5, 3, 1)
                .add(0, 0, "input", "image", NONE)
                .add(1, 0, "flatten", "flatten", NONE, "image")
                .add(2, 0, "dense", "encoder", Map.of("units", 256), "flatten")
                .add(3, 0, "dense", "mean", Map.of("units", 12, "activation", "linear"), "encoder")
                .add(3, 1, "dense", "log_variance", Map.of("units", 12, "activation", "linear"), "encoder")
                .add(0, 2.5, "gaussian_sampling", "code", NONE, "mean", "log_variance")
                .add(1, 2.5, "dense", "decoder", Map.of("units", 256), "code")
                .add(2, 2.5, "output", "image_again", PIXELS, "decoder")
                .trainedOn(sample("mnist"), 0.001, falling(plan(12, 32, DIGITS)).withObjective(Objective.AUTOENCODING));
    }

    /**
     * Goodfellow et al., Generative adversarial nets (2014), with what was found to steady it: half the momentum by Radford et al. (2016), label smoothing by Salimans et al. (2016), two learning rates by
     * Heusel et al. (2017), weights of a spectral norm of at most 1 by Miyato et al. (2018).
     */
    private static Document mnistGan() {
        Map<String, Object> picture = Map.of("form", "image", "height", 28, "width", 28, "channels", 1);
        Map<String, Object> steady = Map.of("weightConstraint", "spectral_norm", "mostNorm", 1.0);
        Document drawn = draft().frame(
                        "Generator: 32 random numbers become a picture, at half the learning rate", 0, 0, 5, 1)
                .frame("Discriminator: is it one of the data? Spectral norm of its weights at most 1", 2, 1.5, 4, 1)
                .add(0, 0, "random_code", "code", Map.of("size", 32))
                .add(1, 0, "dense", "generator1", Map.of("units", 384), "code")
                .add(2, 0, "batch_norm", "evenly", NONE, "generator1")
                .add(3, 0, "dense", "generator2", Map.of("units", 784, "activation", "sigmoid"), "evenly")
                .add(4, 0, "reshape", "picture", picture, "generator2")
                .add(0, 1.5, "input", "image", NONE)
                .add(1, 1.5, "real_or_generated", "real_or_generated", Map.of("generatorRate", 0.5), "picture", "image")
                .add(2, 1.5, "flatten", "flatten", NONE, "real_or_generated")
                .add(3, 1.5, "dense", "discriminator", with(steady, LEAKY), "flatten")
                .add(4, 1.5, "dropout", "dropout", Map.of("rate", 0.4), "discriminator")
                .add(5, 1.5, "output", "is_real", with(steady, YES_OR_NO), "dropout")
                .trainedOn(
                        sample("mnist"),
                        0.0006,
                        falling(plan(40, 64, DIGITS), 0.97).withObjective(Objective.ADVERSARIAL));
        return slowMomentum(drawn);
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> others) {
        Map<String, Object> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    /** Half of the usual momentum, as Radford et al. advise. */
    private static Document slowMomentum(Document document) {
        Component adam = document.plan().optimizer();
        OptimizerType type = NodeLibrary.CATALOG.optimizer(adam.type()).orElseThrow();
        Map<String, Object> settings = new HashMap<>(adam.values().plain());
        settings.put("beta1", 0.5);
        Component slow = new Component(adam.type(), ProjectDraft.settings(type.params(), settings));
        return document.with(document.plan().withOptimizer(slow));
    }

    private static Document textTransformer() {
        return draft().add(0, 0, "input", "text", TOKENS)
                .add(1, 0, "embedding", "embedding", Map.of("size", 32), "text")
                .add(2, 0, "positional_encoding", "places", Map.of("kind", "learned"), "embedding")
                .add(3, 0, "transformer_encoder", "block1", Map.of("heads", 4, "feedForward", 64), "places")
                .add(0, 1, "transformer_encoder", "block2", Map.of("heads", 4, "feedForward", 64), "block1")
                .add(1, 1, "layer_norm", "norm", NONE, "block2")
                .add(2, 1, "global_pool", "mean", Map.of("operation", "average"), "norm")
                .add(3, 1, "output", "pleased", YES_OR_NO, "mean")
                .trainedOn(sample("sentiment_zh"), 0.002, plan(10, 32, SENTENCES));
    }

    private static Document irisMlp() {
        return draft().add(0, 0, "input", "measures", Map.of("kind", "vector", "size", 4))
                .add(1, 0, "dense", "hidden1", Map.of("units", 16), "measures")
                .add(2, 0, "dense", "hidden2", Map.of("units", 16), "hidden1")
                .add(3, 0, "output", "species", Map.of("units", 3), "hidden2")
                .trainedOn(sample("iris"), 0.005, plan(40, 16, new Split(0.1, 0.2)));
    }

    static ProjectDraft draft() {
        return new ProjectDraft(NodeLibrary.CATALOG);
    }

    static Component sample(String name) {
        DataSourceType shipped = DataSources.find("sample").orElseThrow();
        return new Component(shipped.id(), ProjectDraft.settings(shipped.params(), Map.of("name", name)));
    }

    /** At a constant rate the last few steps decide where training ends, which is half a percent better or worse. */
    static TrainingPlan falling(TrainingPlan plan) {
        return falling(plan, 0.8);
    }

    /** The rate of each epoch is that of the one before, times this. */
    static TrainingPlan falling(TrainingPlan plan, double factor) {
        ScheduleType exponential = NodeLibrary.CATALOG.schedule("exponential").orElseThrow();
        return plan.withSchedule(
                new Component(exponential.id(), ProjectDraft.settings(exponential.params(), Map.of("factor", factor))));
    }

    static TrainingPlan plan(int epochs, int batchSize, Split split) {
        return TrainingPlan.INITIAL
                .withEpochs(epochs)
                .withBatchSize(batchSize)
                .withSplit(split)
                .withEarlyStopping(EarlyStopping.OFF);
    }
}
