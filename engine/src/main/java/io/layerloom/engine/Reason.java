package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Sentence;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why something failed, in words for people where there are any. */
public final class Reason {

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

    /** How much Java may take, in megabytes: half of the machine's memory; arrays outside of it may take as much. */
    static long mostMegabytes() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    private static boolean isFullCard(Throwable failure) {
        return causes(failure)
                        .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(ON_CARD))
                && isFullMemory(failure);
    }

    /** What the first of the causes says that says anything, or what kind the last one is. */
    public static String of(Throwable failure) {
        if (isFullCard(failure)) {
            return tr("the memory of the card is full");
        }
        if (isFullMemory(failure)) {
            return tr(
                    "the memory of the process is full, of which Java may take %,d MB; end other programs or make the network smaller",
                    mostMegabytes());
        }
        Optional<String> said =
                causes(failure).map(Reason::message).filter(Objects::nonNull).findFirst();
        return said.orElseGet(() -> causes(failure)
                .reduce((first, second) -> second)
                .orElse(failure)
                .getClass()
                .getSimpleName());
    }

    private static @Nullable String message(Throwable failure) {
        return failure instanceof DataException data ? said(data.sentence()) : failure.getMessage();
    }

    /** A sentence of the kit, which is exported and so knows English only, in the language of now. */
    static String said(Sentence sentence) {
        Object[] gaps = sentence.gaps().stream()
                .map(gap -> gap instanceof Sentence within ? said(within) : gap)
                .toArray();
        return gaps.length == 0 ? tr(sentence.words()) : tr(sentence.words(), gaps);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }
}
