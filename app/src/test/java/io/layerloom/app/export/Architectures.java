package io.layerloom.app.export;

import io.layerloom.engine.Evaluation;
import io.layerloom.graph.Inference;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The table of well-known networks in the documents: what they are, how many parameters they have and what they reached. Run {@link #main} on {@code src/docs} after a change; a test compares
 * them.
 */
final class Architectures {

    static final String FILE = "architectures.md";

    /**
     * A network in its full size.
     *
     * @param published how many parameters it has by its paper or its best-known implementation
     * @param where who published that number
     */
    record FullSize(String id, String paper, long published, String where) {
        @Override
        public String toString() {
            return id;
        }
    }

    /** What tells how well a network does on the test part. */
    enum Figure {
        ACCURACY("accuracy %.1f %%", test -> 100 * test.accuracy(), true),
        NEXT_TOKENS("next token right %.1f %%", test -> 100 * test.accuracy(), true),
        MASKED_TOKENS("masked token right %.1f %%", test -> 100 * test.accuracy(), true),
        EXACT_MATCH("exact match %.1f %%", test -> 100 * test.exactMatch(), true),
        MAP50("mAP@0.5 %.1f %%", test -> 100 * test.map50(), true),
        MEAN_IOU("mean IoU %.1f %%", test -> 100 * test.meanIou(), true),
        /** What a generator wants to be small; 50 is guessing. */
        DISCRIMINATOR("discriminator right %.1f %%", test -> 100 * test.accuracy(), false),
        LOSS("loss %.1f", Evaluation::loss, false),
        SQUARED_ERROR("mean squared error %.4f", Evaluation::mse, false);

        private final String format;
        private final ToDoubleFunction<Evaluation> figure;
        private final boolean highIsGood;

        Figure(String format, ToDoubleFunction<Evaluation> figure, boolean highIsGood) {
            this.format = format;
            this.figure = figure;
            this.highIsGood = highIsGood;
        }

        double of(Evaluation test) {
            return figure.applyAsDouble(test);
        }
    }

    /**
     * A network that trains on data which ship with the program.
     *
     * @param seconds of processor time for the whole training
     * @param figure what is told of it, on the test part
     * @param reached in the run that the table tells of
     */
    record Trained(String id, String paper, long seconds, Figure figure, double reached) {
        @Override
        public String toString() {
            return id;
        }

        /** Whether a later training is as good, with a margin for other machines: two points, or three examples where these are more, or a tenth. */
        boolean isReachedBy(Evaluation test) {
            double points = Math.max(2, 300.0 / test.examples());
            return figure.highIsGood ? figure.of(test) > reached - points : figure.of(test) < 1.1 * reached;
        }
    }

    static final List<FullSize> FULL_SIZE = List.of(
            new FullSize(
                    "alexnet-imagenet",
                    "Krizhevsky, Sutskever, Hinton 2012, in one column as Krizhevsky 2014",
                    61_100_840,
                    "torchvision"),
            new FullSize("vgg16-imagenet", "Simonyan, Zisserman 2015", 138_357_544, "torchvision, Keras"),
            new FullSize(
                    "googlenet-imagenet",
                    "Szegedy et al. 2015, without the two helping outputs",
                    6_998_552,
                    "BVLC Caffe"),
            new FullSize("resnet18-imagenet", "He, Zhang, Ren, Sun 2016", 11_689_512, "torchvision"),
            new FullSize("resnet50-imagenet", "He, Zhang, Ren, Sun 2016", 25_557_032, "torchvision"),
            new FullSize("mobilenet-imagenet", "Howard et al. 2017", 4_231_976, "Keras"),
            new FullSize(
                    "densenet121-imagenet", "Huang, Liu, van der Maaten, Weinberger 2017", 7_978_856, "torchvision"),
            new FullSize("squeezenet-imagenet", "Iandola et al. 2016", 1_248_424, "torchvision"),
            new FullSize(
                    "yolo-tiny-voc",
                    "Redmon, Farhadi 2017",
                    15_861_773,
                    "darknet's tiny-yolo-voc.cfg: 15,867,885 numbers with the running means and variances"),
            new FullSize(
                    "faster-rcnn-voc",
                    "Ren, He, Girshick, Sun 2015, with VGG-16 and the same box for all classes",
                    136_745_862,
                    "the layers of py-faster-rcnn, 137,078,239, less the 4,617 of a second score for each anchor and the 327,760 of a box for each class"),
            new FullSize(
                    "ssd300-coco",
                    "Liu et al. 2016, with VGG-16, for the 90 classes of COCO",
                    35_641_826,
                    "torchvision"),
            new FullSize("unet", "Ronneberger, Fischer, Brox 2015", 31_030_658, "the sum of the layers in the paper"),
            new FullSize(
                    "bert-base",
                    "Devlin, Chang, Lee, Toutanova 2018, uncased, for single texts of two classes",
                    109_482_242,
                    "Hugging Face's bert-base-uncased: 109,482,240 with the 1,536 of two segments, which pairs of texts need; in their place the 1,538 of the output"),
            new FullSize(
                    "gpt-1",
                    "Radford, Narasimhan, Salimans, Sutskever 2018, with an output of its own",
                    147_662_366,
                    "Hugging Face's openai-gpt: 116,534,784 with the weights of the embedding in the output; in their place the 31,127,582 of the output"));

    static final List<Trained> TRAINED = List.of(
            new Trained(
                    "iris-mlp",
                    "Rumelhart, Hinton, Williams 1986, on the measurements of Fisher 1936",
                    1,
                    Figure.ACCURACY,
                    93.3),
            new Trained("mnist-mlp", "Rumelhart, Hinton, Williams 1986", 4, Figure.ACCURACY, 94.2),
            new Trained("mnist-cnn", "LeCun et al. 1989, with ReLU and max pooling", 10, Figure.ACCURACY, 97.5),
            new Trained("mnist-filters", "Sobel, Feldman 1968, and other kernels by hand", 4, Figure.ACCURACY, 95.6),
            new Trained("lenet", "LeCun, Bottou, Bengio, Haffner 1998", 8, Figure.ACCURACY, 96.2),
            new Trained(
                    "mnist-layerwise",
                    "Bengio, Lamblin, Popovici, Larochelle 2007, after Hinton, Salakhutdinov 2006",
                    30,
                    Figure.ACCURACY,
                    92.4),
            new Trained("mnist-alexnet", "Krizhevsky, Sutskever, Hinton 2012", 130, Figure.ACCURACY, 97.8),
            new Trained("mnist-vgg", "Simonyan, Zisserman 2015", 107, Figure.ACCURACY, 97.4),
            new Trained("mnist-inception", "Szegedy et al. 2015", 95, Figure.ACCURACY, 96.5),
            new Trained("mnist-squeezenet", "Iandola et al. 2016", 64, Figure.ACCURACY, 97.1),
            new Trained("mnist-mobilenet", "Howard et al. 2017", 80, Figure.ACCURACY, 97.2),
            new Trained(
                    "mnist-residual",
                    "He, Zhang, Ren, Sun 2016, with one shortcut as in Huang et al. 2017",
                    9,
                    Figure.ACCURACY,
                    96.3),
            new Trained("mnist-densenet", "Huang, Liu, van der Maaten, Weinberger 2017", 36, Figure.ACCURACY, 98.0),
            new Trained(
                    "mnist-capsules", "Sabour, Frosst, Hinton 2017, without the decoder", 30, Figure.ACCURACY, 97.4),
            new Trained("mnist-low", "Yosinski, Clune, Bengio, Lipson 2014, first step", 4, Figure.ACCURACY, 99.3),
            new Trained("mnist-transfer", "Yosinski, Clune, Bengio, Lipson 2014", 12, Figure.ACCURACY, 85.9),
            new Trained(
                    "mnist-siamese",
                    "Koch, Zemel, Salakhutdinov 2015, after Bromley et al. 1993",
                    80,
                    Figure.ACCURACY,
                    98.0),
            new Trained("shapes-questions", "Antol et al. 2015", 95, Figure.ACCURACY, 98.3),
            new Trained("text-rnn-en", "Elman 1990", 2, Figure.ACCURACY, 85.6),
            new Trained(
                    "text-lstm",
                    "Hochreiter, Schmidhuber 1997, with Gers, Schmidhuber, Cummins 2000",
                    3,
                    Figure.ACCURACY,
                    94.2),
            new Trained("text-bigru-en", "Cho et al. 2014, with Schuster, Paliwal 1997", 4, Figure.ACCURACY, 85.6),
            new Trained("text-cnn", "Kim 2014", 4, Figure.ACCURACY, 87.2),
            new Trained("text-transformer", "Vaswani et al. 2017, the encoder alone", 5, Figure.ACCURACY, 92.5),
            new Trained("gpt-chars", "Radford, Narasimhan, Salimans, Sutskever 2018", 72, Figure.NEXT_TOKENS, 91.5),
            new Trained("text-bert", "Devlin, Chang, Lee, Toutanova 2018", 80, Figure.MASKED_TOKENS, 79.4),
            new Trained(
                    "text-pretraining",
                    "Devlin, Chang, Lee, Toutanova 2018, first step",
                    18,
                    Figure.MASKED_TOKENS,
                    40.5),
            new Trained("text-finetuning", "Devlin, Chang, Lee, Toutanova 2018, second step", 5, Figure.ACCURACY, 83.1),
            new Trained(
                    "dates-seq2seq",
                    "Bahdanau, Cho, Bengio 2015, with Luong, Pham, Manning 2015",
                    25,
                    Figure.EXACT_MATCH,
                    100.0),
            new Trained("mnist-autoencoder", "Hinton, Salakhutdinov 2006", 45, Figure.SQUARED_ERROR, 0.0122),
            new Trained("shapes-yolo", "Redmon, Farhadi 2017", 50, Figure.MAP50, 97.1),
            new Trained("shapes-rcnn", "Ren, He, Girshick, Sun 2015", 78, Figure.MAP50, 99.2),
            new Trained("shapes-ssd", "Liu et al. 2016", 40, Figure.MAP50, 100.0),
            new Trained("shapes-unet", "Ronneberger, Fischer, Brox 2015", 150, Figure.MEAN_IOU, 87.3),
            new Trained("mnist-vae", "Kingma, Welling 2014", 65, Figure.LOSS, 116.6),
            new Trained(
                    "mnist-gan",
                    "Goodfellow et al. 2014, with Radford et al. 2016, Salimans et al. 2016, Heusel et al. 2017, Miyato et al. 2018",
                    84,
                    Figure.DISCRIMINATOR,
                    51.6));

    private Architectures() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]).resolve(FILE), text());
    }

    /** The whole page. */
    static String text() {
        return """
                # Architectures

                Each of these opens by its name, in the window under "Open sample" and on the command line wherever a project file is taken. The numbers are checked by tests; this page is
                written by `Architectures` in the tests of `app`.

                ## In full size

                Without data, to look at, to measure and to take parts from. Parameters are those that training changes, as papers and PyTorch count them; `check --json` tells running statistics
                apart, as `buffers`.

                | Sample | Paper | Parameters, here = published | Published by |
                |---|---|---:|---|
                %s

                ## In small

                Every sample that trains: on data that ship with the program, on two threads. What was reached is measured on the test part; the time is that of the processor for the whole training.
                Export verified says that `layerloom export --verify` wrote a Java project of this very run which has the same configuration, gives the same outputs, and learns the same weights in one epoch, bit for bit.
                `ArchitecturesTrainTest` trains and exports every row anew, among the slow tests: a figure may be missed by two points, three examples or a tenth, a bit by none.

                | Sample | Paper | Parameters | Data | Time | Reached | Export verified |
                |---|---|---:|---|---:|---:|---|
                %s
                """.formatted(
                        rows(FULL_SIZE.stream().map(Architectures::row).toList()),
                        rows(TRAINED.stream().map(Architectures::row).toList()));
    }

    private static String rows(List<String> rows) {
        return rows.stream().collect(Collectors.joining("\n"));
    }

    private static String row(FullSize network) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %,d | %s |",
                network.id(),
                network.paper(),
                network.published(),
                network.where());
    }

    private static String row(Trained network) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %,d | %s | %d s | %s | yes |",
                network.id(),
                network.paper(),
                parameters(network.id()),
                Samples.byId(network.id()).orElseThrow().dataset(),
                network.seconds(),
                String.format(Locale.ROOT, network.figure().format, network.reached()));
    }

    /** How many parameters a sample has. */
    static long parameters(String id) {
        return Inference.of(SampleRuns.document(id).graph(), NodeLibrary.CATALOG)
                .parameters();
    }
}
