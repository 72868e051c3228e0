package io.layerloom.engine.gpu;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The jars that training on a card takes beside the program's own: ND4J's CUDA back end, and NVIDIA's libraries as Bytedeco publishes them for redistribution.
 *
 * @param platform Bytedeco's name of system and processor: {@code linux-x86_64}
 */
public record CudaPackage(String platform, List<Jar> jars) {

    /** The version of CUDA. */
    public static final String CUDA = "11.6";

    private static final String ND4J = "1.0.0-M2.1";
    private static final String PRESETS = "11.6-8.3-1.5.7";

    /**
     * One jar in Maven's terms.
     *
     * @param classifier empty for none
     * @param bytes its size, as published, to about a tenth of a mebibyte where it is large
     */
    public record Jar(String group, String artifact, String version, String classifier, long bytes) {

        /** The name of its file. */
        public String file() {
            return artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
        }
    }

    public CudaPackage {
        jars = List.copyOf(jars);
    }

    /** That of a system and processor as Java names them; empty where there is none. */
    public static Optional<CudaPackage> of(String system, String architecture) {
        GpuFacts facts = new GpuFacts(system, architecture, new Sighting.NoDriver(), false, Optional.empty());
        if (!facts.isKnownPlatform()) {
            return Optional.empty();
        }
        return Optional.of(
                facts.isWindows()
                        ? of("windows-x86_64", mebibytes(355.3), mebibytes(7.9), mebibytes(1725.7))
                        : of("linux-x86_64", mebibytes(572.8), 6_570_373, mebibytes(1742.8)));
    }

    private static CudaPackage of(String platform, long natives, long presets, long libraries) {
        String nd4j = "nd4j-cuda-" + CUDA;
        return new CudaPackage(
                platform,
                List.of(
                        new Jar("org.nd4j", nd4j, ND4J, "", 428_345),
                        new Jar("org.nd4j", nd4j, ND4J, platform, natives),
                        new Jar("org.nd4j", nd4j + "-preset", ND4J, "", 11_727),
                        new Jar("org.bytedeco", "cuda", PRESETS, "", 719_578),
                        new Jar("org.bytedeco", "cuda", PRESETS, platform, presets),
                        new Jar("org.bytedeco", "cuda", PRESETS, platform + "-redist", libraries)));
    }

    private static long mebibytes(double count) {
        return Math.round(count * (1 << 20));
    }

    /** What is to be downloaded in all. */
    public long bytes() {
        return jars.stream().mapToLong(Jar::bytes).sum();
    }

    /** Whether a file name is that of one of the jars. */
    boolean contains(String file) {
        return jars.stream().anyMatch(jar -> jar.file().equals(file));
    }

    /** A Maven project that depends on these jars and on nothing else. */
    String pom() {
        StringBuilder dependencies = new StringBuilder();
        jars.forEach(jar -> dependencies.append(dependency(jar)));
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>io.layerloom</groupId>
                  <artifactId>cuda-libraries</artifactId>
                  <version>%s</version>
                  <packaging>pom</packaging>
                  <dependencies>
                %s  </dependencies>
                </project>
                """.formatted(CUDA, dependencies);
    }

    private static String dependency(Jar jar) {
        String classifier = jar.classifier().isEmpty() ? "" : "<classifier>" + jar.classifier() + "</classifier>";
        return String.format(Locale.ROOT, """
                    <dependency>
                      <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s
                      <exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>
                    </dependency>
                """, jar.group(), jar.artifact(), jar.version(), classifier);
    }
}
