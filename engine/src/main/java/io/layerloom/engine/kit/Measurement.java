package io.layerloom.engine.kit;

import org.deeplearning4j.nn.graph.ComputationGraph;

/** How far off a network is on some rows of a data set; each kind of task has a kind of its own, which says more. */
public abstract class Measurement {

    private final double loss;
    private final int[] rows;

    /**
     * A measurement.
     *
     * @param loss of all rows, added up
     * @param count by what it is divided
     */
    Measurement(ComputationGraph net, double loss, int count, int[] rows) {
        this.loss = count == 0 ? Double.NaN : loss / count + Penalties.of(net);
        this.rows = rows.clone();
    }

    /** The same loss of the same rows, of which more is to be said. */
    Measurement(Measurement same) {
        this.loss = same.loss;
        this.rows = same.rows;
    }

    /** The mean loss of an example, with the L1 and L2 penalties of the layers; NaN if nothing was measured. */
    public final double loss() {
        return loss;
    }

    /** The part that was told rightly, of whatever is counted; NaN where numbers are predicted or nothing was measured. */
    public abstract double accuracy();

    /** How many examples were measured. */
    public final int size() {
        return rows.length;
    }

    /** The row of the data set behind a measured example. */
    public final int row(int example) {
        return rows[example];
    }
}
