package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A data set in memory: the features of all examples in one array, row by row, and their labels, which are class numbers, real numbers, the
 * examples themselves, whether they are real, for texts at each step the token that comes next or at some steps the one that is hidden there, or for pictures the boxes of the objects on them or the class of each
 * pixel.
 *
 * <p>The arrays are handed over, not copied, and must not be changed afterwards.
 */
public final class Examples {

    /** Sets the random numbers that hide tokens apart from those of other purposes. */
    private static final long MASKS = -4;

    /** And those that draw pairs. */
    private static final long PAIRS = -5;

    /** Stands in a mask for a pixel that counts for nothing, as in PASCAL VOC: the number 255. */
    public static final byte LEFT_OUT = (byte) 255;

    private final float[] features;
    private final long[] shape;
    private final int[] lengths;
    private final int testFrom;
    private final Optional<Partners> partners;
    private final Lesson lesson;

    private Examples(
            float[] features, long[] shape, int[] lengths, int testFrom, Optional<Partners> partners, Lesson lesson) {
        this.features = features;
        this.shape = shape;
        this.lengths = lengths;
        this.testFrom = testFrom;
        this.partners = partners;
        this.lesson = lesson;
    }

    private static Examples of(float[] features, long[] shape, int rows, Lesson lesson) {
        return new Examples(features, shape, new int[0], rows, Optional.empty(), lesson);
    }

    private Examples with(Lesson other) {
        return new Examples(features, shape, lengths, testFrom, partners, other);
    }

    /**
     * Examples that belong to classes.
     *
     * @param shape of one example, channels first: [channels, height, width] for images, [columns] for tables, [steps] for texts
     * @param classes the class number of each example, an index into {@code classNames}
     */
    public static Examples ofClasses(float[] features, long[] shape, int[] classes, List<String> classNames) {
        return of(features, shape, classes.length, new Lesson.Classes(classes, List.copyOf(classNames)));
    }

    /** Examples with {@code columns} real numbers each to predict. */
    public static Examples ofNumbers(float[] features, long[] shape, float[] targets, int columns) {
        return of(features, shape, targets.length / columns, new Lesson.Numbers(targets, columns));
    }

    /**
     * Pictures with objects to find.
     *
     * @param shape of one picture, [channels, height, width]
     * @param boxes those of each picture; their classes are indexes into {@code classNames}
     */
    public static Examples ofBoxes(float[] features, long[] shape, List<List<Box>> boxes, List<String> classNames) {
        return of(features, shape, boxes.size(), new Lesson.Objects(List.copyOf(boxes), List.copyOf(classNames)));
    }

    /**
     * Pictures whose pixels belong to classes.
     *
     * @param shape of one picture, [channels, height, width]
     * @param masks the class of each pixel, picture after picture and row by row: an index into {@code classNames}, or {@link #LEFT_OUT}
     */
    public static Examples ofMasks(float[] features, long[] shape, byte[] masks, List<String> classNames) {
        int rows = Math.toIntExact(masks.length / (shape[1] * shape[2]));
        return of(features, shape, rows, new Lesson.Pixels(masks, List.copyOf(classNames)));
    }

    /** A picture of whose pixels nothing is known. */
    public static Examples unmasked(float[] features, long[] shape, List<String> classNames) {
        byte[] mask = new byte[Math.toIntExact(shape[1] * shape[2])];
        Arrays.fill(mask, LEFT_OUT);
        return ofMasks(features, shape, mask, classNames);
    }

    /** Examples without labels, from which nothing can be learned before it is said what. */
    public static Examples unlabelled(float[] features, long[] shape, int rows) {
        return of(features, shape, rows, new Lesson.Nothing());
    }

    /** Texts without labels, of which each step is to foretell the next token. */
    public static Examples ofTexts(float[] features, long[] shape, int rows) {
        return unlabelled(features, shape, rows).foretelling();
    }

    /** The same texts without labels: each step is to foretell the next token. */
    public Examples foretelling() {
        return with(new Lesson.NextToken());
    }

    /**
     * The same examples as the first parts of pairs.
     *
     * @param second the numbers of all second parts, row by row
     * @param secondShape of one second part, channels first
     * @param secondLengths how many steps of each are in use; empty where all are
     */
    public Examples pairedWith(float[] second, long[] secondShape, int[] secondLengths) {
        Partners own = new Partners(
                second, secondShape, secondLengths, IntStream.range(0, size()).toArray());
        return new Examples(features, shape, lengths, testFrom, Optional.of(own), lesson);
    }

    /** The same examples as the first parts of pairs, row by row with those of other data as the second. */
    public Examples pairedWith(Examples others) {
        return pairedWith(others.features, others.shape, others.lengths);
    }

