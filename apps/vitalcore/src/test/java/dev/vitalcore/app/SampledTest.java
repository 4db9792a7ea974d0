package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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
        assertThat(sampled.get()).isEmpty();
        assertThat(sampled.isAway()).isFalse();

        sampled.look();
        assertThat(sampled.get()).hasValue(1);
        sampled.look();
        assertThat(sampled.gauge()).isEqualTo(2);
    }

    @Test
    void whatWasNotFoundForLongIsUnknown() {
        Sampled sampled = new Sampled(this::onceThenAway, now::get);
        sampled.look();

        pass(Sampled.USABLE);
        sampled.look();
        assertThat(sampled.get()).hasValue(1);

        pass(Duration.ofSeconds(1));
        assertThat(sampled.get()).isEmpty();
        assertThat(sampled.gauge()).isNaN();
        assertThat(sampled.isAway()).isTrue();
    }

    @Test
    void whatWasNeverFoundIsAwayInTheEnd() {
        Sampled sampled = new Sampled(looks::incrementAndGet, now::get);

        pass(Sampled.USABLE.plusSeconds(1));

        assertThat(sampled.isAway()).isTrue();
    }

    @Test
    void isFoundOutUnaskedAndHeldUpByNoOther() {
        CountDownLatch away = new CountDownLatch(1);
        try (Samples samples = new Samples()) {
            Sampled hanging = samples.of(() -> hang(away));
            samples.of(looks::incrementAndGet);

            await().atMost(SOON).until(() -> looks.get() > 1);
            assertThat(hanging.get()).isEmpty();

            away.countDown();
            await().atMost(SOON).until(() -> hanging.get().isPresent());
        }
    }

    @Test
    void nothingIsLookedUpAfterTheEnd() {
        Samples samples = new Samples();
        CountDownLatch never = new CountDownLatch(1);
        AtomicLong interrupted = new AtomicLong();
        samples.of(() -> {
            looks.incrementAndGet();
            try {
                return hang(never);
            } catch (IllegalStateException stopped) {
                interrupted.incrementAndGet();
                throw stopped;
            }
        });
        await().atMost(SOON).until(() -> looks.get() == 1);

        samples.close();

        assertThat(interrupted.get()).isEqualTo(1);
        assertThat(looks.get()).isEqualTo(1);
    }

    private long onceThenAway() {
        if (looks.incrementAndGet() > 1) {
            throw new IllegalStateException("away");
        }
        return 1;
    }

    private static long hang(CountDownLatch away) {
        try {
            away.await();
            return 7;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
