package io.layerloom.codegen;

import io.layerloom.graph.Inference;
import io.layerloom.graph.Network;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What fills the gaps of the templates of one export: names, versions and the plan; the rest is told by {@link LearnedText}, {@link ReadingText} and {@link ReadmeText}. */
final class ExportText {

    private final ExportRequest request;
    private final Inference inference;
    private final Network network;
    private final ReadmeText readme;
    private final Gaps gaps = new Gaps();

    ExportText(ExportRequest request, Inference inference, Network network) {
        this.request = request;
        this.inference = inference;
        this.network = network;
        this.readme = new ReadmeText(request, inference, network);
        putNames();
        putPlan(request.document().plan());
        putPlateau();
        new LearnedText(request).putInto(gaps);
        new ReadingText(request).putInto(gaps);
        readme.putInto(gaps);
    }

    /** The template with this name, filled in. */
    String fill(String name) {
        return gaps.fill(name);
    }

    /** One sentence on what the network is. */
    String summary() {
        return readme.summary();
    }

    private void putNames() {
        String packageName = JavaNames.packageOf(request.name());
        gaps.put("name", request.name().replaceAll("\\R", " "));
        gaps.put("package", packageName);
        gaps.put("folder", packageName);
        gaps.put("artifact", JavaNames.artifactOf(request.name()));
        gaps.put("weights", JavaExport.WEIGHTS);
        gaps.put("start", JavaExport.START);
        gaps.flag("frozen", inference.frozen() > 0);
        gaps.flag("started", request.start().isPresent());
        gaps.put("probes", JavaExport.PROBES);
        putVersions();
    }

    private void putVersions() {
        Properties versions = new Properties();
        try (InputStream in = ExportText.class.getResourceAsStream("versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        versions.stringPropertyNames().forEach(key -> gaps.put(key, versions.getProperty(key)));
    }

    private void putPlan(TrainingPlan plan) {
        gaps.put("epochs", plan.epochs());
        gaps.put("batchSize", plan.batchSize());
        gaps.put("pretraining", plan.pretraining());
        gaps.flag("pretrained", plan.pretraining() > 0);
        gaps.put("seed", plan.seed() + "L");
        gaps.put("validation", plan.split().validation());
        gaps.put("test", plan.split().test());
        gaps.put("threads", request.threads());
        gaps.put("environment", environment());
        gaps.put("threadsWords", request.threads() == 1 ? "1 thread" : request.threads() + " threads");
        gaps.put("patience", plan.earlyStopping().patience());
        gaps.put("minDelta", plan.earlyStopping().minDelta());
        gaps.flag("earlyStopping", plan.earlyStopping().enabled());
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
            gaps.put("plateauRate", plateau.rate());
            gaps.put("plateauFactor", plateau.factor());
            gaps.put("plateauPatience", plateau.patience());
            gaps.put("plateauMinDelta", plateau.minDelta());
            gaps.put("plateauFloor", plateau.floor());
        });
        gaps.flag("plateau", network.plateau().isPresent());
        gaps.flag(
                "watched",
                network.plateau().isPresent()
                        || request.document().plan().earlyStopping().enabled());
    }
}
