package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Input;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.Themes;
import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** An area to draw a digit in with the mouse; every stroke gives the network an image to read. Delete or Escape wipes it. */
public final class DigitPad extends Region {
    private static final double SIDE = 224;

    private final int height;
    private final int width;
    private final int channels;
    private final Ink ink = new Ink();
    private final int[] pixels = new int[Ink.SIZE * Ink.SIZE];
    private final PixelBuffer<IntBuffer> buffer =
            new PixelBuffer<>(Ink.SIZE, Ink.SIZE, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    private final ImageView view = new ImageView(new WritableImage(buffer));
    private final Label hint = new Label(tr("Draw a digit here"));
    private final Button wipe = new Button("", Icons.ERASE.node());
    private final Rectangle clip = new Rectangle();
    /** Held here because the theme only holds it weakly. */
    private final InvalidationListener recolour = o -> paint();

    private @Nullable Consumer<Input> onInput;
    private @Nullable Runnable onCleared;
    private double lastX;
    private double lastY;
    private boolean told = true;

    /** A pad for images as MNIST has them: 28 × 28, one channel. */
    public DigitPad() {
        this(28, 28, 1);
    }

    /** A pad for images of {@code height} × {@code width} pixels; every channel gets the same values. */
    public DigitPad(int height, int width, int channels) {
        this.height = height;
        this.width = width;
        this.channels = channels;
        getStyleClass().add(Styles.PAD);
        hint.getStyleClass().add(Styles.MUTED);
        hint.setMouseTransparent(true);
        view.setMouseTransparent(true);
        view.setSmooth(true);
        view.setClip(clip);
        clip.setArcWidth(2 * Measure.RADIUS_CARD);
        clip.setArcHeight(2 * Measure.RADIUS_CARD);
        wipe.getStyleClass().addAll(Styles.QUIET, Styles.ICON_BUTTON);
        wipe.setTooltip(new Tooltip(tr("Clear (Delete)")));
        wipe.setAccessibleText(tr("Clear the drawing"));
        wipe.setFocusTraversable(false);
        wipe.setOnAction(e -> clear());
        wipe.visibleProperty().bind(hint.visibleProperty().not());
        getChildren().addAll(view, hint, wipe);
        setFocusTraversable(true);
        setAccessibleText(tr("Drawing area for a digit; Delete wipes it"));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(e -> tell());
        setOnKeyPressed(this::key);
        Themes.current().addListener(new WeakInvalidationListener(recolour));
    }

    /** Who gets the image, at most once in a pulse while a person draws. */
    public void setOnInput(Consumer<Input> consumer) {
        onInput = consumer;
    }

    /** What happens after the pad was wiped. */
    public void setOnCleared(Runnable action) {
        onCleared = action;
    }

    /** Wipes the pad. */
    public void clear() {
        ink.clear();
        hint.setVisible(true);
        paint();
        if (onCleared != null) {
            onCleared.run();
        }
    }

    /** Whether nothing is drawn. */
    public boolean isEmpty() {
        return ink.isEmpty();
    }

    /** The image as the network gets it, row by row, from 0 to 1. */
    public float[] image() {
        float[] grey = ink.centred(height, width);
        if (channels == 1) {
            return grey;
        }
        float[] all = new float[grey.length * channels];
        for (int i = 0; i < all.length; i++) {
            all[i] = grey[i % grey.length];
        }
        return all;
    }

    /** The image as the network gets it, one value for each pixel, for a preview. */
    float[] grey() {
        return ink.centred(height, width);
    }

    private void press(MouseEvent e) {
        requestFocus();
        lastX = toInk(e.getX());
        lastY = toInk(e.getY());
        draw(lastX, lastY);
        e.consume();
    }

    private void drag(MouseEvent e) {
        draw(toInk(e.getX()), toInk(e.getY()));
        e.consume();
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE || e.getCode() == KeyCode.ESCAPE) {
            clear();
            e.consume();
        }
    }

    private double toInk(double position) {
        return position / side() * Ink.SIZE;
    }

    private void draw(double x, double y) {
        ink.stroke(lastX, lastY, x, y);
        lastX = x;
        lastY = y;
        hint.setVisible(false);
        told = false;
        requestLayout();
    }

    private void tell() {
        if (!told && onInput != null) {
            onInput.accept(new Input.Numbers(image()));
        }
        told = true;
    }

    private void paint() {
        Color colour = Themes.tokens().text();
        int red = (int) Math.round(colour.getRed() * 255);
        int green = (int) Math.round(colour.getGreen() * 255);
        int blue = (int) Math.round(colour.getBlue() * 255);
        float[] cells = ink.cells();
        for (int i = 0; i < cells.length; i++) {
            int a = Math.round(cells[i] * 255);
            pixels[i] = (a << 24) | ((red * a / 255) << 16) | ((green * a / 255) << 8) | (blue * a / 255);
        }
        buffer.updateBuffer(b -> null);
    }

    private double side() {
        return Math.max(1, Math.min(getWidth(), getHeight()));
    }

    @Override
    protected double computePrefWidth(double forHeight) {
        return SIDE;
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        return SIDE;
    }

    @Override
    protected void layoutChildren() {
        double side = side();
        view.setFitWidth(side);
        view.setFitHeight(side);
        clip.setWidth(side);
        clip.setHeight(side);
        hint.autosize();
        wipe.autosize();
        wipe.relocate(side - wipe.getWidth() - 4, 4);
        hint.relocate(Math.round((side - hint.getWidth()) / 2), Math.round((side - hint.getHeight()) / 2));
        if (!told) {
            paint();
            tell();
        }
    }
}
