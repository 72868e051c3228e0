package io.layerloom.canvas;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import io.layerloom.themes.FontFiles;
import java.awt.Graphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** One page as large as the drawing, with real text in fonts that are part of the file. */
final class PdfWriter implements PictureWriter {

    /** Points for each unit: the same size as on a screen of 96 pixels to the inch. */
    private static final double SCALE = 0.75;

    /** The longest side of a page, in points, that every reader takes (ISO 32000-1, annex C). */
    private static final double LONGEST = 14_400;

    private static final List<Lettering> FONTS =
            List.of(Lettering.TITLE, Lettering.SUMMARY, Lettering.FOOT, Lettering.FOOT_STRONG, Lettering.PILL);

    @Override
    public byte[] write(double width, double height, Consumer<Graphics2D> drawing) throws IOException {
        double scale = Math.min(SCALE, LONGEST / Math.max(width, height));
        float w = (float) (width * scale);
        float h = (float) (height * scale);
        try (PDDocument document = new PDDocument();
                PdfBoxGraphics2DFontTextDrawer fonts = fonts()) {
            document.getDocumentInformation().setCreator("Layerloom");
            PDPage page = new PDPage(new PDRectangle(w, h));
            document.addPage(page);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, w, h);
            graphics.setFontTextDrawer(fonts);
            graphics.setColor(PrintInk.GROUND);
            graphics.fillRect(0, 0, (int) Math.ceil(w), (int) Math.ceil(h));
            graphics.scale(scale, scale);
            drawing.accept(graphics);
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static PdfBoxGraphics2DFontTextDrawer fonts() throws IOException {
        PdfBoxGraphics2DFontTextDrawer drawer = new PdfBoxGraphics2DFontTextDrawer();
        for (Lettering style : FONTS) {
            try (InputStream file = FontFiles.open(style.mono(), style.weight())) {
                drawer.registerFont(PrintInk.load(style).getFontName(), file);
            }
        }
        return drawer;
    }
}
