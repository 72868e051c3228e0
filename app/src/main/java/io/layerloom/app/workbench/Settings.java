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
import java.util.function.Consumer;
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
        return changed(now -> now.dark = on);
    }

    /** With a file at the head of the recent ones, and its folder as where dialogs begin. */
    public Settings opened(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        List<String> files = new ArrayList<>(recent);
        files.remove(whole.toString());
        files.add(0, whole.toString());
        return changed(now -> {
            now.recent = files.subList(0, Math.min(MOST_RECENT, files.size()));
            now.folder = whole.getParent() == null ? folder : whole.getParent().toString();
        });
    }

    /** Without a file that is no longer there. */
    public Settings forgotten(Path file) {
        List<String> files = new ArrayList<>(recent);
        files.remove(file.toString());
        return changed(now -> now.recent = files);
    }

    /** With one measure. */
    public Settings with(String name, double measure) {
        Map<String, Double> all = new LinkedHashMap<>(measures);
        all.put(name, measure);
        return changed(now -> now.measures = all);
    }

    /** With another choice of what computes. */
    public Settings with(Compute other) {
        return changed(now -> now.compute = other);
    }

    /** With a drawer of the palette, or the overview, closed or open. */
    public Settings with(String name, boolean isClosed) {
        List<String> all = new ArrayList<>(closed);
        all.remove(name);
        if (isClosed) {
            all.add(name);
        }
        return changed(now -> now.closed = all);
    }

    /** With a process kept ready for the next training, or without. */
    public Settings withHeadStart(boolean on) {
        return changed(now -> now.headStart = on);
    }

    /** With these sentences closed. */
    public Settings withDismissed(List<String> sentences) {
        return changed(now -> now.dismissed = sentences);
    }

    /** With so many threads for training; with the fastest number where that is 0. */
    public Settings withThreads(int number) {
        return changed(now -> now.threads = number);
    }

    /** How many threads compute the training, not more than this machine has processors; 0 for the fastest. */
    public int wantedThreads() {
        return threads == null ? 0 : Math.min(threads, Backend.mostThreads());
    }

    /** In this language; in the system's own where none is given. */
    public Settings withLanguage(Optional<Language> chosen) {
        return changed(now -> now.language = chosen.orElse(null));
    }

    /** With text of this size. */
    public Settings with(TextSize size) {
        return changed(now -> now.textSize = size.percent());
    }

    /** With networks that run from top to bottom once they are tidied, or from left to right. */
    public Settings withTopDown(boolean down) {
        return changed(now -> now.topDown = down);
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

    private Settings changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** Settings of which something is about to change. */
    private static final class Draft {
        private boolean dark;
        private List<String> recent;
        private Map<String, Double> measures;
        private String folder;
        private Compute compute;
        private List<String> closed;
        private @Nullable Boolean headStart;
        private List<String> dismissed;
        private @Nullable Integer threads;
        private @Nullable Language language;
        private @Nullable Integer textSize;
        private @Nullable Boolean topDown;

        Draft(Settings settings) {
            dark = settings.dark;
            recent = settings.recent;
            measures = settings.measures;
            folder = settings.folder;
            compute = settings.compute;
            closed = settings.closed;
            headStart = settings.headStart;
            dismissed = settings.dismissed;
            threads = settings.threads;
            language = settings.language;
            textSize = settings.textSize;
            topDown = settings.topDown;
        }

        Settings settings() {
            return new Settings(
                    dark, recent, measures, folder, compute, closed, headStart, dismissed, threads, language, textSize,
                    topDown);
        }
    }
}
