package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Inferred;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReshapeTest {

    @Test
    void anImageBecomesFirstOfAllASequenceOfItsPlaces() {
        Values values = Reshape.TYPE.initialValues().with(Reshape.FORM, Reshape.Form.SEQUENCE);
        Shape image = new Shape.Image(7, 7, 32);
        Inferred.Bad bad = (Inferred.Bad) Reshape.TYPE.infer(values, List.of(image));
        Inferred.Proposal first = bad.proposals().get(0);
        assertThat(first.label()).isEqualTo("Use 49×32");
        assertThat(Reshape.TYPE.infer(first.applyTo(values), List.of(image)))
                .isEqualTo(Inferred.ok(new Shape.Sequence(49, 32)));
    }
}
