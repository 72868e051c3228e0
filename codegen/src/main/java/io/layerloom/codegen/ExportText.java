package io.layerloom.codegen;

import io.layerloom.graph.Bypass;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Network;
import io.layerloom.graph.Node;
import io.layerloom.graph.Objective;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What fills the gaps of the templates of one export. */
final class ExportText {

    /** Where {@link Verification} writes its findings. */
    static final String NOT_VERIFIED = "Not verified yet.";

    private final ExportRequest request;
    private final Inference inference;
    private final Network network;
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    ExportText(ExportRequest request, Inference inference, Network network) {
        this.request = request;
        this.inference = inference;
        this.network = network;
        putNames();
        putPlan(request.document().plan());
        putPlateau();
        putLabels();
        putReading();
        putReadme();
    }

    /** The template with this name, filled in. */
    String fill(String name) {
        return Template.fill(name, values, flags);
    }

    /** One sentence on what the network is. */
    String summary() {
        String in = network.data().shape().described() + (hasRows(request.reading()) ? " with a row of a table" : "");
        return String.format(
                Locale.ROOT,
                "A network of %d layers with %,d parameters that takes %s and %s.",
                inference.order().size(),
                network.parameters(),
                objective() == Objective.SAME_CLASS ? "two examples, each " + in + "," : in,
                predicted());
    }

    private String predicted() {
        if (objective() == Objective.SAME_CLASS) {
            return "tells whether they are of the same class";
        }
        if (request.schema().labels() instanceof Labels.Classes classes) {
            return "predicts one of " + classes.names().size() + " classes";
        }
        return switch (objective()) {
            case NEXT_TOKEN -> "predicts at each step the next token";
            case MASKED_TOKEN -> "restores masked tokens of it";
            case TARGET_TOKEN -> "writes the target that belongs to it";
            case DETECTION -> "predicts boxes around the objects on it";
            case SEGMENTATION -> "predicts the class of each of its pixels";
            case AUTOENCODING -> "gives it back";
            case ADVERSARIAL -> "makes others like it from random numbers";
            case SUPERVISED, SAME_CLASS -> "predicts numbers";
        };
    }

    private Objective objective() {
        return request.document().plan().objective();
    }

    private void put(String key, Object value) {
        values.put(key, value.toString());
    }

    private void flag(String name, boolean set) {
        if (set) {
            flags.add(name);
        }
    }

