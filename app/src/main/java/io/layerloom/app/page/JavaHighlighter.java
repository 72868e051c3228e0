package io.layerloom.app.page;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Tells the words, texts, numbers and comments of Java source apart, for their colours. */
final class JavaHighlighter {

    private static final List<String> KINDS = List.of("comment", "string", "annotation", "keyword", "number", "type");

    private static final Pattern TOKENS = Pattern.compile("(?<comment>//[^\\n]*|/\\*(?:.|\\R)*?\\*/)"
            + "|(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*')"
            + "|(?<annotation>@[A-Za-z]\\w*)"
            + "|(?<keyword>\\b(?:abstract|boolean|break|byte|case|catch|char|class|continue|default|do|double|else|enum|extends"
            + "|final|finally|float|for|if|implements|import|instanceof|int|interface|long|new|null|package|private|protected"
            + "|public|record|return|short|static|super|switch|this|throw|throws|try|var|void|while|true|false)\\b)"
            + "|(?<number>\\b\\d[\\d_.]*(?:[eE][+-]?\\d+)?[dDfFlL]?\\b)"
            + "|(?<type>\\b[A-Z]\\w*\\b)");

    private JavaHighlighter() {}

    /** The style classes of a source, from its first character to its last. */
    static StyleSpans<Collection<String>> spans(String source) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        Matcher matcher = TOKENS.matcher(source);
        int end = 0;
        while (matcher.find()) {
            spans.add(List.of(), matcher.start() - end);
            spans.add(List.of("ll-code-" + kind(matcher)), matcher.end() - matcher.start());
            end = matcher.end();
        }
        spans.add(List.of(), source.length() - end);
        return spans.create();
    }

    private static String kind(Matcher matcher) {
        return KINDS.stream()
                .filter(name -> matcher.group(name) != null)
                .findFirst()
                .orElseThrow();
    }
}
