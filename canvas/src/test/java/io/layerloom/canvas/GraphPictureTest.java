package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Frame;
import io.layerloom.graph.Inference;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Tokens;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** Pictures for print hold what the canvas shows, as lines and words that other programs can read, and run without a screen. */
class GraphPictureTest {

    private static final Document DIGITS = TestCatalog.digits();

    private static GraphPicture picture(Document document, Set<NodeId> only) throws PictureException {
        Inference inference = Inference.of(document.graph(), TestCatalog.CATALOG);
        return GraphPicture.of(TestCatalog.CATALOG, document, inference, "MNIST digits", only);
    }

    private static GraphPicture picture() throws PictureException {
        return picture(DIGITS, Set.of());
    }

    private static Element svg(GraphPicture picture) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture.in(PictureFormat.SVG)))
                .getDocumentElement();
    }

    private static String pdf(GraphPicture picture) throws IOException {
        try (PDDocument document = Loader.loadPDF(picture.in(PictureFormat.PDF))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document);
        }
    }

    private static BufferedImage png(GraphPicture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.in(PictureFormat.PNG)));
    }

    @Test
    void anSvgIsXmlWithEveryWordAsText() throws Exception {
        Element svg = svg(picture());
        assertThat(svg.getLocalName()).isEqualTo("svg");
        assertThat(svg.getTextContent())
                .contains("Input", "MNIST digits", "Convolution 2D", "Max pooling 2D", "Flatten", "Dense", "Output")
                .contains("26×26×32", "51,264 parameters", "does not fit");
        assertThat(svg.getElementsByTagName("image").getLength()).isZero();
        assertThat(svg.getElementsByTagName("text").getLength())
                .isGreaterThanOrEqualTo(3 * DIGITS.graph().nodes().size());
    }

    @Test
    void aPdfHasTextThatCanBeSearched() throws IOException {
        assertThat(pdf(picture()))
                .contains("Input", "MNIST digits", "Convolution 2D", "Max pooling 2D", "Flatten", "Dense", "Output")
                .contains("26×26×32", "51,264 parameters", "does not fit");
    }

    @Test
    void aPngHasInkWhereTheLayersAreAndNoneWhereNothingIs() throws IOException {
        BufferedImage image = png(picture());
        Box bounds = picture().bounds();
        for (NodeView node : DiagramTest.of(DIGITS).nodes()) {
            Box box = node.box().moved(-bounds.x(), -bounds.y());
            int whole = (int) (4 * box.width() * box.height());
            assertThat(ink(image, (int) (2 * box.x()), (int) (2 * box.y()), (int) (2 * box.width()), (int)
                            (2 * box.height())))
                    .as(node.id().value())
                    .isBetween(whole / 50, whole / 3);
        }
        assertThat(ink(image, 0, 0, 20, 20)).isZero();
    }

    private static int ink(BufferedImage image, int left, int top, int width, int height) {
        int dark = 0;
        for (int y = Math.max(0, top); y < Math.min(image.getHeight(), top + height); y++) {
            for (int x = Math.max(0, left); x < Math.min(image.getWidth(), left + width); x++) {
                dark += (image.getRGB(x, y) & 0xFF) < 100 ? 1 : 0;
            }
        }
        return dark;
    }

    @Test
    void aSelectionShowsNothingElse() throws Exception {
        GraphPicture two = picture(DIGITS, Set.of(new NodeId("n2"), new NodeId("n3")));
        assertThat(svg(two).getTextContent())
                .contains("Convolution 2D", "Max pooling 2D", "26×26×32")
                .doesNotContain("Flatten", "Dense", "Input");
        assertThat(pdf(two)).doesNotContain("Flatten", "Dense", "Input");
        assertThat(two.width()).isLessThan(picture().width() / 1.5);
        assertThat(png(two).getWidth()).isLessThan(png(picture()).getWidth());
    }

    @Test
    void aFrameGoesWithWhatItHolds() throws Exception {
        Document framed =
                Edits.addFrame(new Frame("The first block", 580, 130, 420, 120)).apply(DIGITS);
        assertThat(svg(picture(framed, Set.of())).getTextContent()).contains("The first block");
        assertThat(svg(picture(framed, Set.of(new NodeId("n2"), new NodeId("n3"))))
                        .getTextContent())
                .contains("The first block");
        assertThat(svg(picture(framed, Set.of(new NodeId("n2"), new NodeId("n8"))))
                        .getTextContent())
                .doesNotContain("The first block");
    }

    @ParameterizedTest
    @EnumSource
    void wordsOfStrangersDoNoHarm(PictureFormat format) throws Exception {
        String title = "<script>&\"' \u0000\u0007\uD800 卷积 \uFFFF ]]> 🙂";
        Document framed = Edits.addFrame(new Frame(title, 300, 100, 700, 160)).apply(DIGITS);
        GraphPicture picture = picture(framed, Set.of());
        assertThat(picture.in(format)).isNotEmpty();
        assertThat(svg(picture).getTextContent()).contains("<script>&\"'");
    }

    @Test
    void whatCannotBeDrawnSaysWhy() {
        assertThatThrownBy(() -> picture(Document.EMPTY, Set.of()))
                .isInstanceOf(PictureException.class)
                .hasMessage("The network has no layers yet, so there is nothing to draw. Add a layer first.");
        for (double far : new double[] {1e300, Double.NaN, Double.POSITIVE_INFINITY, -600_000}) {
            Document apart = DIGITS.with(DIGITS.layout().with(Map.of(new NodeId("n2"), new Point(far, 0))));
            assertThatThrownBy(() -> picture(apart, Set.of()))
                    .isInstanceOf(PictureException.class)
                    .hasMessageContaining("Tidy the network first");
        }
        Document wide = DIGITS.with(DIGITS.layout().with(Map.of(new NodeId("n2"), new Point(200_000, 90_000))));
        assertThatThrownBy(() -> picture(wide, Set.of()).in(PictureFormat.PNG))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("Write SVG or PDF");
    }

    @Test
    void aFileIsWrittenAsItsNameSays(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("net.SVG");
        picture().save(file);
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).startsWith("<?xml");
        assertThatThrownBy(() -> picture().save(folder.resolve("net.gif"))).hasMessageContaining(".svg, .pdf, .png");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void everyColourIsDarkEnoughToBePrintedGrey() {
        for (String tone : Tokens.of(Theme.LIGHT).categories().keySet()) {
            Color colour = PrintInk.category(tone);
            assertThat(Tokens.contrast(
                            javafx.scene.paint.Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue()),
                            javafx.scene.paint.Color.WHITE))
                    .as(tone)
                    .isGreaterThanOrEqualTo(PrintInk.LEAST_CONTRAST - 0.05);
        }
    }
}
