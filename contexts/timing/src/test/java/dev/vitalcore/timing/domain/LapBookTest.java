package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.GatePassed;
import dev.vitalcore.contracts.timing.TimingEvent.SectorCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.TimingWarned;
import dev.vitalcore.contracts.timing.TimingEvent.TrackAdopted;
import dev.vitalcore.contracts.timing.TimingEvent.Withdrawn;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LapBookTest {
    private final LapBook book = new LapBook();

    @Test
    void keepsTheHighestRevisionOfALap() {
        book.apply(TestLaps.flying(3, 1, 92));
        book.apply(TestLaps.flying(3, 2, 91));

        assertThat(book.apply(TestLaps.flying(3, 1, 92))).isFalse();
        assertThat(book.laps()).containsExactly(TestLaps.flying(3, 2, 91));
    }

    @Test
    void forgetsAWithdrawnLapUntilItIsStatedAgain() {
        book.apply(TestLaps.flying(3, 1, 92));
        book.apply(new Withdrawn(TestBlocks.ENTRY, 2, "lap/3"));
        assertThat(book.laps()).isEmpty();

        book.apply(TestLaps.flying(3, 3, 93));

        assertThat(book.laps()).containsExactly(TestLaps.flying(3, 3, 93));
    }

    @Test
    void givesEverythingInItsOrder() {
        SectorCompleted early = new SectorCompleted(TestBlocks.ENTRY, 1, 2, 1, 0, 30);
        SectorCompleted late = new SectorCompleted(TestBlocks.ENTRY, 1, 2, 2, 30, 31);
        TimingWarned first = new TimingWarned(TestBlocks.ENTRY, 1, "b", "text", 5);
        TimingWarned second = new TimingWarned(TestBlocks.ENTRY, 1, "a", "text", 6);
        GatePassed passing =
                new GatePassed(
                        TestBlocks.ENTRY,
                        1,
                        1,
                        "start-finish",
                        7,
                        200,
                        Witness.GATE,
                        Optional.empty());
        TrackAdopted track = new TrackAdopted(TestBlocks.ENTRY, 1, List.of(), Witness.LEARNED_GATE);

        for (TimingEvent event : List.of(late, second, early, first, passing, track)) {
            book.apply(event);
        }

        assertThat(book.sectors()).containsExactly(early, late);
        assertThat(book.warnings()).containsExactly(first, second);
        assertThat(book.passings()).containsExactly(passing);
        assertThat(book.track()).contains(track);
    }

    @Test
    void theOrderInWhichEventsComeMakesNoDifference() {
        List<TimingEvent> events = new ArrayList<>();
        for (int lap = 1; lap <= 20; lap++) {
            events.add(TestLaps.flying(lap, 1, 90 + lap));
            events.add(TestLaps.flying(lap, 2, 80 + lap));
        }
        events.add(new Withdrawn(TestBlocks.ENTRY, 3, "lap/20"));
        events.forEach(book::apply);

        Collections.shuffle(events, new Random(4));
        LapBook other = new LapBook();
        events.forEach(other::apply);

        assertThat(other.laps()).hasSize(19).isEqualTo(book.laps());
    }
}
