package io.layerloom.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * The program that wrote the dates, as people write them and as ISO 8601 does, from which a network learns to turn one into the other. Run {@link #main} on {@code
 * samples/src/main/resources/io/layerloom/samples/data/dates} after a change; a test compares them.
 */
final class Dates {

    static final String FILE = "dates.tsv";

    private static final int COUNT = 6000;

    /** A year of two digits is one of these hundred. */
    private static final LocalDate FIRST = LocalDate.of(1930, 1, 1);

    private static final LocalDate BEHIND_LAST = LocalDate.of(2030, 1, 1);

    private static final List<Function<LocalDate, String>> FORMS = List.of(
            date -> "%d %s %d".formatted(date.getDayOfMonth(), month(date), date.getYear()),
            date -> "%s %d, %d".formatted(month(date), date.getDayOfMonth(), date.getYear()),
            date -> "%d %s %02d".formatted(date.getDayOfMonth(), brief(month(date)), date.getYear() % 100),
            date -> "%s %d, '%02d".formatted(brief(month(date)), date.getDayOfMonth(), date.getYear() % 100),
            date -> "%s, %d %s %d".formatted(weekday(date), date.getDayOfMonth(), month(date), date.getYear()),
            date -> "%s %d %s %d"
                    .formatted(brief(weekday(date)), date.getDayOfMonth(), brief(month(date)), date.getYear()),
            date -> "%d.%d.%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear()),
            date -> "%02d.%02d.%02d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear() % 100),
            date -> "%d/%d/%d".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth()),
            date -> "%s %d, day %d".formatted(month(date), date.getYear(), date.getDayOfMonth()));

    private Dates() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Files.write(folder.resolve(FILE), text().getBytes(StandardCharsets.UTF_8));
    }

    /** All pairs, no two of which are the same, one a line. */
    static String text() {
        Random random = new Random(1);
        long days = BEHIND_LAST.toEpochDay() - FIRST.toEpochDay();
        Set<String> lines = new LinkedHashSet<>();
        while (lines.size() < COUNT) {
            LocalDate date = FIRST.plusDays((long) (random.nextDouble() * days));
            lines.add(FORMS.get(random.nextInt(FORMS.size())).apply(date) + "\t" + date + "\n");
        }
        return String.join("", lines);
    }

    /** Names that no release of Java spells in another way. */
    private static String month(LocalDate date) {
        return named(date.getMonth());
    }

    private static String weekday(LocalDate date) {
        return named(date.getDayOfWeek());
    }

    private static String named(Enum<?> constant) {
        return constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static String brief(String name) {
        return name.substring(0, 3);
    }
}
