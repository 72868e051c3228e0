package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.List;
import java.util.function.Predicate;

/**
 * A typed key: one setting of a layer, optimizer or data source, with everything that the inspector, the help page and the file need.
 *
 * @param key the name in files, lower camel case
 * @param shownWhen whether the setting has an effect beside these other values; a hidden one keeps its value
 * @param seldom whether files hold it only once somebody has set it, so that those from before there was this setting stay as they are
 * @param agreeing whether a layer must have it as a layer has it that it gets a wire from, see {@link Agreement}
 */
public record Param<T>(
        String key,
        String label,
        String help,
        Kind<T> kind,
        T initial,
        Predicate<Values> shownWhen,
        boolean seldom,
        boolean agreeing) {

    public Param {
        kind.check(initial).ifPresent(fault -> {
            throw new IllegalArgumentException("The initial value of " + key + " " + fault);
        });
    }

    /** The words people know it by, in the language of now. */
    @Override
    public String label() {
        return tr(label);
    }

    /** The words people know it by, in English. */
    String english() {
        return label;
    }

    /** What it does and how to choose it, in the language of now. */
    @Override
    public String help() {
        return tr(help);
    }

    /** A whole number from {@code min} to {@code max}. */
    public static Param<Integer> integer(String key, int initial, int min, int max) {
        return of(key, new Kind.Whole(min, max), initial);
    }

    /** A real number from {@code min} to {@code max}. */
    public static Param<Double> real(String key, double initial, double min, double max) {
        return of(key, new Kind.Real(min, max), initial);
    }

    /** A height and width, both from {@code min} to {@code max}. */
    public static Param<Size2> size(String key, int initial, int min, int max) {
        return of(key, new Kind.Size(min, max, Kind.Size.Use.PLAIN), Size2.square(initial));
    }

    /** The height and width of what a layer slides over images, both from {@code min} to {@code max}. */
    public static Param<Size2> window(String key, int initial, int min, int max) {
        return of(key, new Kind.Size(min, max, Kind.Size.Use.WINDOW), Size2.square(initial));
    }

    /** One of the constants of an enum. */
    public static <E extends Enum<E> & Labelled> Param<E> choice(String key, E initial) {
        return of(key, new Kind.Choice<>(initial.getDeclaringClass()), initial);
    }

    /** Yes or no. */
    public static Param<Boolean> flag(String key, boolean initial) {
        return of(key, new Kind.Flag(), initial);
    }

    /** Free text of at most {@code maxLength} characters. */
    public static Param<String> text(String key, String initial, int maxLength) {
        return of(key, new Kind.Text(maxLength, Kind.Text.Use.PLAIN), initial);
    }

    /** Numbers in rows, at most {@code max} of them, with well-known ones to choose from. */
    public static Param<Rows> numbers(String key, Rows initial, int max, List<Kind.Numbers.Preset> presets) {
        return of(key, new Kind.Numbers(max, presets), initial);
    }

    /** The path of a file on this machine; empty until one is chosen. */
    public static Param<String> file(String key) {
        return of(key, new Kind.Text(4096, Kind.Text.Use.FILE), "");
    }

    /** The path of a folder on this machine; empty until one is chosen. */
    public static Param<String> folder(String key) {
        return of(key, new Kind.Text(4096, Kind.Text.Use.FOLDER), "");
    }

    private static <T> Param<T> of(String key, Kind<T> kind, T initial) {
        return new Param<>(key, key, "", kind, initial, values -> true, false, false);
    }

    /** The same setting under these words. */
    public Param<T> label(String text) {
        return new Param<>(key, text, help, kind, initial, shownWhen, seldom, agreeing);
    }

    /** The same setting with a sentence or two that say what it does and how to choose it. */
    public Param<T> help(String text) {
        return new Param<>(key, label, text, kind, initial, shownWhen, seldom, agreeing);
    }

    /** The same setting, shown only while the rule holds. */
    public Param<T> shownWhen(Predicate<Values> rule) {
        return new Param<>(key, label, help, kind, initial, rule, seldom, agreeing);
    }

    /** The same setting starting from another value. */
    public Param<T> startingAt(T value) {
        return new Param<>(key, label, help, kind, value, shownWhen, seldom, agreeing);
    }

    /** The same setting, which files hold only once somebody has set it. */
    public Param<T> setSeldom() {
        return new Param<>(key, label, help, kind, initial, shownWhen, true, agreeing);
    }

    /** The same setting, in which layers must agree that are wired to each other and both have it. */
    public Param<T> agreed() {
        return new Param<>(key, label, help, kind, initial, shownWhen, seldom, true);
    }
}
