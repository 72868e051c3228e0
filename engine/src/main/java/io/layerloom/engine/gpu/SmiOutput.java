package io.layerloom.engine.gpu;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What {@code nvidia-smi} wrote, read without trust: its manual warns that the form may change, fields may be {@code [N/A]}, and messages come on standard output as well.
 *
 * @param status its exit status
 * @param text its standard output and error
 */
record SmiOutput(int status, String text) {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    /** A column to ask for. */
    enum Field {
        INDEX("index"),
        NAME("name"),
        CAPABILITY("compute_cap"),
        DRIVER("driver_version"),
        TOTAL("memory.total"),
        FREE("memory.free"),
        LOAD("utilization.gpu"),
        DIVIDED("mig.mode.current");

        /** All that is of use. */
        static final List<Field> ALL = List.of(values());

        /** What every driver since 2012 tells; {@code compute_cap} came with 510, {@code mig.mode.current} with 450. */
        static final List<Field> OLD = List.of(INDEX, NAME, DRIVER, TOTAL, FREE, LOAD);

        private final String word;

        Field(String word) {
            this.word = word;
        }

        /** Fields as one argument. */
        static String list(List<Field> fields) {
            return String.join(",", fields.stream().map(field -> field.word).toList());
        }
    }

    /** Whether the driver is too old for one of the fields. */
    boolean refusesField() {
        return text.contains("is not a valid field to query");
    }

    /** What it means. */
    Sighting read(List<Field> asked) {
        if (text.contains("No devices were found")) {
            return new Sighting.NoCard();
        }
        if (status != 0) {
            return new Sighting.Failed(status, firstLine());
        }
        List<Card> cards =
                text.lines().flatMap(line -> card(line, asked).stream()).toList();
        if (!cards.isEmpty()) {
            return new Sighting.Cards(cards);
        }
        return text.isBlank() ? new Sighting.NoCard() : new Sighting.Unreadable(firstLine());
    }

    private String firstLine() {
        String line = text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("");
        return line.length() > 160 ? line.substring(0, 160) + "…" : line;
    }

    /** The card of a line; warnings between the lines are none. */
    private static Optional<Card> card(String line, List<Field> asked) {
        String[] cells = line.split(",", -1);
        if (cells.length != asked.size() || !WHOLE.matcher(cells[0].strip()).matches()) {
            return Optional.empty();
        }
        Map<Field, String> row = new EnumMap<>(Field.class);
        for (int i = 0; i < cells.length; i++) {
            row.put(asked.get(i), cells[i].strip());
        }
        return Optional.of(card(row));
    }

    private static Card card(Map<Field, String> row) {
        String name = cell(row, Field.NAME);
        return new Card(
                Integer.parseInt(cell(row, Field.INDEX)),
                name.isEmpty() ? "NVIDIA card" : name,
                Capability.parse(cell(row, Field.CAPABILITY)).or(() -> Kepler.capability(name)),
                DriverVersion.parse(cell(row, Field.DRIVER)),
                whole(cell(row, Field.TOTAL)),
                whole(cell(row, Field.FREE)),
                percent(cell(row, Field.LOAD)),
                cell(row, Field.DIVIDED).toLowerCase(Locale.ROOT).equals("enabled"));
    }

    private static String cell(Map<Field, String> row, Field field) {
        return row.getOrDefault(field, "");
    }

    private static OptionalLong whole(String cell) {
        return WHOLE.matcher(cell).matches() ? OptionalLong.of(Long.parseLong(cell)) : OptionalLong.empty();
    }

    private static OptionalInt percent(String cell) {
        return WHOLE.matcher(cell).matches()
                ? OptionalInt.of(Math.min(100, Integer.parseInt(cell)))
                : OptionalInt.empty();
    }

    /** Cards that end with driver 470, which does not tell the compute capability; with newer drivers no name is needed. */
    private static final class Kepler {

        private static final Map<String, Capability> BY_NAME = Map.of(
                "Tesla K80", new Capability(3, 7),
                "Tesla K40", new Capability(3, 5),
                "Tesla K20", new Capability(3, 5),
                "Tesla K10", new Capability(3, 0));

        private Kepler() {}

        static Optional<Capability> capability(String name) {
            List<Capability> found = new ArrayList<>();
            BY_NAME.forEach((start, capability) -> {
                if (name.startsWith(start) || name.startsWith("NVIDIA " + start)) {
                    found.add(capability);
                }
            });
            return found.stream().findFirst();
        }
    }
}
