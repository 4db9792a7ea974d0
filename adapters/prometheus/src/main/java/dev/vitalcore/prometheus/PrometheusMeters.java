package dev.vitalcore.prometheus;

import dev.vitalcore.platform.metrics.Meter;
import dev.vitalcore.platform.metrics.Meters;
import dev.vitalcore.platform.metrics.MetricsText;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * Meters in Prometheus' text format (version 0.0.4), those of the JVM (memory, garbage collection,
 * threads) and of the process (processor, uptime, open files) among them.
 */
public final class PrometheusMeters implements Meters, MetricsText, AutoCloseable {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

    /** By name; also what keeps the suppliers, which Micrometer holds weakly. */
    private final Map<String, Set<Registered>> registered = new HashMap<>();

    public PrometheusMeters() {
        new JvmMemoryMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
    }

    @Override
    public void gauge(Meter meter, DoubleSupplier value) {
        Registered kept = register(meter, value);
        Gauge.builder(meter.name(), kept, Registered::ask)
                .description(meter.help())
                .tags(tags(meter))
                .register(registry);
    }

    @Override
    public void total(Meter meter, DoubleSupplier count) {
        requireTotal(meter);
        Registered kept = register(meter, count);
        FunctionCounter.builder(meter.name(), kept, Registered::ask)
                .description(meter.help())
                .tags(tags(meter))
                .register(registry);
    }

    @Override
    public Counter counter(Meter meter) {
        requireTotal(meter);
        register(meter, () -> 0);
        io.micrometer.core.instrument.Counter counter =
                io.micrometer.core.instrument.Counter.builder(meter.name())
                        .description(meter.help())
                        .tags(tags(meter))
                        .register(registry);
        return counter::increment;
    }

    @Override
    public String contentType() {
        return "text/plain; version=0.0.4; charset=utf-8";
    }

    @Override
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }

    private synchronized Registered register(Meter meter, DoubleSupplier supplier) {
        Set<Registered> ofName = registered.computeIfAbsent(meter.name(), name -> new HashSet<>());
        Registered kept = new Registered(meter, supplier);
        if (ofName.stream().anyMatch(other -> other.meter().tags().equals(meter.tags()))) {
            throw new IllegalStateException(
                    meter.name() + " " + meter.tags() + " is registered already");
        }
        if (ofName.size() >= MOST_OF_A_NAME) {
            throw new IllegalStateException(
                    meter.name()
                            + " has "
                            + MOST_OF_A_NAME
                            + " combinations of tags already; "
                            + meter.tags()
                            + " is one too many: use tags whose values are few");
        }
        ofName.add(kept);
        return kept;
    }

    private static void requireTotal(Meter meter) {
        if (!meter.name().endsWith("_total")) {
            throw new IllegalArgumentException(
                    "what only grows is named …_total, not '" + meter.name() + "'");
        }
    }

    private static List<Tag> tags(Meter meter) {
        return meter.tags().entrySet().stream()
                .map(tag -> Tag.of(tag.getKey(), tag.getValue()))
                .toList();
    }

    private record Registered(Meter meter, DoubleSupplier supplier) {
        double ask() {
            try {
                return supplier.getAsDouble();
            } catch (RuntimeException unknown) {
                return Double.NaN;
            }
        }
    }
}
