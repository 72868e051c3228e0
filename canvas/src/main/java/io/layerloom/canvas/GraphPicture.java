package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Frame;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A network, or some of its layers with the wires among them, as a picture for print: black on white, with everything where it lies on the canvas. Needs neither a screen nor the JavaFX thread.
 */
public final class GraphPicture {

    private static final double MARGIN = 16;

    /** Half of the longest side that a picture may have, in units of the canvas; only a strange file lays layers that far apart. */
    private static final double FARTHEST = 500_000;

    private final PrintPainter.Part part;
    private final Box bounds;

    private GraphPicture(PrintPainter.Part part, Box bounds) {
        this.part = part;
        this.bounds = bounds;
    }

    /**
     * The picture of a document.
     *
     * @param data what the data that enter are called, as it stands on the inputs; empty while that is unknown
     * @param only the layers to show; empty for all, with all frames
     * @throws PictureException if there is nothing to draw, or if it lies too far apart
     */
    public static GraphPicture of(
            Catalog catalog, Document document, Inference inference, String data, Set<NodeId> only)
            throws PictureException {
        Map<NodeId, Node> nodes = document.graph().nodes();
        if (nodes.isEmpty()) {
            throw new PictureException(
                    tr("The network has no layers yet, so there is nothing to draw. Add a layer first."));
        }
        for (NodeId id : nodes.keySet()) {
            requireNear(document.layout().of(id).x(), document.layout().of(id).y());
        }
        Diagram diagram = new DiagramBuilder(
                        catalog, document, inference, data, Optional.empty(), Map.of(), Map.of(), Diagram.EMPTY)
                .build();
        PrintPainter.Part part = part(diagram, only.isEmpty() ? nodes.keySet() : only);
        if (part.nodes().isEmpty()) {
            throw new PictureException(tr("None of the layers to draw is in the network. Select others."));
        }
        Box bounds = bounds(part).grown(MARGIN);
        requireNear(bounds.x(), bounds.y());
        requireNear(bounds.right(), bounds.bottom());
        return new GraphPicture(part, bounds);
    }

    private static void requireNear(double x, double y) throws PictureException {
        if (!(Math.abs(x) < FARTHEST && Math.abs(y) < FARTHEST)) {
            throw new PictureException(tr(
                    "Something lies at %.3g, %.3g, and a picture reaches to %,.0f at most. Tidy the network first.",
                    x, y, FARTHEST));
        }
    }

    private static PrintPainter.Part part(Diagram diagram, Set<NodeId> shown) {
        List<Frame> frames = diagram.document().layout().frames().stream()
                .filter(frame -> belongs(diagram.nodesIn(FrameGesture.box(frame)), shown, diagram))
                .toList();
        return new PrintPainter.Part(
                frames,
                diagram.wires().stream()
                        .filter(wire -> shown.contains(wire.wire().from())
                                && shown.contains(wire.wire().to()))
                        .toList(),
                diagram.nodes().stream()
                        .filter(node -> shown.contains(node.id()))
                        .toList());
    }

    /** A frame goes with what it holds: with all layers, or with those that are shown if it holds no other. */
    private static boolean belongs(List<NodeView> inside, Set<NodeId> shown, Diagram diagram) {
        boolean all = shown.containsAll(diagram.nodesById().keySet());
        return all || (!inside.isEmpty() && inside.stream().allMatch(node -> shown.contains(node.id())));
    }

    private static Box bounds(PrintPainter.Part part) {
        Stream<Box> nodes = part.nodes().stream().map(NodeView::box);
        Stream<Box> wires = part.wires().stream().map(WireView::bounds);
        Stream<Box> frames = part.frames().stream().map(FrameGesture::box);
        return Stream.of(nodes, wires, frames)
                .flatMap(boxes -> boxes)
                .reduce(Box::union)
                .orElseThrow();
    }

    /** What is shown, with a margin, in units of the canvas. */
    Box bounds() {
        return bounds;
    }

    /** Width in units of the canvas, of which a layer has 156. */
    public double width() {
        return bounds.width();
    }

    /** Height in units of the canvas. */
    public double height() {
        return bounds.height();
    }

    /**
     * The content of a file.
     *
     * @throws PictureException if such files cannot be that large
     */
    public byte[] in(PictureFormat format) throws IOException {
        return format.writer().write(bounds.width(), bounds.height(), graphics -> {
            graphics.translate(-bounds.x(), -bounds.y());
            new PrintPainter(graphics, new PrintInk()).paint(part);
        });
    }

    /**
     * Writes a file whose name says its format; there is no file that is written in part.
     *
     * @throws PictureException if the name ends in none of the formats, or if such files cannot be that large
     */
    public void save(Path file) throws IOException {
        Optional<PictureFormat> format = PictureFormat.of(file);
        if (format.isEmpty()) {
            throw new PictureException(tr("A picture ends in %s. Received: %s", PictureFormat.endings(), file));
        }
        Path whole = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.isDirectory(whole)) {
            throw new PictureException(tr("%s is a folder; choose another name for the picture.", file));
        }
        if (!Files.isDirectory(whole.resolveSibling("."))) {
            throw new PictureException(tr("%s cannot be written: its folder does not exist.", file));
        }
        replace(whole, in(format.get()));
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            Files.write(beside, content, StandardOpenOption.CREATE_NEW);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
