package io.layerloom.engine.gpu;

import java.util.List;

/** What came of asking {@code nvidia-smi} for cards. */
public sealed interface Sighting {

    /** There are cards, at least one. */
    record Cards(List<Card> cards) implements Sighting {
        public Cards {
            if (cards.isEmpty()) {
                throw new IllegalArgumentException("A sighting of cards needs one. Received: " + cards);
            }
            cards = List.copyOf(cards);
        }
    }

    /** There is no {@code nvidia-smi}, hence most likely no driver. */
    record NoDriver() implements Sighting {}

    /** The driver works and has no card. */
    record NoCard() implements Sighting {}

    /** There was no answer in time. */
    record NoAnswer(long seconds) implements Sighting {}

    /** {@code nvidia-smi} has failed; {@code message} is the first line that it wrote, possibly none. */
    record Failed(int status, String message) implements Sighting {}

    /** {@code nvidia-smi} succeeded, but wrote something else than was asked for. */
    record Unreadable(String message) implements Sighting {}
}
