package io.layerloom.app.form;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as people type and read them. */
final class Numbers {

    private Numbers() {}

    /** A whole number; grouping commas and spaces are allowed. */
    static Optional<Integer> whole(String text) {
        try {
            return Optional.of(new BigDecimal(bare(text)).intValueExact());
        } catch (NumberFormatException | ArithmeticException notWhole) {
            return Optional.empty();
        }
    }

    /** A whole number of 64 bits. */
    static Optional<Long> longWhole(String text) {
        try {
            return Optional.of(new BigDecimal(bare(text)).longValueExact());
        } catch (NumberFormatException | ArithmeticException notWhole) {
            return Optional.empty();
        }
    }

    /** A real number, also in scientific notation such as {@code 3e-4}; a per cent sign divides by 100. */
    static Optional<Double> real(String text) {
        String bare = bare(text);
        boolean perCent = bare.endsWith("%");
        try {
            BigDecimal value = new BigDecimal(perCent ? bare.substring(0, bare.length() - 1) : bare);
            double real = (perCent ? value.movePointLeft(2) : value).doubleValue();
            return Double.isFinite(real) ? Optional.of(real) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static String bare(String text) {
        return text.replace(",", "")
                .replace(" ", "")
                .replace("\u00a0", "")
                .replace('−', '-')
                .strip();
    }
}
