package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static dev.vitalcore.telemetry.TestBlocks.SESSION;
import static dev.vitalcore.telemetry.TestBlocks.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.telemetry.domain.GroupSpan;
import dev.vitalcore.telemetry.domain.KnownChannels;
import dev.vitalcore.telemetry.domain.Ledger;
import dev.vitalcore.telemetry.domain.RaceControlMessage;
import dev.vitalcore.telemetry.domain.SequenceRanges;
import dev.vitalcore.telemetry.domain.SourceState;
import dev.vitalcore.telemetry.domain.SourceTotals;
import dev.vitalcore.telemetry.domain.TimeFence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RaceControlQueriesTest {
    private static final int MINUTE = 60;
    private final KeptSamples kept = new KeptSamples(EntryId.trackside(SESSION));
    private SequenceRanges arrived = SequenceRanges.parse("0-2,4-9");
    private long lagging;

    @Test
    void saysNothingOfASessionInWhichTheCircuitSendsNothing() {
        KeptSamples car = new KeptSamples(new EntryId(SESSION, "7"));
        car.put("flag", START, 1);

        RaceControlQueries queries = new RaceControlQueries(car, session -> List.of());

        assertThat(queries.between(SESSION, START, START + SECOND))
                .isEqualTo(RaceControlReport.NOTHING);
    }

    @Test
    void putsTogetherWhatTheGroupsOfChannelsSay() {
        sendFlags(MINUTE);
        kept.put("incident_kind", at(20) + 5, 2).put("incident_car", at(20) + 5, 12);
        kept.put("incident_distance", at(20) + 5, 1_240).put("track_wetness", at(40), 60);
        kept.put("humidity", at(40), 90);

        RaceControlReport report = queries().between(SESSION, START, at(MINUTE));

        assertThat(texts(report))
                .containsExactly(
                        "Green flag",
                        "Car 12: spin at 1,240 m",
                        "Yellow flag",
                        "Double yellow in marshal sector 4",
                        "Green flag",
                        "Marshal sector 4 is clear",
                        "Track is wet");
        assertThat(report.messages().get(1).atNanos()).isEqualTo(at(20) + 5);
        assertThat(report.total()).isEqualTo(7);
        assertThat(report.marshalSectors()).isEqualTo(15);
    }

    @Test
    void doesNotTellAnewWhatHoldsWhenTheRangeBegins() {
        sendFlags(MINUTE);

        RaceControlReport report = queries().between(SESSION, at(25), at(35));

        assertThat(texts(report)).containsExactly("Green flag", "Marshal sector 4 is clear");
    }

    @Test
    void knowsTheStateOfTheWeatherAndTheFlagsHoweverLongAgoTheyTurned() {
        kept.put("track_wetness", at(100), 60).put("flag", at(100), 3);
        kept.put("track_wetness", at(400), 1).put("flag", at(420), 3).put("flag", at(430), 1);

        assertThat(texts(queries().between(SESSION, at(300), at(1_000))))
                .containsExactly("Track is dry", "Green flag");
    }

    @Test
    void tellsOfAPartWhatTheWholeTellsOfItHoweverLongItIs() {
        for (int second = 0; second < 4 * 3_600; second++) {
            kept.put("flag", at(second), 1 + second / 700 % 3);
            kept.put("track_wetness", at(second), 20 * Math.abs(Math.sin(second / 500.0)));
            kept.put("flag_sector_7", at(second) + 3, second / 900 % 2);
        }
        RaceControlQueries queries = queries();
        List<RaceControlMessage> whole = queries.between(SESSION, START, at(1e9)).messages();

        for (int minute = 0; minute < 240; minute += 7) {
            long from = at(60.0 * minute);
            long to = from + 1_000 * SECOND;
            assertThat(queries.between(SESSION, from, to).messages())
                    .isEqualTo(
                            whole.stream()
                                    .filter(said -> said.atNanos() >= from && said.atNanos() < to)
                                    .toList());
        }
        assertThat(whole).hasSizeGreaterThan(40);
    }

    @Test
    void readsTheSettledPastOnce() {
        sendFlags(2 * 3_600);
        RaceControlQueries queries = queries();
        RaceControlReport first = queries.between(SESSION, START, at(7_200));
        long read = kept.rowsRead();

        RaceControlReport again = queries.between(SESSION, START, at(7_200));

        assertThat(again).isEqualTo(first);
        assertThat(read).isGreaterThan(7_200);
        assertThat(kept.rowsRead() - read).isLessThan(3 * 130);
    }

    @Test
    void tellsWhatWasAddedSinceTheQuestionBefore() {
        sendFlags(600);
        RaceControlQueries queries = queries();
        assertThat(queries.between(SESSION, START, at(1e9)).total()).isEqualTo(5);

        kept.put("flag", at(700), 4).put("flag", at(1_000), 4);

        assertThat(texts(queries.between(SESSION, at(600), at(1e9)))).containsExactly("Red flag");
    }

    @Test
    void beginsAnewWhenAHoleIsHealed() {
        sendFlags(600);
        RaceControlQueries queries = queries();
        queries.between(SESSION, START, at(600));

        kept.put("flag", at(100) + 7, 5);
        arrived = arrived.plus(3);

        assertThat(texts(queries.between(SESSION, at(90), at(110))))
                .containsExactly("Chequered flag", "Green flag");
    }

    @Test
    void beginsAnewWhenARateGroupThatLagsBehindSendsMore() {
        sendFlags(600);
        lagging = at(50);
        RaceControlQueries queries = queries();
        queries.between(SESSION, START, at(600));

        kept.put("incident_kind", at(60) + 7, 2);
        lagging = at(61);

        assertThat(texts(queries.between(SESSION, at(55), at(65)))).containsExactly("A car: spin");
    }

    @Test
    void pagesBackThroughAllOfManyMessages() {
        for (int second = 0; second < 2_500; second++) {
            kept.put("flag", at(second), 1 + second % 2);
            kept.put("flag_sector_1", at(second), 1 + second % 2);
            kept.put("flag_sector_2", at(second), 1 + second % 2);
        }
        RaceControlQueries queries = queries();
        List<RaceControlMessage> all = new ArrayList<>();
        RaceControlReport page = queries.between(SESSION, START, at(1e9));
        while (!page.messages().isEmpty()) {
            all.addAll(0, page.messages());
            page = queries.between(SESSION, START, page.messages().getFirst().atNanos());
        }

        assertThat(all).hasSize(3 * 2_500).doesNotHaveDuplicates();
        assertThat(all).isSortedAccordingTo(Comparator.comparingLong(RaceControlMessage::atNanos));
    }

    @Test
    void saysWhenTheChequeredFlagWasToldForTheFirstTime() {
        sendFlags(MINUTE);
        assertThat(queries().chequered(SESSION)).isEmpty();

        kept.put("flag", at(50.5), 5).put("flag", at(51), 5).put("flag", at(52), 1);
        kept.put("flag", at(55), 5);

        assertThat(queries().chequered(SESSION)).hasValue(at(50.5));
    }

    @Test
    void nobodyTellsTheChequeredFlagWithoutTrackside() {
        assertThat(new RaceControlQueries(kept, session -> List.of()).chequered(SESSION)).isEmpty();
    }

    @Test
    void givesTheNewestOfManyAndSaysHowManyThereAre() {
        for (int second = 0; second < 1_500; second++) {
            kept.put("flag", at(second), 1 + second % 2);
        }

        RaceControlReport report = queries().between(SESSION, START, at(1_500));

        assertThat(report.total()).isEqualTo(1_500);
        assertThat(report.messages()).hasSize(1_000);
        assertThat(report.messages().getLast().atNanos()).isEqualTo(at(1_499));
    }

    /** Green, but from second 21 to 30 yellow for a car in sector 4. */
    private void sendFlags(int seconds) {
        for (int second = 0; second < seconds; second++) {
            boolean yellow = second > 20 && second < 30;
            kept.put("flag", at(second), yellow ? 2 : 1);
            kept.put("flag_sector_4", at(second), yellow ? 2 : 0);
            kept.put("marshal_sectors", at(second), 15);
        }
    }

    private RaceControlQueries queries() {
        return new RaceControlQueries(kept, session -> List.of(source("a"), source("b")));
    }

    /** The second one ends early, where the test says so. */
    private SourceState source(String name) {
        long last = name.equals("b") && lagging > 0 ? lagging : kept.lastNanos();
        return new SourceState(
                new SourceId(name),
                EntryId.trackside(SESSION),
                new Ledger(arrived, SequenceRanges.NONE, 0, 0),
                KnownChannels.NONE,
                new TimeFence(Map.of("flag", new GroupSpan(1, last, last))),
                new SourceTotals(1, START, last, 0, false),
                Optional.empty());
    }

    private static long at(double seconds) {
        return START + (long) (seconds * SECOND);
    }

    private static List<String> texts(RaceControlReport report) {
        return report.messages().stream().map(RaceControlMessage::text).toList();
    }
}
