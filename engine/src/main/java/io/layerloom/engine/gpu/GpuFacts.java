package io.layerloom.engine.gpu;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that decides whether a card can train.
 *
 * @param system as Java names it: "Linux", "Windows 11"
 * @param architecture as Java names it: "amd64"
 * @param installed whether the CUDA libraries are there
 * @param visible what the variable {@code CUDA_VISIBLE_DEVICES} says, if it is set
 */
public record GpuFacts(
        String system, String architecture, Sighting sighting, boolean installed, Optional<String> visible) {

    /** The variable by which people hide cards from CUDA. */
    public static final String VISIBLE_DEVICES = "CUDA_VISIBLE_DEVICES";

    /** The facts of this machine, cards being asked for now where CUDA could run at all. */
    public static GpuFacts ofMachine(NvidiaSmi smi, boolean installed) {
        String system = System.getProperty("os.name", "");
        String architecture = System.getProperty("os.arch", "");
        Optional<String> visible = Optional.ofNullable(System.getenv(VISIBLE_DEVICES));
        GpuFacts unseen = new GpuFacts(system, architecture, new Sighting.NoDriver(), installed, visible);
        return unseen.isKnownPlatform() ? new GpuFacts(system, architecture, smi.look(), installed, visible) : unseen;
    }

    /** Whether a value of {@link #VISIBLE_DEVICES} names cards by their numbers, as no card does. */
    static boolean namesNumbers(String visible) {
        return visible.isBlank() || visible.strip().matches("-?\\d+(\\s*,\\s*-?\\d+)*");
    }

    /** Whether a worker may be told its card by number: not if a person has named cards or instances of them otherwise. */
    public static boolean mayChooseCard(@Nullable String visible) {
        return visible == null || namesNumbers(visible);
    }

    boolean isWindows() {
        return system.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** Whether there are CUDA libraries for the system and the processor. */
    boolean isKnownPlatform() {
        boolean known = isWindows() || system.equalsIgnoreCase("Linux");
        return known && architecture.toLowerCase(Locale.ROOT).matches("amd64|x86_64");
    }
}
