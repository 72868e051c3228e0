package io.layerloom.app.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** Rows of words on a terminal, each in columns of a width. Chinese characters take two columns there, as they do in {@code wcwidth}. */
final class Table {

    private final PrintWriter out;
    private final int[] widths;

    /** @param widths of the columns; below 0 where the words stand at the right */
    Table(PrintWriter out, int... widths) {
        this.out = out;
        this.widths = widths.clone();
    }

    /** A row, or the headings; as many cells as there are columns, or fewer. */
    void row(String... cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            line.append(i == 0 ? "" : " ").append(padded(cells[i], widths[i]));
        }
        out.println(line.toString().stripTrailing());
    }

    /** A number below the last column, and what it is the sum of. */
    void sum(long number, String of) {
        int before = 0;
        for (int i = 0; i < widths.length - 1; i++) {
            before += Math.abs(widths[i]) + 1;
        }
        out.println(" ".repeat(before) + padded(whole(number), widths[widths.length - 1]) + " " + of);
    }

    /** A whole number as a cell has it. */
    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number as a cell has it. */
    static String real(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }

    private static String padded(String cell, int width) {
        String gap = " ".repeat(Math.max(0, Math.abs(width) - columns(cell)));
        return width < 0 ? gap + cell : cell + gap;
    }

    /** How many columns a terminal takes for words. */
    static int columns(String words) {
        return words.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    private static boolean isWide(int point) {
        return Character.isIdeographic(point)
                || (point >= 0x3000 && point <= 0x30FF)
                || (point >= 0xFF01 && point <= 0xFF60);
    }
}
