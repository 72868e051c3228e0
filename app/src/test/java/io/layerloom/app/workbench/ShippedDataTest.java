package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.language.Language;
import io.layerloom.samples.SampleData;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** Every tab shows every data set that ships; all together they would not fit in the memory of a small machine. */
@ExtendWith(ApplicationExtension.class)
class ShippedDataTest {

    private final ExecutorService background = Executors.newFixedThreadPool(4);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger openAtOnce = new AtomicInteger();
    private final List<ShippedData.Glimpse> seen = new CopyOnWriteArrayList<>();
    private final ShippedData shipped = new ShippedData(
            (dataset, file) -> {
                opened.incrementAndGet();
                openAtOnce.accumulateAndGet(open.incrementAndGet(), Math::max);
                return new FilterInputStream(SampleData.open(dataset, file)) {
                    private boolean closed;

                    @Override
                    public void close() throws IOException {
                        if (!closed) {
                            closed = true;
                            open.decrementAndGet();
                        }
                        super.close();
                    }
                };
            },
            new Tasks(background, failure -> {
                throw new AssertionError(failure);
            }));

    @AfterEach
    void stop() {
        Language.use(Language.ENGLISH);
        background.shutdownNow();
    }

    private void lookAndWait(int times) {
        int before = seen.size();
        ShippedData.Entry iris = shipped.all().stream()
                .filter(entry -> entry.data().values().plain().containsValue("iris"))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < times; i++) {
            shipped.look(iris, seen::add);
        }
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> seen.size() == before + times);
    }

    @Test
    void readsEachOnceForAllTabs() {
        lookAndWait(1);
        int once = opened.get();
        lookAndWait(4);
        assertThat(opened).hasValue(once);
        assertThat(seen).hasSize(5).containsOnly(seen.get(0));
        assertThat(seen.get(0).examples()).isNotEmpty();
    }

    @Test
    void readsOneAfterAnother() {
        List<ShippedData.Entry> all = shipped.all();
        all.forEach(entry -> shipped.look(entry, seen::add));
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> seen.size() == all.size());
        assertThat(openAtOnce).hasValue(1);
    }

    @Test
    void readsAnewInAnotherLanguage() {
        lookAndWait(1);
        int once = opened.get();
        Language.use(Language.CHINESE);
        lookAndWait(1);
        assertThat(opened).hasValueGreaterThan(once);
    }
}
