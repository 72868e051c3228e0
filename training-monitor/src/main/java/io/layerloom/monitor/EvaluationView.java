package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Evaluation;
import io.layerloom.engine.RunEvent;
import io.layerloom.graph.Objective;
import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How well a trained network does on examples that it has not seen. */
public final class EvaluationView extends Region {
    private static final double LEAST_MATRIX = 340;
    private static final double LEAST_TABLE = 440;
    private static final double WIDEST_TABLE = 700;
    private static final int MOST_EPOCHS = 12;

    private final ObjectProperty<Evaluation> evaluation =
            new SimpleObjectProperty<>(this, "evaluation", Evaluation.NONE);
    private final ScrollPane scroll = new ScrollPane();
    private final EmptyState empty = new EmptyState(
            Icons.TARGET,
            tr("Not measured yet"),
            tr(
                    "After training, the network is tried on the test part of the data, which it has never seen. Its accuracy, and which classes it mixes up, appear here."));
    private List<RunEvent> learning = List.of();
    private List<Node> further = List.of();
    private Optional<CellSource> cells = Optional.empty();

    /** A view without an evaluation. */
    public EvaluationView() {
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add(Styles.PLAIN_SCROLL);
        evaluation.addListener(o -> show(evaluation.get()));
        show(Evaluation.NONE);
    }

    /** A view of an evaluation. */
    public EvaluationView(Evaluation evaluation) {
        this();
        this.evaluation.set(evaluation);
    }

    /**
     * A view of an evaluation, with those events of the run in which the network showed what it had learned so far.
     *
     * @param cells where the examples of a cell of the confusion matrix come from; empty where none can be shown
     */
    public EvaluationView(Evaluation evaluation, List<RunEvent> learning, Optional<CellSource> cells) {
        this();
        this.cells = cells;
        this.learning = List.copyOf(learning);
        this.evaluation.set(evaluation);
    }

    /** A view of an evaluation of objects on pictures, or of masks, with such pictures below, or why there are none. */
    public EvaluationView(Evaluation evaluation, Node pictures) {
        this();
        this.further = List.of(pictures);
        this.evaluation.set(evaluation);
    }

    /** What is shown; {@link Evaluation#NONE} for nothing. */
    public ObjectProperty<Evaluation> evaluationProperty() {
        return evaluation;
    }

    private void show(Evaluation shown) {
        if (shown.examples() == 0) {
            getChildren().setAll(empty);
            return;
        }
        VBox page = new VBox(Measure.SPACE_24);
        page.setPadding(new Insets(Measure.SPACE_24));
        page.getChildren().add(figures(shown));
        List<RunEvent.Written> written = shownAs(RunEvent.Written.class);
        if (!written.isEmpty()) {
            page.getChildren().add(section(tr("What it wrote as it learned"), WrittenText.all(written)));
        }
        List<RunEvent.Restored> restored = shownAs(RunEvent.Restored.class);
        if (!restored.isEmpty()) {
            page.getChildren()
                    .add(section(tr("How it filled the gaps as it learned"), WrittenText.allRestored(restored)));
        }
        List<RunEvent.Translated> translated = shownAs(RunEvent.Translated.class);
        if (!translated.isEmpty()) {
            page.getChildren().add(section(tr("What it wrote as it learned"), WrittenText.allTranslated(translated)));
        }
        List<RunEvent.Reconstructed> pictures = shownAs(RunEvent.Reconstructed.class);
        if (!pictures.isEmpty()) {
            page.getChildren().add(section(tr("What it gave back as it learned"), ReconstructedPictures.all(pictures)));
        }
        List<RunEvent.Generated> generated = shownAs(RunEvent.Generated.class);
        if (!generated.isEmpty()) {
            page.getChildren()
                    .add(section(tr("What it made of the same codes as it learned"), GeneratedPictures.all(generated)));
        }
        if (shown.isClassification()) {
            page.getChildren()
                    .add(new SideBySide(
                            matrix(shown), Measure.panel(LEAST_MATRIX), table(shown), Measure.panel(LEAST_TABLE)));
        }
        if (shown.isDetecting()) {
            page.getChildren().add(classes(new DetectionTable(shown.detection())));
        }
        if (shown.isSegmenting()) {
            page.getChildren().add(classes(new SegmentationTable(shown.segmentation())));
        }
        String what = shown.isSegmenting()
                ? tr("What it makes of pictures that it did not learn from")
                : tr("What it finds on pictures that it did not learn from");
        for (Node node : further) {
            page.getChildren().add(section(what, node));
        }
        scroll.setContent(page);
        scroll.setVvalue(0);
        getChildren().setAll(scroll);
    }

