package io.layerloom.engine;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why something failed, in words for people where there are any. */
final class Reason {

    /** What libraries in other languages say where Java has an {@link OutOfMemoryError}. */
    private static final Pattern FULL_MEMORY = Pattern.compile(
            "bad_alloc|allocation failed|(failed|cannot|unable) (to )?allocate|out of memory|could not (allocate|reserve)|insufficient memory");

    /** As ND4J calls the memory of a card. */
    private static final String ON_CARD = "[DEVICE]";

    private Reason() {}

    /** Whether memory was wanting, on the heap or outside of it. */
    static boolean isFullMemory(Throwable failure) {
        return causes(failure)
                .anyMatch(cause ->
                        cause instanceof OutOfMemoryError || tellsOfFullMemory(String.valueOf(cause.getMessage())));
    }

    /** Whether words of a library, or the last ones of a process, mean so. */
    static boolean tellsOfFullMemory(String words) {
        return FULL_MEMORY.matcher(words.toLowerCase(Locale.ROOT)).find();
    }

    /** Half of the machine's memory is Java's, and arrays outside of it may take as much. */
    static String fullMemory() {
        return String.format(
                Locale.ROOT,
                "memory of the process is full, of which Java may take %,d MB",
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static boolean isFullCard(Throwable failure) {
        return causes(failure)
                        .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(ON_CARD))
                && isFullMemory(failure);
    }

    /** What the first of the causes says that says anything, or what kind the last one is. */
    static String of(Throwable failure) {
        if (isFullCard(failure)) {
            return "the memory of the card is full";
        }
        if (isFullMemory(failure)) {
            return "the " + fullMemory() + "; end other programs or make the network smaller";
        }
        Optional<String> said = causes(failure)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .findFirst();
        return said.orElseGet(() -> causes(failure)
                .reduce((first, second) -> second)
                .orElse(failure)
                .getClass()
                .getSimpleName());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }
}
