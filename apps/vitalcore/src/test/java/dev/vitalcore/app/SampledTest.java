package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SampledTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final AtomicLong now = new AtomicLong(5);
    private final AtomicLong looks = new AtomicLong();

    @Test
    void tellsWhatWasFoundLast() {
        Sampled sampled = new Sampled(looks::incrementAndGet, now::get);

        await().atMost(SOON).until(() -> sampled.get().equals(OptionalLong.of(1)));

        pass(Duration.ofSeconds(2));
        assertThat(sampled.get()).hasValue(1);
        await().atMost(SOON).until(() -> sampled.get().equals(OptionalLong.of(2)));
    }

    @Test
    void nobodyWaitsAndOneLookIsMade() {
        CountDownLatch away = new CountDownLatch(1);
        Sampled sampled =
                new Sampled(
                        () -> {
                            looks.incrementAndGet();
                            try {
                                away.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return 7;
                        },
                        now::get);

        assertThat(sampled.get()).isEmpty();
        await().atMost(SOON).until(() -> looks.get() == 1);
        pass(Duration.ofMinutes(5));
        assertThat(sampled.get()).isEmpty();
        assertThat(sampled.gauge()).isNaN();
        assertThat(looks.get()).isEqualTo(1);

        away.countDown();
        await().atMost(SOON).until(() -> sampled.get().equals(OptionalLong.of(7)));
    }

    @Test
    void whatIsTooOldIsUnknown() {
        Sampled sampled =
                new Sampled(
                        () -> {
                            if (looks.incrementAndGet() > 1) {
                                throw new IllegalStateException("away");
                            }
                            return 3;
                        },
                        now::get);
        await().atMost(SOON).until(() -> sampled.get().equals(OptionalLong.of(3)));

        pass(Sampled.USABLE.plusSeconds(1));

        assertThat(sampled.get()).isEmpty();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
