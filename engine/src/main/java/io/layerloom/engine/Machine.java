package io.layerloom.engine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.factory.Nd4j;

/** What is known of the machine and the program, for provenance and for choosing how many threads compute. */
final class Machine {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Cores without their second threads, as far as this process may use them. */
    static int cores() {
        int allowed = Runtime.getRuntime().availableProcessors();
        Set<String> cores = new HashSet<>();
        String socket = "";
        for (String line : cpuInfo()) {
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

    static Map<String, String> description() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        out.put("architecture", System.getProperty("os.arch"));
        out.put("processor", processor());
        out.put("cores", Integer.toString(cores()));
        out.put("memoryMegabytes", Long.toString(memory() >> 20));
        return out;
    }

    static Map<String, String> versions() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("layerloom", versionOf(Machine.class));
        out.put("deeplearning4j", versionOf(ComputationGraph.class));
        out.put("nd4j", versionOf(Nd4j.class));
        out.put("java", System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
        return out;
    }

    private static String versionOf(Class<?> type) {
        return Optional.ofNullable(type.getPackage().getImplementationVersion()).orElse("development");
    }

    private static String processor() {
        return cpuInfo().stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static List<String> cpuInfo() {
        try {
            return Files.isReadable(CPU_INFO) ? Files.readAllLines(CPU_INFO) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
