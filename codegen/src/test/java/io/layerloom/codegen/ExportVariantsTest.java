package io.layerloom.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Objective;
import io.layerloom.graph.PlanProblems;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedies;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Projects for every kind of data and plan compile, whatever odd names their data have. */
class ExportVariantsTest {

    private static final Labels CLASSES = new Labels.Classes(List.of("no", "yes", "it's \"odd\""));

    record Variant(
            String name, Shape shape, Labels labels, DataReading reading, boolean earlyStopping, boolean copied) {
        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    Path folder;

    static List<Variant> variants() {
        DataReading images = new DataReading.Images();
        DataReading table =
                new DataReading.Table("odd \"name\".csv", "VALUES", "tar\\get", "AUTO", List.of("a", "b\"c"));
        DataReading texts = new DataReading.Texts("文本.tsv", "CHARACTERS", 12, 300);
        return List.of(
                new Variant("Grey pictures", new Shape.Image(12, 12, 1), CLASSES, images, false, true),
                new Variant("2 colour pictures */", new Shape.Image(12, 12, 3), CLASSES, images, true, false),
                new Variant("class", new Shape.Image(12, 12, 4), CLASSES, images, false, true),
                new Variant("数字", new Shape.Vector(5), CLASSES, table, true, true),
                new Variant("Prices", new Shape.Vector(5), new Labels.Numbers(1), table, true, false),
                new Variant("Texts", new Shape.Tokens(12, 300), CLASSES, texts, false, true));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void compiles(Variant variant) throws IOException {
        Path project = folder.resolve("project");
        compiled(variant, project);
        assertThat(project.resolve("README.md"))
                .content()
                .doesNotContain("{{")
                .contains(variant.copied() ? "| the data |" : "-Ddata=FOLDER");
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
        ExportRequest request = request(pictures, finding(pictures.shape()));
        compiled(request, folder.resolve("project"));

        assertThat(folder.resolve("project/README.md")).content().doesNotContain("{{", "-Ddata=FOLDER");
        assertThat(folder.resolve("project/src/main/java/boxes/kit/YoloLoss.java"))
                .exists();
        assertThat(folder.resolve("project/src/main/java/boxes/Evaluate.java"))
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
        ExportRequest request = request(pictures, ending(shape, "pixel_output", Objective.SEGMENTATION));
        compiled(request, folder.resolve("project"));

        assertThat(folder.resolve("project/README.md")).content().doesNotContain("{{", "-Ddata=FOLDER");
        Path sources = folder.resolve("project/src/main/java/masks");
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
        compiled(
                request(texts, document.with(document.plan().withObjective(Objective.MASKED_TOKEN))),
                folder.resolve("project"));

        Path sources = folder.resolve("project/src/main/java/gaps");
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
        compiled(
                request(variant, document.with(document.plan().withObjective(Objective.SAME_CLASS))),
                folder.resolve("project"));

        Path sources = folder.resolve("project/src/main/java/twins");
        assertThat(sources.resolve("Data.java")).content().contains(".comparing(split, SEED)");
        assertThat(sources.resolve("Train.java")).content().contains(".inEpoch(epoch)");
        assertThat(sources.resolve("Predict.java"))
                .content()
                .contains("pairedWith")
                .doesNotContain("{{");
        assertThat(folder.resolve("project/README.md"))
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
        Variant rows = new Variant("Rows", shape, CLASSES, reading, false, reading instanceof DataReading.PictureTable);
        compiled(request(rows, drawing.completed(Optional.empty())), folder.resolve("project"));

        Path sources = folder.resolve("project/src/main/java/rows");
        assertThat(sources.resolve("Predict.java")).content().contains("pairedWith(data.row(args[1]))");
        assertThat(folder.resolve("project/README.md"))
                .content()
                .contains("with a row of a table", "-Dother=")
                .doesNotContain("{{");
    }

    @Test
    void aNetworkWhoseLayersLearnOneByOneCompiles() throws IOException {
        Variant deep = new Variant("Deep", new Shape.Image(12, 12, 1), CLASSES, new DataReading.Images(), false, true);
        Document document = document(deep, schema(deep));
        compiled(request(deep, document.with(document.plan().withPretraining(3))), folder.resolve("project"));

        Path sources = folder.resolve("project/src/main/java/deep");
        assertThat(sources.resolve("Train.java"))
                .content()
                .contains("PRETRAINING = 3", "new LayerwisePretraining(net, ", "untrained(data)")
                .doesNotContain("{{");
        assertThat(sources.resolve("Verify.java")).content().contains("Train.untrained(data)");
        assertThat(sources.resolve("kit/KernelKinds.java")).content().contains("DenseLayer.class", "OutputLayer.class");
        assertThat(folder.resolve("project/README.md"))
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
        compiled(
                request(pairs, document.with(document.plan().withObjective(Objective.TARGET_TOKEN))),
                folder.resolve("project"));

        Path sources = folder.resolve("project/src/main/java/pairs");
        assertThat(sources.resolve("Model.java")).content().contains(".inputs(2).second(1)");
        assertThat(sources.resolve("Data.java")).content().contains(".targeting(targets.end())");
        assertThat(sources.resolve("Evaluate.java")).content().contains("exactMatch()");
        assertThat(sources.resolve("kit/Restoration.java")).doesNotExist();
        assertThat(folder.resolve("project/README.md"))
                .content()
                .contains("writes the target of a text")
                .doesNotContain("{{");
    }

    private static Document finding(Shape pictures) {
        return ending(pictures, "yolo_output", Objective.DETECTION);
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

    private Path compiled(Variant variant, Path project) throws IOException {
        return compiled(request(variant), project);
    }

    private Path compiled(ExportRequest request, Path project) throws IOException {
        JavaExport.write(request, project);
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .toList();
        Path classes = Files.createDirectory(folder.resolve("classes"));
        assertThat(SourceCompiler.compile(project.resolve("src/main/java"), classes, classPath))
                .isEmpty();
        return classes;
    }

    /** What the data class of an exported project makes of a picture. */
    private static float[] asked(ClassLoader loader, String name, Shape.Image shape, Path picture)
            throws ReflectiveOperationException {
        Class<?> examples = loader.loadClass(name + ".kit.Examples");
        long[] cells = {shape.channels(), shape.height(), shape.width()};
        Object none = examples.getMethod("ofClasses", float[].class, long[].class, int[].class, List.class)
                .invoke(null, new float[0], cells, new int[0], List.of("no", "yes"));
        Constructor<?> data = loader.loadClass(name + ".Data").getDeclaredConstructors()[0];
        data.setAccessible(true);
        Object made = data.newInstance(none, null);
        Method question = made.getClass().getDeclaredMethod("question", String.class);
        question.setAccessible(true);
        Object answer = question.invoke(made, picture.toString());
        return (float[]) examples.getMethod("features").invoke(answer);
    }

    private Path picture(Color paper, Color ink, int x, int y, int high) throws IOException {
        BufferedImage image = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(paper);
        graphics.fillRect(0, 0, 120, 90);
        graphics.setColor(ink);
        graphics.fillRect(x, y, high / 4, high);
        graphics.dispose();
        Path file = folder.resolve("picture-" + x + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void aPictureIsPreparedAsTheDrawingPadPreparesADrawing() throws IOException, ReflectiveOperationException {
        Shape.Image shape = new Shape.Image(28, 28, 1);
        Variant digits = new Variant("Digits", shape, CLASSES, new DataReading.Images(), false, true);
        Path classes = compiled(digits, folder.resolve("project"));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            float[] seen = asked(loader, "digits", shape, picture(Color.WHITE, Color.BLACK, 10, 5, 40));
            assertThat(IntStream.range(0, seen.length).filter(cell -> seen[cell] > 0.99f))
                    .as("a bar 20 cells high and 5 wide, in the middle")
                    .hasSize(100)
                    .startsWith(4 * 28 + 12)
                    .endsWith(23 * 28 + 16);
            assertThat(asked(loader, "digits", shape, picture(Color.BLACK, Color.WHITE, 70, 30, 40)))
                    .as("light on dark, and elsewhere")
                    .isEqualTo(seen);
            Path missing = folder.resolve("missing.png");
            assertThatThrownBy(() -> asked(loader, "digits", shape, missing))
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("There is no picture " + missing + "; name a PNG or JPEG file.");
        }
    }

    @Test
    void aColourPictureIsNotStretched() throws IOException, ReflectiveOperationException {
        Shape.Image shape = new Shape.Image(12, 12, 3);
        Variant photos = new Variant("Photos", shape, CLASSES, new DataReading.Images(), false, true);
        Path classes = compiled(photos, folder.resolve("project"));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            // A bar at the left edge of a wide picture lies outside its middle.
            float[] seen = asked(loader, "photos", shape, picture(Color.WHITE, Color.RED, 0, 0, 40));
            assertThat(seen).hasSize(3 * 144).containsOnly(1f);
        }
    }

    private ExportRequest request(Variant variant) throws IOException {
        return request(variant, document(variant, schema(variant)));
    }

    private static DataSchema schema(Variant variant) {
        return new DataSchema(variant.name(), variant.shape(), variant.labels(), 100);
    }

    private ExportRequest request(Variant variant, Document document) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "content");
        return new ExportRequest(
                variant.name(),
                document,
                Drawing.CATALOG,
                variant.reading(),
                variant.copied() ? List.of(DataFile.of(file)) : List.of(),
                schema(variant),
                "Made up.",
                file,
                1,
                Map.of(),
                Map.of(),
                KitSources.onClassPath(ExportVariantsTest.class.getClassLoader()));
    }

    private static Document document(Variant variant, DataSchema schema) {
        LayerType first = Drawing.layer(type -> !type.isInput()
                && type.inputs().max() == 1
                && type.inputs().accepts(variant.shape())
                && !type.isOutput());
        Document document =
                Drawing.of(variant.shape(), first, first.initialValues()).completed(Optional.of(schema));
        Document fitted = fitted(document, schema);
        return fitted.with(
                fitted.plan().withEarlyStopping(new TrainingPlan.EarlyStopping(variant.earlyStopping(), 2, 0.01)));
    }

    /** The document with its output made to fit the labels, as one click does it. */
    private static Document fitted(Document document, DataSchema schema) {
        Inference inference = Inference.of(document.graph(), Drawing.CATALOG);
        return PlanProblems.of(document, inference, Drawing.CATALOG, Optional.of(schema)).stream()
                .filter(problem -> problem.cause() == Problem.Cause.LABELS)
                .findFirst()
                .map(problem -> Remedies.of(document, problem, Drawing.CATALOG, Optional.of(schema))
                        .get(0)
                        .edit()
                        .apply(document))
                .orElse(document);
    }

    @Test
    void namesBecomeFitForJava() {
        assertThat(JavaNames.packageOf("MNIST CNN 2")).isEqualTo("mnistcnn2");
        assertThat(JavaNames.packageOf("2 layers")).isEqualTo("network2layers");
        assertThat(JavaNames.packageOf("class")).isEqualTo("networkclass");
        assertThat(JavaNames.packageOf("数字")).isEqualTo("network");
        assertThat(JavaNames.artifactOf(" MNIST: CNN ")).isEqualTo("mnist-cnn");
        assertThat(JavaNames.artifactOf("数字")).isEqualTo("network");
    }
}
