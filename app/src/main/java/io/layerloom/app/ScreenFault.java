package io.layerloom.app;

import static io.layerloom.graph.language.Language.tr;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why no window can be opened, in one sentence that says what to do about it. */
final class ScreenFault {

    /** How the loader of Linux names a library that it does not find. */
    private static final Pattern ABSENT =
            Pattern.compile("(lib[\\w.+-]+?\\.so[.\\d]*): cannot open shared object file");

    private static final String ALL = "libgtk-3-0 libxtst6 libpangoft2-1.0-0 libgl1";

    /** A library, by the beginning of its file's name, and what brings it. */
    private record Library(String file, String name, String packages) {}

    private static final List<Library> LIBRARIES = List.of(
            new Library("libXtst.", "libXtst", "libxtst6"),
            new Library("libpango", "pango", "libpangoft2-1.0-0"),
            new Library("libX11.", "libX11", "libx11-6"),
            new Library("libgtk-3.", "GTK 3", "libgtk-3-0 libxtst6"),
            new Library("libgdk-3.", "GTK 3", "libgtk-3-0 libxtst6"));

    private ScreenFault() {}

    /** The sentence for a failure to start the toolkit; empty if the failure is of another kind. */
    static Optional<String> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> sentence(cause).stream())
                // The last cause knows most: that no toolkit was found may come of a library that is absent.
                .reduce((first, last) -> last);
    }

    /** Types and words are those with which JavaFX and Java say it; only together do they prove anything. */
    private static Optional<String> sentence(Throwable cause) {
        String told = String.valueOf(cause.getMessage());
        if (cause instanceof UnsupportedOperationException) {
            return unsupported(told);
        }
        if (cause instanceof UnsatisfiedLinkError) {
            return unlinked(cause, told);
        }
        if (cause instanceof NoClassDefFoundError && told.contains("com.sun.javafx.text.GlyphLayout")) {
            return Optional.of(missing("pango", "libpangoft2-1.0-0"));
        }
        return cause.getClass() == RuntimeException.class && told.equals("No toolkit found")
                ? Optional.of(missing(tr("a system library of JavaFX"), ALL))
                : Optional.empty();
    }

    private static Optional<String> unsupported(String told) {
        return switch (told) {
            case "Unable to open DISPLAY" ->
                Optional.of(
                        tr(
                                "Layerloom cannot open a window: there is no screen. Start it in a graphical session, or set DISPLAY to one. Everything but the window also works from the command line: layerloom --help."));
            case "Unable to load glass GTK library." -> Optional.of(missing("GTK 3", "libgtk-3-0 libxtst6"));
            default -> Optional.empty();
        };
    }

    private static Optional<String> unlinked(Throwable cause, String told) {
        Matcher absent = ABSENT.matcher(told);
        if (!absent.find()) {
            return isOfJavaFx(cause) ? Optional.of(missing(tr("a system library of JavaFX"), ALL)) : Optional.empty();
        }
        String file = absent.group(1);
        return LIBRARIES.stream()
                .filter(library -> file.startsWith(library.file()))
                .findFirst()
                .map(library -> missing(library.name(), library.packages()))
                .or(() -> Optional.of(missing(file, ALL)));
    }

    private static boolean isOfJavaFx(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .anyMatch(frame -> frame.getClassName().matches("com\\.sun\\.(glass|javafx|prism)\\..*"));
    }

    private static String missing(String library, String packages) {
        return tr(
                "Layerloom cannot open a window: %s is missing. Install it (on Debian and Ubuntu: sudo apt-get install %s) and start again.",
                library, packages);
    }
}
