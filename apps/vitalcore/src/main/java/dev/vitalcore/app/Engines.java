package dev.vitalcore.app;

import dev.vitalcore.avro.LogSchemas;
import dev.vitalcore.kafka.EmbeddedKafka;
import dev.vitalcore.kafka.EmbeddedKafkaSettings;
import dev.vitalcore.kafka.KafkaEventLog;
import dev.vitalcore.kafka.KafkaEventLogSettings;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.questdb.QuestDbSeriesStore;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What the contexts stand on, opened in the order in which they need each other.
 *
 * @param brokers where the log is
 * @param views may be thrown away and made anew from log and decisions
 * @param here kept for ever as well: what concerns this directory alone, and the decisions where no
 *     other place was chosen
 * @param events what was decided
 * @param schemas of everything this program writes, under the registry's numbers
 */
record Engines(
        DataDirectory directory,
        String brokers,
        EventLog log,
        Database views,
        Database here,
        EventStore events,
        SchemaRegistry registry,
        LogSchemas schemas,
        QuestDbSeriesStore series) {
    /**
     * @param parts take what was opened, also where something else fails
     * @param broken told when the log fails for good
     */
    static Engines open(
            PlatformSettings settings,
            DataDirectory directory,
            Parts parts,
            Consumer<Fault> broken) {
        // First, as it may be elsewhere: a wrong password is told before engines are started.
        Decisions decisions = Decisions.open(settings, directory, parts);
        EmbeddedKafka broker =
                parts.add(
                        EmbeddedKafka.start(
                                EmbeddedKafkaSettings.in(directory.resolve("kafka")), broken));
        EventLog log = log(broker.bootstrapServers(), directory, parts);
        Database views = parts.add(SqliteDatabase.open(directory.resolve("views.db")));
        SchemaRegistry registry = PlatformSchemas.registry(settings, decisions, parts);
        LogSchemas schemas = PlatformSchemas.registered(registry);
        Path series = directory.resolve("series");
        return new Engines(
                directory,
                broker.bootstrapServers(),
                log,
                views,
                decisions.here(),
                decisions.events(),
                registry,
                schemas,
                parts.add(WithoutBanner.call(() -> QuestDbSeriesStore.open(series))));
    }

    private static EventLog log(String brokers, DataDirectory directory, Parts parts) {
        EventLog log =
                new SpaceGuardedLog(
                        parts.add(new KafkaEventLog(KafkaEventLogSettings.at(brokers))),
                        directory.path(),
                        new FreeSpace(directory.path()),
                        DataDirectory.LEAST_FREE_BYTES);
        log.ensureTopic(Topics.blocks());
        log.ensureTopic(Topics.deadLetters());
        log.ensureTopic(Topics.timingEvents());
        return log;
    }
}
