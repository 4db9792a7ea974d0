package dev.vitalcore.app;

import dev.vitalcore.gateway.Gateway;
import dev.vitalcore.gateway.GatewaySettings;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.questdb.QuestDbSeriesStore;
import dev.vitalcore.streams.SpeedLayer;
import dev.vitalcore.telemetry.application.StoreWriter;
import dev.vitalcore.timing.application.TimingViews;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole platform in this process: contexts over embedded engines, started in the order in which
 * they need each other and stopped in the opposite one. The only place that knows all of them.
 */
public final class Platform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);
    private static final int SPEED_LAYER_PARALLELISM = 2;
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(5);

    private final Parts parts;
    private final DataDirectory directory;
    private final RunMark mark;
    private final QuestDbSeriesStore series;
    private final StoreWriter storeWriter;
    private final TimingViews timing;
    private final EventLog log;
    private final SpeedLayer speedLayer;
    private final Gateway gateway;
    private final Duration startedAfter;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicReference<@Nullable Fault> failure;
    private final Thread whenProcessEnds = new Thread(this::closeParts, "platform-stop");

    private Platform(PlatformSettings settings, Parts parts) {
        long began = System.nanoTime();
        this.parts = parts;
        failure = new AtomicReference<>();
        Path data = settings.data().orElseGet(() -> parts.add(TemporaryFolder.create()).path());
        directory = parts.add(DataDirectory.open(data));
        mark = parts.add(RunMark.in(directory.path()));
        parts.whenOneFailsToStop(mark::staysOpen);
        PortProbe.requireFree(settings.port());
        PlatformLog.writeTo(directory.path());

        Engines engines = Engines.open(settings, directory, parts, this::fail);
        series = engines.series();
        log = engines.log();
        Contexts contexts =
                Contexts.start(
                        settings, engines, parts, readers -> beforeReading(settings, readers));
        timing = contexts.timing();
        storeWriter = contexts.telemetry().storeWriter();
        speedLayer =
                parts.add(
                        SpeedLayer.start(
                                new SpeedLayer.Settings(
                                        engines.brokers(),
                                        directory.resolve("speed-layer"),
                                        SPEED_LAYER_PARALLELISM,
                                        CHECKPOINT_INTERVAL),
                                engines.schemas().snapshot()));
        PlatformSagas sagas =
                PlatformSagas.start(
                        engines,
                        contexts,
                        new PlatformSagas.Asked(
                                contexts.telemetry().ingest(),
                                contexts.telemetry().sessions(),
                                this::whyNotTimed,
                                contexts.circuits(),
                                new FreeSpace(directory.path())::beyondLeast),
                        parts);
        Operations operations =
                Operations.of(
                        contexts,
                        engines,
                        speedLayer,
                        () -> Optional.ofNullable(failure.get()),
                        parts);
        gateway =
                parts.add(
                        Gateway.start(
                                contexts.services(engines, sagas, operations),
                                GatewaySettings.loopback(settings.port())));
        startedAfter = Duration.ofNanos(System.nanoTime() - began);
    }

    /**
     * Starts everything; ready to serve when it returns.
     *
     * @throws Fault when the data directory, a port or an engine cannot be had; what was started is
     *     stopped again
     */
    public static Platform start(PlatformSettings settings) {
        Parts parts = new Parts();
        try {
            Platform platform = new Platform(settings, parts);
            Runtime.getRuntime().addShutdownHook(platform.whenProcessEnds);
            return platform;
        } catch (RuntimeException | Error failed) {
            parts.close();
            throw failed;
        }
    }

    /** Where the page is. */
    public URI address() {
        return gateway.address();
    }

    public Path directory() {
        return directory.path();
    }

    public Duration startedAfter() {
        return startedAfter;
    }

    public SeriesStore series() {
        return series;
    }

    public TimingViews timing() {
        return timing;
    }

    public EventLog log() {
        return log;
    }

    public SpeedLayer speedLayer() {
        return speedLayer;
    }

    /** Records that the store writer and the timing views still have before them. */
    public long waitingRecords() {
        return storeWriter.lag() + timing.lag();
    }

    /**
     * Waits until the platform is told to stop.
     *
     * @throws Fault when an engine failed for good
     */
    public void awaitStop() throws InterruptedException {
        stop.await();
        requireNoFailure();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(whenProcessEnds);
        } catch (IllegalStateException processEnds) {
            LOG.atDebug().log("the process ends; the hook closes the parts");
        }
        closeParts();
    }

    private void closeParts() {
        stop.countDown();
        parts.close();
    }

    private void fail(Fault fault) {
        LOG.atError().setCause(fault).addKeyValue("remedy", fault.remedy()).log("the log failed");
        failure.compareAndSet(null, fault);
        mark.staysOpen();
        stop.countDown();
    }

    private void requireNoFailure() {
        Fault fault = failure.get();
        if (fault != null) {
            throw fault;
        }
    }

    private void beforeReading(PlatformSettings settings, Contexts.OnTheLog readers) {
        if (mark.machineWentDown()) {
            AfterPowerCut.repair(directory, mark.ranBefore(), readers, this::requireNoFailure);
        }
        requireNoFailure();
        if (settings.data().isPresent()) {
            mark.runs();
        }
    }

    private Optional<String> whyNotTimed() {
        SpeedLayer.Status status = speedLayer.status();
        return status.state() == SpeedLayer.State.RUNNING
                ? timing.failure()
                : Optional.of("the speed layer does not run: " + status.detail());
    }
}
