package io.layerloom.engine.kit;

import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A recurrent layer on its way through the steps of some examples, in one direction, and back again. What a step needs of the outside stands in one row for each example: what comes in,
 * a one for the bias, and what the units gave before. The rows of a step lie together, so that what comes in goes through one product for all steps, and each step is one more.
 *
 * <p>A skipped step changes nothing: the units keep what they hold, give zeros, and pass gradients on untouched.
 */
final class Recurrence {

    /** What stays the same from way to way. */
    record Layer(Cell cell, DataType type, int inputs, int units, boolean reversed) {

        /** The columns of {@link #outside} that do not follow from the step before. */
        int fresh() {
            return inputs + 1;
        }
    }

    private final Layer layer;
    private final Cell cell;
    private final int inputs;
    private final int units;
    private final int steps;
    private final int examples;
    private final boolean training;

    private final Matrix outside;
    private final Matrix sums;
    private final Matrix reached;
    private final Cell.Step[] done;
    private final Vec sequence;
    private Matrix reachedInputs;
    private Skips skips;

    /**
     * Memory for the way.
     *
     * @param training whether there is a way back
     */
    Recurrence(Layer layer, int steps, int examples, boolean training) {
        this.layer = layer;
        this.cell = layer.cell();
        this.inputs = layer.inputs();
        this.units = layer.units();
        this.steps = steps;
        this.examples = examples;
        this.training = training;
        skips = Skips.none(steps);
        outside = Matrix.of(layer.type(), steps * examples, layer.fresh() + units);
        sums = Matrix.of(layer.type(), steps * examples, cell.blocks() * units);
        reached = Matrix.of(layer.type(), examples, units);
        reachedInputs = RowCore.none(layer.type());
        sequence = Vec.of(layer.type(), steps * inputs);
        done = new Cell.Step[training ? steps + 1 : 2];
        for (int i = 0; i < done.length; i++) {
            done[i] = new Cell.Step(cell, this::vectors);
        }
        Vec ones = Vec.of(layer.type(), steps * examples);
        ones.fill(1);
        outside.columns(inputs, 1).put(ones);
    }

    private Vec[] vectors(int count) {
        return Vec.several(layer.type(), count, units * examples);
    }

    /** Whether this memory is the right one for such a way. */
    boolean fits(int manySteps, int manyExamples, boolean forTraining) {
        return steps == manySteps && examples == manyExamples && training == forTraining;
    }

    /**
     * Reads sequences.
     *
     * @param in a row for each step, those of an example side by side
     * @param out takes what the units give: likewise, or one row for each example, what it holds after the last step
     */
    void forward(Matrix weights, Matrix in, Skips skipped, Matrix out) {
        skips = skipped;
        readInput(in);
        begin();
        sums.product(
                outside.columns(0, layer.fresh()),
                weights.columns(0, layer.fresh()).turned());
        Matrix past = weights.columns(layer.fresh(), units).turned();
        Vec shown = vectors(1)[0];
        for (int i = 0; i < steps; i++) {
            Cell.Step step = step(i + 1);
            Matrix sum = sums(i);
            if (i > 0) {
                sum.addProduct(before(i), past);
            }
            for (int block = 0; block < cell.blocks(); block++) {
                sum.columns(block * units, units).get(step.sums[block]);
            }
            cell.forward(step(i), step, examples);
            hold(time(i), step(i), step);
            if (i + 1 < steps) {
                before(i + 1).put(step.hidden);
            }
            give(out, time(i), silenced(time(i), step.hidden, shown));
        }
        if (isLastOnly(out)) {
            out.put(step(steps).hidden);
        }
    }

    private boolean isLastOnly(Matrix out) {
        return out.rows == examples && steps > 1;
    }

    private void give(Matrix out, int time, Vec hidden) {
        if (isLastOnly(out)) {
            return;
        }
        for (int example = 0; example < examples; example++) {
            out.putRow(example * steps + time, hidden, example * units);
        }
    }

    private Cell.Step step(int number) {
        return done[training ? number : number % 2];
    }

    private Matrix sums(int number) {
        return sums.rows(number * examples, examples);
    }

    /** Where a step reads what the units gave before it. */
    private Matrix before(int number) {
        return outside.part(number * examples, examples, layer.fresh(), units);
    }

