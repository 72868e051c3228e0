package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlasCoreTest {

    private static final String AVX512 = "fpu avx avx2 fma avx512f avx512dq avx512cd avx512bw avx512vl";

    @ParameterizedTest
    @CsvSource({
        // Emerald Rapids and Sapphire Rapids came out after OpenBLAS 0.3.19.
        "GenuineIntel, 6, 207, true",
        "GenuineIntel, 6, 143, true",
        // Cascade Lake and Ice Lake are known to it.
        "GenuineIntel, 6, 85, false",
        "GenuineIntel, 6, 106, false",
        "AuthenticAMD, 25, 17, false",
        "AuthenticAMD, 26, 2, true",
    })
    void tellsOpenBlasOfProcessorsThatItCannotKnow(String vendor, String family, String model, boolean told) {
        assertThat(BlasCore.of(cpu(vendor, family, model, AVX512), Map.of()))
                .isEqualTo(told ? Map.of("OPENBLAS_CORETYPE", "SKYLAKEX") : Map.of());
    }

    @Test
    void leavesProcessorsWithoutTheInstructionsAndTheChoiceOfPeopleAlone() {
        assertThat(BlasCore.of(cpu("GenuineIntel", "6", "207", "fpu avx avx2 fma"), Map.of()))
                .isEmpty();
        assertThat(BlasCore.of(cpu("GenuineIntel", "6", "207", AVX512), Map.of("OPENBLAS_CORETYPE", "Haswell")))
                .isEmpty();
        assertThat(BlasCore.of(List.of(), Map.of())).isEmpty();
    }

    @Test
    void setsNothingElseThatARunOfAStrangerAsksFor() {
        assertThat(BlasCore.accepted(Map.of("OPENBLAS_CORETYPE", "SKYLAKEX", "LD_PRELOAD", "/tmp/evil.so")))
                .isEqualTo(Map.of("OPENBLAS_CORETYPE", "SKYLAKEX"));
        assertThat(BlasCore.accepted(Map.of("OPENBLAS_CORETYPE", "</a><b>"))).isEmpty();
    }

    private static List<String> cpu(String vendor, String family, String model, String flags) {
        return List.of(
                "processor\t: 0",
                "vendor_id\t: " + vendor,
                "cpu family\t: " + family,
                "model\t\t: " + model,
                "model name\t: Some processor",
                "flags\t\t: " + flags);
    }
}
