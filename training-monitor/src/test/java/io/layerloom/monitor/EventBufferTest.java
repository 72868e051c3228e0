package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunEvent.EpochEnd;
import io.layerloom.engine.RunEvent.Iteration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventBufferTest {

    private static Iteration iteration(int i) {
        return new Iteration(i, 1, i, Double.NaN, i * 10L, i * 0.1);
    }

    private static EpochEnd epoch(int i) {
        return new EpochEnd(i, i * 100, 1, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void givesEventsBackInOrder() {
        EventBuffer buffer = new EventBuffer(10);
        assertThat(buffer.add(iteration(1))).isTrue();
        assertThat(buffer.add(epoch(1))).isFalse();
        assertThat(buffer.add(iteration(2))).isFalse();
        assertThat(buffer.drain()).containsExactly(iteration(1), epoch(1), iteration(2));
        assertThat(buffer.drain()).isEmpty();
        assertThat(buffer.add(iteration(3))).isTrue();
    }

    @Test
    void aFloodThinsIterationsAndKeepsEveryEpoch() {
        EventBuffer buffer = new EventBuffer(1000);
        for (int i = 1; i <= 1_000_000; i++) {
            buffer.add(iteration(i));
            if (i % 1000 == 0) {
                buffer.add(epoch(i / 1000));
            }
        }
        List<RunEvent> events = buffer.drain();
        List<Iteration> iterations = events.stream()
                .filter(Iteration.class::isInstance)
                .map(Iteration.class::cast)
                .toList();
        assertThat(events.stream().filter(EpochEnd.class::isInstance)).hasSize(1000);
        assertThat(iterations).hasSizeLessThanOrEqualTo(1001);
        assertThat(iterations).isSortedAccordingTo((a, b) -> Integer.compare(a.iteration(), b.iteration()));
        assertThat(iterations.get(iterations.size() - 1).iteration()).isEqualTo(1_000_000);
    }

    @Test
    void thinnedIterationsCarryMeans() {
        EventBuffer buffer = new EventBuffer(2);
        IntStream.rangeClosed(1, 3).forEach(i -> buffer.add(iteration(i)));
        List<RunEvent> events = buffer.drain();
        assertThat(events).hasSize(2);
        assertThat(((Iteration) events.get(0)).loss()).isEqualTo(1.5);
        assertThat(((Iteration) events.get(0)).iteration()).isEqualTo(2);
        assertThat(events.get(1)).isEqualTo(iteration(3));
    }

    @Test
    void nothingIsLostBetweenThreads() throws InterruptedException {
        EventBuffer buffer = new EventBuffer(1_000_000);
        CountDownLatch done = new CountDownLatch(2);
        for (int t = 0; t < 2; t++) {
            new Thread(() -> {
                        for (int i = 0; i < 20_000; i++) {
                            buffer.add(epoch(i));
                        }
                        done.countDown();
                    })
                    .start();
        }
        int seen = 0;
        while (done.getCount() > 0) {
            seen += buffer.drain().size();
        }
        done.await();
        assertThat(seen + buffer.drain().size()).isEqualTo(40_000);
    }
}
