package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static dev.vitalcore.telemetry.TestBlocks.START;
import static dev.vitalcore.telemetry.TestBlocks.block;
import static dev.vitalcore.telemetry.TestBlocks.layout;
import static dev.vitalcore.telemetry.TestBlocks.rows;
import static dev.vitalcore.telemetry.TestBlocks.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.telemetry.TestBlocks;
import dev.vitalcore.telemetry.domain.SourceState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionCatalogueTest {
    private static final SessionId MONZA = new SessionId("monza");
    private static final long NOW = START + 100 * SECOND;

    private final SourceRates rates = new SourceRates();
    private Database database;
    private SessionCatalogue catalogue;

    @BeforeEach
    void open(@TempDir Path directory) {
        database = SqliteDatabase.open(directory.resolve("catalogue.db"));
        TelemetrySchema.migrate(database);
        catalogue =
                new SessionCatalogue(
                        database, rates, () -> EpochNanos.toInstant(NOW), Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void callsASourceSilentSomeSecondsAfterItsLastBlock() {
        keep("a", MONZA, "1", NOW - 5 * SECOND, block(0));
        keep("b", MONZA, "2", NOW - 5 * SECOND - 1, block(0));
        keep("c", MONZA, "3", NOW, TestBlocks.last(block(0)));

        assertThat(catalogue.sources())
                .extracting(SourceStatus::state)
                .containsExactly(
                        SourceStatus.State.SENDING,
                        SourceStatus.State.SILENT,
                        SourceStatus.State.ENDED);
        assertThat(catalogue.session(MONZA).map(SessionSummary::state))
                .contains(SessionSummary.State.LIVE);
    }

    @Test
    void callsASessionStoredWhenNoSourceIsSending() {
        keep("b", MONZA, "2", NOW - 60 * SECOND, block(0));
        keep("c", MONZA, "3", NOW, TestBlocks.last(block(0)));

        assertThat(catalogue.session(MONZA).map(SessionSummary::state))
                .contains(SessionSummary.State.STORED);
    }

    @Test
    void spansASessionOverAllItsSources() {
        keep("a", MONZA, "1", NOW, block(3), block(7));
        keep("b", MONZA, "1", NOW, block(5));
        keep("c", MONZA, "2", NOW, block(9));

        SessionSummary summary = catalogue.session(MONZA).orElseThrow();

        assertThat(summary.startNanos()).isEqualTo(START + 3 * SECOND);
        assertThat(summary.durationNanos()).isEqualTo(6 * SECOND + 9 * SECOND / 10);
        assertThat(summary.entries()).isEqualTo(2);
    }

    @Test
    void saysWhichCarsHaveSent() {
        keep("a", MONZA, "1", NOW, block(3));

        assertThat(catalogue.hasSent(new EntryId(MONZA, "1"))).isTrue();
        assertThat(catalogue.hasSent(new EntryId(MONZA, "2"))).isFalse();
        assertThat(catalogue.hasSent(new EntryId(new SessionId("spa"), "1"))).isFalse();
    }

    @Test
    void goesByItsIdUntilASourceDeclaresATitle() {
        keep("a", MONZA, "1", NOW, block(1));
        assertThat(catalogue.session(MONZA).map(SessionSummary::title)).contains("monza");

        keep("b", MONZA, "2", NOW, block(0));
        assertThat(catalogue.session(MONZA).map(SessionSummary::title)).contains("Spa FP1");
        assertThat(catalogue.session(MONZA).flatMap(SessionSummary::track))
                .contains("Spa-Francorchamps");
    }

    @Test
    void goesByItsIdWhereEachCarCallsItAfterItself() {
        keep("a", MONZA, "1", NOW, TestBlocks.titled("GR86-030-18", block(0)));
        keep("b", MONZA, "2", NOW, TestBlocks.titled("GR86-026-72", block(0)));

        assertThat(catalogue.session(MONZA).map(SessionSummary::title)).contains("monza");
    }

    @Test
    void listsTheNewestSessionsFirstAndNoMoreThanAskedFor() {
        keep("a", new SessionId("first"), "1", NOW, block(1));
        keep("b", new SessionId("third"), "1", NOW, block(30));
        keep("c", new SessionId("second"), "1", NOW, block(20));
        keep("d", new SessionId("second"), "2", NOW, block(40));

        assertThat(catalogue.sessions(2))
                .extracting(SessionSummary::id)
                .containsExactly(new SessionId("third"), new SessionId("second"));
        assertThat(catalogue.sessions(2).get(1).entries()).isEqualTo(2);
        assertThat(catalogue.sessions(100)).hasSize(3);
    }

    @Test
    void startsASessionWithoutSamplesWhenItsFirstBlockWasRecorded() {
        TelemetryBlock empty =
                with(block(0), layout(), rows(new long[0], new float[0], new float[0]));
        keep("a", MONZA, "1", NOW - SECOND, empty);

        SessionSummary summary = catalogue.session(MONZA).orElseThrow();

        assertThat(summary.startNanos()).isEqualTo(NOW - SECOND);
        assertThat(summary.durationNanos()).isZero();
    }

    @Test
    void listsEachCarOnceWithWhatIsKnownOfIt() {
        keep("a", MONZA, "2", NOW, block(1));
        keep("b", MONZA, "2", NOW, block(0));
        keep("c", MONZA, "1", NOW, block(1));

        assertThat(catalogue.entries(MONZA))
                .containsExactly(
                        new CatalogueEntry(
                                new EntryId(MONZA, "1"), Optional.empty(), Optional.empty()),
                        new CatalogueEntry(
                                new EntryId(MONZA, "2"),
                                Optional.of("A. Driver"),
                                Optional.of("Radical SR10")));
    }

    @Test
    void doesNotCountTheCircuitAmongTheCars() {
        keep("a", MONZA, "2", NOW, block(1));
        assertThat(catalogue.hasTrackside(MONZA)).isFalse();

        keep("posts", MONZA, EntryId.TRACKSIDE, NOW, block(0));

        assertThat(catalogue.hasTrackside(MONZA)).isTrue();
        assertThat(catalogue.entries(MONZA))
                .extracting(CatalogueEntry::entry)
                .containsExactly(new EntryId(MONZA, "2"));
        assertThat(catalogue.session(MONZA).map(SessionSummary::entries)).contains(1);
        assertThat(catalogue.sources(MONZA))
                .extracting(SourceStatus::entry)
                .contains(EntryId.trackside(MONZA));
    }

    @Test
    void knowsNothingOfASessionThatSentNothing() {
        assertThat(catalogue.session(MONZA)).isEmpty();
        assertThat(catalogue.entries(MONZA)).isEmpty();
        assertThat(catalogue.sources(MONZA)).isEmpty();
    }

    @Test
    void tellsTheRateOfASource() {
        keep("a", MONZA, "1", NOW, block(0));
        rates.record(new SourceId("a"), NOW - SECOND, 5_000);

        assertThat(catalogue.sources(MONZA))
                .singleElement()
                .extracting(SourceStatus::samplesPerSecond)
                .isEqualTo(1_000.0);
    }

    private void keep(
            String source, SessionId session, String car, long seen, TelemetryBlock... blocks) {
        SourceState state = SourceState.unseen(new SourceId(source), new EntryId(session, car));
        for (TelemetryBlock block : blocks) {
            state = state.evolve(block, seen);
        }
        SourceState kept = state;
        database.<Void>write(connection -> {
            SourceTable.save(connection, kept);
            return null;
        });
    }
}
