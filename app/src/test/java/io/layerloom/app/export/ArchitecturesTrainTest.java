package io.layerloom.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.export.Architectures.Trained;
import io.layerloom.engine.RunEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table is trained as it ships: it does as well as it says, and what is exported of this run computes the same bits. */
@Tag("slow")
class ArchitecturesTrainTest {

    @TempDir
    Path folder;

    static List<Trained> trained() {
        return Architectures.TRAINED;
    }

    @ParameterizedTest
    @MethodSource("trained")
    void everyRowIsReachedAndExportedBitForBit(Trained network) throws IOException, InterruptedException {
        RunEvent.Finished finished = SampleRuns.trainWhole(network.id(), folder);
        assertThat(finished.test()).matches(network::isReachedBy, "reaches what its row says");
        Path project = folder.resolve("project");
        SampleRuns.verify(folder.resolve(network.id()), network.id(), project);
        assertThat(project.resolve("README.md")).content().contains("bit for bit", "Licence");
    }
}
