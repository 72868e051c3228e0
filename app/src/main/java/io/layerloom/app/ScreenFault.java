package io.layerloom.app;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why no window can be opened, in one sentence that says what to do about it. */
final class ScreenFault {

    private ScreenFault() {}

    /** The sentence for a failure to start the toolkit; empty if the failure is of another kind. */
    static Optional<String> of(Throwable failure) {
        String told = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> cause.getClass().getSimpleName() + " " + cause.getMessage())
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        if (told.contains("display")) {
            return Optional.of(
                    "Layerloom cannot open a window: there is no screen. Start it in a graphical session, or set DISPLAY"
                            + " to one. Everything but the window also works from the command line: layerloom --help.");
        }
        if (told.contains("libxtst")) {
            return missing("libXtst", "libxtst6");
        }
        if (told.contains("pango") || told.contains("glyphlayout")) {
            return missing("pango", "libpangoft2-1.0-0");
        }
        if (told.contains("libx11")) {
            return missing("libX11", "libx11-6");
        }
        if (told.contains("gtk") || told.contains("glass")) {
            return missing("GTK 3", "libgtk-3-0 libxtst6");
        }
        return told.contains("unsatisfiedlinkerror") || told.contains("no toolkit found")
                ? missing("a system library of JavaFX", "libgtk-3-0 libxtst6 libpangoft2-1.0-0 libgl1")
                : Optional.empty();
    }

    private static Optional<String> missing(String library, String packages) {
        return Optional.of("Layerloom cannot open a window: " + library
                + " is missing. Install it (on Debian and Ubuntu: sudo apt-get install " + packages
                + ") and start again.");
    }
}
