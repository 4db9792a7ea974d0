package dev.vitalcore.sql.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.AppendResult.Appended;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.EventStoreContract;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.PostgresServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Shared.class)
class PostgresEventStoreIT extends EventStoreContract {
    private final PostgresServer server;
    private final PostgresStores stores;

    PostgresEventStoreIT(PostgresServer server) {
        this.server = server;
        this.stores = new PostgresStores(server);
    }

    @Override
    protected EventStore open(Path directory, InstantSource clock) {
        return stores.open(directory, clock);
    }

    @AfterEach
    void closeDatabase() {
        stores.close();
    }

    /** Two stores with connections of their own are to each other as two processes. */
    @Test
    void aReaderMissesNothingWhileTwoProcessesAppend() throws Exception {
        int each = 150;
        List<RecordedEvent> seen = Collections.synchronizedList(new ArrayList<>());
        try (Database second = server.open(directory);
                EventStore other = new SqlEventStore(second, () -> now);
                Subscription reader = store.subscribe(0, seen::addAll)) {
            Thread here = Thread.ofVirtual().start(() -> appendEach(store, SPA, each));
            Thread there = Thread.ofVirtual().start(() -> appendEach(other, MONZA, each));
            here.join();
            there.join();
            await().atMost(SOON).until(() -> seen.size() >= 2 * each);
            assertThat(reader.failure()).isEmpty();
        }
        assertThat(seen)
                .extracting(RecordedEvent::position)
                .isEqualTo(LongStream.rangeClosed(1, 2L * each).boxed().toList());
    }

    @Test
    void keepsWhatWasAcknowledgedOverACrashOfTheServer() throws Exception {
        try (PostgresServer own = PostgresServer.start("PostgresEventStoreIT");
                Database database = own.open(directory);
                EventStore crashing = new SqlEventStore(database, () -> now)) {
            List<NewEvent> acknowledged = events("lap ", 40);
            for (NewEvent event : acknowledged) {
                crashing.append(SPA, Expected.any(), List.of(event));
            }

            own.crashAndRestart();

            assertThat(crashing.append(SPA, Expected.version(40), events("after ", 1)))
                    .isEqualTo(new Appended(41, 41, false));
            assertThat(crashing.read(SPA, 0, 40))
                    .extracting(kept -> kept.event().id())
                    .isEqualTo(acknowledged.stream().map(NewEvent::id).toList());
        }
    }

    @Test
    void tellsTextThatTheServerCannotKeep() {
        NewEvent event = event("yellow");
        var origin = new dev.vitalcore.platform.events.Origin("anna", "a NUL \u0000 in it", "", "");
        NewEvent withNul =
                new NewEvent(event.id(), event.type(), event.payload(), event.eventNanos(), origin);

        Fault fault = fault(() -> store.append(SPA, Expected.any(), List.of(withNul)));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(store.end()).isZero();
    }

    private static void appendEach(EventStore store, StreamName stream, int count) {
        for (int i = 0; i < count; i++) {
            store.append(stream, Expected.version(i), List.of(event(stream + " " + i)));
        }
    }
}
