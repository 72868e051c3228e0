package io.layerloom.codegen;

import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Shape;
import java.util.List;

/**
 * Data that a made-up network is exported with.
 *
 * @param shape of an example
 * @param copied whether the data go into the project
 */
record Variant(String name, Shape shape, Labels labels, DataReading reading, boolean earlyStopping, boolean copied) {

    /** Classes, one of which has a name that is hard to write in Java. */
    static final Labels CLASSES = new Labels.Classes(List.of("no", "yes", "it's \"odd\""));

    DataSchema schema() {
        return new DataSchema(name, shape, labels, 100);
    }

    @Override
    public String toString() {
        return name;
    }
}
