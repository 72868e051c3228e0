package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.tr;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which names a person may give to a folder: those that mean the same thing, one folder right here, on every system. */
final class FileNames {

    private static final int LONGEST = 100;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");
    private static final Pattern RESERVED = Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private FileNames() {}

    /** What is wrong with a name, as a sentence, if anything. */
    static Optional<String> fault(String name) {
        if (name.isBlank() || name.startsWith(".") || name.endsWith(".") || name.length() > LONGEST) {
            return Optional.of(
                    tr("a name has 1 to %d characters and no full stop at its ends. Choose another one.", LONGEST));
        }
        if (FORBIDDEN.matcher(name).find()) {
            return Optional.of(tr("a name cannot hold any of \\ / : * ? \" < > |. Choose another one."));
        }
        return RESERVED.matcher(name.toLowerCase(Locale.ROOT)).matches()
                ? Optional.of(tr("Windows keeps the name %s for itself. Choose another one.", name))
                : Optional.empty();
    }
}
