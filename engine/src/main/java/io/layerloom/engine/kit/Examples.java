package io.layerloom.engine.kit;

import java.util.List;

/**
 * A data set in memory: the features of all examples in one array, row by row, and their labels, which are class numbers, real numbers, the
 * examples themselves, for texts at each step the token that comes next, or for pictures the boxes of the objects on them.
 *
 * <p>The arrays are handed over, not copied, and must not be changed afterwards.
 */
public final class Examples {

    private final float[] features;
    private final long[] shape;
    private final int[] lengths;
    private final int[] classes;
    private final List<String> classNames;
    private final float[] targets;
    private final int targetColumns;
    private final int testFrom;
    private final Aim aim;
    private final List<List<Box>> boxes;

    /** What is to be learned from the examples. */
    private enum Aim {
        LABELS,
        ITSELF,
        NEXT_TOKEN
    }

    private Examples(
            float[] features,
            long[] shape,
            int[] lengths,
            int[] classes,
            List<String> classNames,
            float[] targets,
            int targetColumns,
            int testFrom,
            Aim aim) {
        this(features, shape, lengths, classes, classNames, targets, targetColumns, testFrom, aim, List.of());
    }

    private Examples(
            float[] features,
            long[] shape,
            int[] lengths,
            int[] classes,
            List<String> classNames,
            float[] targets,
            int targetColumns,
            int testFrom,
            Aim aim,
            List<List<Box>> boxes) {
        this.features = features;
        this.shape = shape;
        this.lengths = lengths;
        this.classes = classes;
        this.classNames = classNames;
        this.targets = targets;
        this.targetColumns = targetColumns;
        this.testFrom = testFrom;
        this.aim = aim;
        this.boxes = boxes;
    }

    /**
     * Examples that belong to classes.
     *
     * @param shape of one example, channels first: [channels, height, width] for images, [columns] for tables, [steps] for texts
     * @param classes the class number of each example, an index into {@code classNames}
     */
    public static Examples ofClasses(float[] features, long[] shape, int[] classes, List<String> classNames) {
        return new Examples(
                features,
                shape,
                new int[0],
                classes,
                List.copyOf(classNames),
                new float[0],
                0,
                classes.length,
                Aim.LABELS);
    }

    /** Examples with {@code columns} real numbers each to predict. */
    public static Examples ofNumbers(float[] features, long[] shape, float[] targets, int columns) {
        return new Examples(
                features,
                shape,
                new int[0],
                new int[0],
                List.of(),
                targets,
                columns,
                targets.length / columns,
                Aim.LABELS);
    }

    /**
     * Pictures with objects to find.
     *
     * @param shape of one picture, [channels, height, width]
     * @param boxes those of each picture; their classes are indexes into {@code classNames}
     */
    public static Examples ofBoxes(float[] features, long[] shape, List<List<Box>> boxes, List<String> classNames) {
        return new Examples(
                features,
                shape,
                new int[0],
                new int[0],
                List.copyOf(classNames),
                new float[0],
                0,
                boxes.size(),
                Aim.LABELS,
                List.copyOf(boxes));
    }

    /** Examples without labels, from which nothing can be learned before it is said what. */
    public static Examples unlabelled(float[] features, long[] shape, int rows) {
        return new Examples(features, shape, new int[0], new int[0], List.of(), new float[0], 0, rows, Aim.LABELS);
    }

    /** Texts without labels, of which each step is to foretell the next token. */
    public static Examples ofTexts(float[] features, long[] shape, int rows) {
        return unlabelled(features, shape, rows).foretelling();
    }

    /** The same texts without labels: each step is to foretell the next token. */
    public Examples foretelling() {
        return new Examples(features, shape, lengths, new int[0], List.of(), new float[0], 0, testFrom, Aim.NEXT_TOKEN);
    }

    /** The same examples without labels: each is to be given back, number by number. */
    public Examples reconstructing() {
        return new Examples(features, shape, lengths, new int[0], List.of(), features, width(), testFrom, Aim.ITSELF);
    }

    /** The same examples as sequences of which only the first {@code lengths[row]} steps are in use; the others are masked. */
    public Examples withLengths(int[] stepsInUse) {
        return new Examples(
                features, shape, stepsInUse, classes, classNames, targets, targetColumns, testFrom, aim, boxes);
    }

    /** The same examples, of which those from row {@code firstTestRow} on are the data set's own test part. */
    public Examples withTestFrom(int firstTestRow) {
        return new Examples(
                features, shape, lengths, classes, classNames, targets, targetColumns, firstTestRow, aim, boxes);
    }

    /** How many examples there are. */
    public int size() {
        return features.length / width();
    }

    /** Whether the examples belong to classes; otherwise numbers are to be predicted, or next tokens, or objects to be found. */
    public boolean isClassified() {
        return !classNames.isEmpty() && !isDetecting();
    }

    /** Whether objects are to be found. */
    public boolean isDetecting() {
        return !boxes.isEmpty();
    }

    /** The objects of each picture; empty where none are to be found. */
    public List<List<Box>> boxes() {
        return boxes;
    }

    /** How many objects a picture has at most. */
    public int mostBoxes() {
        return boxes.stream().mapToInt(List::size).max().orElse(0);
    }

    /** Whether each step of a text is to foretell the next token. */
    public boolean isForetelling() {
        return aim == Aim.NEXT_TOKEN;
    }

    /** Whether the examples themselves are to be given back. */
    public boolean isReconstructing() {
        return aim == Aim.ITSELF;
    }

    /** How many steps of a text have a next token. */
    public int foretold(int row) {
        return Math.max(0, (isMasked() ? lengths[row] : width()) - 1);
    }

    /** The number of the token behind a step of a text. */
    public int nextToken(int row, int step) {
        return (int) features[row * width() + step + 1];
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
        return classes;
    }

    /** The names of the classes. */
    public List<String> classNames() {
        return classNames;
    }

    /** The numbers to predict, row by row; the features where they are to be given back, empty where there are classes; not a copy. */
    public float[] targets() {
        return targets;
    }

    /** How many numbers are to be predicted for each example; 0 where there are classes. */
    public int targetColumns() {
        return targetColumns;
    }

    /** The first row of the data set's own test part; {@link #size} if it has none. */
    public int testFrom() {
        return testFrom;
    }
}
