package dev.vitalcore.telemetry;

import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.avro.AvroDeadLetterCodec;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kafka.EmbeddedKafka;
import dev.vitalcore.kafka.KafkaEventLog;
import dev.vitalcore.kafka.KafkaEventLogSettings;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.questdb.QuestDbSeriesStore;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.telemetry.application.TelemetryPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** The real engines on one directory and one broker; opened again they have what they had. */
final class Engines implements AutoCloseable {
    static final Codec<TelemetryBlock> CODEC = new AvroBlockCodec();

    private final EventLog log;
    private final Database database;
    private final SeriesStore series;

    private Engines(EventLog log, Database database, SeriesStore series) {
        this.log = log;
        this.database = database;
        this.series = series;
    }

    static Engines open(EmbeddedKafka broker, Path directory) {
        return new Engines(
                new KafkaEventLog(
                        new KafkaEventLogSettings(
                                broker.bootstrapServers(),
                                Duration.ofSeconds(30),
                                64L * 1024 * 1024,
                                Duration.ofMillis(50))),
                SqliteDatabase.open(directory.resolve("vitalcore.db")),
                QuestDbSeriesStore.open(directory.resolve("series")));
    }

    EventLog log() {
        return log;
    }

    TelemetryPorts ports() {
        return portsWith(database);
    }

    /** The same with something between the context and the database. */
    TelemetryPorts portsWith(Database other) {
        return new TelemetryPorts(
                log, CODEC, new AvroDeadLetterCodec(), other, series, InstantSource.system());
    }

    Database database() {
        return database;
    }

    void settleSeries() {
        series.settle();
    }

    @Override
    public void close() {
        log.close();
        series.close();
        database.close();
    }
}