    /** The same examples as the second parts of pairs, row by row behind these numbers of this shape. */
    Examples behind(float[] first, long[] firstShape) {
        Partners own = new Partners(
                features, shape, lengths, IntStream.range(0, size()).toArray());
        return new Examples(first, firstShape, new int[0], testFrom, Optional.of(own), lesson);
    }

    /**
     * The same pairs of texts: each step of the second is to foretell its next token.
     *
     * @param end the number of the token behind the last one
     */
    public Examples targeting(int end) {
        return with(new Lesson.TargetToken(end));
    }

    /**
     * The same texts without labels: some tokens of each are hidden, and are to be restored. They are always the same ones, unless {@link #inEpoch} chooses others.
     *
     * @param mask the number that takes their place, behind those of all tokens
     * @param seed of the random numbers that choose them
     */
    public Examples masking(int mask, long seed) {
        Lesson masked = new Lesson.MaskedToken(mask, Shuffle.random(seed, MASKS).nextLong());
        return with(masked);
    }

    /**
     * The same examples in pairs, of which is to be told whether both are of the same class. Each is paired with another one of its own part of the data; they are always the same pairs, unless
     * {@link #inEpoch} draws others.
     *
     * @param split the parts of the data, none of which must get to see another
     * @param seed of the random numbers that draw them
     */
    public Examples comparing(Split split, long seed) {
        return drawn(
                new ClassPairs(classes(), split), Shuffle.random(seed, PAIRS).nextLong());
    }

    private Examples drawn(ClassPairs pairs, long seed) {
        ClassPairs.Drawn drawn = pairs.draw(seed);
        Partners others = new Partners(features, shape, lengths, drawn.partners());
        return new Examples(
                features,
                shape,
                lengths,
                testFrom,
                Optional.of(others),
                new Lesson.SameClass(pairs, drawn.same(), seed));
    }

    /** The same examples as they are in an epoch, counted from 0: with other tokens hidden in each, if some are to be restored, or in other pairs, if two are to be compared. */
    public Examples inEpoch(int epoch) {
        if (lesson instanceof Lesson.SameClass compared) {
            return drawn(
                    compared.pairs(), Shuffle.random(compared.seed(), epoch).nextLong());
        }
        if (!(lesson instanceof Lesson.MaskedToken masked)) {
            return this;
        }
        long ofEpoch = Shuffle.random(masked.seed(), epoch).nextLong();
        return with(new Lesson.MaskedToken(masked.mask(), ofEpoch));
    }

    /** The same examples without labels: each is to be given back, number by number. */
    public Examples reconstructing() {
        return with(new Lesson.Itself());
    }

    /** The same examples without labels: they are to be told from such that a generator makes. */
    public Examples contested() {
        return with(new Lesson.Genuineness());
    }

    /** Whether the examples are to be told from such that a generator makes. */
    public boolean isContested() {
        return lesson instanceof Lesson.Genuineness;
    }

    /** The same examples as sequences of which only the first {@code lengths[row]} steps are in use; the others are masked. */
    public Examples withLengths(int[] stepsInUse) {
        return new Examples(features, shape, stepsInUse, testFrom, partners, lesson);
    }

    /** The same examples, of which those from row {@code firstTestRow} on are the data set's own test part. */
    public Examples withTestFrom(int firstTestRow) {
        return new Examples(features, shape, lengths, firstTestRow, partners, lesson);
    }

    /** How many examples there are. */
    public int size() {
        return features.length / width();
    }

    /** Whether the examples belong to classes; otherwise numbers are to be predicted, or tokens, or objects to be found, or pixels to be told apart. */
    public boolean isClassified() {
        return lesson instanceof Lesson.Classes || lesson instanceof Lesson.SameClass;
    }

    /** Whether objects are to be found. */
    public boolean isDetecting() {
        return lesson instanceof Lesson.Objects;
    }

    /** The objects of each picture; empty where none are to be found. */
    public List<List<Box>> boxes() {
        return lesson.boxes();
    }

    /** How many objects a picture has at most. */
    public int mostBoxes() {
        return boxes().stream().mapToInt(List::size).max().orElse(0);
    }

    /** Whether the class of each pixel is to be told. */
    public boolean isSegmenting() {
        return lesson instanceof Lesson.Pixels;
    }

    /** The masks of all pictures, row by row; empty where none are to be told; not a copy. */
    public byte[] masks() {
        return lesson.masks();
    }

    /** The mask of a picture, row by row. */
    public byte[] mask(int row) {
        int pixels = Math.toIntExact(shape[1] * shape[2]);
        return Arrays.copyOfRange(masks(), row * pixels, (row + 1) * pixels);
    }

    /** Whether each step of a text is to foretell the next token. */
    public boolean isForetelling() {
        return lesson instanceof Lesson.NextToken;
    }

    /** Whether hidden tokens of texts are to be restored. */
    public boolean isRestoring() {
        return lesson instanceof Lesson.MaskedToken;
    }