    private static Node figures(Evaluation shown) {
        if (shown.isDetecting()) {
            return detectionFigures(shown);
        }
        if (shown.isSegmenting()) {
            return segmentationFigures(shown);
        }
        if (shown.isOfTargets()) {
            return targetFigures(shown);
        }
        if (shown.isOfTokens()) {
            return tokenFigures(shown);
        }
        if (shown.isContest()) {
            return contestFigures(shown);
        }
        if (shown.reconstruction()) {
            return reconstructionFigures(shown);
        }
        return shown.isClassification() ? classFigures(shown) : numberFigures(shown);
    }

    /** Those of the run's events that are of one kind, spread over all epochs if they are many. */
    private <E extends RunEvent> List<E> shownAs(Class<E> kind) {
        List<E> all = learning.stream().filter(kind::isInstance).map(kind::cast).toList();
        int count = Math.min(MOST_EPOCHS, all.size());
        return IntStream.range(0, count)
                .mapToObj(at -> all.get(count == 1 ? 0 : Math.round((float) at * (all.size() - 1) / (count - 1))))
                .toList();
    }

    private static Node detectionFigures(Evaluation shown) {
        return row(
                headline(
                        tr("Mean average precision (%s)", Score.MAP50),
                        Figures.percent(shown.map50()),
                        tr("with boxes that overlap the true ones by half, on %,d unseen pictures", shown.examples())),
                figure(Score.MAP, Figures.percent(shown.map())),
                figure(tr("Test loss"), Figures.loss(shown.loss())));
    }

    private static Node segmentationFigures(Evaluation shown) {
        return row(
                headline(
                        tr("Mean IoU"),
                        Figures.percent(shown.meanIou()),
                        tr(
                                "how far true and predicted areas of a class are the same, on %,d unseen pictures",
                                shown.examples())),
                figure(tr("Pixels right"), Figures.percent(shown.accuracy())),
                figure(tr("Test loss"), Figures.loss(shown.loss())));
    }

    private static Node classFigures(Evaluation shown) {
        return row(
                headline(
                        tr("Test accuracy"),
                        Figures.percent(shown.accuracy()),
                        tr("on %,d unseen examples", shown.examples())),
                figure(tr("Test loss"), Figures.loss(shown.loss())),
                figure(tr("Mean precision"), Figures.percent(shown.macroPrecision())),
                figure(tr("Mean recall"), Figures.percent(shown.macroRecall())),
                figure(tr("Mean F1"), Figures.percent(shown.macroF1())));
    }

    private static Node targetFigures(Evaluation shown) {
        return row(
                headline(
                        tr("Exact match"),
                        Figures.percent(shown.exactMatch()),
                        tr("of whole targets that it wrote by itself, for %,d unseen sources", shown.examples())),
                figure(tr("Next token right"), Figures.percent(shown.accuracy())),
                figure(tr("Perplexity"), Figures.loss(shown.perplexity())),
                figure(tr("Test loss"), Figures.loss(shown.loss())));
    }

    private static Node tokenFigures(Evaluation shown) {
        return row(
                headline(
                        tr("Perplexity"),
                        Figures.loss(shown.perplexity()),
                        tr(
                                "out of so many tokens it might as well have guessed, on %,d unseen pieces of text",
                                shown.examples())),
                figure(
                        shown.restoration() ? tr("Masked token right") : tr("Next token right"),
                        Figures.percent(shown.accuracy())),
                figure(tr("Test loss"), Figures.loss(shown.loss())));
    }

