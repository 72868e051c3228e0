package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.Optional;

/** The end of a network that says of which class each pixel of a picture is. */
final class PixelOutput {

    /** What training makes small. */
    enum Loss implements Labelled {
        CROSS_ENTROPY("Cross-entropy", 1, 0),
        FOCAL("Focal", 1, 0),
        DICE("Dice", 0, 1),
        CROSS_ENTROPY_AND_DICE("Cross-entropy and Dice", 1, 1);

        private final String label;
        private final double entropy;
        private final double dice;

        Loss(String label, double entropy, double dice) {
            this.label = label;
            this.entropy = entropy;
            this.dice = dice;
        }

        @Override
        public String label() {
            return tr(label);
        }
    }

    static final Param<Loss> LOSS = Param.choice("loss", Loss.CROSS_ENTROPY)
            .label("Loss")
            .help(
                    "What training makes small. Cross-entropy is the mean over all pixels; focal counts those less that are right anyway; Dice compares whole areas, so that small ones count as much as large ones; both together are steadier than Dice alone. Pixels that a mask leaves out count nowhere.");

    static final Param<Double> GAMMA = Output.GAMMA
            .help("How much less the pixels count that are right anyway; 0 makes it cross-entropy.")
            .shownWhen(values -> values.get(LOSS) == Loss.FOCAL);

    static final LayerType TYPE = layer("pixel_output", "Output per pixel")
            .category(Category.INPUT_OUTPUT)
            .help(
                    "Ends a network that tells the pixels of a picture apart (segmentation): what comes in is as high and wide as the masks of the data. With one channel for each class, softmax makes probabilities of them at every pixel; a single channel goes through sigmoid and tells two classes apart. A convolution of 1×1 without activation before it gives the channels.")
            .formula(
                    "y[i, j] = softmax(x[i, j])\nC = −Σ (1 − p)^γ · log p / n\nD = 1 − (2 · Σ t · y + 1) / (Σ t + Σ y + 1)",
                    "x[i, j] has a number for each class; a single channel goes through sigmoid instead. C is the cross-entropy over the n pixels, with p the probability of what is true and γ = 0, or the focal gamma for the loss Focal; D is the Dice loss, with the label t, as a mean over the channels. The loss is C, D or their sum, as chosen.")
            .source("Long, Shelhamer, Darrell, Fully convolutional networks for semantic segmentation (2015)")
            .params(LOSS, GAMMA)
            .summary(values -> values.get(LOSS).label())
            .from(Shape.Image.class, (values, in) -> Inferred.ok(in))
            .ending(
                    (values, output) ->
                            ((Shape.Image) output).channels() == 1 ? Labels.Format.BINARY_PIXELS : Labels.Format.PIXELS,
                    PixelOutput::check)
            .layer((values, in) -> expr(values, (Shape.Image) in.get(0)));

    private PixelOutput() {}

    private static Optional<Inferred.Bad> check(Values values, Shape output, Labels labels) {
        if (!(labels instanceof Labels.Mask mask)) {
            return Optional.of(
                    Inferred.bad(
                            tr(
                                    "An Output per pixel learns masks, which say the class of each pixel. Let the training plan learn the masks of the data, or end the network with an Output.")));
        }
        Shape.Image given = (Shape.Image) output;
        int classes = mask.classes().size();
        boolean told = given.channels() == classes || (given.channels() == 1 && classes == 2);
        if (!told) {
            return Optional.of(Inferred.bad(tr(
                            "The masks have %d classes, but %s.",
                            classes,
                            given.channels() == 1
                                    ? tr("1 channel comes in, which tells 2 apart")
                                    : tr("%d channels come in", given.channels())))
                    .wanting(
                            tr("Let %d channels come in", classes),
                            new Shape.Image(given.height(), given.width(), classes)));
        }
        if (given.height() == mask.height() && given.width() == mask.width()) {
            return Optional.empty();
        }
        return Optional.of(Inferred.bad(tr(
                        "The output has %d×%d pixels, but the masks have %d×%d. Let the layers before keep the size of the picture: padding Same for convolutions, as many upsamplings as poolings.",
                        given.height(), given.width(), mask.height(), mask.width()))
                .wanting(
                        tr("Let %d×%d pixels come in", mask.height(), mask.width()),
                        new Shape.Image(mask.height(), mask.width(), given.channels())));
    }

    private static Expr expr(Values values, Shape.Image in) {
        Loss loss = values.get(LOSS);
        Expr made = Expr.make(
                Dl4j.KIT + "PixelLoss",
                Math.toIntExact(in.height()),
                Math.toIntExact(in.width()),
                loss.entropy,
                loss == Loss.FOCAL ? values.get(GAMMA) : 0.0,
                loss.dice);
        Activation activation = in.channels() == 1 ? Activation.SIGMOID : Activation.SOFTMAX;
        return Dl4j.layer("CnnLossLayer", made)
                .set("activation", activation.expr())
                .build();
    }
}
