package io.layerloom.engine.kit;

import java.util.List;

/**
 * A column of a table as the network sees it: a number, or one of several texts.
 *
 * @param categories the texts in the order of their places; empty for a column of numbers
 * @param mean of the training rows; 0 for texts
 * @param deviation standard deviation of the training rows, 1 where all are equal; 1 for texts
 */
public record Column(String name, List<String> categories, double mean, double deviation) {

    public Column {
        categories = List.copyOf(categories);
    }

    /** A column of numbers that is not standardised yet. */
    static Column ofNumbers(String name) {
        return new Column(name, List.of(), 0, 1);
    }

    /** Whether it holds numbers. */
    public boolean isNumeric() {
        return categories.isEmpty();
    }

    /** How many inputs of the network it fills. */
    public int width() {
        return isNumeric() ? 1 : categories.size();
    }

    /** The same column, standardised with mean and deviation of these values. */
    Column standardised(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double average = values.length == 0 ? 0 : sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - average) * (value - average);
        }
        double spread = values.length == 0 ? 0 : Math.sqrt(squares / values.length);
        return new Column(name, categories, average, spread > 0 ? spread : 1);
    }

    /**
     * Writes a cell into the inputs of the network: the standardised number, or 1 in the place of the text.
     *
     * @throws DataException with one sentence if the cell is no finite number, or a text that the training data did not hold
     */
    public void encode(String cell, float[] into, int at) throws DataException {
        if (isNumeric()) {
            into[at] = (float) ((number(cell, name) - mean) / deviation);
            return;
        }
        int place = categories.indexOf(cell);
        if (place < 0) {
            throw new DataException(
                    "The column %s knows no text \"%s\"; it is one of %s.",
                    name, shortened(cell), String.join(", ", categories));
        }
        into[at + place] = 1;
    }

    static double number(String cell, String column) throws DataException {
        double value;
        try {
            value = Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw cell.isEmpty()
                    ? new DataException(e, "The column %s is empty; fill it or leave the row out.", column)
                    : new DataException(e, "The column %s holds numbers, but here \"%s\".", column, shortened(cell));
        }
        if (!Double.isFinite(value) || Math.abs(value) > Float.MAX_VALUE) {
            throw new DataException("The column %s must hold finite numbers. Received: %s.", column, shortened(cell));
        }
        return value;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