    private void putNames() {
        String packageName = JavaNames.packageOf(request.name());
        put("name", request.name().replaceAll("\\R", " "));
        put("package", packageName);
        put("folder", packageName);
        put("artifact", JavaNames.artifactOf(request.name()));
        put("weights", JavaExport.WEIGHTS);
        put("start", JavaExport.START);
        flag("frozen", inference.frozen() > 0);
        flag("started", request.start().isPresent());
        put("probes", JavaExport.PROBES);
        Properties versions = new Properties();
        try (InputStream in = ExportText.class.getResourceAsStream("versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        versions.stringPropertyNames().forEach(key -> put(key, versions.getProperty(key)));
    }

    private void putPlan(TrainingPlan plan) {
        put("epochs", plan.epochs());
        put("batchSize", plan.batchSize());
        put("pretraining", plan.pretraining());
        flag("pretrained", plan.pretraining() > 0);
        put("seed", plan.seed() + "L");
        put("validation", plan.split().validation());
        put("test", plan.split().test());
        put("threads", request.threads());
        put("environment", environment());
        put("threadsWords", request.threads() == 1 ? "1 thread" : request.threads() + " threads");
        put("patience", plan.earlyStopping().patience());
        put("minDelta", plan.earlyStopping().minDelta());
        flag("earlyStopping", plan.earlyStopping().enabled());
    }

    /** Lines of the build file; the network was trained with these kernels of OpenBLAS, and others give other last bits. */
    private String environment() {
        return new TreeMap<>(request.environment())
                .entrySet().stream()
                        .map(variable ->
                                "            <%1$s>%2$s</%1$s>\n".formatted(variable.getKey(), variable.getValue()))
                        .collect(Collectors.joining());
    }

    private void putPlateau() {
        network.plateau().ifPresent(plateau -> {
            put("plateauRate", plateau.rate());
            put("plateauFactor", plateau.factor());
            put("plateauPatience", plateau.patience());
            put("plateauMinDelta", plateau.minDelta());
            put("plateauFloor", plateau.floor());
        });
        flag("plateau", network.plateau().isPresent());
        flag(
                "watched",
                network.plateau().isPresent()
                        || request.document().plan().earlyStopping().enabled());
    }

    private void putLabels() {
        boolean reconstructing = objective() == Objective.AUTOENCODING;
        boolean foretelling = objective() == Objective.NEXT_TOKEN;
        boolean restoring = objective() == Objective.MASKED_TOKEN;
        boolean targeting = objective() == Objective.TARGET_TOKEN;
        boolean ofTokens = foretelling || restoring || targeting;
        boolean classified = request.schema().labels() instanceof Labels.Classes;
        flag("classified", classified);
        boolean detecting = objective() == Objective.DETECTION;
        flag("foretelling", foretelling);
        flag("restoring", restoring);
        flag("targeting", targeting);
        flag("ofTokens", ofTokens);
        flag("labelledTexts", objective() == Objective.SUPERVISED);
        flag("reconstructing", reconstructing);
        flag("detecting", detecting);
        boolean segmenting = objective() == Objective.SEGMENTATION;
        flag("segmenting", segmenting);
        boolean contested = objective() == Objective.ADVERSARIAL;
        flag("contested", contested);
        boolean comparing = objective() == Objective.SAME_CLASS;
        flag("comparing", comparing);
        flag("redrawn", restoring || comparing);
        put("redrawing", restoring ? "other tokens are hidden" : "other pairs are drawn");
        flag("aimed", reconstructing || contested || comparing);
        put("aim", contested ? "contested()" : comparing ? "comparing(split, SEED)" : "reconstructing()");
        // The labels of the data are left aside then.
        flag("unlabelled", reconstructing || contested);
        boolean onPictures = detecting || segmenting;
        boolean ownForm = ofTokens || reconstructing || onPictures || contested;
        flag("predicting", !ownForm);
        flag("told", !contested && !targeting);
        flag("labelledNumbers", !classified && !ownForm);
        flag("numeric", !classified && !ofTokens && !onPictures && !contested);
        put("measurement", measurement(targeting, ofTokens, detecting, segmenting, contested));
        boolean counted = classified || ofTokens || segmenting || contested;
        put("validationFormat", counted ? "validation loss %.4f, validation accuracy %.2f %%" : "validation loss %.4f");
        put("validationFigures", counted ? "validation.loss(), 100 * validation.accuracy()" : "validation.loss()");
    }

    /** The class of the kit that measures what is to be learned. */
    private static String measurement(
            boolean targeting, boolean ofTokens, boolean detecting, boolean segmenting, boolean contested) {
        String kind = targeting
                ? "Target"
                : ofTokens ? "Token" : detecting ? "Object" : segmenting ? "Pixel" : contested ? "Contest" : "Output";
        return kind + "Measurement";
    }

    private void putReading() {
        DataReading reading = request.reading();
        boolean part = reading instanceof DataReading.ImagePart;
        flag("images", reading instanceof DataReading.Images || part);
        flag("part", part);
        flag("shapes", reading instanceof DataReading.Shapes);
        flag("boxes", reading instanceof DataReading.Boxes);
        flag("masks", reading instanceof DataReading.Masks);
        flag("shapeBoxes", reading instanceof DataReading.Shapes shapes && !shapes.masked());
        flag("shapeMasks", reading instanceof DataReading.Shapes shapes && shapes.masked());
        flag("table", reading instanceof DataReading.Table);
        flag("pictureTable", reading instanceof DataReading.PictureTable);
        flag("questions", reading instanceof DataReading.Questions);
        flag("rowed", hasRows(reading));
        boolean drawn = reading instanceof DataReading.Shapes || reading instanceof DataReading.Questions;
        flag("drawn", drawn);
        flag("texts", reading instanceof DataReading.Texts);
        flag("corpus", reading instanceof DataReading.Corpus);
        flag("pairs", reading instanceof DataReading.Pairs);
        flag("tokens", reading instanceof DataReading.Texts || reading instanceof DataReading.Corpus);
        boolean asked = objective() == Objective.SUPERVISED || objective() == Objective.SAME_CLASS;
        flag("question", reading instanceof DataReading.Texts && asked);
        flag("copied", !request.files().isEmpty());
        flag("elsewhere", request.files().isEmpty() && !drawn);
        flag(
                "named",
                !(reading instanceof DataReading.Images
                        || part
                        || drawn
                        || reading instanceof DataReading.Boxes
                        || reading instanceof DataReading.Masks));
        put("dataSentence", dataSentence());
        putQuestion(reading);
        putOther();
    }

    /** What is asked of the network together with the question, where it takes two. */
    private void putOther() {
        boolean rows = hasRows(request.reading());
        flag("paired", objective() == Objective.SAME_CLASS || rows);
        flag("withRow", rows);
        if (rows) {
            put("other", "a row of cells");
            put("otherExample", "\"cell,cell,…\"");
            return;
        }
        String question = values.getOrDefault("question", "");
        put("other", question.equals("numbers") ? "others" : question.replaceFirst("^a ", "another "));
        put("otherExample", values.getOrDefault("inputExample", "").replace("picture", "other"));
    }

    /** Whether each example has a picture and a row of a table. */
    private static boolean hasRows(DataReading reading) {
        return reading instanceof DataReading.PictureTable || reading instanceof DataReading.Questions;
    }

    private void putQuestion(DataReading reading) {
        if (reading instanceof DataReading.Images) {
            putImages();
        } else if (reading instanceof DataReading.ImagePart classes) {
            putImages();
            put("firstClass", classes.first());
            put("lastClass", classes.last());
            put("mostOfClass", classes.most());
        } else if (reading instanceof DataReading.Shapes shapes) {
            putImages();
            put("pictureCount", shapes.count());
            put("pictureSide", shapes.side());
            put("mostShapes", shapes.most());
            put("shapeSeed", shapes.seed() + "L");
        } else if (reading instanceof DataReading.Boxes boxes) {
            put("pictureSide", boxes.side());
            putPicture();
        } else if (reading instanceof DataReading.Masks masks) {
            put("pictureSide", masks.side());
            putPicture();
        } else if (reading instanceof DataReading.Questions drawn) {
            put("pictureCount", drawn.count());
            put("pictureSide", drawn.side());
            put("shapeSeed", drawn.seed() + "L");
            putPicture();
        } else if (reading instanceof DataReading.PictureTable table) {
            put("file", ExprPrinter.quoted(table.file()));
            put("plainFile", table.file());
            put("pictureColumn", ExprPrinter.quoted(table.picture()));
            put("pictureSide", table.side());
            putColumns(table.target(), table.task(), table.ignored());
            putPicture();
        } else if (reading instanceof DataReading.Table table) {
            putTable(table);
        } else if (reading instanceof DataReading.Texts texts) {
            put("file", ExprPrinter.quoted(texts.file()));
            put("plainFile", texts.file());
            put("unit", texts.unit());
            put("maxLength", texts.maxLength());
            put("vocabulary", texts.vocabulary());
            put("question", "a text");
            put("inputExample", "\"a text\"");
        } else if (reading instanceof DataReading.Pairs pairs) {
            put("file", ExprPrinter.quoted(pairs.file()));
            put("plainFile", pairs.file());
            put("unit", pairs.unit());
            put("longestSource", pairs.longestSource());
            put("sourceVocabulary", pairs.sourceVocabulary());
            put("longestTarget", pairs.longestTarget());
            put("targetVocabulary", pairs.targetVocabulary());
            put("question", "a text");
            put("inputExample", "\"a text\"");
        } else if (reading instanceof DataReading.Corpus corpus) {
            put("file", ExprPrinter.quoted(corpus.file()));
            put("plainFile", corpus.file());
            put("unit", corpus.unit());
            put("maxLength", corpus.steps());
            put("vocabulary", corpus.vocabulary());
            put("question", "a text");
            put("inputExample", "\"a text\"");
        }
    }

    private void putImages() {
        boolean colours = request.schema().features() instanceof Shape.Image image && image.channels() == 3;
        boolean grey = request.schema().features() instanceof Shape.Image image && image.channels() == 1;
        flag("grey", grey);
        flag("colours", colours);
        flag("pictures", grey || colours);
        flag("numbers", !grey && !colours);
        put("question", grey || colours ? "a picture file" : "numbers");
        put("inputExample", grey || colours ? "picture.png" : "0.1,0.2");
    }

    private void putTable(DataReading.Table table) {
        put("file", ExprPrinter.quoted(table.file()));
        put("plainFile", table.file());
        put("firstRow", table.firstRow());
        putColumns(table.target(), table.task(), table.ignored());
        put("question", "a row of cells");
        put("inputExample", "\"cell,cell,…\"");
    }

    private void putColumns(String target, String task, List<String> ignored) {
        put("target", ExprPrinter.quoted(target));
        put("targetWords", target.isEmpty() ? "the last one" : "the target");
        put("task", task);
        put("ignored", ignored.stream().map(ExprPrinter::quoted).collect(Collectors.joining(", ")));
    }

    private void putPicture() {
        put("question", "a picture file");
        put("inputExample", "picture.png");
    }

    private String dataSentence() {
        return String.format(
                Locale.ROOT,
                "%s: %,d examples, each %s",
                javadoc(request.schema().name()),
                request.schema().examples(),
                request.schema().features().described());
    }

    /** Foreign words that cannot end the comment that they stand in. */
    private static String javadoc(String text) {
        return text.replaceAll("\\R", " ").replace("*/", "* /").replace("\\u", "\\ u");
    }

    private void putReadme() {
        put("summary", summary());
        put("layers", layers());
        put("parameters", String.format(Locale.ROOT, "%,d", network.parameters()));
        put("figures", figures());
        put("dataSource", request.dataSource().strip());
        put("verification", NOT_VERIFIED);
    }

    private String figures() {
        return request.figures().entrySet().stream()
                .map(figure -> "| %s | %s |".formatted(figure.getKey(), figure.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private String layers() {
        return inference.order().stream()
                .map(request.document().graph()::node)
                .filter(node -> !Bypass.is(node))
                .map(node -> row(node, inference.report(node.id())))
                .collect(Collectors.joining("\n"));
    }

    private String row(Node node, Inference.Report report) {
        List<String> cells = List.of(
                request.catalog().typeOf(node).map(LayerType::name).orElse(node.type()),
                "`" + node.name() + "`",
                report.output().map(Shape::label).orElse(""),
                String.format(Locale.ROOT, "%,d", report.count().weights())
                        + (report.count().frozen() > 0 ? " (frozen)" : ""));
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}
