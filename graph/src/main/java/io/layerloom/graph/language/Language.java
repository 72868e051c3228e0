package io.layerloom.graph.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A language that the program speaks, and the way of every sentence into the one that it speaks now.
 *
 * <p>Sentences stand in the code in English; that English is the key under which the resource bundles of the other languages hold them. Without an entry, English
 * it stays.
 */
public enum Language {
    ENGLISH("English", Locale.ENGLISH),
    CHINESE("简体中文", Locale.SIMPLIFIED_CHINESE);

    private static volatile Language current = ENGLISH;

    /** What a thread says for a moment in another language than that of now. */
    private static final ThreadLocal<@Nullable Language> ASIDE = new ThreadLocal<>();

    private final String title;
    private final Locale locale;
    private final Translations translations;

    Language(String title, Locale locale) {
        this.title = title;
        this.locale = locale;
        this.translations = new Translations(locale);
    }

    /** What those who speak it call it. */
    public String title() {
        return title;
    }

    /** How dates are written in it. */
    public Locale locale() {
        return locale;
    }

    /** The one of a code of ISO 639, such as {@code zh}; empty if it is none of these. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.locale.getLanguage().equals(code))
                .findFirst();
    }

    /** The one that is spoken now; English until another is chosen. */
    public static Language current() {
        Language aside = ASIDE.get();
        return aside == null ? current : aside;
    }

    /** What an answer is in this language, while the program goes on speaking that of now: for words that are looked for in either. */
    public <T> T aside(Supplier<T> answer) {
        Language before = ASIDE.get();
        ASIDE.set(this);
        try {
            return answer.get();
        } finally {
            ASIDE.set(before);
        }
    }

    /** Speaks another one from now on; what was said before stays as it was said. */
    public static void use(Language next) {
        current = next;
    }

    /** The one that the person's system speaks; English if that is none of these. */
    public static Language ofSystem() {
        return Locale.getDefault(Locale.Category.DISPLAY).getLanguage().equals(Locale.CHINESE.getLanguage())
                ? CHINESE
                : ENGLISH;
    }

    /** A sentence in the language of now. */
    public static String tr(String english) {
        return current().translations.of(english);
    }

    /** A sentence in the language of now, with what fills its gaps; these are written as in {@link String#format}. */
    public static String tr(String english, Object... gaps) {
        return String.format(Locale.ROOT, tr(english), gaps);
    }

    /** A sentence about so many things, which is the first gap: {@code plural(3, "%,d layer", "%,d layers")}. The second form is the key. */
    public static String plural(long count, String one, String many) {
        return String.format(Locale.ROOT, current() == ENGLISH && count == 1 ? one : tr(many), count);
    }

    /** Marks a sentence that is kept in English and said later by {@link #tr}. */
    public static String later(String english) {
        return english;
    }
}
