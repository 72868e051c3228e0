package io.layerloom.canvas;

import java.util.Optional;

/**
 * Where on a node the name stands that a person gave: behind the title or, where that leaves too little room, at the end of the last line.
 *
 * @param inTitle whether it stands behind the title
 * @param x from where the lines begin
 * @param room how wide it may be
 */
record NameSpot(boolean inTitle, double x, double room) {

    private static final double GAP = 7;

    /** Less would not show enough of a name to tell it. */
    private static final double LEAST = 24;

    /**
     * Widths in world units.
     *
     * @param titleRoom how wide the title could be
     * @param room how wide the last line could be; 0 where there is none
     */
    static Optional<NameSpot> of(double name, double title, double titleRoom, double foot, double room) {
        double behind = titleRoom - title - GAP;
        double below = room - foot - GAP;
        if (behind >= name || (behind >= below && behind >= LEAST)) {
            return Optional.of(new NameSpot(true, title + GAP, behind));
        }
        return below >= LEAST
                ? Optional.of(new NameSpot(false, room - Math.min(name, below), below))
                : Optional.empty();
    }
}
