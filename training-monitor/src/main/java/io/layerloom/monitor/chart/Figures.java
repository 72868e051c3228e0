package io.layerloom.monitor.chart;

import java.util.Locale;

/** Numbers as people read them on charts and beside them. */
public final class Figures {
    /** What stands where there is no figure. */
    public static final String NONE = "–";

    private static final long DAY = 24 * 3600;

    private Figures() {}

    /** A whole number with thousands separated: 121,930. */
    public static String count(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    /** A part as a percentage with one digit: 98.6 %. */
    public static String percent(double part) {
        return Double.isNaN(part) ? NONE : String.format(Locale.ENGLISH, "%.1f %%", part * 100);
    }

    /** A loss or error with as many digits as tell something: 2.303, 0.0462, 3.1e-05, 9.8e+34. */
    public static String loss(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? NONE : "∞";
        }
        double size = Math.abs(value);
        if (size >= 1e6 || (size != 0 && size < 0.0001)) {
            return String.format(Locale.ENGLISH, "%.1e", value);
        }
        int digits = size >= 100 ? 1 : size >= 10 ? 2 : size >= 0.1 || size == 0 ? 3 : 4;
        return String.format(Locale.ENGLISH, "%,." + digits + "f", value);
    }

    /** Examples in a second: 1,410 /s. */
    public static String speed(double perSecond) {
        if (!Double.isFinite(perSecond) || perSecond <= 0) {
            return NONE;
        }
        return perSecond >= 10
                ? count(Math.round(perSecond)) + " /s"
                : String.format(Locale.ENGLISH, "%.1f /s", perSecond);
    }

    /** A time as minutes and seconds, with hours where needed, and days without minutes from the fourth on: 2:38, 1:04:09, 39 d 9 h. */
    public static String time(double seconds) {
        if (!Double.isFinite(seconds) || seconds < 0) {
            return NONE;
        }
        long whole = Math.round(seconds);
        if (whole >= 4 * DAY) {
            return String.format(Locale.ENGLISH, "%,d d %d h", whole / DAY, whole % DAY / 3600);
        }
        return whole >= 3600
                ? String.format(Locale.ENGLISH, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
                : String.format(Locale.ENGLISH, "%d:%02d", whole / 60, whole % 60);
    }

    /** A mark of an axis whose marks are {@code step} apart; {@code step} 0 for a logarithmic one. */
    static String mark(double value, double step) {
        double size = Math.abs(value);
        if (step == 0) {
            return size != 0 && (size < 0.0009 || size >= 1e5)
                    ? String.format(Locale.ENGLISH, "%.0e", value)
                    : plain(value, Math.max(0, (int) Math.ceil(-Math.log10(size) - 1e-9)));
        }
        if (size >= 1e6 || (size != 0 && step < 1e-4)) {
            // As many digits as tell it from the next mark; 2.5 and 0.25 need one more than their size tells.
            double lead = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
            int more = Math.abs(lead - Math.rint(lead)) > 1e-6 ? 1 : 0;
            int exact = (int) (Math.floor(Math.log10(size) + 1e-9) - Math.floor(Math.log10(step) + 1e-9)) + more;
            return String.format(Locale.ENGLISH, "%." + Math.max(0, Math.min(4, exact)) + "e", value);
        }
        int digits = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        // 2.5 and 0.25 need one digit more than their size tells.
        double shown = step * Math.pow(10, digits);
        return plain(value, Math.abs(shown - Math.rint(shown)) > 1e-6 ? digits + 1 : digits);
    }

    private static String plain(double value, int digits) {
        return String.format(Locale.ENGLISH, "%,." + digits + "f", value == 0 ? 0.0 : value);
    }
}
