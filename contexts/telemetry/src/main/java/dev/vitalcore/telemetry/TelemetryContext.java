package dev.vitalcore.telemetry;

import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.telemetry.application.DeadLetters;
import dev.vitalcore.telemetry.application.Ingest;
import dev.vitalcore.telemetry.application.Ledgers;
import dev.vitalcore.telemetry.application.MathChannels;
import dev.vitalcore.telemetry.application.MathSeriesStore;
import dev.vitalcore.telemetry.application.RaceControlQueries;
import dev.vitalcore.telemetry.application.SeriesQueries;
import dev.vitalcore.telemetry.application.SessionCatalogue;
import dev.vitalcore.telemetry.application.SourceRates;
import dev.vitalcore.telemetry.application.StoreWriter;
import dev.vitalcore.telemetry.application.TelemetryPorts;
import dev.vitalcore.telemetry.application.TelemetrySchema;

/**
 * The running context: its use cases over the ports it was given.
 *
 * @param calculatingStore the series store with math channels, which all who read are given
 */
public record TelemetryContext(
        Ingest ingest,
        StoreWriter storeWriter,
        SessionCatalogue sessions,
        Ledgers ledgers,
        DeadLetters deadLetters,
        SeriesQueries series,
        RaceControlQueries raceControl,
        MathChannels mathChannels,
        SeriesStore calculatingStore)
        implements AutoCloseable {

    /**
     * Makes topics and tables where they are absent, and starts writer and ingest. {@link
     * Ingest#ready()} tells when blocks are taken.
     */
    public static TelemetryContext start(TelemetryPorts ports, TelemetrySettings settings) {
        return start(ports, ports, settings);
    }

    /**
     * The same.
     *
     * @param reading those of the ports that answer questions ({@link TelemetryPorts#readBy})
     */
    public static TelemetryContext start(
            TelemetryPorts ports, TelemetryPorts reading, TelemetrySettings settings) {
        ports.log().ensureTopic(Topics.blocks());
        ports.log().ensureTopic(Topics.deadLetters());
        TelemetrySchema.migrate(ports.database());
        MathChannels mathChannels = new MathChannels(reading.database(), reading.series());
        SeriesStore store = new MathSeriesStore(reading.series(), mathChannels);
        SourceRates rates = new SourceRates();
        Ingest ingest = new Ingest(ports, settings.limits(), settings.calibrations());
        StoreWriter writer =
                new StoreWriter(ports, settings.limits(), rates, settings.writerRest());
        SessionCatalogue catalogue =
                new SessionCatalogue(
                        reading.database(), rates, ports.clock(), settings.silentAfter());
        TelemetryContext context =
                new TelemetryContext(
                        ingest,
                        writer,
                        catalogue,
                        new Ledgers(reading.database()),
                        new DeadLetters(reading, ingest, writer),
                        new SeriesQueries(store),
                        new RaceControlQueries(store, catalogue),
                        mathChannels,
                        store);
        ingest.start();
        writer.start();
        return context;
    }

    /** Takes no more blocks, then lets the writer finish the batch in hand. The ports stay open. */
    @Override
    public void close() {
        ingest.close();
        storeWriter.close();
    }
}
