package dev.vitalcore.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.platform.metrics.Meter;
import dev.vitalcore.platform.metrics.Meters;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrometheusMetersTest {
    private static final Meter LAG = Meter.of("vitalcore_lag_records", "Records not read yet.");
    private static final Meter CALLS = Meter.of("vitalcore_calls_total", "Calls.");

    private final PrometheusMeters meters = new PrometheusMeters();

    @AfterEach
    void close() {
        meters.close();
    }

    @Test
    void writesAGaugeAsItIsNow() {
        AtomicLong lag = new AtomicLong(7);
        meters.gauge(LAG.with("reader", "store"), lag::get);

        assertThat(lines()).contains("vitalcore_lag_records{reader=\"store\"} 7.0");
        lag.set(3);
        assertThat(lines())
                .contains(
                        "# HELP vitalcore_lag_records Records not read yet.",
                        "# TYPE vitalcore_lag_records gauge",
                        "vitalcore_lag_records{reader=\"store\"} 3.0");
    }

    @Test
    void writesTotals() {
        Meters.Counter counted = meters.counter(CALLS.with("result", "good"));
        counted.increment();
        counted.add(4);
        meters.total(CALLS.with("result", "bad"), () -> 2);

        assertThat(lines())
                .contains(
                        "# TYPE vitalcore_calls_total counter",
                        "vitalcore_calls_total{result=\"good\"} 5.0",
                        "vitalcore_calls_total{result=\"bad\"} 2.0");
    }

    @Test
    void leavesUnknownWhatCannotBeSaid() {
        meters.gauge(
                LAG,
                () -> {
                    throw new IllegalStateException("closed");
                });

        assertThat(lines()).contains("vitalcore_lag_records NaN");
    }

    @Test
    void writesThoseOfTheMachine() {
        assertThat(meters.scrape())
                .contains("jvm_memory_used_bytes{")
                .contains("jvm_threads_live_threads ")
                .contains("process_uptime_seconds ")
                .contains("process_files_open_files ");
    }

    @Test
    void refusesASecondOfTheSame() {
        meters.gauge(LAG, () -> 1);

        assertThatThrownBy(() -> meters.gauge(LAG, () -> 2))
                .hasMessageContaining("vitalcore_lag_records");
    }

    @Test
    void refusesTagsWithoutBound() {
        for (int i = 0; i < Meters.MOST_OF_A_NAME; i++) {
            int value = i;
            meters.gauge(LAG.with("session", "s" + i), () -> value);
        }

        assertThatThrownBy(() -> meters.gauge(LAG.with("session", "one-more"), () -> 0))
                .hasMessageContaining("one-more");
    }

    @Test
    void refusesATotalThatIsNotCalledOne() {
        assertThatThrownBy(() -> meters.total(LAG, () -> 1)).hasMessageContaining("_total");
    }

    private String[] lines() {
        return meters.scrape().split("\n");
    }
}
