package io.layerloom.engine.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A table in whose rows one column names a picture: each example has a picture and a row of numbers and texts, which enter a network at two places. */
public final class PictureTable {

    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".bmp");

    private final CsvTable table;
    private final float[] pixels;
    private final int side;

    private PictureTable(CsvTable table, float[] pixels, int side) {
        this.table = table;
        this.pixels = pixels;
        this.side = side;
    }

    /** A table with a picture for each of its rows: red, green and blue from 0 to 1, one whole channel after the other. */
    static PictureTable of(CsvTable table, float[] pixels, int side) {
        return new PictureTable(table, pixels, side);
    }

    /**
     * Reads a table and its pictures, which lie where their cells say, seen from the folder of the table.
     *
     * @param picture the name of the column that names them
     * @param side to how many pixels squared they are scaled
     * @param target as {@link CsvTable#read} has it, and likewise the others
     * @throws DataException if a picture is not there or cannot be read, with its row, or the table is at fault
     */
    public static PictureTable read(
            Path file, String picture, String target, CsvTable.Task task, Set<String> ignored, int side)
            throws IOException {
        CsvTable table = table(file, picture, target, task, ignored);
        List<Path> files = files(file, table, picture);
        int size = PictureFile.CHANNELS * side * side;
        Memory.require((long) size * files.size(), String.valueOf(file.getFileName()));
        float[] pixels = new float[size * files.size()];
        for (int row = 0; row < files.size(); row++) {
            if (!Files.isRegularFile(files.get(row))) {
                throw new DataException(
                        "%s, row %,d: there is no picture %s. Correct the column %s, or put the picture there.",
                        String.valueOf(file.getFileName()), row + 1, files.get(row), picture);
            }
            PictureFile.read(files.get(row), side, pixels, row * size);
        }
        return new PictureTable(table, pixels, side);
    }

    /** The table alone, without the column that names the pictures. */
    public static CsvTable table(Path file, String picture, String target, CsvTable.Task task, Set<String> ignored)
            throws IOException {
        Set<String> others = new HashSet<>(ignored);
        others.add(picture);
        return CsvTable.read(file, CsvTable.FirstRow.NAMES, target, task, others);
    }

    /** The files of the pictures, row by row. */
    public static List<Path> files(Path file, CsvTable table, String picture) throws DataException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        try {
            return table.cells(picture).stream().map(folder::resolve).toList();
        } catch (InvalidPathException e) {
            throw new DataException(
                    e,
                    "%s: the column %s must name a picture in each row. Received: %s",
                    String.valueOf(file.getFileName()),
                    picture,
                    e.getInput());
        }
    }

    /** The column of a table that names pictures which are there, by its first row; empty if there is none. */
    public static Optional<String> pictureColumn(Path file) throws IOException {
        List<CsvParser.Row> rows = CsvParser.parse(String.valueOf(file.getFileName()), Lines.read(file));
        if (rows.size() < 2) {
            return Optional.empty();
        }
        List<String> names = rows.get(0).cells();
        List<String> cells = rows.get(1).cells();
        return IntStream.range(0, Math.min(names.size(), cells.size()))
                .filter(at -> ENDINGS.stream().anyMatch(cells.get(at).toLowerCase(Locale.ROOT)::endsWith))
                .filter(at -> Files.isRegularFile(file.toAbsolutePath().resolveSibling(cells.get(at))))
                .mapToObj(names::get)
                .findFirst();
    }

    /** A picture file as the first part of one example. */
    public static Examples question(Path file, int side, List<String> classNames) throws IOException {
        float[] pixels = new float[PictureFile.CHANNELS * side * side];
        PictureFile.read(file, side, pixels, 0);
        long[] shape = {PictureFile.CHANNELS, side, side};
        return classNames.isEmpty()
                ? Examples.ofNumbers(pixels, shape, new float[1], 1)
                : Examples.ofClasses(pixels, shape, new int[1], classNames);
    }

    /** The rows without their pictures. */
    public CsvTable table() {
        return table;
    }

    /** The picture of a row. */
    public float[] picture(int row) {
        int size = PictureFile.CHANNELS * side * side;
        return Arrays.copyOfRange(pixels, row * size, (row + 1) * size);
    }

    /** Height and width of each picture. */
    public int side() {
        return side;
    }

    /** Pairs of a picture and a row as a network takes it, through these columns. */
    public Examples examples(List<Column> columns) throws DataException {
        return table.examples(columns).behind(pixels, new long[] {PictureFile.CHANNELS, side, side});
    }
}
