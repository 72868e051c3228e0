package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.Column;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Vocabulary;
import io.layerloom.graph.LayerType;
import java.util.List;

/** How one question becomes numbers for a network, just as the training examples did. Kept with the run, so that it needs no data. */
sealed interface InputEncoder {

    /** The numbers of one example and how many of its steps are in use. */
    record Encoded(float[] values, int length) {}

    /** Translates a question; refuses one of another kind or size. */
    Encoded encode(Input input) throws DataException;

    /** What translates a part of a question, for an Input that takes this part. */
    default InputEncoder of(LayerType.Part part) {
        return this;
    }

    /** Images and vectors: the numbers as they are. */
    record Plain(int width) implements InputEncoder {
        @Override
        public Encoded encode(Input input) throws DataException {
            if (!(input instanceof Input.Numbers numbers) || numbers.values().length != width) {
                throw new DataException(
                        tr("This network takes %,d numbers for one example. Received: %s", width, described(input)));
            }
            for (float value : numbers.values()) {
                if (!Float.isFinite(value)) {
                    throw new DataException(tr("This network takes finite numbers only. Received: %s", value));
                }
            }
            return new Encoded(numbers.values().clone(), width);
        }
    }

    /** Tables: a cell for each column. */
    record Table(List<Column> columns) implements InputEncoder {
        public Table {
            columns = List.copyOf(columns);
        }

        @Override
        public Encoded encode(Input input) throws DataException {
            if (!(input instanceof Input.Row row)) {
                throw new DataException(tr("This network takes a row of a table. Received: %s", described(input)));
            }
            int width = columns.stream().mapToInt(Column::width).sum();
            float[] values = new float[width];
            int at = 0;
            for (Column column : columns) {
                column.encode(row.columns().getOrDefault(column.name(), ""), values, at);
                at += column.width();
            }
            return new Encoded(values, width);
        }
    }

    /** Texts: numbers of a vocabulary. */
    record Texts(Vocabulary.Unit unit, List<String> tokens, int maxLength) implements InputEncoder {
        public Texts {
            tokens = List.copyOf(tokens);
        }

        Vocabulary vocabulary() {
            return new Vocabulary(unit, tokens);
        }

        /** Whether all of a text is read. */
        boolean reads(String text) {
            return Vocabulary.split(text, unit).size() <= maxLength;
        }

        @Override
        public Encoded encode(Input input) throws DataException {
            if (!(input instanceof Input.Text text)) {
                throw new DataException(tr("This network takes a text. Received: %s", described(input)));
            }
            int[] numbers = vocabulary().encode(text.text(), maxLength);
            if (numbers.length == 0) {
                throw new DataException(tr("The text is empty; write something."));
            }
            float[] values = new float[maxLength];
            for (int i = 0; i < numbers.length; i++) {
                values[i] = numbers[i];
            }
            return new Encoded(values, numbers.length);
        }
    }

    /** Pairs of texts, of which only the source is asked for. */
    record Pairs(Texts source, Texts target) implements InputEncoder {
        @Override
        public Encoded encode(Input input) throws DataException {
            return source.encode(input);
        }
    }

    /** Two questions in one, each translated by itself, for a network of two Inputs. */
    record Both(InputEncoder first, InputEncoder second) implements InputEncoder {
        @Override
        public Encoded encode(Input input) throws DataException {
            return first.encode(part(input, LayerType.Part.FIRST));
        }

        @Override
        public InputEncoder of(LayerType.Part part) {
            return part == LayerType.Part.FIRST ? first : second;
        }

        /** The question for one of the Inputs. */
        static Input part(Input input, LayerType.Part part) throws DataException {
            if (!(input instanceof Input.Pair pair)) {
                throw new DataException(tr("This network takes two examples at once. Received: %s", described(input)));
            }
            return part == LayerType.Part.FIRST ? pair.first() : pair.second();
        }
    }

    private static String described(Input input) {
        if (input instanceof Input.Numbers numbers) {
            return tr("%d numbers", numbers.values().length);
        }
        if (input instanceof Input.Pair) {
            return tr("two examples");
        }
        return input instanceof Input.Text ? tr("a text") : tr("a row of a table");
    }
}
