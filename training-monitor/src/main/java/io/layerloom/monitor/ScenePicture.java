package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Example;
import io.layerloom.engine.Found;
import io.layerloom.themes.Styles;
import io.layerloom.themes.Themes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** A picture with boxes around the objects on it: dashed and white for those that really are there, in the colour of their class for those that a network has found. */
public final class ScenePicture extends Pane {

    private static final double LINE = 2;
    private static final double EDGE = 4;

    /** More names than that hide the picture; those of other boxes are told where the pointer is. */
    private static final int MOST_NAMES = 3;

    private static final double[] DASHES = {4, 3};

    private final double width;
    private final double height;
    private final List<String> classes;
    private List<Named> names = List.of();

    /** An object with its name on the picture. */
    private record Named(Found object, Label label) {}

    /**
     * A picture.
     *
     * @param side how long its longer side is on the screen
     */
    public ScenePicture(Example.Picture picture, List<String> classes, double side) {
        double scale = side / Math.max(picture.width(), picture.height());
        this.width = Math.rint(picture.width() * scale);
        this.height = Math.rint(picture.height() * scale);
        this.classes = List.copyOf(classes);
        ImageView image = new ImageView(Pixels.image(picture));
        image.setFitWidth(width);
        image.setFitHeight(height);
        image.setSmooth(false);
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        setClip(new Rectangle(width, height));
        getChildren().add(image);
    }

    /** The picture of a data set with the objects that it says are there, each in the colour of its class. */
    public static ScenePicture of(Example.Scene scene, List<String> classes, double side) {
        ScenePicture picture = new ScenePicture(scene.picture(), classes, side);
        picture.show(List.of(), scene.objects(), false);
        return picture;
    }

    /** Shows these objects instead of others: what is really there, and what was found, with how sure the network is. */
    public void show(List<Found> really, List<Found> found) {
        show(really, found, true);
    }

    private void show(List<Found> really, List<Found> found, boolean telling) {
        getChildren().remove(1, getChildren().size());
        List<Named> named = new ArrayList<>();
        really.forEach(
                object -> outline(object, Color.WHITE).getStrokeDashArray().setAll(DASHES[0], DASHES[1]));
        for (Found object : found) {
            Rectangle line = outline(object, Color.WHITE);
            line.strokeProperty()
                    .bind(Themes.current().map(theme -> Themes.tokens().series(object.kind())));
            if (telling) {
                Label name = label(object);
                Tooltip.install(line, new Tooltip(name.getText()));
                named.add(new Named(object, name));
            }
        }
        names = named.stream()
                .sorted(Comparator.comparingDouble((Named one) -> one.object().confidence())
                        .reversed())
                .limit(MOST_NAMES)
                .toList();
        names.forEach(one -> getChildren().add(one.label()));
        setAccessibleText(said(tr("There is"), really) + " " + said(tr("Found:"), found));
    }

    private String said(String beginning, List<Found> objects) {
        List<String> names = objects.stream().map(object -> name(object.kind())).toList();
        return names.isEmpty() ? "" : beginning + " " + String.join(", ", names) + ".";
    }

    private String name(int kind) {
        return kind < classes.size() ? classes.get(kind) : Integer.toString(kind);
    }

    /** A line on a dark one, so that it shows on any picture. */
    private Rectangle outline(Found object, Color colour) {
        getChildren().add(frame(object, Color.rgb(0, 0, 0, 0.55), EDGE));
        Rectangle line = frame(object, colour, LINE);
        getChildren().add(line);
        return line;
    }

    private Rectangle frame(Found object, Color colour, double thickness) {
        double left = Math.max(1, object.left() * width);
        double top = Math.max(1, object.top() * height);
        double right = Math.min(width - 1, object.right() * width);
        double bottom = Math.min(height - 1, object.bottom() * height);
        Rectangle frame = new Rectangle(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
        frame.setFill(Color.TRANSPARENT);
        frame.setStroke(colour);
        frame.setStrokeWidth(thickness);
        return frame;
    }

    private Label label(Found object) {
        Label name =
                new Label(String.format(Locale.ROOT, "%s %.0f %%", name(object.kind()), 100 * object.confidence()));
        name.getStyleClass().add(Styles.SCENE_NAME);
        name.setMaxWidth(width);
        return name;
    }

    /** Names stand within the picture, and none on another: one that finds no room is left to the pointer. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        List<Rectangle2D> taken = new ArrayList<>();
        for (Named one : names) {
            double wide = Math.min(width, Math.ceil(one.label().prefWidth(-1)));
            double high = Math.ceil(one.label().prefHeight(-1));
            Optional<Rectangle2D> place = place(one.object(), wide, high, taken);
            one.label().setVisible(place.isPresent());
            place.ifPresent(spot -> {
                taken.add(spot);
                one.label().resizeRelocate(spot.getMinX(), spot.getMinY(), wide, high);
            });
        }
    }

    /** Above the box, else at its upper or lower edge within it, else below it, else wherever there is room further down or up. */
    private Optional<Rectangle2D> place(Found object, double wide, double high, List<Rectangle2D> taken) {
        double left = Math.rint(Math.max(0, Math.min(width - wide, object.left() * width - 1)));
        double top = object.top() * height;
        double bottom = object.bottom() * height;
        DoubleStream near = DoubleStream.of(top - high, top + 1, bottom - high - 1, bottom);
        DoubleStream down = DoubleStream.iterate(bottom + high, y -> y + high <= height, y -> y + high);
        DoubleStream up = DoubleStream.iterate(top - 2 * high, y -> y >= 0, y -> y - high);
        return DoubleStream.concat(DoubleStream.concat(near, down), up)
                .map(Math::rint)
                .filter(y -> y >= 0 && y + high <= height)
                .mapToObj(y -> new Rectangle2D(left, y, wide, high))
                .filter(spot -> taken.stream().noneMatch(spot::intersects))
                .findFirst();
    }
}
