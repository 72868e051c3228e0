package io.layerloom.engine;

import java.util.List;

/**
 * What one layer of a network makes of one example.
 *
 * @param input the example
 * @param output what leaves the layer
 * @param example which one it is, from 0; -1 if it was given
 * @param examples how many the training part has; 0 if it is none of the data, but a random code or one that was given
 * @param drawn the layers whose weights are still those that training starts from
 */
public record LayerOutput(Grid input, Grid output, int example, int examples, List<String> drawn) {

    public LayerOutput {
        drawn = List.copyOf(drawn);
    }

    /** The same of an example that is known by its number. */
    LayerOutput at(int number, int of) {
        return new LayerOutput(input, output, number, of, drawn);
    }

    /**
     * Numbers in planes: the channels of a picture, or one plane alone with the features of a sequence below each other, or a vector in one row.
     *
     * @param planes how many there are
     * @param values plane by plane and row by row; where they are too many, only those of the first planes
     */
    public record Grid(int planes, int height, int width, float[] values) {

        /** How many planes the values fill. */
        public int held() {
            return values.length / Math.max(1, height * width);
        }

        /** A number of a plane. */
        public float at(int plane, int row, int column) {
            return values[(plane * height + row) * width + column];
        }

        /** The numbers of a plane, row by row. */
        public float[] plane(int plane) {
            return java.util.Arrays.copyOfRange(values, plane * height * width, (plane + 1) * height * width);
        }
    }
}
