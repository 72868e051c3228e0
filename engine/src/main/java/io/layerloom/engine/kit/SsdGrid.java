package io.layerloom.engine.kit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a single shot detector says where objects are: Liu et al., SSD (2016). The numbers of a picture are those of several feature maps, one behind the other, each as [channels, height, width]; the
 * channels are for each of its {@link DefaultBoxes} a score for "no object" and for each class, before their softmax, and four {@linkplain BoxOffsets offsets} of the object's box from the default box,
 * counted in {@linkplain BoxOffsets#SPREAD tenths and fifths}.
 */
final class SsdGrid implements Serializable {

    private static final long serialVersionUID = 1;

    /** Nobody wants to see what is less sure, and it hardly adds to the average precision. */
    private static final double LEAST_SURE = 0.01;

    private static final double ONE_OBJECT = 0.45;

    /** How many boxes of a class are looked at, and how many objects a picture has at most, as the authors' program has it. */
    private static final int MOST_OF_CLASS = 400;

    private static final int MOST = 200;

    private final int classes;
    private final DefaultBoxes[] maps;
    private final int places;

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
        List<Box> all = new ArrayList<>(places);
        for (DefaultBoxes map : maps) {
            for (int place = 0; place < map.places(); place++) {
                all.add(map.box(place));
            }
        }
        return all;
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

    /**
     * The objects on a picture, the surest first, each of them once: boxes of one class that overlap by more than 0.45 are taken for one object. A place may hold objects of several classes.
     */
    List<Detection> objects(double[] numbers) {
        List<List<Detection>> found = new ArrayList<>();
        for (int kind = 0; kind < classes; kind++) {
            found.add(new ArrayList<>());
        }
        List<Box> from = boxes();
        for (int place = 0; place < places; place++) {
            double[] likely = probabilities(numbers, place);
            for (int kind = 0; kind < classes; kind++) {
                if (likely[1 + kind] >= LEAST_SURE) {
                    found.get(kind).add(new Detection(box(numbers, place, kind, from.get(place)), likely[1 + kind]));
                }
            }
        }
        return surest(
                found.stream()
                        .flatMap(ofClass -> Detection.distinct(surest(ofClass, MOST_OF_CLASS), ONE_OBJECT).stream())
                        .toList(),
                MOST);
    }

    private static List<Detection> surest(List<Detection> found, int most) {
        return found.stream()
                .sorted(Comparator.comparingDouble(Detection::confidence).reversed())
                .limit(most)
                .toList();
    }

    private Box box(double[] numbers, int place, int kind, Box from) {
        double[] offsets = new double[BoxOffsets.COUNT];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = BoxOffsets.SPREAD[i] * numbers[offset(place, i)];
        }
        Box box = BoxOffsets.onPicture(BoxOffsets.box(offsets, from));
        return new Box(kind, box.left(), box.top(), box.right(), box.bottom());
    }
}
