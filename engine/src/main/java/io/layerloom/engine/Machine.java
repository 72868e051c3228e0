package io.layerloom.engine;

import io.layerloom.engine.kit.Processor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** What is known of the machine and the program, for provenance and for choosing how many threads compute. */
final class Machine {

    private Machine() {}

    /** Cores without their second threads, as far as this process may use them. */
    static int cores() {
        return Cores.COUNT;
    }

    /** Counted when first asked for. */
    private static final class Cores {
        static final int COUNT = countCores();
    }

    private static int countCores() {
        int allowed = Runtime.getRuntime().availableProcessors();
        Set<String> cores = new HashSet<>();
        String socket = "";
        for (String line : Processor.linux()) {
            if (line.startsWith("physical id")) {
                socket = line;
            } else if (line.startsWith("core id")) {
                cores.add(socket + line);
            }
        }
        return cores.isEmpty() ? allowed : Math.max(1, Math.min(allowed, cores.size()));
    }

    /** All memory of the machine in bytes. */
    static long memory() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }

    /** What the shell that started this process lets any of its processes have ({@code ulimit -v}), in bytes; without a limit, more than there is. */
    static long addressSpace() {
        try (Stream<String> limits = Files.lines(Path.of("/proc/self/limits"))) {
            return limits.filter(line -> line.startsWith("Max address space"))
                    .map(line -> line.split("\\s{2,}")[1])
                    .filter(soft -> soft.matches("\\d{1,18}"))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        } catch (IOException | UncheckedIOException elsewhere) {
            return Long.MAX_VALUE;
        }
    }

    static Map<String, String> description() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        out.put("architecture", System.getProperty("os.arch"));
        out.put("processor", processor());
        out.put("cores", Integer.toString(cores()));
        out.put("memoryMegabytes", Long.toString(memory() >> 20));
        CardWorker.details().ifPresent(card -> out.put("gpu", card));
        return out;
    }

    static Map<String, String> versions() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("layerloom", version("io.layerloom/layerloom-engine"));
        out.put("deeplearning4j", version("org.deeplearning4j/deeplearning4j-nn"));
        out.put("nd4j", version("org.nd4j/nd4j-api"));
        out.put("java", System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
        return out;
    }

    /** As Maven noted it in the jar; classes that lie in a folder are of no version yet. */
    private static String version(String artifact) {
        try (InputStream in = Machine.class.getResourceAsStream("/META-INF/maven/" + artifact + "/pom.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "development");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String processor() {
        return Processor.linux().stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
