package dev.vitalcore.app.verify;

import dev.vitalcore.app.Platform;
import dev.vitalcore.app.PlatformSettings;
import dev.vitalcore.app.feed.PlatformClient;
import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.avro.LogSchemas;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.registry.EmbeddedSchemaRegistry;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plays a stored session on a platform of its own, the same as any: blocks come in over HTTP in the
 * order in which the log took them, decisions into its event store. Its data stay in the directory.
 */
final class SessionReplay {
    private static final int MOST_BLOCKS = 512;
    private static final int MOST_BYTES = 4 << 20;
    private static final int ANY_PORT = 0;

    private final SessionFiles stored;

    SessionReplay(SessionFiles stored) {
        this.stored = stored;
    }

    /**
     * @param directory new or empty
     */
    void into(Path directory) {
        try (Platform platform = Platform.start(PlatformSettings.of(directory, ANY_PORT));
                PlatformClient client = new PlatformClient(platform.address());
                SqliteDatabase decisions = SqliteDatabase.open(directory.resolve("events.db"))) {
            new RecordedDecisions(stored.decisions(), stored.schemas().raceEvents())
                    .appendTo(decisions);
            LogSchemas schemas = LogSchemas.registerIn(EmbeddedSchemaRegistry.in(decisions));
            new Settlement(platform, client, schemas).await(feed(client));
        }
    }

    /** The keys of what was fed. */
    private Set<String> feed(PlatformClient client) {
        Set<String> keys = new TreeSet<>();
        Feeding feeding = new Feeding(client);
        stored.blocks((key, block) -> {
            keys.add(key);
            feeding.add(block);
        });
        feeding.send();
        return keys;
    }

    /** One request at a time, so that order holds. */
    private static final class Feeding {
        private final AvroBlockCodec codec = new AvroBlockCodec();
        private final PlatformClient client;
        private final List<byte[]> waiting = new ArrayList<>();
        private int bytes;

        private Feeding(PlatformClient client) {
            this.client = client;
        }

        private void add(TelemetryBlock block) {
            byte[] encoded = codec.encode(block);
            waiting.add(encoded);
            bytes += encoded.length;
            if (waiting.size() >= MOST_BLOCKS || bytes >= MOST_BYTES) {
                send();
            }
        }

        /** A block that is refused is missing afterwards, which the comparison tells. */
        private void send() {
            if (!waiting.isEmpty()) {
                client.send(waiting);
                waiting.clear();
                bytes = 0;
            }
        }
    }
}
