package io.layerloom.canvas;

import io.layerloom.graph.Inference;
import io.layerloom.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of a pill: a shape, with the dimensions that the last layer changed set apart. */
public record ShapeLabel(List<Part> parts) {

    /** One stretch of text in one tone. */
    public record Part(String text, boolean changed) {}

    public ShapeLabel {
        parts = List.copyOf(parts);
    }

    /** The label of what leaves a layer, as its wires carry it; empty while that is not known. */
    public static Optional<ShapeLabel> of(Inference.Report report) {
        return report.output().map(shape -> of(report.inputs().stream().findFirst(), shape));
    }

    /** The label of what leaves a layer, told against what came in. */
    static ShapeLabel of(Optional<Shape> before, Shape after) {
        String[] now = after.label().split("×", -1);
        String[] then = before.filter(shape -> shape.kind().equals(after.kind()))
                .map(shape -> shape.label().split("×", -1))
                .orElse(new String[0]);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < now.length; i++) {
            if (i > 0) {
                parts.add(new Part("×", false));
            }
            parts.add(new Part(now[i], then.length == now.length && !then[i].equals(now[i])));
        }
        return new ShapeLabel(parts);
    }

    /** The whole text. */
    public String text() {
        StringBuilder all = new StringBuilder();
        parts.forEach(part -> all.append(part.text()));
        return all.toString();
    }
}
