package io.layerloom.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.kit.FastGraph;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KitSourcesTest {

    /** What an exported project finds with the dependencies that its POM names, and with the JDK. */
    private static final Pattern AT_HAND = Pattern.compile(
            "import (static )?(java|javax\\.imageio|org\\.deeplearning4j|org\\.nd4j|org\\.bytedeco|digits\\.kit)\\..*");

    @Test
    void whatIsExportedNeedsNothingButTheJdkAndDl4j() throws IOException, URISyntaxException {
        URI one = Objects.requireNonNull(FastGraph.class.getResource("/META-INF/layerloom-kit/FastGraph.java"))
                .toURI();
        if (one.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(one, Map.of())) {
                requireAtHand(jar.getPath("META-INF", "layerloom-kit"));
            }
        } else {
            requireAtHand(Objects.requireNonNull(Path.of(one).getParent()));
        }
    }

    @Test
    void aProjectHasTheKernelsOfItsOwnLayersOnly() {
        Map<String, String> kit = KitSources.neededBy(
                List.of("FastGraph net; new DenseLayer.Builder(); new OutputLayer.Builder();"),
                KitSources.onClassPath(FastGraph.class.getClassLoader()));
        assertThat(kit)
                .containsKeys("FastGraph", "ProgramBuilder", "KernelKinds", "DenseKernel", "LossKernel")
                .doesNotContainKeys(
                        "ConvolutionKernel", "DnnConvolution", "DnnPooling", "NormalizationKernel", "EmbeddingKernel")
                .doesNotContainKeys(
                        "Blocked", "Rows", "OneDnn", "YoloLoss", "PixelLoss", "GaussianSample", "Vocabulary");
        assertThat(kit.get("KernelKinds"))
                .contains(
                        "List.of(\n            kind(DenseKernel::at, DenseLayer.class),\n            kind(LossKernel::at, OutputLayer.class, LossLayer.class));")
                .contains("HELP = List.of();")
                .contains("import org.deeplearning4j.nn.conf.layers.LossLayer;")
                .doesNotContain("ConvolutionLayer", "MergeVertex");
    }

    @Test
    void aNetworkOfConvolutionsTakesAlongWhatMakesThemFast() {
        Map<String, String> kit = KitSources.neededBy(
                List.of("FastGraph net; new ConvolutionLayer.Builder(); new OutputLayer.Builder();"),
                KitSources.onClassPath(FastGraph.class.getClassLoader()));
        assertThat(kit).containsKeys("DnnConvolution", "ConvolutionKernel", "OneDnn", "Blocked");
        assertThat(kit.get("KernelKinds"))
                .contains("help(OneDnn::revive, ConvolutionLayer.class, BatchNormalization.class)")
                .contains("import org.deeplearning4j.nn.conf.layers.BatchNormalization;")
                .doesNotContain("kind(NormalizationKernel");
    }

    @Test
    void wordsOfCommentsAndTextsNameNoClasses() {
        Map<String, String> kit = KitSources.neededBy(
                List.of(
                        "/** Rows of {@link Shuffle}. */ class A { // Blocked\n String b = \"Box \\\" Cloze\"; Split c; }"),
                name -> List.of("Rows", "Shuffle", "Blocked", "Box", "Cloze", "Split")
                                .contains(name)
                        ? Optional.of("class " + name + " {}")
                        : Optional.empty());
        assertThat(kit).containsOnlyKeys("Shuffle", "Split");
    }

    private static void requireAtHand(Path kit) throws IOException {
        try (Stream<Path> files = Files.list(kit)) {
            assertThat(files.filter(file -> !file.endsWith("package-info.java")))
                    .hasSizeGreaterThan(100)
                    .allSatisfy(file -> {
                        String source = KitSources.moved(Files.readString(file), "digits.kit");
                        assertThat(source.lines().filter(line -> line.startsWith("import ")))
                                .as(file.toString())
                                .allMatch(line -> AT_HAND.matcher(line).matches());
                        assertThat(source).as(file.toString()).doesNotContain("@Nullable", "jspecify");
                    });
        }
    }
}
