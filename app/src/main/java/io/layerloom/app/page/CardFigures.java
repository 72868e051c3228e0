package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.gpu.Card;
import java.util.Locale;
import java.util.OptionalLong;

/** Figures of graphics cards as people read them. */
final class CardFigures {

    private static final double PER_GIGABYTE = 1024;

    private CardFigures() {}

    /** A part of a card's memory, in gigabytes as the makers of cards count them: {@code 23.2 of 24.0 GB}. */
    static String memory(OptionalLong part, OptionalLong total) {
        if (total.isEmpty()) {
            return "–";
        }
        String whole = tr("%s GB", gigabytes(total.getAsLong()));
        return part.isEmpty() ? whole : tr("%s of %s", gigabytes(part.getAsLong()), whole);
    }

    private static String gigabytes(long mebibytes) {
        return String.format(Locale.ROOT, "%.1f", mebibytes / PER_GIGABYTE);
    }

    /** How busy a card is: {@code 87 %}. */
    static String load(Card card) {
        return card.load().isPresent() ? card.load().getAsInt() + " %" : "–";
    }

    /** Bytes of a download, as disks are sold: {@code 1.2 of 2.4 GB}. */
    static String download(long done, long total) {
        return tr("%.1f of %.1f GB", done / 1e9, total / 1e9);
    }

    /** A size on the disk: {@code 2.4 GB}. */
    static String size(long bytes) {
        return tr("%.1f GB", bytes / 1e9);
    }
}
