package io.layerloom.canvas;

import io.layerloom.themes.Tokens;
import javafx.scene.canvas.GraphicsContext;

/** The shape label in the middle of a wire. */
record PillPicture(ShapeLabel label, Tone tone, double pillWidth) implements Picture {

    static final double MARGIN = 1;

    /** How the wire under it looks. */
    enum Tone {
        QUIET,
        BAD,
        ACCENT
    }

    @Override
    public double width() {
        return pillWidth + 2 * MARGIN;
    }

    @Override
    public double height() {
        return PillPlacer.HEIGHT + 2 * MARGIN;
    }

    @Override
    public void paint(GraphicsContext gc, Ink ink) {
        Tokens tokens = ink.tokens;
        double w = pillWidth;
        double h = PillPlacer.HEIGHT;
        gc.save();
        gc.translate(MARGIN, MARGIN);
        gc.setFill(tokens.panel());
        gc.fillRoundRect(0, 0, w, h, h, h);
        gc.setStroke(
                switch (tone) {
                    case QUIET -> tokens.line();
                    case BAD -> tokens.bad();
                    case ACCENT -> tokens.accent();
                });
        gc.setLineWidth(1);
        gc.strokeRoundRect(0.5, 0.5, w - 1, h - 1, h - 1, h - 1);
        double x = (w - ink.width(label.text(), ink.pill)) / 2;
        for (ShapeLabel.Part part : label.parts()) {
            gc.setFill(
                    switch (tone) {
                        case QUIET -> part.changed() ? tokens.text() : tokens.muted();
                        case BAD -> tokens.bad();
                        case ACCENT -> tokens.accent();
                    });
            ink.write(gc, part.text(), ink.pill, x, h / 2 + 3.8);
            x += ink.width(part.text(), ink.pill);
        }
        gc.restore();
    }
}
