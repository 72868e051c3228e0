package io.layerloom.engine.kit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a single shot detector says where objects are: Liu et al., SSD (2016). The numbers of a picture are those of several feature maps, one behind the other, each as [channels, height, width]; the
 * channels are for each of its {@link DefaultBoxes} a score for "no object" and for each class, before their softmax, and four {@linkplain BoxOffsets offsets} of the object's box from the default box,
 * counted in {@linkplain BoxOffsets#spread tenths and fifths}.
 */
final class SsdGrid implements Serializable {

    private static final long serialVersionUID = 1;

    private final int classes;
    private final DefaultBoxes[] maps;
    private final int places;
    private transient @Nullable List<Box> boxes;

    /**
     * A grid.
     *
     * @param classes how many classes are told apart
     */
    SsdGrid(int classes, DefaultBoxes... maps) {
        if (classes < 1 || maps.length < 1) {
            throw new IllegalArgumentException(
                    "At least one class and one map are needed. Received: %d, %d".formatted(classes, maps.length));
        }
        this.classes = classes;
        this.maps = maps.clone();
        int sum = 0;
        for (DefaultBoxes map : maps) {
            sum += map.places();
        }
        this.places = sum;
    }

    int classes() {
        return classes;
    }

    DefaultBoxes[] maps() {
        return maps.clone();
    }

    /** How many default boxes there are, in all maps together. */
    int places() {
        return places;
    }

    /** How many numbers stand for a picture. */
    int size() {
        return places * parts();
    }

    /** What is said of each box. */
    private int parts() {
        return 1 + classes + BoxOffsets.COUNT;
    }

    /** The default boxes of all maps, in the order of their places. */
    List<Box> boxes() {
        List<Box> known = boxes;
        if (known == null) {
            known = Arrays.stream(maps)
                    .flatMap(map -> IntStream.range(0, map.places()).mapToObj(map::box))
                    .toList();
            boxes = known;
        }
        return known;
    }

    /** Where the score of a place for an outcome stands: 0 is "no object", and then come the classes. */
    int score(int place, int outcome) {
        return at(place, outcome);
    }

    /** Where an offset of a place stands. */
    int offset(int place, int number) {
        return at(place, 1 + classes + number);
    }

    private int at(int place, int part) {
        int map = 0;
        int first = 0;
        while (place >= first + maps[map].places()) {
            first += maps[map].places();
            map++;
        }
        int cells = maps[map].cells();
        int own = place - first;
        return first * parts() + (own / cells * parts() + part) * cells + own % cells;
    }

    /** How likely each outcome is at a place: "no object", and then the classes. */
    double[] probabilities(double[] numbers, int place) {
        return Likelihood.softmax(numbers, 1 + classes, outcome -> score(place, outcome));
    }

    /** The objects on a picture, as {@link Detection#objects} chooses them. A place may hold objects of several classes. */
    List<Detection> objects(double[] numbers) {
        List<Detection> found = new ArrayList<>();
        List<Box> from = boxes();
        for (int place = 0; place < places; place++) {
            double[] likely = probabilities(numbers, place);
            for (int kind = 0; kind < classes; kind++) {
                if (likely[1 + kind] >= Detection.LEAST_SURE) {
                    found.add(new Detection(box(numbers, place, kind, from.get(place)), likely[1 + kind]));
                }
            }
        }
        return Detection.objects(found);
    }

    private Box box(double[] numbers, int place, int kind, Box from) {
        double[] offsets = new double[BoxOffsets.COUNT];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = BoxOffsets.spread(i) * numbers[offset(place, i)];
        }
        Box box = BoxOffsets.onPicture(BoxOffsets.box(offsets, from));
        return new Box(kind, box.left(), box.top(), box.right(), box.bottom());
    }
}
