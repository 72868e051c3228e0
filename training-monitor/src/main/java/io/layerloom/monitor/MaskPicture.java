package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Example;
import io.layerloom.engine.Mask;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

/** A picture under a mask: the areas of each class lie over it in its colour, translucent but for their edges, those of the background not at all, and what is left out in white. */
public final class MaskPicture extends Pane {

    private static final double INSIDE = 0.7;
    private static final int OPAQUE = 255;

    private final Example.Picture picture;
    private final List<String> classes;
    private final ImageView overlay = new ImageView();
    private final double width;
    private final double height;

    /** Where a mask is to be shown; for all if empty. */
    private Optional<Mask> unlike = Optional.empty();

    /**
     * A picture without a mask.
     *
     * @param side how long its longer side is on the screen
     */
    public MaskPicture(Example.Picture picture, List<String> classes, double side) {
        this.picture = picture;
        this.classes = List.copyOf(classes);
        double scale = side / Math.max(picture.width(), picture.height());
        width = Math.rint(picture.width() * scale);
        height = Math.rint(picture.height() * scale);
        ImageView image = new ImageView(Pixels.image(picture));
        for (ImageView view : List.of(image, overlay)) {
            view.setFitWidth(width);
            view.setFitHeight(height);
            view.setSmooth(false);
        }
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        getChildren().addAll(image, overlay);
    }

    /** The picture of a data set with its mask. */
    public static MaskPicture of(Example.Masked example, List<String> classes, double side) {
        MaskPicture picture = new MaskPicture(example.picture(), classes, side);
        picture.show(example.mask());
        return picture;
    }

    /** Shows this mask instead of another. */
    public void show(Mask shown) {
        show(shown, Optional.empty());
    }

    /** Shows a mask only where it says something else than another one, which leaves nothing out there. */
    void show(Mask shown, Optional<Mask> whereUnlike) {
        if (shown.height() != picture.height() || shown.width() != picture.width()) {
            throw new IllegalArgumentException("A picture of %d×%d pixels has a mask of this size. Received: %s"
                    .formatted(picture.height(), picture.width(), shown));
        }
        unlike = whereUnlike;
        overlay.setImage(drawn(shown));
        setAccessibleText(tr("Mask: %s", parts(shown)));
    }

    /** How much the mask hides of the picture: 0 nothing, 1 all. */
    DoubleProperty strengthProperty() {
        return overlay.opacityProperty();
    }

    /** The row and column below a point of this picture. */
    int[] pixelAt(double x, double y) {
        int row = (int) (y / height * picture.height());
        int column = (int) (x / width * picture.width());
        return new int[] {
            Math.max(0, Math.min(picture.height() - 1, row)), Math.max(0, Math.min(picture.width() - 1, column))
        };
    }

    private String parts(Mask shown) {
        int[] counts = new int[classes.size()];
        for (int at = 0; at < shown.height() * shown.width(); at++) {
            int kind = shown.at(at / shown.width(), at % shown.width());
            if (kind >= 0 && kind < counts.length) {
                counts[kind]++;
            }
        }
        return IntStream.range(0, counts.length)
                .filter(kind -> counts[kind] > 0)
                .mapToObj(classes::get)
                .collect(Collectors.joining(", "));
    }

    private Image drawn(Mask shown) {
        int wide = shown.width();
        int[] argb = new int[shown.height() * wide];
        for (int at = 0; at < argb.length; at++) {
            argb[at] = colour(shown, at / wide, at % wide);
        }
        WritableImage image = new WritableImage(wide, shown.height());
        image.getPixelWriter().setPixels(0, 0, wide, shown.height(), PixelFormat.getIntArgbInstance(), argb, 0, wide);
        return image;
    }

    private int colour(Mask shown, int row, int column) {
        int kind = shown.at(row, column);
        boolean hidden = unlike.filter(other -> {
                    int really = other.at(row, column);
                    return really == kind || really == Mask.LEFT_OUT;
                })
                .isPresent();
        if (hidden || (MaskColours.isBackground(kind, classes) && unlike.isEmpty())) {
            return 0;
        }
        Color colour = kind == Mask.LEFT_OUT || MaskColours.isBackground(kind, classes)
                ? Color.WHITE
                : MaskColours.of(kind, classes);
        int opacity = isEdge(shown, row, column) ? OPAQUE : (int) (INSIDE * OPAQUE);
        return opacity << 24
                | (int) Math.round(colour.getRed() * OPAQUE) << 16
                | (int) Math.round(colour.getGreen() * OPAQUE) << 8
                | (int) Math.round(colour.getBlue() * OPAQUE);
    }

    /** Whether another class is beside a pixel: neighbours are told apart there even by those who see their colours alike. */
    private static boolean isEdge(Mask shown, int row, int column) {
        int kind = shown.at(row, column);
        return (row > 0 && shown.at(row - 1, column) != kind)
                || (row + 1 < shown.height() && shown.at(row + 1, column) != kind)
                || (column > 0 && shown.at(row, column - 1) != kind)
                || (column + 1 < shown.width() && shown.at(row, column + 1) != kind);
    }
}
