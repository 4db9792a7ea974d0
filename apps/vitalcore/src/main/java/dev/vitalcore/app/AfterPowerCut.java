package dev.vitalcore.app;

import dev.vitalcore.streams.SpeedLayer;
import dev.vitalcore.telemetry.application.PowerCutRepair;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done once, before anything reads the log, where the machine went down under the platform
 * (docs/adr/0008). Each engine mends itself when it is opened; this makes them agree again. Nothing
 * of it does harm when it is done twice or without need.
 */
final class AfterPowerCut {
    private static final Logger LOG = LoggerFactory.getLogger(AfterPowerCut.class);

    private AfterPowerCut() {}

    /**
     * @param ran when the machine ran for sure before it went down
     * @param watch called several times a second where it takes long; ends it by throwing
     */
    static void repair(
            DataDirectory directory, Instant ran, Contexts.OnTheLog contexts, Runnable watch) {
        LOG.atWarn()
                .addKeyValue("directory", directory.path())
                .log("the machine went down while the platform ran; making its stores agree");
        new PowerCutRepair(contexts.telemetry(), watch).run();
        contexts.timing().goBackToTheEndOf(contexts.telemetry().log());
        contexts.outbox().goBackToWhatTheLogHolds(watch);
        SpeedLayer.distrustYoungCheckpoints(directory.resolve("speed-layer"), ran);
        // Or a second power cut would take what was repaired, and nobody would know.
        Durable.forceAll(directory.resolve("series"), Instant.EPOCH);
    }
}
