package io.layerloom.app.export;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.codegen.DataReading;
import io.layerloom.engine.kit.ShapePictures;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Shape;
import java.io.IOException;

/** How an exported project reads data, as far as that follows from what the data hold. */
final class Readings {

    private Readings() {}

    /** Geometric shapes that are drawn. */
    static DataReading shapes(DataSchema schema, boolean masked) throws IOException {
        if (schema.features() instanceof Shape.Image image) {
            return new DataReading.Shapes(
                    Math.toIntExact(schema.examples()),
                    Math.toIntExact(image.height()),
                    ShapePictures.MOST,
                    ShapePictures.SEED,
                    masked);
        }
        throw new IOException(tr("The pictures of %s are not read as images and cannot be exported.", schema.name()));
    }

    /** Texts with labels. */
    static DataReading texts(String file, String unit, DataSchema schema) throws IOException {
        if (schema.features() instanceof Shape.Tokens tokens) {
            return new DataReading.Texts(
                    file, unit, Math.toIntExact(tokens.steps()), Math.toIntExact(tokens.vocabulary()));
        }
        throw new IOException(tr("The texts of %s are not read as tokens and cannot be exported.", schema.name()));
    }

    /** One long text. */
    static DataReading corpus(String file, String unit, DataSchema schema) throws IOException {
        if (schema.features() instanceof Shape.Tokens tokens) {
            return new DataReading.Corpus(
                    file, unit, Math.toIntExact(tokens.steps()), Math.toIntExact(tokens.vocabulary()));
        }
        throw new IOException(tr("The text of %s is not read as tokens and cannot be exported.", schema.name()));
    }

    /** Texts in pairs. */
    static DataReading pairs(String file, String unit, DataSchema schema) throws IOException {
        if (schema.features() instanceof Shape.Tokens source && schema.labels() instanceof Labels.Text text) {
            // The target's shape has the marks of its beginning and end.
            return new DataReading.Pairs(
                    file,
                    unit,
                    Math.toIntExact(source.steps()),
                    Math.toIntExact(source.vocabulary()),
                    Math.toIntExact(text.target().steps() - 1),
                    Math.toIntExact(text.target().vocabulary() - 2));
        }
        throw new IOException(tr("The texts of %s are not read as tokens and cannot be exported.", schema.name()));
    }

    /** Height and width of pictures. */
    static int side(DataSchema schema) {
        return Math.toIntExact(((Shape.Image) schema.features()).height());
    }
}
