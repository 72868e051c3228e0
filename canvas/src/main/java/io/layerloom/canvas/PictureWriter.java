package io.layerloom.canvas;

import java.awt.Graphics2D;
import java.io.IOException;
import java.util.function.Consumer;

/** Makes files of one kind from drawings. */
interface PictureWriter {

    /**
     * The content of a file of a drawing.
     *
     * @param width of the drawing, from 0, in units of the canvas
     * @throws PictureException if such files cannot be that large
     */
    byte[] write(double width, double height, Consumer<Graphics2D> drawing) throws IOException;
}
