package dev.vitalcore.sql.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.platform.events.ChainAudit;
import dev.vitalcore.platform.events.ChainAudit.Finding;
import dev.vitalcore.platform.events.EventStoreFixture;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.Seal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who can write to the database of the store changes what was decided. */
abstract class TamperingContract extends EventStoreFixture {
    /** Changes the tables behind the back of the store, which is closed meanwhile. */
    protected abstract void change(String sql);

    @BeforeEach
    void decide() {
        store.append(SPA, Expected.nothing(), events("spa ", 3));
        store.append(MONZA, Expected.nothing(), events("monza ", 2));
        store.append(SPA, Expected.version(3), events("spa again ", 2));
    }

    @Test
    void findsNothingWhereNothingWasChanged() {
        ChainAudit.Report report = audit();

        assertThat(report.findings()).isEmpty();
        assertThat(report.position()).isEqualTo(7);
        assertThat(report.streams()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE event SET payload = x'00' WHERE position = 2",
                "UPDATE event SET who = 'bert' WHERE position = 2",
                "UPDATE event SET why = '' WHERE position = 2",
                "UPDATE event SET correlation = 'x' WHERE position = 2",
                "UPDATE event SET causation = 'x' WHERE position = 2",
                "UPDATE event SET type = 'racecontrol.FlagHidden' WHERE position = 2",
                "UPDATE event SET schema_version = 2 WHERE position = 2",
                "UPDATE event SET event_nanos = event_nanos + 1 WHERE position = 2",
                "UPDATE event SET recorded_nanos = recorded_nanos + 1 WHERE position = 2",
                "UPDATE event SET id = x'000102030405060708090a0b0c0d0e0f' WHERE position = 2",
                "UPDATE event SET hash = (SELECT hash FROM event WHERE position = 1) WHERE position = 2",
                "UPDATE event SET stream = 4, version = 3 WHERE position = 2",
                "DELETE FROM event WHERE position = 2",
                "DELETE FROM event WHERE position = 7",
                "DELETE FROM event WHERE position = 7;" + " UPDATE event_store SET position = 6",
                "UPDATE event_stream SET name = 'session/spa-sprint' WHERE number = 1",
                "UPDATE event SET position = 9 WHERE position = 2;"
                        + " UPDATE event SET position = 2 WHERE position = 3;"
                        + " UPDATE event SET position = 3 WHERE position = 9",
            })
    void findsWhatWasChanged(String change) {
        tamper(change);

        assertThat(audit().findings()).isNotEmpty();
    }

    @Test
    void namesThePlace() {
        tamper("UPDATE event SET who = 'bert' WHERE position = 2");

        assertThat(audit().findings())
                .containsExactly(
                        new Finding(
                                2,
                                "session/spa-race version 2 (racecontrol.FlagShown v1) is not what was"
                                        + " appended"));
    }

    @Test
    void aSealShowsThatTheChainWasMadeAnew() {
        Seal seal = audit().seal();
        List<RecordedEvent> kept = store.readAll(0, 10);
        now = now.plusSeconds(1);
        tamper("DELETE FROM event; DELETE FROM event_stream; UPDATE event_store SET position = 0");
        for (RecordedEvent event : kept) {
            store.append(event.stream(), Expected.any(), List.of(event.event()));
        }

        assertThat(audit().findings()).isEmpty();
        assertThat(ChainAudit.of(store, Optional.of(seal)).findings())
                .containsExactly(new Finding(7, "the store was sealed here as another"));
    }

    @Test
    void aSealHoldsForWhatCameBeforeIt() {
        Seal seal = audit().seal();
        store.append(MONZA, Expected.version(2), events("monza again ", 1));

        assertThat(ChainAudit.of(store, Optional.of(seal)).findings()).isEmpty();
        assertThat(ChainAudit.of(store, Optional.of(new Seal(9, seal.digest()))).findings())
                .extracting(Finding::what)
                .containsExactly("the store ends here and was sealed at position 9");
    }

    private ChainAudit.Report audit() {
        return ChainAudit.of(store, Optional.empty());
    }

    private void tamper(String change) {
        store.close();
        change(change);
        store = open(directory, () -> now);
    }
}
