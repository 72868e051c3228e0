package io.layerloom.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of an export with gaps: {@code {{name}}} stands for a value, {@code {{#flag}}…{{/flag}}} for a part that is only there with a flag, {@code {{^flag}}…{{/flag}}} for one
 * that is only there without. Marks alone on a line take the line with them.
 */
final class Template {

    private static final Pattern SECTION = Pattern.compile(
            "(?<line>(?m:^)\\h*)?\\{\\{(?<kind>[#^])(?<flag>\\w+)\\}\\}(?<end>\\R)?(?<body>.*?)(?:(?<=\\n)\\h*)?\\{\\{/\\k<flag>\\}\\}(?<after>\\R)?",
            Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\{\\{(\\w+)\\}\\}");

    private Template() {}

    /** The resource {@code name.template} of this package, filled in. */
    static String fill(String name, Map<String, String> values, Set<String> flags) {
        return values(sections(read(name), flags), values);
    }

    private static String read(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name + ".template")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no such template. Received: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sections(String text, Set<String> flags) {
        String out = text;
        for (Matcher matcher = SECTION.matcher(out); matcher.find(); matcher = SECTION.matcher(out)) {
            out = out.substring(0, matcher.start()) + section(matcher, flags) + out.substring(matcher.end());
        }
        return out;
    }

    private static String section(Matcher matcher, Set<String> flags) {
        boolean shown = flags.contains(matcher.group("flag")) == "#".equals(matcher.group("kind"));
        boolean block = matcher.group("end") != null;
        String before = matcher.group("line") == null || block ? "" : matcher.group("line");
        String after = matcher.group("after") == null || block ? "" : matcher.group("after");
        return before + (shown ? matcher.group("body") : "") + after;
    }

    private static String values(String text, Map<String, String> values) {
        return VALUE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match, values)));
    }

    private static String value(MatchResult match, Map<String, String> values) {
        String value = values.get(match.group(1));
        if (value == null) {
            throw new IllegalArgumentException("The template has a gap that nothing fills. Received: " + match.group());
        }
        return value;
    }
}
