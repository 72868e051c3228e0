package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Pictures of pixels: two for each unit, fewer where that would be more than a picture can have. */
final class PngWriter implements PictureWriter {

    private static final double SCALE = 2;
    private static final double MOST_PIXELS = 50e6;
    private static final double LONGEST = 30_000;

    /** Below this the words cannot be read. */
    private static final double LEAST = 0.4;

    @Override
    public byte[] write(double width, double height, Consumer<Graphics2D> drawing) throws IOException {
        double scale =
                Math.min(SCALE, Math.min(LONGEST / Math.max(width, height), Math.sqrt(MOST_PIXELS / width / height)));
        if (scale < LEAST) {
            throw new PictureException(tr(
                    "A network of %,.0f × %,.0f units has more pixels than a PNG can hold. Write SVG or PDF, or select fewer layers.",
                    width, height));
        }
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(PrintInk.GROUND);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
        drawing.accept(graphics);
        graphics.dispose();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ImageIO.write(image, "png", content);
        return content.toByteArray();
    }
}
