package io.layerloom.engine.gpu;

/** Whether training on a card is possible. */
public sealed interface Gpu {

    /**
     * It is.
     *
     * @param caution what to know beforehand, as sentences; possibly empty
     */
    record Ready(Card card, String caution) implements Gpu {}

    /** It would be, once the CUDA libraries are installed. */
    record NotInstalled(Card card, String caution) implements Gpu {}

    /** It is not, for the reason and with the way out that one sentence names. */
    record Unusable(String sentence) implements Gpu {}
}
