package io.layerloom.engine.gpu;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The version of an NVIDIA driver, such as 510.39.01, as its maker writes it. */
public record DriverVersion(String text) implements Comparable<DriverVersion> {

    private static final Pattern FORM = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,3}");

    /** The driver that came with CUDA 11.6. */
    static DriverVersion ofCuda(boolean windows) {
        return new DriverVersion(windows ? "511.23" : "510.39.01");
    }

    /** The oldest driver that runs programs of any CUDA 11 at all, by what NVIDIA calls minor version compatibility. */
    static DriverVersion oldest(boolean windows) {
        return new DriverVersion(windows ? "452.39" : "450.80.02");
    }

    /** Reads a version; empty for anything else. */
    static Optional<DriverVersion> parse(String text) {
        String stripped = text.strip();
        return FORM.matcher(stripped).matches() ? Optional.of(new DriverVersion(stripped)) : Optional.empty();
    }

    private int[] parts() {
        return Arrays.stream(text.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    @Override
    public int compareTo(DriverVersion other) {
        return Arrays.compare(parts(), other.parts());
    }

    @Override
    public String toString() {
        return text;
    }
}
