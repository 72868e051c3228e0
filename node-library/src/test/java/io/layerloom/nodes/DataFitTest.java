package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.DataFit;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a layer begins with that is added to a project with data. */
class DataFitTest {

    private static final NodeId NEW = new NodeId("new");
    private static final Labels FLOWERS = new Labels.Classes(List.of("setosa", "versicolor", "virginica"));

    private static Values added(Document document, LayerType type, Shape features, Labels labels) {
        return added(document, Edits.add(type, NEW, new Point(0, 0)), new DataSchema("Data", features, labels, 100));
    }

    private static Values added(Document document, Edit edit, DataSchema data) {
        Edit suited = DataFit.of(edit, NodeLibrary.CATALOG, Optional.of(data));
        assertThat(suited.label()).isEqualTo(edit.label());
        return suited.apply(document).graph().node(NEW).values();
    }

    @Test
    void anInputLetsAnExampleIn() {
        Values vector = added(Document.EMPTY, Input.TYPE, new Shape.Vector(4), FLOWERS);
        assertThat(Input.shape(vector)).isEqualTo(new Shape.Vector(4));
        Shape picture = new Shape.Image(8, 6, 3);
        assertThat(Input.shape(added(Document.EMPTY, Input.TYPE, picture, FLOWERS)))
                .isEqualTo(picture);
    }

    @Test
    void theSecondInputOfPairsTakesTheSecondPart() {
        Document first =
                Edits.add(Input.TYPE, new NodeId("first"), new Point(0, 0)).apply(Document.EMPTY);
        DataSchema pairs = new DataSchema(
                "Pairs",
                new Shape.Tokens(9, 30),
                Optional.of(new Shape.Tokens(12, 40)),
                new Labels.Classes(List.of("same", "other")),
                100,
                0);
        Values second = added(first, Edits.add(Input.TYPE, NEW, new Point(0, 0)), pairs);
        assertThat(second.get(LayerType.PART)).isEqualTo(LayerType.Part.SECOND);
        assertThat(Input.shape(second)).isEqualTo(new Shape.Tokens(12, 40));
    }

    @Test
    void anOutputHasAUnitForEachClassWiredOrNot() {
        Values alone = added(Document.EMPTY, Output.TYPE, new Shape.Vector(4), FLOWERS);
        assertThat(alone.get(Output.UNITS)).isEqualTo(3);
        assertThat(alone.get(Output.ACTIVATION)).isEqualTo(Activation.SOFTMAX);

        Document flowers = Sketch.empty()
                .layer(
                        "in",
                        "input",
                        Input.TYPE
                                .adopt()
                                .apply(Values.EMPTY, new Shape.Vector(4))
                                .orElseThrow())
                .document();
        Edit behind = Edits.append(Output.TYPE, NEW, new Point(0, 0), new NodeId("in"), NodeLibrary.CATALOG);
        Values wired = added(flowers, behind, new DataSchema("Flowers", new Shape.Vector(4), FLOWERS, 150));
        assertThat(wired.get(Output.UNITS)).isEqualTo(3);
    }

    @Test
    void anOutputForNumbersHasTheirLossAndActivation() {
        Values values = added(Document.EMPTY, Output.TYPE, new Shape.Vector(4), new Labels.Numbers(1));
        assertThat(values.get(Output.UNITS)).isEqualTo(1);
        assertThat(values.get(Output.ACTIVATION)).isEqualTo(Activation.LINEAR);
        assertThat(values.get(Output.LOSS)).isEqualTo(Loss.MEAN_SQUARED_ERROR);
    }

    @Test
    void whatSettingsCannotMakeStaysAsItWas() {
        Labels none = new Labels.Classes(List.of("only one"));
        assertThat(added(Document.EMPTY, Output.TYPE, new Shape.Vector(4), none))
                .isEqualTo(Output.TYPE.initialValues());
        Edit add = Edits.add(Output.TYPE, NEW, new Point(0, 0));
        assertThat(DataFit.of(add, NodeLibrary.CATALOG, Optional.empty())).isSameAs(add);
    }
}
