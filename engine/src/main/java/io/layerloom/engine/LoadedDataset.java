package io.layerloom.engine;

import io.layerloom.engine.kit.Box;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.Sha256;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A data set in memory. */
record LoadedDataset(DataSchema schema, DataSource.Loaded loaded) implements Dataset {

    /**
     * The same data with what is to be learned from them in the place of their labels.
     *
     * @param seed of the random numbers that hide tokens, if some are to be restored, or that draw pairs, if two are to be compared
     */
    LoadedDataset toward(Objective objective, long seed) throws DataException {
        Optional<String> refusal = objective.refusal(schema);
        if (refusal.isPresent()) {
            throw new DataException(refusal.get());
        }
        Examples aimed = switch (objective) {
            case SUPERVISED, DETECTION, SEGMENTATION -> loaded.examples();
            case NEXT_TOKEN -> loaded.examples().foretelling();
            case MASKED_TOKEN ->
                loaded.examples()
                        .masking(
                                ((InputEncoder.Texts) loaded.encoder())
                                        .vocabulary()
                                        .mask(),
                                seed);
            case TARGET_TOKEN ->
                loaded.examples()
                        .targeting(((InputEncoder.Pairs) loaded.encoder())
                                .target()
                                .vocabulary()
                                .end());
            case SAME_CLASS -> loaded.examples().comparing(loaded.split(), seed);
            case AUTOENCODING -> loaded.examples().reconstructing();
            case ADVERSARIAL -> loaded.examples().contested();
        };
        return new LoadedDataset(
                objective.of(schema), new DataSource.Loaded(aimed, loaded.split(), loaded.encoder(), loaded.looks()));
    }

    Examples examples() {
        return loaded.examples();
    }

    @Override
    public List<Example> preview(int n) {
        List<Example> out = new ArrayList<>();
        int[] train = loaded.split().train();
        for (int i = 0; i < Math.min(n, train.length); i++) {
            out.add(new Example(label(train[i]), loaded.looks().of(train[i])));
        }
        return out;
    }

    @Override
    public List<Example> heldBack(int n) {
        int[] validation = loaded.split().validation();
        int[] rows = validation.length > 0 ? validation : loaded.split().test();
        return Arrays.stream(rows)
                .limit(n)
                .mapToObj(row -> new Example(label(row), loaded.looks().of(row)))
                .toList();
    }

    @Override
    public List<Example> tested(String className, int n) {
        return Arrays.stream(loaded.split().test())
                .filter(row -> label(row).equals(className))
                .limit(n)
                .mapToObj(row -> new Example(className, loaded.looks().of(row)))
                .toList();
    }

    private String label(int row) {
        Examples data = examples();
        if (data.isClassified()) {
            return data.classNames().get(data.classes()[row]);
        }
        if (data.targetColumns() == 0 || data.isReconstructing()) {
            return "";
        }
        int columns = data.targetColumns();
        float[] targets = Arrays.copyOfRange(data.targets(), row * columns, (row + 1) * columns);
        List<String> numbers = new ArrayList<>();
        for (float target : targets) {
            numbers.add(Float.toString(target));
        }
        return numbers.stream().collect(Collectors.joining(", "));
    }

    @Override
    public List<Integer> classCounts() {
        int[] counts = new int[examples().classNames().size()];
        for (int c : examples().classes()) {
            counts[c]++;
        }
        examples().boxes().forEach(boxes -> boxes.forEach(box -> counts[box.kind()]++));
        if (examples().isSegmenting()) {
            return pictures(counts.length);
        }
        return Arrays.stream(counts).boxed().toList();
    }

    /** How many pictures have any pixel of a class. */
    private List<Integer> pictures(int classes) {
        int[] counts = new int[classes];
        for (int row = 0; row < examples().size(); row++) {
            boolean[] there = new boolean[classes];
            for (byte kind : examples().mask(row)) {
                if (kind != Examples.LEFT_OUT && !there[kind & 255]) {
                    there[kind & 255] = true;
                    counts[kind & 255]++;
                }
            }
        }
        return Arrays.stream(counts).boxed().toList();
    }

    private static float[] numbers(List<Box> boxes) {
        float[] numbers = new float[5 * boxes.size()];
        int at = 0;
        for (Box box : boxes) {
            numbers[at++] = box.kind();
            numbers[at++] = (float) box.left();
            numbers[at++] = (float) box.top();
            numbers[at++] = (float) box.right();
            numbers[at++] = (float) box.bottom();
        }
        return numbers;
    }

    @Override
    public int trainSize() {
        return loaded.split().train().length;
    }

    @Override
    public int validationSize() {
        return loaded.split().validation().length;
    }

    @Override
    public int testSize() {
        return loaded.split().test().length;
    }

    @Override
    public String sha256() {
        Examples data = examples();
        Sha256 hash = new Sha256().add(data.features()).add(data.classes()).add(data.targets());
        for (List<Box> boxes : data.boxes()) {
            hash.add(numbers(boxes));
        }
        if (data.isPaired()) {
            hash.add(data.secondFeatures());
        }
        if (data.isSegmenting()) {
            hash.add(Mask.numbers(data.masks()));
        }
        data.classNames().forEach(hash::add);
        return hash.hex();
    }
}
