package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Scalable vector graphics with real text, one unit to a pixel. */
final class SvgWriter implements PictureWriter {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final int DIGITS = 2;

    @Override
    public byte[] write(double width, double height, Consumer<Graphics2D> drawing) throws IOException {
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("Drawn by Layerloom");
        context.setPrecision(DIGITS);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setColor(PrintInk.GROUND);
        graphics.fill(new Rectangle2D.Double(0, 0, width, height));
        drawing.accept(graphics);
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", String.format(Locale.ROOT, "0 0 %.2f %.2f", width, height));
        root.setAttribute("width", String.format(Locale.ROOT, "%.2f", width));
        root.setAttribute("height", String.format(Locale.ROOT, "%.2f", height));
        nameFonts(root);
        return bytes(root);
    }

    /** Without the document type that the library would write, which makes readers look for it on the network. */
    private static byte[] bytes(Element root) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(root), new StreamResult(content));
        } catch (TransformerException e) {
            throw new IOException(tr("The picture cannot be written as SVG: %s", String.valueOf(e.getMessage())), e);
        }
        return content.toByteArray();
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names fonts by family and weight, with others in their place where a reader has not ours. */
    private static void nameFonts(Element root) {
        NodeList all = root.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            String family = element.getAttribute("font-family");
            if (family.contains("JetBrains")) {
                name(element, family, "'JetBrains Mono', Menlo, Consolas, monospace");
            } else if (family.contains("Inter")) {
                name(element, family, "Inter, Helvetica, Arial, sans-serif");
            }
        }
    }

    private static void name(Element element, String family, String families) {
        element.setAttribute("font-family", families);
        String weight = family.contains("SemiBold") ? "600" : family.contains("Medium") ? "500" : "400";
        element.setAttribute("font-weight", weight);
    }
}
