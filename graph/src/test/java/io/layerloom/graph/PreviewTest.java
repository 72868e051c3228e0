package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an edit would change is told before it is made. */
class PreviewTest {

    private static final Catalog CATALOG = SmallCatalog.CATALOG;

    private static Document image() {
        LayerType input = CATALOG.layer("input").orElseThrow();
        LayerType conv = CATALOG.layer("conv2d").orElseThrow();
        Document begun = Edits.add(input, new NodeId("n1"), new Point(0, 0)).apply(Document.EMPTY);
        return Edits.append(conv, new NodeId("n2"), new Point(220, 0), new NodeId("n1"), CATALOG)
                .apply(begun);
    }

    @Test
    void settingsAreToldWithBothValuesAndShapesToo() {
        Document document = image();
        Node conv = document.graph().node(new NodeId("n2"));
        Edit change = Edit.of(
                "Pad",
                before -> before.with(before.graph()
                        .with(conv.with(
                                new Values(Map.of("filters", 4, "kernel", List.of(3, 3), "padding", "same"))))));
        assertThat(Preview.of(document, change, CATALOG))
                .anyMatch(line -> line.startsWith("\"conv2d_1\": filters 8 → 4"))
                .anyMatch(line -> line.startsWith("\"conv2d_1\" gives "));
    }

    @Test
    void wiresThatComeAndGoBetweenLayersThatStayAreNamed() {
        Document document = image();
        Wire wire = document.graph().wires().get(0);
        Document apart = Edits.disconnect(wire).apply(document);
        assertThat(Preview.of(document, Edits.disconnect(wire), CATALOG))
                .contains("Removes the wire from \"input_1\" to \"conv2d_1\"");
        assertThat(Preview.of(apart, Edits.connect(wire, CATALOG), CATALOG))
                .contains("Connects \"input_1\" to \"conv2d_1\"");
    }

    @Test
    void layersThatComeAndGoAreNamed() {
        Document document = image();
        LayerType flatten = CATALOG.layer("flatten").orElseThrow();
        assertThat(Preview.of(
                        document,
                        Edits.append(flatten, new NodeId("n3"), new Point(440, 0), new NodeId("n2"), CATALOG),
                        CATALOG))
                .singleElement()
                .asString()
                .startsWith("Adds ");
        assertThat(Preview.of(document, Edits.remove(List.of(new NodeId("n2"))), CATALOG))
                .singleElement()
                .asString()
                .startsWith("Removes ");
        assertThat(Preview.of(document, Edits.move(Map.of(new NodeId("n1"), new Point(9, 9))), CATALOG))
                .isEmpty();
    }
}
