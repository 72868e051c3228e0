package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.Optional;

/**
 * What can be given to a training by the machine, or by the graphics card that trains. Handed in from outside, since nothing here knows a machine.
 *
 * @param bytes of memory for a training; {@link Long#MAX_VALUE} where that is not known
 * @param card the name of the card that trains; empty for the processor
 * @param processor how the processor trains; empty where a card does, or where bare arrays are reckoned
 */
public record Capacity(long bytes, Optional<String> card, Optional<Processor> processor) {

    /**
     * What a training on the processor takes besides its bare arrays follows from this.
     *
     * @param threads how many compute, each of which adds up slopes of all weights for itself
     * @param own bytes that the process takes by itself, whatever it trains
     */
    public record Processor(int threads, long own) {}

    /** Of a machine that holds whatever is wanted. */
    public static final Capacity UNBOUNDED = new Capacity(Long.MAX_VALUE);

    /** For bare arrays. */
    public Capacity(long bytes) {
        this(bytes, Optional.empty());
    }

    /** Of a card. */
    public Capacity(long bytes, Optional<String> card) {
        this(bytes, card, Optional.empty());
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
