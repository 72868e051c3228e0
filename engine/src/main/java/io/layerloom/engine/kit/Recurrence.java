package io.layerloom.engine.kit;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * A recurrent layer on its way through the steps of some examples, in one direction, and back again. What a step needs of the outside stands in one column for each example: what
 * comes in, what the units gave before, and a one for the bias.
 *
 * <p>A skipped step changes nothing: the units keep what they hold, give zeros, and pass gradients on untouched.
 */
final class Recurrence {

    /** What stays the same from way to way. */
    record Layer(Cell cell, DataType type, int inputs, int units, boolean reversed) {}

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
        outside = Matrix.of(layer.type(), inputs + units + 1, steps * examples);
        sums = Matrix.of(layer.type(), cell.blocks() * units, training ? steps * examples : examples);
        reached = Matrix.of(layer.type(), inputs + units, examples);
        done = new Cell.Step[training ? steps + 1 : 2];
        for (int i = 0; i < done.length; i++) {
            done[i] = new Cell.Step(cell, this::vectors);
        }
        Vec ones = Vec.of(layer.type(), steps * examples);
        ones.fill(1);
        outside.rows(inputs + units, 1).put(ones);
    }

    private Vec[] vectors(int count) {
        return Vec.several(layer.type(), count, units * examples);
    }

    /** Whether this memory is the right one for such a way. */
    boolean fits(int manySteps, int manyExamples, boolean forTraining) {
        return steps == manySteps && examples == manyExamples && training == forTraining;
    }

    /** Reads sequences, and writes what the units give at each step. */
    void forward(Matrix weights, Sequences in, Skips skipped, Sequences out) {
        skips = skipped;
        readInput(in);
        begin();
        Vec shown = vectors(1)[0];
        for (int i = 0; i < steps; i++) {
            Cell.Step step = step(i + 1);
            Matrix sum = sums(i);
            sum.product(weights, outside.columns(i * examples, examples));
            for (int block = 0; block < cell.blocks(); block++) {
                sum.rows(block * units, units).get(step.sums[block]);
            }
            cell.forward(step(i), step, examples);
            hold(time(i), step(i), step);
            if (i + 1 < steps) {
                outside.part(inputs, units, (i + 1) * examples, examples).put(step.hidden);
            }
            out.put(units, time(i), silenced(time(i), step.hidden, shown));
        }
    }

    /** What the units hold after the last step. */
    Vec last() {
        return step(steps).hidden;
    }

    private Cell.Step step(int number) {
        return done[training ? number : number % 2];
    }

    private Matrix sums(int number) {
        return training ? sums.columns(number * examples, examples) : sums;
    }

    private int time(int number) {
        return layer.reversed() ? steps - 1 - number : number;
    }

    private void readInput(Sequences in) {
        Vec row = Vec.of(layer.type(), steps * examples);
        for (int feature = 0; feature < inputs; feature++) {
            for (int i = 0; i < steps; i++) {
                in.get(feature, time(i), row, i * examples);
                for (int example : skips.at(time(i))) {
                    row.set(i * examples + example, 0);
                }
            }
            outside.rows(feature, 1).put(row);
        }
    }

    /** The units hold nothing before the first step. */
    private void begin() {
        Cell.Step nothing = step(0);
        nothing.hidden.fill(0);
        for (Vec memory : nothing.memory) {
            memory.fill(0);
        }
        outside.part(inputs, units, 0, examples).put(nothing.hidden);
    }

    private void hold(int time, Cell.Step before, Cell.Step step) {
        skips.hold(time, step.hidden, before.hidden, examples);
        for (int i = 0; i < step.memory.length; i++) {
            skips.hold(time, step.memory[i], before.memory[i], examples);
        }
    }

    private Vec silenced(int time, Vec hidden, Vec shown) {
        if (!skips.any(time)) {
            return hidden;
        }
        shown.copy(hidden);
        skips.silence(time, shown, examples);
        return shown;
    }

    /**
     * Takes gradients back through all steps.
     *
     * @param epsilon the gradient of what the units gave at each step
     * @param last the gradient of what they held after the last step; taken apart on the way
     * @param in where the gradient of what came in goes
     */
    void backward(Matrix weights, Sequences epsilon, Vec last, Sequences in) {
        Matrix back = weights.columns(0, inputs + units).turned();
        Vec input = Vec.of(layer.type(), inputs * examples);
        Cell.Back slopes = new Cell.Back(cell, this::vectors);
        Vec[] heldMemory = vectors(cell.memories());
        Vec later = last;
        for (int i = steps - 1; i >= 0; i--) {
            int time = time(i);
            epsilon.get(units, time, slopes.hidden);
            skips.silence(time, slopes.hidden, examples);
            slopes.hidden.add(later);
            slopes.past.fill(0);
            copy(slopes.memory, heldMemory);
            cell.backward(step(i), step(i + 1), slopes, examples);
            pass(time, slopes, heldMemory);
            Matrix sum = sums(i);
            for (int block = 0; block < cell.blocks(); block++) {
                sum.rows(block * units, units).put(slopes.sums[block]);
            }
            reached.product(back, sum);
            reached.rows(0, inputs).get(input);
            in.put(inputs, time, input);
            reached.rows(inputs, units).get(later);
            later.add(slopes.past);
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
            skips.silence(time, sum, examples);
        }
        skips.hold(time, slopes.past, slopes.hidden, examples);
        for (int i = 0; i < heldMemory.length; i++) {
            skips.hold(time, slopes.memory[i], heldMemory[i], examples);
        }
    }

    /** After the way back: computes some rows of the gradient of the weights, or adds to them where this is not the first part. */
    void gradient(Matrix gradient, int row, int count, boolean first) {
        Matrix rows = gradient.rows(row, count);
        if (first) {
            rows.product(sums.rows(row, count), outside.turned());
        } else {
            rows.addProduct(sums.rows(row, count), outside.turned());
        }
    }
}
