package io.layerloom.engine.kit;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder of pictures with boxes in the format of darknet and its followers: beside each picture, or in a folder {@code labels} beside the folder {@code images} in which the pictures are, a
 * text file of the same name. Each of its lines is a box: the number of the class, and centre, width and height as parts of the picture ({@code class x y width height}). A picture without such a
 * file has no objects. The names of the classes stand in {@code classes.txt} or {@code obj.names}, one a line; without them, their numbers are their names.
 */
public final class BoxFolder {

    static final List<String> NAMES = List.of("classes.txt", "obj.names", "classes.names", "labels.txt");
    static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg", ".bmp");
    private static final long LONGEST_FILE = 1 << 20;
    private static final int MOST_BOXES = 1000;
    private static final int MOST_CLASSES = 10_000;
    private static final int NUMBERS = 5;
    private static final double ROUNDED = 1e-3;

    private final List<Path> pictures;
    private final List<List<Box>> boxes;
    private final List<String> classNames;

    private BoxFolder(List<Path> pictures, List<List<Box>> boxes, List<String> classNames) {
        this.pictures = pictures;
        this.boxes = boxes;
        this.classNames = classNames;
    }

    /** Whether a folder most likely holds pictures with boxes. */
    public static boolean isOne(Path folder) throws IOException {
        for (Path picture : pictures(folder)) {
            if (Files.isRegularFile(annotations(folder, picture))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Finds the pictures of a folder, in the order of their names, and reads their boxes.
     *
     * @throws DataException with file, line and reason if a box cannot be read
     */
    public static BoxFolder of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new DataException("There is no folder %s. Choose the folder that holds the pictures.", folder);
        }
        List<Path> pictures = pictures(folder);
        if (pictures.isEmpty()) {
            throw new DataException(
                    "There is no PNG, JPEG or BMP file in %s or its folder images. Choose the folder that holds the pictures.",
                    folder);
        }
        Optional<List<String>> names = names(folder);
        List<List<Box>> boxes = new ArrayList<>();
        int kinds = 0;
        boolean annotated = false;
        for (Path picture : pictures) {
            Path file = annotations(folder, picture);
            boolean there = Files.isRegularFile(file);
            annotated |= there;
            List<Box> own = there ? boxes(file, names.map(List::size).orElse(MOST_CLASSES)) : List.of();
            boxes.add(own);
            kinds = Math.max(
                    kinds, own.stream().mapToInt(box -> box.kind() + 1).max().orElse(0));
        }
        if (!annotated) {
            throw new DataException(
                    "None of the %,d pictures in %s has a text file with its boxes, such as %s. Put them beside the pictures, or into a folder labels beside a folder images.",
                    pictures.size(),
                    folder,
                    annotations(folder, pictures.get(0)).getFileName());
        }
        if (kinds == 0) {
            throw new DataException("No picture in %s has a box, so there is nothing to find. Draw some.", folder);
        }
        int count = kinds;
        return new BoxFolder(pictures, boxes, names.orElseGet(() -> numbered(count)));
    }

    private static List<String> numbered(int count) {
        List<String> names = new ArrayList<>();
        for (int kind = 0; kind < count; kind++) {
            names.add(Integer.toString(kind));
        }
        return names;
    }

    /** How many pictures there are. */
    public int size() {
        return pictures.size();
    }

    /** The names of the classes. */
    public List<String> classNames() {
        return classNames;
    }

    /** Reads the pictures, each scaled to this height and width, in colour. */
    public Examples read(int side) throws IOException {
        int size = PictureFile.CHANNELS * side * side;
        Memory.require((long) size * pictures.size(), Sentence.of("These %,d pictures", pictures.size()));
        float[] pixels = new float[size * pictures.size()];
        for (int i = 0; i < pictures.size(); i++) {
            PictureFile.read(pictures.get(i), side, pixels, i * size);
        }
        return Examples.ofBoxes(pixels, new long[] {PictureFile.CHANNELS, side, side}, boxes, classNames);
    }

    /** A picture to be asked about, scaled as those of a folder are; nothing is said of what is on it. */
    public static Examples question(Path picture, int side, List<String> classNames) throws IOException {
        if (!Files.isRegularFile(picture)) {
            throw new DataException("There is no picture %s; name a PNG, JPEG or BMP file.", picture);
        }
        float[] pixels = new float[PictureFile.CHANNELS * side * side];
        PictureFile.read(picture, side, pixels, 0);
        return Examples.ofBoxes(pixels, new long[] {PictureFile.CHANNELS, side, side}, List.of(List.of()), classNames);
    }

    /** All files of a folder that belong to its pictures and boxes. */
    public static List<Path> files(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).forEach(all::add);
        for (Path picture : pictures(folder)) {
            all.add(picture);
            Optional.of(annotations(folder, picture))
                    .filter(Files::isRegularFile)
                    .ifPresent(all::add);
        }
        return all;
    }

