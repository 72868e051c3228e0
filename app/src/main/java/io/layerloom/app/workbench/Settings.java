package io.layerloom.app.workbench;

import io.layerloom.engine.Backend;
import io.layerloom.engine.Compute;
import io.layerloom.graph.language.Language;
import io.layerloom.themes.TextSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers from one start to the next.
 *
 * @param dark whether the dark theme is on
 * @param recent project files, the latest first
 * @param measures named lengths and positions: the window's place, the dividers
 * @param folder where file dialogs begin; empty for the user's own folder
 * @param compute what is to compute the training
 * @param closed names of what is closed: drawers of the palette, and {@link #OVERVIEW}
 * @param headStart whether a process is kept ready for the next training; as good as true where a file does not say
 * @param dismissed sentences on how things stand that were closed, and are not said again while they are so
 * @param threads how many threads compute the training; 0, or none in a file, for the fastest
 * @param language what the person chose to read; as good as the system's own where nothing was chosen
 * @param textSize how large text is, in per cent; 100 where a file names none
 * @param topDown whether a tidied network runs from top to bottom; from left to right where a file does not say
 */
public record Settings(
        boolean dark,
        List<String> recent,
        Map<String, Double> measures,
        String folder,
        Compute compute,
        List<String> closed,
        @Nullable Boolean headStart,
        List<String> dismissed,
        @Nullable Integer threads,
        @Nullable Language language,
        @Nullable Integer textSize,
        @Nullable Boolean topDown) {

    /** At the first start. */
    public static final Settings INITIAL =
            new Settings(false, List.of(), Map.of(), "", Compute.AUTO, List.of(), true, List.of(), 0, null, 100, false);

    /** The name of the overview of large networks among what is closed. */
    public static final String OVERVIEW = "OVERVIEW";

    private static final int MOST_RECENT = 12;

    public Settings {
        recent = List.copyOf(recent);
        measures = Map.copyOf(measures);
        // The files of earlier versions do not name these.
        compute = compute == null ? Compute.AUTO : compute;
        closed = closed == null ? List.of() : List.copyOf(closed);
        headStart = headStart == null || headStart;
        dismissed = dismissed == null ? List.of() : List.copyOf(dismissed);
        threads = threads == null ? 0 : Math.max(0, threads);
        textSize = textSize == null ? TextSize.NORMAL.percent() : textSize;
        topDown = topDown != null && topDown;
    }

    /** In this theme. */
    public Settings withDark(boolean on) {
        return new Settings(
                on, recent, measures, folder, compute, closed, headStart, dismissed, threads, language, textSize,
                topDown);
    }

    /** With a file at the head of the recent ones, and its folder as where dialogs begin. */
    public Settings opened(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        List<String> files = new ArrayList<>(recent);
        files.remove(whole.toString());
        files.add(0, whole.toString());
        Path parent = whole.getParent();
        return new Settings(
                dark,
                files.subList(0, Math.min(MOST_RECENT, files.size())),
                measures,
                parent == null ? folder : parent.toString(),
                compute,
                closed,
                headStart,
                dismissed,
                threads,
                language,
                textSize,
                topDown);
    }

    /** Without a file that is no longer there. */
    public Settings forgotten(Path file) {
        List<String> files = new ArrayList<>(recent);
        files.remove(file.toString());
        return new Settings(
                dark, files, measures, folder, compute, closed, headStart, dismissed, threads, language, textSize,
                topDown);
    }

    /** With one measure. */
    public Settings with(String name, double measure) {
        Map<String, Double> all = new LinkedHashMap<>(measures);
        all.put(name, measure);
        return new Settings(
                dark, recent, all, folder, compute, closed, headStart, dismissed, threads, language, textSize, topDown);
    }

    /** With another choice of what computes. */
    public Settings with(Compute other) {
        return new Settings(
                dark, recent, measures, folder, other, closed, headStart, dismissed, threads, language, textSize,
                topDown);
    }

    /** With a drawer of the palette, or the overview, closed or open. */
    public Settings with(String name, boolean isClosed) {
        List<String> all = new ArrayList<>(closed);
        all.remove(name);
        if (isClosed) {
            all.add(name);
        }
        return new Settings(
                dark, recent, measures, folder, compute, all, headStart, dismissed, threads, language, textSize,
                topDown);
    }

    /** With a process kept ready for the next training, or without. */
    public Settings withHeadStart(boolean on) {
        return new Settings(
                dark, recent, measures, folder, compute, closed, on, dismissed, threads, language, textSize, topDown);
    }

    /** With these sentences closed. */
    public Settings withDismissed(List<String> sentences) {
        return new Settings(
                dark, recent, measures, folder, compute, closed, headStart, sentences, threads, language, textSize,
                topDown);
    }

    /** With so many threads for training; with the fastest number where that is 0. */
    public Settings withThreads(int number) {
        return new Settings(
                dark, recent, measures, folder, compute, closed, headStart, dismissed, number, language, textSize,
                topDown);
    }

    /** How many threads compute the training, not more than this machine has processors; 0 for the fastest. */
    public int wantedThreads() {
        return threads == null ? 0 : Math.min(threads, Backend.mostThreads());
    }

    /** In this language; in the system's own where none is given. */
    public Settings withLanguage(Optional<Language> chosen) {
        return new Settings(
                dark,
                recent,
                measures,
                folder,
                compute,
                closed,
                headStart,
                dismissed,
                threads,
                chosen.orElse(null),
                textSize,
                topDown);
    }

    /** With text of this size. */
    public Settings with(TextSize size) {
        return new Settings(
                dark,
                recent,
                measures,
                folder,
                compute,
                closed,
                headStart,
                dismissed,
                threads,
                language,
                size.percent(),
                topDown);
    }

    /** With networks that run from top to bottom once they are tidied, or from left to right. */
    public Settings withTopDown(boolean down) {
        return new Settings(
                dark, recent, measures, folder, compute, closed, headStart, dismissed, threads, language, textSize,
                down);
    }

    /** Whether a tidied network runs from top to bottom. */
    public boolean tidiesDown() {
        return Boolean.TRUE.equals(topDown);
    }

    /** Whether large networks have an overview. */
    public boolean showsOverview() {
        return !closed.contains(OVERVIEW);
    }

    /** How large text is; the nearest size that there is where the file names another. */
    public TextSize chosenTextSize() {
        return textSize == null ? TextSize.NORMAL : TextSize.of(textSize);
    }

    /** The language that the person chose; empty for the system's own. */
    public Optional<Language> chosenLanguage() {
        return Optional.ofNullable(language);
    }

    /** Whether a process is kept ready for the next training. */
    public boolean startsAhead() {
        return Boolean.TRUE.equals(headStart);
    }

    /** A measure, or the given one where none was kept. */
    public double measure(String name, double otherwise) {
        return measures.getOrDefault(name, otherwise);
    }

    /** The recent files. */
    public List<Path> recentFiles() {
        return recent.stream().map(Path::of).toList();
    }
}
