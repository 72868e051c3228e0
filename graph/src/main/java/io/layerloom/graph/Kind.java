package io.layerloom.graph;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the values of a setting are bounded, written and read. Each kind has one editor in the inspector and one form in files; the plain forms are {@code Boolean},
 * {@code Number}, {@code String} and {@code List}, just what JSON holds.
 */
public sealed interface Kind<T> {

    /** A whole number, both ends included. */
    record Whole(int min, int max) implements Kind<Integer> {
        @Override
        public Optional<String> check(Integer value) {
            return value >= min && value <= max
                    ? Optional.empty()
                    : Optional.of(outside(group(min), group(max), group(value)));
        }

        @Override
        public Integer nearest(Integer value) {
            return Math.max(min, Math.min(max, value));
        }

        @Override
        public String expected() {
            return tr("a whole number from %s to %s", group(min), group(max));
        }

        @Override
        public String words(Integer value) {
            return group(value);
        }

        @Override
        public Object plain(Integer value) {
            return value;
        }

        @Override
        public Optional<Integer> read(Object plain) {
            return plain instanceof Number n && n.doubleValue() == n.intValue()
                    ? Optional.of(n.intValue())
                    : Optional.empty();
        }

        private static String group(int value) {
            return String.format(Locale.ROOT, "%,d", value);
        }
    }

    /** A real number, both ends included; never NaN or infinite. */
    record Real(double min, double max) implements Kind<Double> {
        @Override
        public Optional<String> check(Double value) {
            return value >= min && value <= max
                    ? Optional.empty()
                    : Optional.of(outside(words(min), words(max), words(value)));
        }

        @Override
        public Double nearest(Double value) {
            return Math.max(min, Math.min(max, value));
        }

        @Override
        public String expected() {
            return tr("a number from %s to %s", words(min), words(max));
        }

        @Override
        public Object plain(Double value) {
            return value;
        }

        @Override
        public Optional<Double> read(Object plain) {
            return plain instanceof Number n && Double.isFinite(n.doubleValue())
                    ? Optional.of(n.doubleValue())
                    : Optional.empty();
        }

        /** The shortest text that reads back as the same number: {@code 0.001}, {@code 1e-8}. */
        @Override
        public String words(Double value) {
            return written(value);
        }

        /** A number as {@link #words} writes it. */
        public static String written(double value) {
            if (value == 0 || !Double.isFinite(value)) {
                return value == 0 ? "0" : Double.toString(value);
            }
            BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
            double size = Math.abs(value);
            return size >= 1e-4 && size < 1e9 ? exact.toPlainString() : scientific(exact);
        }

        private static String scientific(BigDecimal value) {
            String digits = value.unscaledValue().abs().toString();
            int exponent = digits.length() - 1 - value.scale();
            String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            return (value.signum() < 0 ? "-" : "") + mantissa + "e" + exponent;
        }
    }

    /** A height and a width, each with both ends included; a list of two numbers in files. {@code use} says whether a layer slides a window of this size over images. */
    record Size(int min, int max, Use use) implements Kind<Size2> {
        /** What a size is of. */
        public enum Use {
            PLAIN,
            WINDOW
        }

        @Override
        public Optional<String> check(Size2 value) {
            boolean fits =
                    Math.min(value.height(), value.width()) >= min && Math.max(value.height(), value.width()) <= max;
            return fits ? Optional.empty() : Optional.of(outside(min + "×" + min, max + "×" + max, value.toString()));
        }

        @Override
        public Size2 nearest(Size2 value) {
            return new Size2(Math.max(min, Math.min(max, value.height())), Math.max(min, Math.min(max, value.width())));
        }

        @Override
        public String expected() {
            return tr("a list of two whole numbers");
        }

        @Override
        public Object plain(Size2 value) {
            return List.of(value.height(), value.width());
        }

        @Override
        public Optional<Size2> read(Object plain) {
            boolean pair = plain instanceof List<?> list
                    && list.size() == 2
                    && list.get(0) instanceof Integer
                    && list.get(1) instanceof Integer;
            return pair
                    ? Optional.of(new Size2((Integer) ((List<?>) plain).get(0), (Integer) ((List<?>) plain).get(1)))
                    : Optional.empty();
        }
    }

    /** One constant of an enum; its name in lower case in files. */
    record Choice<E extends Enum<E> & Labelled>(Class<E> type) implements Kind<E> {
        @Override
        public Optional<String> check(E value) {
            return Optional.empty();
        }

