package io.layerloom.engine.gpu;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A graphics card as {@code nvidia-smi} tells of it; what it does not tell is absent.
 *
 * @param index by which the driver and CUDA know it, in the order of the slots
 * @param totalMebibytes all of its memory
 * @param freeMebibytes what no program has taken
 * @param load how busy it is, in percent
 * @param divided whether MIG has cut it into instances
 */
public record Card(
        int index,
        String name,
        Optional<Capability> capability,
        Optional<DriverVersion> driver,
        OptionalLong totalMebibytes,
        OptionalLong freeMebibytes,
        OptionalInt load,
        boolean divided) {

    /** What programs have taken of its memory. */
    public OptionalLong usedMebibytes() {
        return totalMebibytes.isPresent() && freeMebibytes.isPresent()
                ? OptionalLong.of(Math.max(0, totalMebibytes.getAsLong() - freeMebibytes.getAsLong()))
                : OptionalLong.empty();
    }
}
