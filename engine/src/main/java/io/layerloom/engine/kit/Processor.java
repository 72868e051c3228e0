package io.layerloom.engine.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the system says of the processor without being asked in its own language. */
public final class Processor {

    private static final Path LINUX = Path.of("/proc/cpuinfo");

    /** Set by Windows, such as {@code Intel64 Family 6 Model 151 Stepping 2, GenuineIntel}. */
    private static final String WINDOWS = "PROCESSOR_IDENTIFIER";

    private static final String INTEL = "GenuineIntel";

    private Processor() {}

    /** Whether Intel made it; no where that is unknown. */
    static boolean isIntel() {
        if (System.getProperty("os.name", "").startsWith("Mac")) {
            return true; // of those for x86-64; asked of no others
        }
        String windows = System.getenv(WINDOWS);
        return windows != null ? windows.contains(INTEL) : isIntelByLinux();
    }

    private static boolean isIntelByLinux() {
        return linux().stream()
                .filter(line -> line.startsWith("vendor_id"))
                .findFirst()
                .filter(line -> line.endsWith(INTEL))
                .isPresent();
    }

    /** What Linux tells of the processor, line by line; empty on other systems. */
    public static List<String> linux() {
        try {
            return Files.isReadable(LINUX) ? Files.readAllLines(LINUX, StandardCharsets.ISO_8859_1) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
