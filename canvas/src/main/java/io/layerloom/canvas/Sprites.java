package io.layerloom.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pictures turned into pixels by the toolkit once and copied from then on. At rest each has the size that is seen. While the zoom moves, those of a size near by are stretched, so that few have to be made.
 */
final class Sprites {

    /** A picture with a longer side is not kept: what is in sight of it is drawn anew. */
    private static final int LONGEST = 4096;

    /** Pixels that are made in one frame of pictures that could be stretched for another frame. */
    private static final long PER_FRAME = 1_500_000;

    private static final long MOST_BYTES = 128L << 20;

    /** Another size is good enough for a moving zoom if it is stretched to at most this much, */
    private static final double LARGER = 1.25;

    /** or pressed to no less than half, where each pixel still has a share in the mixture. */
    private static final double SMALLER = 0.5;

    private static final class Level {
        private final Map<Picture, Sprite> sprites = new HashMap<>();
        private long bytes;
        private long used;
    }

    private final SpriteMaker maker;
    private final TreeMap<Double, Level> levels = new TreeMap<>();

    /** Those that many things share, in the size of this frame. */
    private final Map<Picture, Sprite> stretched = new HashMap<>();

    private final Set<Picture> missing = new LinkedHashSet<>();
    private final Set<Picture> rough = new LinkedHashSet<>();
    private double pixelsPerUnit = 1;
    private double goal = 1;
    private double rest = 1;
    private long frames;
    private long made;

    Sprites(Ink ink) {
        maker = new SpriteMaker(ink);
    }

    /**
     * Begins a frame.
     *
     * @param pixels device pixels for each world unit
     * @param zooming whether the zoom is about to change again, so that sprites of another size may be stretched
     */
    void begin(double pixels, boolean zooming) {
        frames++;
        made = 0;
        stretched.clear();
        pixelsPerUnit = pixels;
        if (!zooming) {
            rest = pixels;
        }
        double ratio = pixels / rest;
        goal = ratio >= SMALLER && ratio <= LARGER ? rest : octave(pixels);
    }

    /** The power of two whose sprites are stretched to this size. */
    private static double octave(double pixels) {
        return Math.pow(2, Math.ceil(Math.log(pixels / LARGER) / Math.log(2)));
    }

    /** Says that a picture will be drawn in this frame. */
    void want(Picture picture) {
        if (tooLarge(picture, goal)) {
            return;
        }
        Level level = levels.get(goal);
        if (level == null || !level.sprites.containsKey(picture)) {
            (nearest(picture) == null ? missing : rough).add(picture);
        }
    }

    /** Makes what is wanted and not there at all, and as much as there is time for of what is there in another size. */
    void make() {
        render(missing);
        missing.clear();
        if (!rough.isEmpty() && made < PER_FRAME) {
            List<Picture> some = new ArrayList<>();
            for (Picture picture : rough) {
                made += pixels(picture);
                some.add(picture);
                if (made >= PER_FRAME) {
                    break;
                }
            }
            render(some);
            some.forEach(rough::remove);
        }
    }

    private long pixels(Picture picture) {
        return (long) SpriteMaker.side(picture.width(), goal) * SpriteMaker.side(picture.height(), goal);
    }

    private static boolean tooLarge(Picture picture, double scale) {
        return Math.max(picture.width(), picture.height()) * scale > LONGEST;
    }

    /** Draws a picture with its upper left corner at a pixel, or between pixels while it is stretched. */
    void draw(Raster raster, Picture picture, double x, double y, int opacity) {
        Sprite sprite = nearest(picture);
        if (sprite == null) {
            if (tooLarge(picture, goal)) {
                window(raster, picture, x, y, opacity);
            }
        } else if (sprite.scale() == pixelsPerUnit) {
            lay(raster, sprite, x, y, opacity);
        } else if (picture.isCommon()) {
            double factor = pixelsPerUnit / sprite.scale();
            lay(raster, stretched.computeIfAbsent(picture, absent -> sprite.stretched(factor)), x, y, opacity);
        } else {
            double factor = pixelsPerUnit / sprite.scale();
            raster.stretch(sprite, x - Sprite.PAD * factor, y - Sprite.PAD * factor, factor, opacity);
        }
    }

    private static void lay(Raster raster, Sprite sprite, double x, double y, int opacity) {
        raster.lay(sprite, (int) Math.rint(x) - Sprite.PAD, (int) Math.rint(y) - Sprite.PAD, opacity);
    }

    /** The sprite of the size that is aimed at, else of the size nearest to it. */
    private @Nullable Sprite nearest(Picture picture) {
        Sprite exact = use(levels.get(goal), picture);
        if (exact != null) {
            return exact;
        }
        Level best = null;
        double least = Double.MAX_VALUE;
        for (Map.Entry<Double, Level> entry : levels.entrySet()) {
            double distance = Math.abs(Math.log(entry.getKey() / pixelsPerUnit));
            if (distance < least && entry.getValue().sprites.containsKey(picture)) {
                least = distance;
                best = entry.getValue();
            }
        }
        return use(best, picture);
    }

    private @Nullable Sprite use(@Nullable Level level, Picture picture) {
        if (level == null) {
            return null;
        }
        Sprite sprite = level.sprites.get(picture);
        if (sprite != null) {
            level.used = frames;
        }
        return sprite;
    }

    /** The part in sight of a picture that is too large to be kept. */
    private void window(Raster raster, Picture picture, double x, double y, int opacity) {
        double left = Math.rint(Math.max(0, x));
        double top = Math.rint(Math.max(0, y));
        int width = (int) Math.ceil(Math.min(raster.width, x + picture.width() * pixelsPerUnit) - left);
        int height = (int) Math.ceil(Math.min(raster.height, y + picture.height() * pixelsPerUnit) - top);
        if (width < 1 || height < 1) {
            return;
        }
        Sprite part = maker.part(picture, Math.rint(x) - left, Math.rint(y) - top, width, height, pixelsPerUnit);
        raster.lay(part, (int) left, (int) top, opacity);
    }

    /** Whether something that was wanted in this frame is there in another size only. */
    boolean isRough() {
        return !rough.isEmpty();
    }

    /**
     * Ends a frame.
     *
     * @return whether another frame would look better
     */
    boolean end() {
        boolean better = !rough.isEmpty();
        rough.clear();
        forget();
        return better;
    }

    /** Forgets the sizes that were used longest ago, when there are too many. */
    private void forget() {
        long bytes = levels.values().stream().mapToLong(level -> level.bytes).sum();
        while (bytes > MOST_BYTES) {
            Map.Entry<Double, Level> oldest = null;
            for (Map.Entry<Double, Level> entry : levels.entrySet()) {
                if (oldest == null || entry.getValue().used < oldest.getValue().used) {
                    oldest = entry;
                }
            }
            if (oldest == null) {
                return;
            }
            bytes -= oldest.getValue().bytes;
            levels.remove(oldest.getKey());
        }
    }

    private void render(Iterable<Picture> pictures) {
        maker.make(pictures, goal, (picture, sprite) -> {
            Level level = levels.computeIfAbsent(goal, absent -> new Level());
            level.used = frames;
            level.sprites.put(picture, sprite);
            level.bytes += sprite.bytes();
        });
    }
}
