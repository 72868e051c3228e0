package io.layerloom.graph;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keys that differ by so little that one may be the other, misspelled or damaged. */
final class Spelling {

    /** Keys shorter than this have neighbours of their own. */
    private static final int SHORTEST = 3;

    private Spelling() {}

    /** The first of some keys that another differs from by one letter, or by small and capital ones. */
    static Optional<String> near(String key, Collection<String> known) {
        return known.stream().filter(other -> isNear(key, other)).findFirst();
    }

    private static boolean isNear(String one, String other) {
        if (Math.min(one.length(), other.length()) < SHORTEST || one.equals(other)) {
            return false;
        }
        List<String> folded = List.of(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
        return folded.get(0).equals(folded.get(1)) || isOneLetterOff(one, other);
    }

    /** Whether what is alike at both ends leaves at most one letter of each between. */
    private static boolean isOneLetterOff(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int front = 0;
        while (front < shorter && one.charAt(front) == other.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < shorter - front
                && one.charAt(one.length() - 1 - back) == other.charAt(other.length() - 1 - back)) {
            back++;
        }
        return Math.max(one.length(), other.length()) - front - back <= 1;
    }
}
