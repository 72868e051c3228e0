package io.layerloom.graph;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a network is to learn from its examples: where the labels come from. */
public enum Objective implements Labelled {
    /** The labels of the data. */
    SUPERVISED(later("Labels of the data")),
    /** At each step of a text, the token that comes next; labels are left aside. */
    NEXT_TOKEN(later("The next token")),
    /** Some tokens of a text, which are hidden behind a mask and have to be restored from all others; labels are left aside. */
    MASKED_TOKEN(later("Masked tokens")),
    /** Of a pair of texts, at each step of the target the token that comes next, by the source and the target so far. */
    TARGET_TOKEN(later("The next token of the target")),
    /** Whether two examples are of the same class; pairs are made of the data, half of them of one class and half of two. */
    SAME_CLASS(later("Whether two examples are of the same class")),
    /** The example itself, which the network has to give back; labels are left aside. */
    AUTOENCODING(later("The input itself")),
    /** The objects on a picture: where they are and what they are, as the boxes of the data show them. */
    DETECTION(later("Boxes of the data")),
    /** Of which class each pixel of a picture is, as the masks of the data show it. */
    SEGMENTATION(later("Masks of the data")),
    /** Which examples are of the data and which were generated; a generator learns to make such that cannot be told apart. Labels are left aside. */
    ADVERSARIAL(later("Real from generated"));

    /** What two examples can be, in the order of their class numbers. */
    public static final List<String> SAMENESS = List.of(later("different"), later("same"));

    /** Classes as people read them: those of {@link #SAMENESS} in the language of now, and those of data as the data name them. */
    public static List<String> told(List<String> classes) {
        return classes.equals(SAMENESS)
                ? SAMENESS.stream().map(name -> tr(name)).toList()
                : classes;
    }

    private final String label;

    Objective(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return tr(label);
    }

    /** The name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why nothing can be learned in this way from such data, as a sentence; empty if it can. */
    public Optional<String> refusal(DataSchema data) {
        if (data.labels() instanceof Labels.Text && this != TARGET_TOKEN) {
            return Optional.of(
                    tr("%s holds pairs of texts. Let the network learn the next token of the target.", data.name()));
        }
        if (data.second().isPresent() && (this == AUTOENCODING || this == ADVERSARIAL)) {
            return Optional.of(
                    tr("Each example of %s has two parts. Let the network learn the labels of the data.", data.name()));
        }
        return switch (this) {
            case SUPERVISED -> withoutLabels(data);
            case DETECTION ->
                data.labels() instanceof Labels.Boxes
                        ? Optional.empty()
                        : Optional.of(tr(
                                "%s has no boxes around objects. Let the network learn something else from it, or choose pictures with boxes.",
                                data.name()));
            case SEGMENTATION ->
                data.labels() instanceof Labels.Mask
                        ? Optional.empty()
                        : Optional.of(tr(
                                "%s has no masks, which say the class of each pixel. Let the network learn something else from it, or choose pictures with masks.",
                                data.name()));
            case NEXT_TOKEN ->
                data.features() instanceof Shape.Tokens tokens
                        ? tokens.steps() < 2
                                ? Optional.of(
                                        tr("A text of 1 step has no next token. Let the data have 2 steps or more."))
                                : Optional.empty()
                        : refused(later("Only texts have a next token, but an example of %s is %s."), data);
            case MASKED_TOKEN ->
                data.features() instanceof Shape.Tokens tokens
                        ? tokens.steps() < 2
                                ? Optional.of(
                                        tr(
                                                "In a text of 1 step nothing tells what a masked token was. Let the data have 2 steps or more."))
                                : Optional.empty()
                        : refused(later("Only texts have tokens to mask, but an example of %s is %s."), data);
            case TARGET_TOKEN ->
                data.labels() instanceof Labels.Text
                        ? Optional.empty()
                        : Optional.of(tr(
                                "%s has no second text for each. Let the network learn something else from it, or choose pairs of texts.",
                                data.name()));
            case SAME_CLASS -> withoutPairs(data);
            case AUTOENCODING ->
                data.features() instanceof Shape.Tokens
                        ? refused(later("Only numbers can be given back, but an example of %s is %s."), data)
                        : Optional.empty();
            case ADVERSARIAL ->
                data.features() instanceof Shape.Tokens
                        ? refused(later("Only numbers can be generated, but an example of %s is %s."), data)
                        : Optional.empty();
        };
    }

    private static Optional<String> withoutLabels(DataSchema data) {
        if (data.labels() instanceof Labels.Boxes) {
            return Optional.of(
                    tr("%s has boxes around objects instead of labels. Let the network learn the boxes.", data.name()));
        }
        if (data.labels() instanceof Labels.Mask) {
            return Optional.of(tr(
                    "%s has a mask for each picture instead of labels. Let the network learn the masks.", data.name()));
        }
        return data.labels() instanceof Labels.None
                ? Optional.of(
                        tr("%s has no labels to learn. Let the network learn something else from it.", data.name()))
                : Optional.empty();
    }

    private static Optional<String> withoutPairs(DataSchema data) {
        if (data.second().isPresent()) {
            return Optional.of(tr(
                    "The examples of %s are pairs already. Let the network learn the labels of the data.",
                    data.name()));
        }
        return data.labels() instanceof Labels.Classes classes
                        && classes.names().size() > 1
                ? Optional.empty()
                : Optional.of(tr(
                        "Only examples of classes can be compared, but %s has no two classes. Let the network learn something else, or choose data with classes.",
                        data.name()));
    }

    private static Optional<String> refused(String sentence, DataSchema data) {
        return Optional.of(tr(
                "%s Let the network learn something else, or choose other data.",
                tr(sentence, data.name(), data.features().described())));
    }

    /** What such data hold then: with labels of another kind, and texts with one token more where some are masked; the data's own where they are refused. */
    public DataSchema of(DataSchema data) {
        if (refusal(data).isPresent()) {
            return data;
        }
        return switch (this) {
            case SUPERVISED, DETECTION, SEGMENTATION -> data;
            case NEXT_TOKEN -> data.with(new Labels.Tokens((Shape.Tokens) data.features()));
            case MASKED_TOKEN -> masked(data, (Shape.Tokens) data.features());
            case TARGET_TOKEN -> targeted(data, ((Labels.Text) data.labels()).target());
            case SAME_CLASS -> data.paired(data.features(), new Labels.Classes(SAMENESS));
            case AUTOENCODING -> data.with(new Labels.Itself(data.features()));
            case ADVERSARIAL -> data.with(new Labels.Genuineness());
        };
    }

    private static DataSchema targeted(DataSchema data, Shape.Tokens target) {
        return data.paired(target, new Labels.Tokens(target));
    }

    private static DataSchema masked(DataSchema data, Shape.Tokens text) {
        Shape.Tokens withMask = new Shape.Tokens(text.steps(), text.vocabulary() + 1);
        return new DataSchema(
                data.name(), withMask, new Labels.MaskedTokens(withMask), data.examples(), data.ownTest());
    }

    /** How an output wants its labels then, which by itself wants them in this way. */
    public Labels.Format of(Labels.Format own) {
        return switch (this) {
            case AUTOENCODING -> Labels.Format.NUMBERS;
            case MASKED_TOKEN -> own == Labels.Format.NEXT_TOKENS ? Labels.Format.MASKED_TOKENS : own;
            case SUPERVISED, NEXT_TOKEN, TARGET_TOKEN, SAME_CLASS, DETECTION, SEGMENTATION, ADVERSARIAL -> own;
        };
    }
}
