package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a picture of a network can be written as. */
public enum PictureFormat {
    /** Lines and text, for the web and for drawing programs. */
    SVG(later("SVG (lines and text)"), new SvgWriter()),
    /** Lines and text, for LaTeX and for printing. */
    PDF(later("PDF (lines and text)"), new PdfWriter()),
    /** Pixels, two for each unit of the canvas. */
    PNG(later("PNG (pixels)"), new PngWriter());

    private final String label;
    private final PictureWriter writer;

    PictureFormat(String label, PictureWriter writer) {
        this.label = label;
        this.writer = writer;
    }

    /** What people call it. */
    public String label() {
        return tr(label);
    }

    /** How the names of its files end, with the full stop. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    PictureWriter writer() {
        return writer;
    }

    /** The format that the name of a file says; empty if it says none of them. */
    public static Optional<PictureFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending()))
                .findFirst();
    }

    /** All endings in words. */
    public static String endings() {
        return Arrays.stream(values()).map(PictureFormat::ending).collect(Collectors.joining(", "));
    }
}
