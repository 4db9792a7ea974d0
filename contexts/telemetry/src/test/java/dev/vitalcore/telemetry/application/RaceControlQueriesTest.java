package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static dev.vitalcore.telemetry.TestBlocks.SESSION;
import static dev.vitalcore.telemetry.TestBlocks.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.telemetry.domain.RaceControlMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceControlQueriesTest {
    private static final int MINUTE = 60;
    private final KeptSamples kept = new KeptSamples(EntryId.trackside(SESSION));

    @Test
    void saysNothingOfASessionInWhichTheCircuitSendsNothing() {
        KeptSamples car = new KeptSamples(new EntryId(SESSION, "7"));
        car.put("flag", START, 1);

        assertThat(new RaceControlQueries(car).between(SESSION, START, START + SECOND))
                .isEqualTo(RaceControlReport.NOTHING);
    }

    @Test
    void putsTogetherWhatTheGroupsOfChannelsSay() {
        sendFlags(MINUTE);
        kept.put("incident_kind", at(20) + 5, 2).put("incident_car", at(20) + 5, 12);
        kept.put("incident_distance", at(20) + 5, 1_240).put("track_wetness", at(40), 60);
        kept.put("humidity", at(40), 90);

        RaceControlReport report = new RaceControlQueries(kept).between(SESSION, START, at(MINUTE));

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

        RaceControlReport report = new RaceControlQueries(kept).between(SESSION, at(25), at(35));

        assertThat(texts(report)).containsExactly("Green flag", "Marshal sector 4 is clear");
    }

    @Test
    void readsALongRangeInPiecesWithoutTellingTheirBeginnings() {
        sendFlags(MINUTE);
        RaceControlReport whole = new RaceControlQueries(kept).between(SESSION, START, at(MINUTE));

        RaceControlReport pieces =
                new RaceControlQueries(kept, 3 * 7).between(SESSION, START, at(MINUTE));

        assertThat(pieces).isEqualTo(whole);
    }

    @Test
    void refusesARangeOfMoreRowsThanCanBeRead() {
        sendFlags(10 * MINUTE);
        RaceControlQueries queries = new RaceControlQueries(kept, 3);

        assertThatThrownBy(() -> queries.between(SESSION, START, at(10 * MINUTE)))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo("too-many-rows"));
    }

    @Test
    void givesTheNewestOfManyAndSaysHowManyThereAre() {
        for (int second = 0; second < 1_500; second++) {
            kept.put("flag", at(second), 1 + second % 2);
        }

        RaceControlReport report = new RaceControlQueries(kept).between(SESSION, START, at(1_500));

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

    private static long at(long seconds) {
        return START + seconds * SECOND;
    }

    private static List<String> texts(RaceControlReport report) {
        return report.messages().stream().map(RaceControlMessage::text).toList();
    }
}
