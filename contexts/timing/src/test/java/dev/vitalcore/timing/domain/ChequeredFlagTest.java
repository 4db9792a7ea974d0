package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.timing.domain.RaceOrder.Gap;
import dev.vitalcore.timing.domain.RaceOrder.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of a race that the chequered flag has ended. */
class ChequeredFlagTest extends RaceOrderFixture {
    @Test
    void theRaceOfACarEndsWhereItPassesTheLineFirstUnderTheChequeredFlag() {
        passes("winner", 10, 100, 190);
        passes("second", 11, 102, 193, 290);
        passes("lapped", 12, 130, 240, 340);

        List<Place> order = at(350, 190.2);

        assertThat(cars(order)).containsExactly("winner", "second", "lapped");
        assertThat(order).extracting(Place::laps).containsExactly(3, 3, 3);
        assertThat(gap(order, "second")).isEqualTo(time(3));
        assertThat(gap(order, "lapped")).isEqualTo(time(50));
        // Without the flag the second, which drove on, would lead.
        assertThat(cars(at(350))).containsExactly("second", "lapped", "winner");
        // Told later, it is not known yet.
        assertThat(cars(at(295, 300))).containsExactly("second", "winner", "lapped");
    }

    @Test
    void whoEndsTheRaceALapShortIsALapBehind() {
        passes("winner", 10, 100, 190, 280);
        passes("lapped", 12, 130, 285, 400);

        List<Place> order = at(500, 280.1);

        assertThat(order).extracting(Place::laps).containsExactly(4, 3);
        assertThat(gap(order, "lapped")).isEqualTo(new Gap.Laps(1));
    }

    @Test
    void theFlagFellForTheWinnerAndNotForALappedCarBeforeItNorForTheSecondAfterIt() {
        passes("winner", 10, 100, 190, 279.5, 370);
        passes("second", 11, 101, 191, 280, 371);
        passes("lapped", 12, 130, 279, 390);

        List<Place> order = at(400, 280.1);

        assertThat(order).extracting(Place::laps).containsExactly(4, 4, 4);
        assertThat(cars(order)).containsExactly("winner", "second", "lapped");
        assertThat(gap(order, "second")).isEqualTo(time(0.5));
    }

    @Test
    void aFlagThatIsToldWhileNobodyPassesFellWhenItWasTold() {
        passes("a", 10, 100, 190);
        passes("b", 11, 102, 193);

        assertThat(at(200, 150)).extracting(Place::laps).containsExactly(3, 3);
        assertThat(at(200, 101)).extracting(Place::laps).containsExactly(2, 2);
    }
}
