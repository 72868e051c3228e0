package io.layerloom.engine.gpu;

import static io.layerloom.graph.language.Language.tr;

import java.util.Optional;

/**
 * Whether one card can train.
 *
 * @param obstacle why it cannot, as a clause: "the NVIDIA H200 has compute capability 9.0, …"; absent if it can
 * @param advice what to do about the obstacle, as a clause
 * @param caution what to know of a card that can, as a sentence; possibly empty
 */
public record Judgement(Card card, Optional<String> obstacle, String advice, String caution) {

    static Judgement good(Card card, String caution) {
        return new Judgement(card, Optional.empty(), "", caution);
    }

    static Judgement bad(Card card, String obstacle, String advice) {
        return new Judgement(card, Optional.of(obstacle), advice, "");
    }

    /** Whether the card can train. */
    public boolean isUsable() {
        return obstacle.isEmpty();
    }

    /** Whether there is machine code for exactly this card. */
    boolean isExact() {
        return card.capability().filter(Capability.BUILT::contains).isPresent();
    }

    /** The verdict in one sentence. */
    public String sentence() {
        return obstacle.map(clause -> tr("%s; %s.", upperFirst(clause), advice))
                .orElse(caution.isEmpty() ? tr("This card can train.") : caution);
    }

    static String upperFirst(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }
}
