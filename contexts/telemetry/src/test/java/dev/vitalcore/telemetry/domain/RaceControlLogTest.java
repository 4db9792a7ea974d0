package dev.vitalcore.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.Trackside.IncidentKind;
import dev.vitalcore.contracts.telemetry.Trackside.RaceFlag;
import dev.vitalcore.contracts.telemetry.Trackside.SectorFlag;
import dev.vitalcore.telemetry.domain.RaceControlMessage.FlagShown;
import dev.vitalcore.telemetry.domain.RaceControlMessage.IncidentReported;
import dev.vitalcore.telemetry.domain.RaceControlMessage.SectorFlagShown;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RaceControlLogTest {
    private static final double NONE = Double.NaN;

    @Test
    void tellsAFlagWhenItChangesAndNotAgain() {
        RaceControlLog log = new RaceControlLog(List.of("flag"));

        assertThat(log.accept(1, row(0))).isEmpty();
        assertThat(log.accept(2, row(1))).containsExactly(new FlagShown(2, RaceFlag.GREEN));
        assertThat(log.accept(3, row(1))).isEmpty();
        assertThat(log.accept(4, row(NONE))).isEmpty();
        assertThat(log.accept(5, row(3)))
                .extracting(RaceControlMessage::text)
                .containsExactly("Safety car");
    }

    @Test
    void tellsWhichMarshalSectorShowsWhat() {
        RaceControlLog log = new RaceControlLog(List.of("flag_sector_6", "flag_sector_7"));

        assertThat(log.accept(1, row(1, 2)))
                .containsExactly(
                        new SectorFlagShown(1, 6, SectorFlag.YELLOW),
                        new SectorFlagShown(1, 7, SectorFlag.DOUBLE_YELLOW))
                .extracting(RaceControlMessage::text)
                .containsExactly("Yellow in marshal sector 6", "Double yellow in marshal sector 7");
        assertThat(texts(log.accept(2, row(0, 3))))
                .containsExactly(
                        "Marshal sector 6 is clear", "Slippery surface in marshal sector 7");
    }

    @Test
    void tellsEveryIncidentEvenIfTwoAreAlike() {
        RaceControlLog log =
                new RaceControlLog(List.of("incident_distance", "incident_kind", "incident_car"));

        List<RaceControlMessage> told = new ArrayList<>(log.accept(1, row(1_240.4, 2, 12)));
        told.addAll(log.accept(2, row(1_240.4, 2, 12)));
        told.addAll(log.accept(3, row(NONE, NONE, NONE)));
        told.addAll(log.accept(4, row(NONE, 4, NONE)));
        told.addAll(log.accept(5, row(88, 6, 3)));

        assertThat(told.getFirst())
                .isEqualTo(new IncidentReported(1, IncidentKind.SPIN, OptionalInt.of(12), 1_240.4));
        assertThat(texts(told))
                .containsExactly(
                        "Car 12: spin at 1,240 m",
                        "Car 12: spin at 1,240 m",
                        "A car: stopped on track",
                        "Car 3: contact at 88 m");
    }

    @Test
    void callsATrackThatIsOnTheEdgeNeitherWetNorDryAgainAndAgain() {
        RaceControlLog log = new RaceControlLog(List.of("rain_intensity", "track_wetness"));
        List<RaceControlMessage> told = new ArrayList<>();
        double[][] rows = {
            {0, 0}, {0.1, 0}, {0.2, 1}, {0.1, 14}, {NONE, 15}, {3, 14}, {0, 40}, {0, 5}, {0, 4.9}
        };
        for (int time = 0; time < rows.length; time++) {
            told.addAll(log.accept(time, rows[time]));
        }

        assertThat(texts(told))
                .containsExactly(
                        "It rains", "Track is wet", "The rain has stopped", "Track is dry");
        assertThat(told).extracting(RaceControlMessage::atNanos).containsExactly(2L, 4L, 6L, 8L);
    }

    @Test
    void turnsNoFlagBackByWhatComesLateButTellsTheIncident() {
        RaceControlLog log = new RaceControlLog(List.of("flag", "incident_kind", "incident_car"));
        log.accept(10, row(1, NONE, NONE));

        assertThat(texts(log.accept(5, row(2, 3, 4)))).containsExactly("Car 4: puncture");
        assertThat(log.accept(11, row(1, NONE, NONE))).isEmpty();
    }

    @Test
    void leavesOutOfAccountWhatNoCodeMeans() {
        RaceControlLog log =
                new RaceControlLog(
                        List.of("flag", "flag_sector_1", "incident_kind", "marshal_sectors"));
        log.accept(1, row(1, 0, NONE, 15));

        assertThat(log.accept(2, row(77, 1.5, -1, 99))).isEmpty();
        assertThat(log.marshalSectors()).isEqualTo(15);
    }

    private static List<String> texts(List<RaceControlMessage> messages) {
        return messages.stream().map(RaceControlMessage::text).toList();
    }

    private static double[] row(double... values) {
        return values;
    }
}
