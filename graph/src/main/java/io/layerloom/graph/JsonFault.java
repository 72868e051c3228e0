package io.layerloom.graph;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Why a text cannot be a project, in words for people who do not know its form: what is wrong, where, and what to do. The parser's own words name its tokens and switches; here they only tell one fault from another. */
final class JsonFault {

    /** How the parser says that a limit was exceeded. */
    private static final Pattern LIMIT = Pattern.compile(
            "^(?<what>Document nesting depth|Number value length|String value length|Name length) \\((?<received>\\d+)\\) exceeds the maximum allowed \\((?<most>\\d+)");

    private static final Pattern TWICE = Pattern.compile("^Duplicate Object property \"(?<name>.*)\"", Pattern.DOTALL);

    private static final String NO_VALUE = later("there is no well-formed value");
    private static final String NO_NUMBER = later("there is no well-formed number");
    private static final String UNCLOSED = later("a quotation mark is missing at the end of a text");
    private static final String CONTROL = later("there is a control character, which no project holds");

    /** The first fits whose sign is among the parser's words. */
    private static final List<Fault> FAULTS = List.of(
            new Fault("unquoted character ((CTRL-CHAR, code 10)", UNCLOSED),
            new Fault("unquoted character ((CTRL-CHAR, code 13)", UNCLOSED),
            new Fault("Illegal unquoted character", CONTROL),
            new Fault("Illegal character", CONTROL),
            new Fault("character escape", later("a backslash is followed by what has no meaning there")),
            new Fault("a colon to separate", later("there is no colon between a name and its value")),
            new Fault("double-quote to start", later("there is no name in quotation marks")),
            new Fault("expecting comma", later("a comma or a closing bracket is missing")),
            new Fault("to close", later("a bracket closes what was not opened")),
            new Fault("close marker", later("a bracket closes something else than what was opened last")),
            new Fault("numeric value", NO_NUMBER),
            new Fault("Non-standard token", NO_NUMBER),
            new Fault("hexadecimal number", NO_NUMBER),
            new Fault("Unrecognized token", NO_VALUE),
            new Fault("expected a valid value", NO_VALUE),
            new Fault("expected a value", NO_VALUE),
            new Fault("Trailing token", later("the project has ended, but more follows")));

    /** One kind of fault. */
    private record Fault(String sign, String words) {}

    private JsonFault() {}

    /** Nothing is in the file. */
    static ProjectFileException empty(String name) {
        return new ProjectFileException(
                tr("%s is empty, as after a full disk or a broken copy. Open a backup copy.", name));
    }

    /** What the parser could not read in a text of this name. */
    static ProjectFileException of(JacksonException cause, String text, String name) {
        return new ProjectFileException(sentence(cause, text, name), cause);
    }

    private static String sentence(JacksonException cause, String text, String name) {
        String words = cause.getOriginalMessage();
        Matcher limit = LIMIT.matcher(words);
        if (limit.find()) {
            return tr(
                    "%s is no project: %s, but no project goes beyond %,d. Choose another file.",
                    name, beyond(limit), Long.parseLong(limit.group("most")));
        }
        if (text.stripLeading().charAt(0) != '{') {
            return tr(
                    "%s is no Layerloom project, or its beginning is damaged. Choose a project file (*%s), or open a backup copy.",
                    name, ProjectFile.EXTENSION);
        }
        Optional<TokenStreamLocation> place = Optional.ofNullable(cause.getLocation());
        if (place.isEmpty()) {
            return tr("%s is damaged: %s. Open a backup copy, or correct it in a text editor.", name, fault(words));
        }
        TokenStreamLocation at = place.get();
        if (words.startsWith("Unexpected end-of-input")) {
            return tr(
                    "%s is cut off: it ends at line %d, column %d, and the rest is missing, as after a full disk or a broken copy. Open a backup copy.",
                    name, at.getLineNr(), at.getColumnNr());
        }
        return tr(
                "%s is damaged at line %d, column %d: %s. Open a backup copy, or correct it in a text editor.",
                name, at.getLineNr(), at.getColumnNr(), fault(words));
    }

    private static String fault(String words) {
        Matcher twice = TWICE.matcher(words);
        if (twice.find()) {
            return tr("the name \"%s\" stands there a second time", ProjectReader.shortened(twice.group("name"), 60));
        }
        return FAULTS.stream()
                .filter(fault -> words.contains(fault.sign))
                .findFirst()
                .map(fault -> tr(fault.words))
                .orElseGet(() -> tr("what stands there is not valid in a project file"));
    }

    private static String beyond(Matcher limit) {
        long received = Long.parseLong(limit.group("received"));
        return switch (limit.group("what")) {
            case "Document nesting depth" -> tr("its lists and objects lie %,d deep in each other", received);
            case "Number value length" -> tr("it holds a number of %,d digits", received);
            case "Name length" -> tr("it holds a key of %,d characters", received);
            default -> tr("it holds a text of %,d characters", received);
        };
    }
}
