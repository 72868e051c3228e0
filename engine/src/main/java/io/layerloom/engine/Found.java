package io.layerloom.engine;

import io.layerloom.engine.kit.Box;
import io.layerloom.engine.kit.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An object on a picture.
 *
 * @param kind its class, by its place among the names of the classes
 * @param confidence how sure the network is of it, from 0 to 1; 1 for what the data say
 * @param left where its box begins, as a part of the width of the picture; likewise the other sides
 */
public record Found(int kind, double confidence, double left, double top, double right, double bottom) {

    private static final int NUMBERS = 6;

    /** An object of the data. */
    static Found of(Box box) {
        return new Found(box.kind(), 1, box.left(), box.top(), box.right(), box.bottom());
    }

    /** The objects that a network has found, as the numbers that a worker answers with. */
    static float[] numbers(List<Detection> detections) {
        float[] numbers = new float[NUMBERS * detections.size()];
        int at = 0;
        for (Detection one : detections) {
            numbers[at++] = one.box().kind();
            numbers[at++] = (float) one.confidence();
            numbers[at++] = (float) one.box().left();
            numbers[at++] = (float) one.box().top();
            numbers[at++] = (float) one.box().right();
            numbers[at++] = (float) one.box().bottom();
        }
        return numbers;
    }

    /** What {@link Predictor#predict} answers for a network that finds objects, the surest first. */
    public static List<Found> of(float[] numbers) {
        List<Found> all = new ArrayList<>();
        for (int at = 0; at + NUMBERS <= numbers.length; at += NUMBERS) {
            all.add(new Found(
                    (int) numbers[at],
                    numbers[at + 1],
                    numbers[at + 2],
                    numbers[at + 3],
                    numbers[at + 4],
                    numbers[at + 5]));
        }
        all.sort(Comparator.comparingDouble(Found::confidence).reversed());
        return all;
    }

    /** How far two boxes are the same, from 0 to 1: what both cover, divided by what one of them covers at least. */
    public double overlap(Found other) {
        return box().overlap(other.box());
    }

    private Box box() {
        return new Box(kind, left, top, right, bottom);
    }
}
