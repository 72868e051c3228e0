package io.layerloom.engine.kit;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of pictures with masks: in {@code images} the pictures, in {@code masks} for each of them a PNG file of the same name and size, whose pixels are class numbers, be it as places in its
 * palette or as greys. The number 255 leaves a pixel out. As in PASCAL VOC, the folders may also be called {@code JPEGImages} and {@code SegmentationClass}; then pictures without a mask are left
 * aside. The names of the classes stand in {@code classes.txt}, one a line, that of number 0 first; without it, 0 is the background and the numbers of the others are their names.
 */
public final class MaskFolder {

    private static final String PNG = ".png";
    private static final int MOST_CLASSES = 255;
    private static final int LEFT_OUT = 255;

    private final List<Pair> pairs;
    private final List<String> classNames;

    private MaskFolder(List<Pair> pairs, List<String> classNames) {
        this.pairs = pairs;
        this.classNames = classNames;
    }

    /** A picture and its mask. */
    private record Pair(Path picture, Path mask) {}

    /** Where pictures and masks lie. */
    private record Layout(Path pictures, Path masks, boolean sparse) {

        static Optional<Layout> of(Path folder) {
            return Stream.of(
                            new Layout(folder.resolve("images"), folder.resolve("masks"), false),
                            new Layout(folder.resolve("JPEGImages"), folder.resolve("SegmentationClass"), true))
                    .filter(layout -> Files.isDirectory(layout.pictures) && Files.isDirectory(layout.masks))
                    .findFirst();
        }
    }

    /** Whether a folder most likely holds pictures with masks. */
    public static boolean isOne(Path folder) {
        return Layout.of(folder).isPresent();
    }

