package io.layerloom.canvas;

import java.util.Optional;

/**
 * Where on a node the name stands that a person gave: at the end of the last line, whatever else is written; behind the title only of a collapsed node, which has no other line.
 *
 * @param inTitle whether it stands behind the title
 * @param x from where the lines begin
 * @param room how wide it may be
 */
record NameSpot(boolean inTitle, double x, double room) {

    private static final double GAP = 7;

    /** Less would not show enough of a name to tell it. */
    private static final double LEAST = 24;

    /** So much of a name is shown at least, and what stands before it on the line gives way. */
    private static final double KEPT = 44;

    /** How wide what stands before a name on its line may be, out of so much room. */
    static double before(double name, double room) {
        return room - GAP - Math.min(name, KEPT);
    }

    /**
     * Widths in world units.
     *
     * @param titleRoom how wide the title could be
     * @param room how wide the last line could be; 0 where there is none
     */
    static Optional<NameSpot> of(double name, double title, double titleRoom, double foot, double room) {
        if (room > 0) {
            double left = room - foot - GAP;
            return left >= Math.min(name, LEAST)
                    ? Optional.of(new NameSpot(false, room - Math.min(name, left), left))
                    : Optional.empty();
        }
        double behind = titleRoom - title - GAP;
        return behind >= Math.min(name, LEAST)
                ? Optional.of(new NameSpot(true, title + GAP, behind))
                : Optional.empty();
    }
}
