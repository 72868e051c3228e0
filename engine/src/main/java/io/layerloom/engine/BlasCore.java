package io.layerloom.engine;

import io.layerloom.engine.kit.Processor;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of its kernels OpenBLAS uses. The 0.3.19 that ND4J brings takes a processor that came out after it for one of 2008, without AVX-512, and multiplies small matrices half as
 * fast as it could; an environment variable tells it better. Other kernels give other last bits, so the choice stands in the run.
 */
final class BlasCore {

    /** The variable, read by OpenBLAS when it is loaded. */
    static final String VARIABLE = "OPENBLAS_CORETYPE";

    /** What the kernels for Skylake X use; every processor that has these runs them. */
    private static final Set<String> NEEDED = Set.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");

    /** Models of Intel's family 6 with AVX-512 that OpenBLAS 0.3.19 knows: Skylake X and its followers, Ice Lake, Tiger Lake, Rocket Lake. */
    private static final Set<String> KNOWN = Set.of("85", "102", "106", "108", "125", "126", "140", "141", "167");

    /** AMD's family with full 512-bit units, which OpenBLAS 0.3.19 does not know: the kernels for Skylake X take a quarter of the time of those that it chooses, and two thirds of Haswell's; measured. */
    private static final String ZEN_5 = "26";

    private BlasCore() {}

    /** The variable for this machine; empty where OpenBLAS chooses well, or the person has chosen. */
    static Map<String, String> ofMachine() {
        return of(Processor.linux(), System.getenv());
    }

    /** What of a run's variables may be set again: nothing but this one, and only the name of a processor, since a run may come from a stranger. */
    static Map<String, String> accepted(Map<String, String> noted) {
        String core = noted.getOrDefault(VARIABLE, "");
        return core.matches("[A-Za-z0-9]{1,20}") ? Map.of(VARIABLE, core) : Map.of();
    }

    /** What was chosen for this process, for the run to keep. */
    static Map<String, String> inForce() {
        String core = System.getenv(VARIABLE);
        return core == null || core.isEmpty() ? Map.of() : Map.of(VARIABLE, core);
    }

    /**
     * Decides.
     *
     * @param cpuInfo the lines of {@code /proc/cpuinfo}
     * @param environment that the worker would inherit
     */
    static Map<String, String> of(List<String> cpuInfo, Map<String, String> environment) {
        boolean intel = value(cpuInfo, "vendor_id").equals("GenuineIntel")
                && value(cpuInfo, "cpu family").equals("6")
                && !KNOWN.contains(value(cpuInfo, "model"));
        boolean amd = value(cpuInfo, "vendor_id").equals("AuthenticAMD")
                && value(cpuInfo, "cpu family").equals(ZEN_5);
        boolean capable = List.of(value(cpuInfo, "flags").split(" ")).containsAll(NEEDED);
        return (intel || amd) && capable && !environment.containsKey(VARIABLE)
                ? Map.of(VARIABLE, "SKYLAKEX")
                : Map.of();
    }

    private static String value(List<String> cpuInfo, String name) {
        return cpuInfo.stream()
                .filter(line -> line.startsWith(name)
                        && line.substring(name.length()).strip().startsWith(":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }
}