    /**
     * Finds the pictures of a folder, in the order of their names, and the classes of their masks.
     *
     * @throws DataException with file and reason if a mask is missing or cannot be read
     */
    public static MaskFolder of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new DataException(
                    "There is no folder %s. Choose the folder that holds the folders images and masks.", folder);
        }
        Layout layout = Layout.of(folder)
                .orElseThrow(() -> new DataException(
                        "There are no folders images and masks in %s. Put the pictures into the one, and for each a PNG file of the same name, whose pixels are class numbers, into the other.",
                        folder));
        List<Pair> pairs = pairs(layout);
        if (pairs.isEmpty()) {
            throw new DataException(
                    "There is no PNG, JPEG or BMP file with a mask in %s. Put the pictures there.", layout.pictures);
        }
        Optional<List<String>> names = BoxFolder.names(folder);
        List<String> classes = names.isPresent() ? names.get() : numbered(folder, highest(pairs) + 1);
        if (classes.size() < 2 || classes.size() > MOST_CLASSES) {
            throw new DataException(
                    "The list of classes in %s names %,d; masks tell 2 to %d apart, the background among them.",
                    folder, classes.size(), MOST_CLASSES);
        }
        return new MaskFolder(pairs, classes);
    }

    private static List<Pair> pairs(Layout layout) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (Path picture : pictures(layout.pictures)) {
            Path mask = mask(layout, picture);
            if (Files.isRegularFile(mask)) {
                pairs.add(new Pair(picture, mask));
            } else if (!layout.sparse) {
                throw new DataException(
                        "The picture %s has no mask %s. Add it, or take the picture away.", picture, mask);
            }
        }
        return pairs;
    }

    private static Path mask(Layout layout, Path picture) {
        String name = String.valueOf(picture.getFileName());
        return layout.masks.resolve(name.substring(0, name.lastIndexOf('.')) + PNG);
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> BoxFolder.PICTURES.stream()
                            .anyMatch(end -> String.valueOf(file.getFileName())
                                    .toLowerCase(Locale.ROOT)
                                    .endsWith(end)))
                    .sorted()
                    .toList();
        }
    }

    private static int highest(List<Pair> pairs) throws IOException {
        int highest = 0;
        for (Pair pair : pairs) {
            Raster mask = numbers(pair.mask);
            for (int y = 0; y < mask.getHeight(); y++) {
                for (int x = 0; x < mask.getWidth(); x++) {
                    int number = checked(mask.getSample(x, y, 0), pair.mask, y, x, MOST_CLASSES);
                    highest = Math.max(highest, number == LEFT_OUT ? 0 : number);
                }
            }
        }
        return highest;
    }

    private static List<String> numbered(Path folder, int count) throws DataException {
        if (count < 2) {
            throw new DataException(
                    "The masks in %s hold no class but 0, so there is nothing to tell apart. If they are black and white, write 1 instead of 255, which leaves pixels out.",
                    folder);
        }
        List<String> names = new ArrayList<>(List.of("background"));
        for (int kind = 1; kind < count; kind++) {
            names.add(Integer.toString(kind));
        }
        return names;
    }

    /** The class numbers of a mask, as they stand in the file. */
    private static Raster numbers(Path file) throws IOException {
        BufferedImage image = PictureFile.image(file);
        if (image.getRaster().getNumBands() != 1) {
            throw new DataException(
                    "%s has a colour at each pixel instead of the number of a class. Save it as a PNG with a palette or in greys, whose values are class numbers.",
                    file);
        }
        return image.getRaster();
    }

    private static int checked(int number, Path mask, int row, int column, int classes) throws DataException {
        if (number >= classes && number != LEFT_OUT) {
            throw new DataException(
                    "%s has the class number %,d in row %,d, column %,d, but there are %d classes, 0 to %d; 255 leaves a pixel out.",
                    mask, number, row + 1, column + 1, classes, classes - 1);
        }
        return number;
    }

    /** How many pictures there are. */
    public int size() {
        return pairs.size();
    }

    /** The names of the classes. */
    public List<String> classNames() {
        return classNames;
    }

    /** Reads the pictures in colour and their masks, each scaled to this height and width; a pixel of a mask becomes that which lies in the middle of those it stands for. */
    public Examples read(int side) throws IOException {
        int size = PictureFile.CHANNELS * side * side;
        Memory.require((long) size * pairs.size(), Sentence.of("These %,d pictures", pairs.size()));
        float[] pixels = new float[size * pairs.size()];
        byte[] masks = new byte[side * side * pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            read(pairs.get(i), side, pixels, masks, i);
        }
        return Examples.ofMasks(pixels, new long[] {PictureFile.CHANNELS, side, side}, masks, classNames);
    }

    private void read(Pair pair, int side, float[] pixels, byte[] masks, int number) throws IOException {
        BufferedImage picture = PictureFile.image(pair.picture);
        Raster mask = numbers(pair.mask);
        if (mask.getWidth() != picture.getWidth() || mask.getHeight() != picture.getHeight()) {
            throw new DataException(
                    "The picture %s has %d×%d pixels, but its mask %d×%d. Give them the same size.",
                    pair.picture, picture.getHeight(), picture.getWidth(), mask.getHeight(), mask.getWidth());
        }
        PictureFile.read(picture, side, pixels, number * PictureFile.CHANNELS * side * side);
        for (int y = 0; y < mask.getHeight(); y++) {
            for (int x = 0; x < mask.getWidth(); x++) {
                checked(mask.getSample(x, y, 0), pair.mask, y, x, classNames.size());
            }
        }
        for (int at = 0; at < side * side; at++) {
            int down = (int) ((2L * (at / side) + 1) * mask.getHeight() / (2L * side));
            int across = (int) ((2L * (at % side) + 1) * mask.getWidth() / (2L * side));
            masks[number * side * side + at] = (byte) mask.getSample(across, down, 0);
        }
    }

    /** A picture to be asked about, scaled as those of a folder are; nothing is said of its pixels. */
    public static Examples question(Path picture, int side, List<String> classNames) throws IOException {
        if (!Files.isRegularFile(picture)) {
            throw new DataException("There is no picture %s; name a PNG, JPEG or BMP file.", picture);
        }
        float[] pixels = new float[PictureFile.CHANNELS * side * side];
        PictureFile.read(picture, side, pixels, 0);
        return Examples.unmasked(pixels, new long[] {PictureFile.CHANNELS, side, side}, classNames);
    }

    /** All files of a folder that belong to its pictures and masks. */
    public static List<Path> files(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        Optional<Layout> layout = Layout.of(folder);
        if (layout.isEmpty()) {
            return all;
        }
        BoxFolder.NAMES.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .forEach(all::add);
        for (Path picture : pictures(layout.get().pictures)) {
            Path mask = mask(layout.get(), picture);
            if (Files.isRegularFile(mask)) {
                all.add(picture);
                all.add(mask);
            } else if (!layout.get().sparse) {
                all.add(picture);
            }
        }
        return all;
    }
}