        @Override
        public Object plain(E value) {
            return value.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Optional<E> read(Object plain) {
            return options().stream()
                    .filter(option -> plain(option).equals(plain))
                    .findFirst();
        }

        @Override
        public String words(E value) {
            return value.label();
        }

        /** The constants in the order of their declaration. */
        public List<E> options() {
            return List.of(type.getEnumConstants());
        }

        @Override
        public E nearest(E value) {
            return value;
        }

        @Override
        public String expected() {
            return tr(
                    "one of %s",
                    Arrays.stream(type.getEnumConstants()).map(Labelled::label).collect(Collectors.joining(tr(", "))));
        }
    }

    /** Yes or no. */
    record Flag() implements Kind<Boolean> {
        @Override
        public Optional<String> check(Boolean value) {
            return Optional.empty();
        }

        @Override
        public Boolean nearest(Boolean value) {
            return value;
        }

        @Override
        public String expected() {
            return tr("true or false");
        }

        @Override
        public Object plain(Boolean value) {
            return value;
        }

        @Override
        public Optional<Boolean> read(Object plain) {
            return plain instanceof Boolean b ? Optional.of(b) : Optional.empty();
        }

        @Override
        public String words(Boolean value) {
            return value ? tr("on") : tr("off");
        }
    }

    /** Numbers in rows, at most {@code max} of them; lists of numbers in a list in files. {@code presets} are well-known ones to choose from. */
    record Numbers(int max, List<Preset> presets) implements Kind<Rows> {

        /** Numbers that people know by a name. */
        public record Preset(String label, Rows rows) implements Labelled {
            @Override
            public String label() {
                return tr(label);
            }
        }

        public Numbers {
            presets = List.copyOf(presets);
        }

        @Override
        public Optional<String> check(Rows value) {
            return value.count() <= max
                    ? Optional.empty()
                    : Optional.of(tr("must hold at most %,d numbers. Received: %,d", max, value.count()));
        }

        @Override
        public Rows nearest(Rows value) {
            return value.count() <= max
                    ? value
                    : new Rows(List.of(value.numbers().subList(0, max)));
        }

        @Override
        public String expected() {
            return tr("rows of numbers");
        }

        @Override
        public Object plain(Rows value) {
            return value.rows();
        }

        @Override
        public Optional<Rows> read(Object plain) {
            if (!(plain instanceof List<?> rows)) {
                return Optional.empty();
            }
            List<List<Double>> all = new ArrayList<>();
            for (Object row : rows) {
                if (!(row instanceof List<?> numbers) || !numbers.stream().allMatch(Numbers::isNumber)) {
                    return Optional.empty();
                }
                all.add(numbers.stream()
                        .map(number -> ((Number) number).doubleValue())
                        .toList());
            }
            return Optional.of(new Rows(all));
        }

        /** How many rows there are: they are too many to be told in a line. */
        @Override
        public String words(Rows value) {
            int rows = value.lines().size();
            return plural(rows, "%,d row", "%,d rows");
        }

        private static boolean isNumber(Object value) {
            return value instanceof Number number && Double.isFinite(number.doubleValue());
        }
    }

    /** Text; {@code use} says whether it names a file or a folder, so that the editor offers a chooser. */
    record Text(int maxLength, Use use) implements Kind<String> {
        /** What a text stands for. */
        public enum Use {
            PLAIN,
            FILE,
            FOLDER
        }

        @Override
        public Optional<String> check(String value) {
            return value.length() <= maxLength
                    ? Optional.empty()
                    : Optional.of(tr("must be at most %,d characters long. Received: %,d", maxLength, value.length()));
        }

        @Override
        public String nearest(String value) {
            return value.substring(0, Math.min(value.length(), maxLength));
        }

        @Override
        public String expected() {
            return tr("text");
        }

        @Override
        public Object plain(String value) {
            return value;
        }

        @Override
        public Optional<String> read(Object plain) {
            return plain instanceof String s ? Optional.of(s) : Optional.empty();
        }

        /** Of a path only the end, by which people know it. */
        @Override
        public String words(String value) {
            String text = use == Use.PLAIN ? value : value.replaceFirst("^.*[/\\\\](?=.)", "");
            return text.isBlank() ? tr("nothing") : text.strip();
        }
    }

    /** Empty if the value is accepted; otherwise the rest of a sentence that begins with the setting's label. */
    Optional<String> check(T value);

    /** The accepted value that is nearest to any other. */
    T nearest(T value);

    /** A value as people read it within a line. */
    default String words(T value) {
        return value.toString();
    }

    /** The form in which a value is kept in documents and files. */
    Object plain(T value);

    /** A value from its plain form; empty if the form is of another kind. */
    Optional<T> read(Object plain);

    /** What a plain form should have been, for messages: "a whole number". */
    String expected();

    private static String outside(String min, String max, String value) {
        return tr("must lie between %s and %s. Received: %s", min, max, value);
    }
}
