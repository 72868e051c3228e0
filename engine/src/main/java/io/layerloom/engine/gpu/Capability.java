package io.layerloom.engine.gpu;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The compute capability of a card, such as 8.6: which machine code it runs. */
public record Capability(int major, int minor) implements Comparable<Capability> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");

    /**
     * For what the published {@code libnd4jcuda} of 1.0.0-M2.1 holds machine code, the lowest first. It holds no PTX, which a driver could translate for other cards, so there is
     * nothing for a card that none of these fits.
     */
    static final List<Capability> BUILT = List.of(
            new Capability(3, 7),
            new Capability(5, 0),
            new Capability(5, 2),
            new Capability(6, 0),
            new Capability(6, 1),
            new Capability(7, 0),
            new Capability(7, 5),
            new Capability(8, 0),
            new Capability(8, 6));

    /** Reads {@code 8.6}. */
    static Optional<Capability> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new Capability(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    /** The machine code that a card of this capability would run: code of the same major and no higher minor number, the highest there is. */
    Optional<Capability> code() {
        return BUILT.stream()
                .filter(built -> built.major == major && built.minor <= minor)
                .max(Comparator.naturalOrder());
    }

    /** Whether a card of this capability came after all that there is machine code for. */
    boolean isNewerThanAllCode() {
        return major > BUILT.get(BUILT.size() - 1).major;
    }

    @Override
    public int compareTo(Capability other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