    private int time(int number) {
        return layer.reversed() ? steps - 1 - number : number;
    }

    private void readInput(Matrix in) {
        Matrix fresh = outside.columns(0, inputs);
        for (int example = 0; example < examples; example++) {
            in.rows(example * steps, steps).get(sequence);
            for (int i = 0; i < steps; i++) {
                fresh.putRow(i * examples + example, sequence, time(i) * inputs);
            }
        }
    }

    /** The units hold nothing before the first step. */
    private void begin() {
        Cell.Step nothing = step(0);
        nothing.hidden.fill(0);
        for (Vec memory : nothing.memory) {
            memory.fill(0);
        }
    }

    private void hold(int time, Cell.Step before, Cell.Step step) {
        skips.hold(time, step.hidden, before.hidden, units);
        for (int i = 0; i < step.memory.length; i++) {
            skips.hold(time, step.memory[i], before.memory[i], units);
        }
    }

    private Vec silenced(int time, Vec hidden, Vec shown) {
        if (!skips.any(time)) {
            return hidden;
        }
        shown.copy(hidden);
        skips.silence(time, shown, units);
        return shown;
    }

    /**
     * Takes gradients back through all steps.
     *
     * @param epsilon the gradient of what the units gave, in the same form
     * @param in where the gradient of what came in goes, if it is wanted
     */
    void backward(Matrix weights, Matrix epsilon, Optional<Matrix> in) {
        Matrix past = weights.columns(layer.fresh(), units);
        Cell.Back slopes = new Cell.Back(cell, this::vectors);
        Vec[] heldMemory = vectors(cell.memories());
        Vec later = vectors(1)[0];
        if (isLastOnly(epsilon)) {
            epsilon.get(later);
        }
        for (int i = steps - 1; i >= 0; i--) {
            int time = time(i);
            take(epsilon, time, slopes.hidden);
            skips.silence(time, slopes.hidden, units);
            slopes.hidden.add(later);
            slopes.past.fill(0);
            copy(slopes.memory, heldMemory);
            cell.backward(step(i), step(i + 1), slopes, examples);
            pass(time, slopes, heldMemory);
            Matrix sum = sums(i);
            for (int block = 0; block < cell.blocks(); block++) {
                sum.columns(block * units, units).put(slopes.sums[block]);
            }
            if (i > 0) {
                reached.product(sum, past);
                reached.get(later);
                later.add(slopes.past);
            }
        }
        in.ifPresent(wanted -> giveInput(weights, wanted));
    }

    private void take(Matrix epsilon, int time, Vec hidden) {
        if (isLastOnly(epsilon)) {
            hidden.fill(0);
            return;
        }
        for (int example = 0; example < examples; example++) {
            epsilon.getRow(example * steps + time, hidden, example * units);
        }
    }

    private static void copy(Vec[] from, Vec[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i].copy(from[i]);
        }
    }

    /** Gradients go past a skipped step. */
    private void pass(int time, Cell.Back slopes, Vec[] heldMemory) {
        for (Vec sum : slopes.sums) {
            skips.silence(time, sum, units);
        }
        skips.hold(time, slopes.past, slopes.hidden, units);
        for (int i = 0; i < heldMemory.length; i++) {
            skips.hold(time, slopes.memory[i], heldMemory[i], units);
        }
    }

    private void giveInput(Matrix weights, Matrix in) {
        if (reachedInputs.rows == 0) {
            reachedInputs = Matrix.of(layer.type(), steps * examples, inputs);
        }
        reachedInputs.product(sums, weights.columns(0, inputs));
        for (int example = 0; example < examples; example++) {
            for (int i = 0; i < steps; i++) {
                reachedInputs.getRow(i * examples + example, sequence, time(i) * inputs);
            }
            in.rows(example * steps, steps).put(sequence);
        }
    }

    /** After the way back: computes some rows of the gradient of the weights, or adds to them where this is not the first part. */
    void gradient(Matrix gradient, int row, int count, boolean first) {
        Matrix rows = gradient.rows(row, count);
        Matrix slopes = sums.columns(row, count).turned();
        if (first) {
            rows.product(slopes, outside);
        } else {
            rows.addProduct(slopes, outside);
        }
    }
}
