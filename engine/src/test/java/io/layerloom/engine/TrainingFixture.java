package io.layerloom.engine;

import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** Trains in this process, on three clouds of points, and keeps what it tells. */
abstract class TrainingFixture {

    @TempDir
    Path folder;

    final List<RunEvent> events = new ArrayList<>();

    Document clouds(double dropout) throws IOException {
        Document document = TestCatalog.network(4, 16, dropout, 3, false);
        return document.with(document.plan().withData(TestData.clouds(folder, 300)));
    }

    TrainingPlan plan(int epochs, String optimizer, double rate) throws IOException {
        return TrainingPlan.INITIAL
                .withEpochs(epochs)
                .withOptimizer(TestCatalog.optimizer(optimizer, rate))
                .withData(TestData.clouds(folder, 300));
    }

    RunEvent.Finished train(Document document, String name) throws TrainingException {
        return trainer(document, name, false, new RunControl(), events::add)
                .train()
                .event();
    }

    Trainer trainer(Document document, String name, boolean resume, RunControl control, Consumer<RunEvent> listener) {
        return new Trainer(
                new RunSpec(document, folder.resolve(name), 1, resume),
                TestData.context(),
                control,
                listener,
                List.of(),
                Preparation.NONE);
    }

    <T extends RunEvent> List<T> only(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
