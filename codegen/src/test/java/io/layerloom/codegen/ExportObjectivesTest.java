package io.layerloom.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Objective;
import io.layerloom.graph.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Projects of networks that learn anything else than what the data tell compile, and do what that takes. */
class ExportObjectivesTest {

    @TempDir
    Path folder;

    private TrialExport trial;

    @BeforeEach
    void prepare() {
        trial = new TrialExport(folder);
    }

    static List<DataReading> boxes() {
        return List.of(new DataReading.Shapes(3, 8, 2, 1, false), new DataReading.Boxes(8));
    }

    static List<DataReading> masks() {
        return List.of(new DataReading.Shapes(3, 8, 2, 1, true), new DataReading.Masks(8));
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void aNetworkThatFindsObjectsCompiles(DataReading reading) throws IOException {
        Variant pictures = new Variant(
                "Boxes",
                new Shape.Image(8, 8, 3),
                new Labels.Boxes(List.of("circle", "it's \"odd\"")),
                reading,
                false,
                reading instanceof DataReading.Boxes);
        ExportRequest request = trial.request(pictures, ending(pictures.shape(), "yolo_output", Objective.DETECTION));
        trial.compiled(request);

        assertThat(trial.project().resolve("README.md")).content().doesNotContain("{{", "-Ddata=FOLDER");
        assertThat(trial.project().resolve("src/main/java/boxes/kit/YoloLoss.java"))
                .exists();
        assertThat(trial.project().resolve("src/main/java/boxes/Evaluate.java"))
                .content()
                .contains("mAP@0.5")
                .doesNotContain("{{");
    }

    @ParameterizedTest
    @MethodSource("masks")
    void aNetworkThatTellsPixelsApartCompiles(DataReading reading) throws IOException {
        Shape.Image shape = new Shape.Image(8, 8, 3);
        Labels labels = new Labels.Mask(List.of("background", "it's \"odd\""), 8, 8);
        Variant pictures = new Variant("Masks", shape, labels, reading, false, reading instanceof DataReading.Masks);
        ExportRequest request = trial.request(pictures, ending(shape, "pixel_output", Objective.SEGMENTATION));
        trial.compiled(request);

        assertThat(trial.project().resolve("README.md")).content().doesNotContain("{{", "-Ddata=FOLDER");
        Path sources = trial.project().resolve("src/main/java/masks");
        assertThat(sources.resolve("kit/PixelLoss.java")).exists();
        assertThat(sources.resolve("Model.java")).content().contains("LabelFormat.PIXELS");
        assertThat(sources.resolve("Evaluate.java"))
                .content()
                .contains("IoU", "meanIou()")
                .doesNotContain("{{");
        assertThat(sources.resolve("Predict.java"))
                .content()
                .contains("masks.png")
                .doesNotContain("{{");
    }

    static List<DataReading> textsToRestore() {
        return List.of(
                new DataReading.Texts("文本.tsv", "CHARACTERS", 12, 300),
                new DataReading.Corpus("odd \"name\".txt", "WORDS", 12, 300));
    }

    @ParameterizedTest
    @MethodSource("textsToRestore")
    void aNetworkThatRestoresMaskedTokensCompilesAndHidesOthersInEachEpoch(DataReading reading) throws IOException {
        Shape.Tokens withMask = new Shape.Tokens(12, 301);
        Variant texts = new Variant("Gaps", withMask, new Labels.MaskedTokens(withMask), reading, false, true);
        LayerType embedding = Drawing.layer(type -> type.id().equals("embedding"));
        Drawing drawing = Drawing.of(withMask, embedding, embedding.initialValues());
        LayerType end = Drawing.layer(type -> type.id().equals("token_output"));
        drawing.wire(new NodeId("n2"), drawing.add(end, end.initialValues()), 0);
        Document document = drawing.completed(Optional.empty());
        trial.compiled(trial.request(texts, document.with(document.plan().withObjective(Objective.MASKED_TOKEN))));

        Path sources = trial.project().resolve("src/main/java/gaps");
        assertThat(sources.resolve("Model.java")).content().contains("LabelFormat.MASKED_TOKENS");
        assertThat(sources.resolve("Data.java")).content().contains(".masking(vocabulary.mask(), SEED)");
        assertThat(sources.resolve("Train.java")).content().contains(".inEpoch(epoch)");
        assertThat(sources.resolve("Predict.java"))
                .content()
                .contains("fill the gaps")
                .doesNotContain("{{");
    }

    static List<Variant> compared() {
        DataReading texts = new DataReading.Texts("文本.tsv", "CHARACTERS", 12, 300);
        DataReading table = new DataReading.Table("a.csv", "NAMES", "class", "CLASSES", List.of());
        Labels labels = new Labels.Classes(Objective.SAMENESS);
        return List.of(
                new Variant("Twins", new Shape.Image(12, 12, 1), labels, new DataReading.Images(), false, true),
                new Variant("Twins", new Shape.Vector(5), labels, new DataReading.Images(), false, true),
                new Variant("Twins", new Shape.Vector(5), labels, table, false, true),
                new Variant("Twins", new Shape.Tokens(12, 300), labels, texts, false, true));
    }

    @ParameterizedTest
    @MethodSource("compared")
    void aNetworkThatComparesCompilesAndDrawsOtherPairsInEachEpoch(Variant variant) throws IOException {
        LayerType input = Drawing.layer(LayerType::isInput);
        LayerType stack = Drawing.layer(LayerType::isStack);
        LayerType unstack = Drawing.layer(LayerType::isUnstack);
        Drawing drawing = Drawing.of(variant.shape(), stack, stack.initialValues());
        NodeId second = drawing.add(
                input,
                input.adopt()
                        .apply(input.initialValues(), variant.shape())
                        .orElseThrow()
                        .with(LayerType.PART, LayerType.Part.SECOND));
        drawing.wire(second, new NodeId("n2"), 1);
        NodeId apart = drawing.add(unstack, unstack.initialValues());
        drawing.wire(new NodeId("n2"), apart, 0);
        Document document = drawing.completed(Optional.empty());
        trial.compiled(trial.request(variant, document.with(document.plan().withObjective(Objective.SAME_CLASS))));

        Path sources = trial.project().resolve("src/main/java/twins");
        assertThat(sources.resolve("Data.java")).content().contains(".comparing(split, SEED)");
        assertThat(sources.resolve("Train.java")).content().contains(".inEpoch(epoch)");
        assertThat(sources.resolve("Predict.java"))
                .content()
                .contains("pairedWith")
                .doesNotContain("{{");
        assertThat(trial.project().resolve("README.md"))
                .content()
                .contains("-Dother=", "tells whether they are of the same class")
                .doesNotContain("{{");
    }

    static List<DataReading> pictureRows() {
        return List.of(
                new DataReading.Questions(4, 8, 1),
                new DataReading.PictureTable("odd \"name\".csv", "pic\"ture", "", "AUTO", List.of("a"), 8));
    }

    @ParameterizedTest
    @MethodSource("pictureRows")
    void aNetworkOfPicturesAndRowsCompiles(DataReading reading) throws IOException {
        LayerType input = Drawing.layer(LayerType::isInput);
        LayerType flatten = Drawing.layer(type -> type.id().equals("flatten"));
        LayerType concatenate = Drawing.layer(type -> type.id().equals("concatenate"));
        Shape.Image shape = new Shape.Image(8, 8, 3);
        Drawing drawing = Drawing.of(shape, flatten, flatten.initialValues());
        NodeId row = drawing.add(
                input,
                input.adopt()
                        .apply(input.initialValues(), new Shape.Vector(6))
                        .orElseThrow()
                        .with(LayerType.PART, LayerType.Part.SECOND));
        NodeId both = drawing.add(concatenate, concatenate.initialValues());
        drawing.wire(new NodeId("n2"), both, 0);
        drawing.wire(row, both, 1);
        Variant rows = new Variant(
                "Rows", shape, Variant.CLASSES, reading, false, reading instanceof DataReading.PictureTable);
        trial.compiled(trial.request(rows, drawing.completed(Optional.empty())));

        Path sources = trial.project().resolve("src/main/java/rows");
        assertThat(sources.resolve("Predict.java")).content().contains("pairedWith(data.row(args[1]))");
        assertThat(trial.project().resolve("README.md"))
                .content()
                .contains("with a row of a table", "-Dother=")
                .doesNotContain("{{");
    }

    @Test
    void aNetworkWhoseLayersLearnOneByOneCompiles() throws IOException {
        Variant deep =
                new Variant("Deep", new Shape.Image(12, 12, 1), Variant.CLASSES, new DataReading.Images(), false, true);
        Document document = TrialExport.document(deep);
        trial.compiled(trial.request(deep, document.with(document.plan().withPretraining(3))));

        Path sources = trial.project().resolve("src/main/java/deep");
        assertThat(sources.resolve("Train.java"))
                .content()
                .contains("PRETRAINING = 3", "new LayerwisePretraining(net, ", "untrained(data)")
                .doesNotContain("{{");
        assertThat(sources.resolve("Verify.java")).content().contains("Train.untrained(data)");
        assertThat(sources.resolve("kit/KernelKinds.java")).content().contains("DenseLayer.class", "OutputLayer.class");
        assertThat(trial.project().resolve("README.md"))
                .content()
                .contains("learns by itself (epochs for each layer: 3)")
                .doesNotContain("{{");
    }

    @Test
    void aNetworkOfTwoInputsThatWritesTargetsCompiles() throws IOException {
        LayerType input = Drawing.layer(LayerType::isInput);
        LayerType embedding = Drawing.layer(type -> type.id().equals("embedding"));
        LayerType attention = Drawing.layer(type -> type.id().equals("additive_attention"));
        LayerType end = Drawing.layer(type -> type.id().equals("token_output"));
        Drawing drawing = Drawing.of(new Shape.Tokens(12, 300), embedding, embedding.initialValues());
        Shape.Tokens target = new Shape.Tokens(7, 52);
        NodeId second = drawing.add(
                input,
                input.adopt()
                        .apply(input.initialValues(), target)
                        .orElseThrow()
                        .with(LayerType.PART, LayerType.Part.SECOND));
        NodeId read = drawing.add(embedding, embedding.initialValues());
        NodeId looking = drawing.add(attention, attention.initialValues());
        drawing.wire(second, read, 0);
        drawing.wire(read, looking, 0);
        drawing.wire(new NodeId("n2"), looking, 1);
        drawing.wire(looking, drawing.add(end, end.initialValues()), 0);
        Document document = drawing.completed(Optional.empty());
        DataReading reading = new DataReading.Pairs("odd \"name\".tsv", "WORDS", 12, 300, 6, 50);
        Variant pairs = new Variant("Pairs", new Shape.Tokens(12, 300), new Labels.Text(target), reading, false, true);
        trial.compiled(trial.request(pairs, document.with(document.plan().withObjective(Objective.TARGET_TOKEN))));

        Path sources = trial.project().resolve("src/main/java/pairs");
        assertThat(sources.resolve("Model.java")).content().contains(".inputs(2).second(1)");
        assertThat(sources.resolve("Data.java")).content().contains(".targeting(targets.end())");
        assertThat(sources.resolve("Evaluate.java")).content().contains("exactMatch()");
        assertThat(sources.resolve("kit/Restoration.java")).doesNotExist();
        assertThat(trial.project().resolve("README.md"))
                .content()
                .contains("writes the target of a text")
                .doesNotContain("{{");
    }

    /** A convolution and such an end, their numbers settled by the remedies. */
    private static Document ending(Shape pictures, String id, Objective objective) {
        Drawing drawing = Drawing.of(
                pictures,
                Drawing.layer(type -> type.id().equals("conv2d")),
                Drawing.layer(type -> type.id().equals("conv2d")).initialValues());
        LayerType end = Drawing.layer(type -> type.id().equals(id));
        NodeId output = drawing.add(end, end.initialValues());
        drawing.wire(new NodeId("n2"), output, 0);
        Document document = drawing.completed(Optional.empty());
        return document.with(document.plan().withObjective(objective));
    }
}