    /** Whether each step of the second text of a pair is to foretell the next token. */
    public boolean isTargeting() {
        return lesson instanceof Lesson.TargetToken;
    }

    /** Whether tokens of texts are to be found at all, next ones or hidden ones. */
    public boolean isOfTokens() {
        return isForetelling() || isRestoring() || isTargeting();
    }

    /** Whether the examples are pairs. */
    public boolean isPaired() {
        return partners.isPresent();
    }

    /** The second parts of the pairs. */
    Partners partners() {
        return partners.orElseThrow(() -> new IllegalStateException("These examples are no pairs."));
    }

    /** The features of all second parts, one behind the other, empty where examples are no pairs; not a copy. */
    public float[] secondFeatures() {
        return partners.map(Partners::features).orElse(new float[0]);
    }

    /** The numbers of the second part of a pair; a copy. */
    public float[] second(int row) {
        float[] whole = new float[partners().width()];
        partners().show(row, whole, 0);
        return whole;
    }

    /** How many steps of the second part of a pair are in use; all its numbers where it is no sequence. */
    public int secondLength(int row) {
        return partners().length(row);
    }

    /** Whether the second parts are sequences of different lengths. */
    public boolean isSecondMasked() {
        return partners.filter(Partners::isMasked).isPresent();
    }

    /** Whether the examples themselves are to be given back. */
    public boolean isReconstructing() {
        return lesson instanceof Lesson.Itself;
    }

    /** How many steps of a text have a next token. */
    public int foretold(int row) {
        return Math.max(0, (isMasked() ? lengths[row] : width()) - 1);
    }

    /** The number of the mark that targets begin with. */
    int targetBegin() {
        return (int) partners().at(0, 0);
    }

    /** That of the mark that they end with. */
    int targetEnd() {
        return ((Lesson.TargetToken) lesson).end();
    }

    /** How many steps the texts have in which tokens are to be found. */
    int tokenSteps() {
        return isTargeting() ? partners().width() : width();
    }

    /** The steps of a text at which a token is to be found. */
    int[] askedSteps(int row) {
        if (isTargeting()) {
            return IntStream.range(0, partners().length(row)).toArray();
        }
        return lesson instanceof Lesson.MaskedToken masked
                ? cloze(masked, row).steps()
                : IntStream.range(0, foretold(row)).toArray();
    }

    /** The number of the token that is to be found at a step of a text. */
    int wantedToken(int row, int step) {
        if (lesson instanceof Lesson.TargetToken target) {
            boolean last = step + 1 >= partners().length(row);
            return last ? target.end() : (int) partners().at(row, step + 1);
        }
        return (int) features[row * width() + step + (isForetelling() ? 1 : 0)];
    }

    /** What a network gets to see of an example: its features, but for tokens that are hidden. */
    void show(int row, float[] to, int at) {
        System.arraycopy(features, row * width(), to, at, width());
        if (lesson instanceof Lesson.MaskedToken masked) {
            Cloze cloze = cloze(masked, row);
            for (int i = 0; i < cloze.steps().length; i++) {
                to[at + cloze.steps()[i]] = cloze.shown()[i];
            }
        }
    }

    private Cloze cloze(Lesson.MaskedToken masked, int row) {
        int length = isMasked() ? lengths[row] : width();
        return Cloze.of(features, row * width(), length, masked.mask(), Shuffle.random(masked.seed(), row));
    }

    /** The shape of one example, channels first. */
    public long[] shape() {
        return shape.clone();
    }

    /** How many numbers one example holds. */
    public int width() {
        long width = 1;
        for (long side : shape) {
            width *= side;
        }
        return Math.toIntExact(width);
    }

    /** The features of all examples, row by row; not a copy. */
    public float[] features() {
        return features;
    }

    /** Whether the examples are sequences of different lengths. */
    public boolean isMasked() {
        return lengths.length > 0;
    }

    /** The steps in use in an example. */
    public int length(int row) {
        return lengths[row];
    }

    /** The class numbers of all examples; empty where numbers are to be predicted; not a copy. */
    public int[] classes() {
        return lesson.classes();
    }

    /** The names of the classes. */
    public List<String> classNames() {
        return lesson.classNames();
    }

    /** The numbers to predict, row by row; the features where they are to be given back, empty where there are classes; not a copy. */
    public float[] targets() {
        if (isReconstructing()) {
            return features;
        }
        return lesson instanceof Lesson.Numbers numbers ? numbers.values() : new float[0];
    }

    /** How many numbers are to be predicted for each example; 0 where there are classes. */
    public int targetColumns() {
        if (isReconstructing()) {
            return width();
        }
        return lesson instanceof Lesson.Numbers numbers ? numbers.columns() : 0;
    }

    /** The first row of the data set's own test part; {@link #size} if it has none. */
    public int testFrom() {
        return testFrom;
    }
}