    private static List<Path> pictures(Path folder) throws IOException {
        Path inner = folder.resolve("images");
        Predicate<Path> picture = file -> PICTURES.stream().anyMatch(lower(file)::endsWith);
        try (Stream<Path> files = Files.list(Files.isDirectory(inner) ? inner : folder)) {
            return files.filter(picture).filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String lower(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    private static Path annotations(Path folder, Path picture) {
        String name = String.valueOf(picture.getFileName());
        String text = name.substring(0, name.lastIndexOf('.')) + ".txt";
        return folder.equals(picture.getParent())
                ? folder.resolve(text)
                : folder.resolve("labels").resolve(text);
    }

    /** The names of the classes, from a file of its own; empty if there is none. */
    static Optional<List<String>> names(Path folder) throws IOException {
        Optional<Path> file =
                NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = lines(file.get()).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.isEmpty() || names.size() > MOST_CLASSES) {
            throw new DataException(
                    "%s names %,d classes; 1 to %,d are possible, one a line.", file.get(), names.size(), MOST_CLASSES);
        }
        return Optional.of(names);
    }

    private static List<String> lines(Path file) throws IOException {
        if (Files.size(file) > LONGEST_FILE) {
            throw new DataException(
                    "%s has %,d bytes; a list of boxes or classes has %,d at most.",
                    file, Files.size(file), LONGEST_FILE);
        }
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new DataException(e, "%s is no text in UTF-8.", file);
        }
    }

    private static List<Box> boxes(Path file, int classes) throws IOException {
        List<String> lines = lines(file);
        List<Box> boxes = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line).strip();
            if (!text.isEmpty()) {
                boxes.add(box(text, Sentence.of("%s, line %d", file, line + 1), classes));
            }
        }
        if (boxes.size() > MOST_BOXES) {
            throw new DataException("%s has %,d boxes; a picture has %,d at most.", file, boxes.size(), MOST_BOXES);
        }
        return List.copyOf(boxes);
    }

    private static Box box(String text, Sentence where, int classes) throws DataException {
        String[] parts = text.split("\\s+");
        double[] numbers = new double[NUMBERS];
        try {
            for (int i = 0; i < parts.length && i < NUMBERS; i++) {
                numbers[i] = Double.parseDouble(parts[i]);
            }
        } catch (NumberFormatException e) {
            throw new DataException(e, "%s: a box is five numbers. Received: %s", where, shortened(text));
        }
        if (parts.length != NUMBERS) {
            throw new DataException(
                    "%s: a box is five numbers, class, x and y of its centre, width and height. Received: %s",
                    where, shortened(text));
        }
        int kind = (int) numbers[0];
        if (kind != numbers[0] || kind < 0 || kind >= classes) {
            throw new DataException(
                    "%s: the class must be a whole number from 0 to %d. Received: %s", where, classes - 1, parts[0]);
        }
        double[] sides = Arrays.copyOfRange(numbers, 1, NUMBERS);
        boolean inside = Arrays.stream(sides).allMatch(part -> part >= 0 && part <= 1 + ROUNDED);
        if (!inside || Math.max(sides[0], sides[1]) > 1 || Math.min(sides[2], sides[3]) == 0) {
            throw new DataException(
                    "%s: centre, width and height are parts of the picture, from 0 to 1. Received: %s",
                    where, shortened(text));
        }
        return new Box(
                kind,
                Math.max(0, sides[0] - sides[2] / 2),
                Math.max(0, sides[1] - sides[3] / 2),
                Math.min(1, sides[0] + sides[2] / 2),
                Math.min(1, sides[1] + sides[3] / 2));
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
