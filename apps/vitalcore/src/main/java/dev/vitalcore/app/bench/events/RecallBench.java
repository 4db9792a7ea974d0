package dev.vitalcore.app.bench.events;

import dev.vitalcore.app.bench.events.EventBenchReport.Recall;
import dev.vitalcore.avro.AvroRaceEvents;
import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.EntryRegistered;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SectorFlag;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SectorFlagShown;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SectorFlagWithdrawn;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionScheduled;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.Origin;
import dev.vitalcore.platform.events.Snapshots;
import dev.vitalcore.platform.events.Snapshotting;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.domain.SessionState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What snapshots save: the state of long sessions, by all decisions and by a snapshot, by turns.
 */
public final class RecallBench {
    private static final List<Integer> DECISIONS = List.of(500, 5_000, 50_000);
    private static final int WARM_UP_ROUNDS = 3;
    private static final long AT = 1_777_732_330_000_000_000L;
    private static final int CARS = 20;
    private static final int SECTORS = 9;

    private final EventStore store;
    private final Snapshots snapshots;
    private final int rounds;
    private final AvroRaceEvents format = new AvroRaceEvents();

    public RecallBench(EventStore store, Snapshots snapshots, int rounds) {
        this.store = store;
        this.snapshots = snapshots;
        this.rounds = rounds;
    }

    public List<Recall> measure() {
        return DECISIONS.stream().map(this::measure).toList();
    }

    private Recall measure(int decisions) {
        SessionId session = new SessionId("recall-" + decisions);
        decide(session, decisions);
        double[] folded = new double[rounds];
        double[] recalled = new double[rounds];
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            double all = millis(session, Optional.empty());
            // Is kept by the first, and found by all others.
            double one =
                    millis(
                            session,
                            Optional.of(
                                    new Snapshotting<>(snapshots, Sessions.states(), decisions)));
            if (round >= 0) {
                folded[round] = all;
                recalled[round] = one;
            }
        }
        return new Recall(decisions, median(folded), median(recalled));
    }

    private double millis(SessionId session, Optional<Snapshotting<SessionState>> kept) {
        Sessions sessions = new Sessions(store, format, kept);
        long begin = System.nanoTime();
        SessionState state = sessions.state(session);
        double millis = (System.nanoTime() - begin) / 1e6;
        if (state.entries().byCar().size() != CARS) {
            throw new IllegalStateException("what was to be measured failed: " + state);
        }
        return millis;
    }

    private void decide(SessionId session, int count) {
        List<NewEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            RaceEvent event = event(session, i);
            events.add(
                    new NewEvent(
                            UUID.nameUUIDFromBytes(
                                    (session + "/" + i).getBytes(StandardCharsets.UTF_8)),
                            format.typeOf(event),
                            format.write(event),
                            format.eventNanos(event),
                            new Origin("anna", "debris", "c-4711", "command/k-" + i)));
        }
        for (int from = 0; from < count; from += EventBench.BATCH) {
            store.append(
                    Sessions.stream(session),
                    Expected.version(from),
                    events.subList(from, Math.min(count, from + EventBench.BATCH)));
        }
    }

    /** A schedule, entries, and then flags in sectors, shown and withdrawn. */
    private static RaceEvent event(SessionId session, int number) {
        long at = AT + number * 1_000_000L;
        if (number == 0) {
            return new SessionScheduled(
                    session, at, SessionKind.RACE, "Race 1", "Spa", AT, SECTORS, 0);
        }
        if (number <= CARS) {
            return new EntryRegistered(
                    session, at, "car " + number, "team " + number / 2, List.of("Anna", "Bo"));
        }
        int sector = 1 + number / 2 % SECTORS;
        return number % 2 == 0
                ? new SectorFlagShown(session, at, sector, SectorFlag.YELLOW, "debris")
                : new SectorFlagWithdrawn(session, at, sector);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