    private static Node contestFigures(Evaluation shown) {
        return row(
                headline(
                        tr("Discriminator right"),
                        Figures.percent(shown.accuracy()),
                        tr(
                                "50 %% is guessing, the best that a generator can bring it to; on %,d unseen examples and as many generated ones",
                                shown.examples())),
                figure(tr("Test loss"), Figures.loss(shown.loss())));
    }

    private static Node reconstructionFigures(Evaluation shown) {
        return row(
                headline(
                        tr("Reconstruction loss"),
                        Figures.loss(shown.loss()),
                        tr("what training made small, on %,d unseen examples", shown.examples())),
                figure(tr("Mean squared error"), Figures.loss(shown.mse())),
                figure(tr("Mean absolute error"), Figures.loss(shown.mae())));
    }

    private static Node numberFigures(Evaluation shown) {
        return row(
                headline(
                        tr("Mean absolute error"),
                        Figures.loss(shown.mae()),
                        tr("how far a prediction is off on average, over %,d unseen examples", shown.examples())),
                figure(tr("Root of mean squared error"), Figures.loss(Math.sqrt(shown.mse()))),
                figure(tr("Explained variance R²"), Figures.loss(shown.r2())),
                figure(tr("Test loss"), Figures.loss(shown.loss())));
    }

    /** Side by side, and on further lines where that is too wide. */
    private static Node row(Region headline, Region... figures) {
        FlowPane row = new FlowPane(Measure.SPACE_32, Measure.SPACE_12, headline);
        row.getChildren().addAll(figures);
        row.setRowValignment(VPos.BOTTOM);
        row.setMinWidth(0); // a long explanation wraps
        // Not yet laid out, a row has no width that text could be wrapped to: it would be many lines high for good.
        headline.maxWidthProperty()
                .bind(row.widthProperty().map(width -> width.doubleValue() > 0 ? width : Double.MAX_VALUE));
        return row;
    }

    private static Region headline(String name, String value, String below) {
        Label explanation = styled(below, Styles.CAPTION, Styles.MUTED);
        explanation.setWrapText(true);
        return new VBox(styled(name, Styles.FIGURE_LABEL), styled(value, Styles.HEADLINE), explanation);
    }

    private static Region figure(String name, String value) {
        VBox figure = new VBox(2, styled(name, Styles.FIGURE_LABEL), styled(value, Styles.MONO, Styles.FIGURE));
        figure.setAlignment(Pos.BOTTOM_LEFT);
        return figure;
    }

    private Region matrix(Evaluation shown) {
        ConfusionMatrix matrix = new ConfusionMatrix(Objective.told(shown.classes()), shown.confusion());
        Label sentence = styled("", Styles.MUTED);
        sentence.setWrapText(true);
        // Room for two lines, so that nothing moves while the pointer does.
        sentence.setMinHeight(2 * Measure.text(Measure.SPACE_16));
        sentence.setAlignment(Pos.TOP_LEFT);
        sentence.textProperty().bind(matrix.sentenceProperty());
        VBox section = section(tr("What was taken for what"), matrix, sentence);
        cells.map(CellExamples::new).ifPresent(examples -> {
            matrix.setOnCell((actual, predicted) -> examples.show(
                    matrix.sentence(actual, predicted), actual, predicted, shown.confusion()[actual][predicted]));
            section.getChildren().add(examples);
        });
        return section;
    }

    private static Region table(Evaluation shown) {
        return section(tr("Class by class"), new ClassTable(shown.perClass()));
    }

    /** No wider than the eye follows a line. */
    private static Region classes(Node table) {
        Region section = section(tr("Class by class"), table);
        section.setMaxWidth(Measure.panel(WIDEST_TABLE));
        return section;
    }

    private static VBox section(String title, Node... content) {
        VBox section = new VBox(styled(title, Styles.TITLE));
        section.getStyleClass().add(Styles.CARD);
        section.getChildren().addAll(content);
        return section;
    }

    private static Label styled(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 980;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 620;
    }

    @Override
    protected void layoutChildren() {
        for (Node child : getChildren()) {
            child.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
