package io.layerloom.canvas;

import io.layerloom.themes.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.canvas.GraphicsContext;

/**
 * What a layer is called, where the letters on its card would be too small: always of the same size on the screen, like a {@link FrameSign}, and so made once for all scales of the view.
 *
 * @param lines as much of the name, or else of the type, as fits
 * @param width of the picture, in pixels of the window at text of 100 %
 */
record NodeSign(List<String> lines, double width, NodeFace.Mark mark, boolean faint) implements Picture {

    static final Lettering STYLE = Lettering.FOOT_STRONG;

    private static final double LINE = 12;
    private static final double BASE = 9.5;

    /** Left of the text, behind the edge's colour, and right of it. */
    private static final double INSET = 3;

    /** Less would not show enough of a name to tell it. */
    private static final double LEAST = 18;

    /** Rooms that differ by less are one, so that few pictures are made while the zoom moves. */
    private static final double STEP = 3;

    private static final double EDGE = 7;
    private static final String ELLIPSIS = "…";

    /** What tells names apart that begin alike: a number, or a short last word. */
    private static final Pattern END = Pattern.compile("(?<=[\\s_./-])[^\\s_./-]{1,4}$|\\d{1,4}$");

    /** A name in a room. */
    record Wanted(String text, double room, int lines) {}

    /** The sign of a node, if its card has room for one at this scale of the view. */
    static Optional<NodeSign> of(NodeFace face, double zoom, Ink ink) {
        double unit = Measure.text(1);
        double taken =
                EDGE + face.change().map(kind -> PlainNodePicture.SIGN_ROOM).orElse(0.0);
        double room = Math.floor(((NodeFace.WIDTH - taken) * zoom / unit - 2 * INSET) / STEP) * STEP;
        int lines = (int) Math.min(2, face.height() * zoom / unit / LINE);
        if (room < LEAST || lines < 1) {
            return Optional.empty();
        }
        List<String> fitted = ink.lines(new Wanted(face.name().isEmpty() ? face.title() : face.name(), room, lines));
        double width = fitted.stream()
                .mapToDouble(line -> ink.width(line, STYLE))
                .max()
                .orElse(0);
        return Optional.of(new NodeSign(fitted, Math.ceil(width) + 1, face.mark(), face.bypassed()));
    }

    /** Left edge of the sign, in pixels of the window from that of the card. */
    static double left(double zoom) {
        return EDGE * zoom + Measure.text(INSET);
    }

    /** The name in at most so many lines; in the last of them its end is kept. */
    static List<String> lines(Wanted wanted, Ink ink) {
        String text = wanted.text.strip();
        List<String> lines = new ArrayList<>();
        int space = text.indexOf(' ');
        if (wanted.lines > 1 && space > 0 && ink.width(text, STYLE) > wanted.room) {
            for (int next = space; next > 0; next = text.indexOf(' ', next + 1)) {
                if (ink.width(text.substring(0, next), STYLE) <= wanted.room) {
                    space = next;
                }
            }
            lines.add(ink.fitted(text.substring(0, space), STYLE, wanted.room));
            text = text.substring(space + 1);
        }
        lines.add(shortened(text, wanted.room, ink));
        return lines;
    }

    private static String shortened(String text, double room, Ink ink) {
        Matcher end = END.matcher(text);
        if (ink.width(text, STYLE) <= room || !end.find() || end.start() == 0) {
            return ink.fitted(text, STYLE, room);
        }
        String tail = ELLIPSIS + end.group();
        String kept = text.substring(0, end.start()).stripTrailing();
        while (kept.length() > 1 && ink.width(kept + tail, STYLE) > room) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return ink.width(kept + tail, STYLE) <= room ? kept + tail : ink.fitted(text, STYLE, room);
    }

    @Override
    public double height() {
        return lines.size() * LINE;
    }

    @Override
    public void paint(GraphicsContext gc, Ink ink) {
        gc.setFill(mark == NodeFace.Mark.PROBLEM ? ink.tokens.bad() : faint ? ink.tokens.muted() : ink.tokens.text());
        for (int i = 0; i < lines.size(); i++) {
            ink.write(gc, lines.get(i), STYLE, 0, i * LINE + BASE);
        }
    }
}
