package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.Optional;

/**
 * What can be given to a training by the machine, or by the graphics card that trains. Handed in from outside, since nothing here knows a machine.
 *
 * @param bytes of memory for weights, slopes and what layers hold, beside what the process takes by itself; {@link Long#MAX_VALUE} where that is not known
 * @param card the name of the card that trains; empty for the processor
 */
public record Capacity(long bytes, Optional<String> card) {

    /** Of a machine that holds whatever is wanted. */
    public static final Capacity UNBOUNDED = new Capacity(Long.MAX_VALUE);

    /** Of a machine that trains on its processor. */
    public Capacity(long bytes) {
        this(bytes, Optional.empty());
    }

    /** Who gives it, within a sentence. */
    String giver() {
        return card.map(name -> tr("the graphics card %s", name)).orElse(tr("this machine"));
    }

    /** A sentence where a card trains that does not tell how much memory it has, so that nothing can be said to be too large for it. */
    public Optional<String> caution() {
        return bytes == Long.MAX_VALUE && card.isPresent()
                ? Optional.of(tr("How much memory %s has is not known, so it may turn out too small.", giver()))
                : Optional.empty();
    }
}
