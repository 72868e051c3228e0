package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.LayerExample;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Size2;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;

/** A small picture of a layer at work: what comes in on the left, what goes out on the right, images to one scale; where the layer slides a window, its first place and what becomes of it. */
final class LayerSketch extends Pane {

    private static final double COLUMN = 132;
    private static final double LONGEST = 72;
    private static final double BETWEEN = Measure.SPACE_16;
    private static final double LEAST_CELL = 5;
    private static final double ARROW = 5;

    private final LayerExample example;
    private final double width;
    private final double pixels;
    private final double caption = Measure.text(Measure.ROW - Measure.SPACE_8);

    private record Placed(ShapeSketch sketch, double x, double y) {
        double middle() {
            return y + sketch.height() / 2;
        }
    }

    /** A picture so many pixels wide. */
    LayerSketch(LayerExample example, double width) {
        this.example = example;
        this.width = width;
        long longest = Stream.concat(example.in().stream(), Stream.of(example.out()))
                .mapToLong(ShapeSketch::longest)
                .max()
                .orElse(0);
        pixels = LONGEST / Math.max(1, longest);
        getStyleClass().addAll("ll-layer-sketch", Styles.category(example.type().tone()));
        List<ShapeSketch> left = example.in().stream()
                .map(shape -> new ShapeSketch(shape, pixels))
                .toList();
        ShapeSketch right = new ShapeSketch(example.out(), pixels);
        right.getStyleClass().add("ll-sketch-result");
        double height = Math.max(column(left), column(List.of(right)));
        List<Placed> in = place(left, 0, height);
        Placed out = place(List.of(right), width - COLUMN, height).get(0);
        label(example.in(), in, 0);
        label(List.of(example.out()), List.of(out), width - COLUMN);
        join(in, out);
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        String before = example.in().stream().map(Shape::label).collect(Collectors.joining(", "));
        setAccessibleText(
                before.isEmpty()
                        ? example.out().label()
                        : tr("%s becomes %s", before, example.out().label()));
    }

    private double column(List<ShapeSketch> sketches) {
        return sketches.stream()
                .mapToDouble(sketch -> sketch.height() + caption + BETWEEN)
                .sum();
    }

    private List<Placed> place(List<ShapeSketch> sketches, double left, double height) {
        List<Placed> placed = new ArrayList<>();
        double top = (height - column(sketches)) / 2 + BETWEEN / 2;
        for (ShapeSketch sketch : sketches) {
            double x = left + (COLUMN - sketch.width()) / 2;
            sketch.relocate(x, top);
            getChildren().add(sketch);
            placed.add(new Placed(sketch, x, top));
            top += sketch.height() + caption + BETWEEN;
        }
        return placed;
    }

    private void label(List<Shape> shapes, List<Placed> placed, double left) {
        for (int at = 0; at < shapes.size(); at++) {
            Placed below = placed.get(at);
            centred(
                    shapes.get(at).label(),
                    left,
                    COLUMN,
                    below.y() + below.sketch().height(),
                    Styles.MONO);
        }
    }

    private void centred(String text, double left, double room, double top, String... styles) {
        Label label = Texts.line(text, styles);
        label.getStyleClass().add(Styles.CAPTION);
        label.setAlignment(Pos.CENTER);
        label.setPrefSize(room, caption);
        label.relocate(left, top);
        getChildren().add(label);
    }

    private void join(List<Placed> in, Placed out) {
        String summary = example.type().summary().apply(example.values());
        Optional<Size2> window = window();
        if (window.isPresent()) {
            slide(in.get(0), window.get(), out);
        } else {
            in.forEach(each -> arrow(each, out));
        }
        centred(summary, COLUMN, width - 2 * COLUMN, Math.max(0, out.middle() - caption - LONGEST / 2), Styles.MUTED);
    }

    /** The window of a layer that slides one over an image; empty for others. */
    private Optional<Size2> window() {
        boolean images = example.in().size() == 1
                && example.in().get(0) instanceof Shape.Image
                && example.out() instanceof Shape.Image;
        return example.type().window().filter(window -> images).map(example.values()::get);
    }

    private void slide(Placed in, Size2 size, Placed out) {
        Bounds from = in.sketch().face();
        Bounds to = out.sketch().face();
        double wide = Math.max(LEAST_CELL, size.width() * pixels);
        double high = Math.max(LEAST_CELL, size.height() * pixels);
        double cell = Math.max(LEAST_CELL, pixels);
        double x = in.x() + from.getMinX();
        double y = in.y() + from.getMinY();
        double toX = out.x() + to.getMinX();
        double toY = out.y() + to.getMinY();
        add(new Rectangle(x, y, wide, high), "ll-sketch-window");
        add(new Rectangle(toX, toY, cell, cell), "ll-sketch-window");
        add(new Line(x + wide, y, toX, toY), "ll-sketch-line");
        add(new Line(x + wide, y + high, toX, toY + cell), "ll-sketch-line");
    }

    private void arrow(Placed in, Placed out) {
        double from = COLUMN + Measure.SPACE_8;
        double to = width - COLUMN - Measure.SPACE_8;
        add(new Line(from, in.middle(), to - ARROW, out.middle()), "ll-sketch-line");
        add(
                new Polygon(
                        to, out.middle(), to - 2 * ARROW, out.middle() - ARROW, to - 2 * ARROW, out.middle() + ARROW),
                "ll-sketch-tip");
    }

    private void add(javafx.scene.shape.Shape part, String style) {
        part.getStyleClass().add(style);
        getChildren().add(part);
    }
}
