package dev.vitalcore.simulation.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.contracts.telemetry.Trackside.IncidentKind;
import dev.vitalcore.simulation.car.CarModel;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How cars race each other, under flags and without. */
class RacingTest {
    /** In it two cars touch. */
    private static final RaceSettings RACE = new RaceSettings("talheim", 20, 15, 3);

    private static WatchedRace watched;

    @BeforeAll
    static void drive() {
        watched = WatchedRace.of(RACE);
    }

    @Test
    void nobodyOvertakesUnderYellow() {
        assertThat(watched.passesUnderYellow).isEmpty();
        assertThat(watched.closeUnderYellow).isPositive();
        assertThat(watched.passes).isGreaterThan(20);
    }

    @Test
    void noCarGainsOrLosesMoreSpeedThanItCan() {
        assertThat(watched.beyondTheCar).isEmpty();
    }

    @Test
    void contactIsRareAndCostsBothCars() {
        List<Posts.Report> contacts = reported(IncidentKind.CONTACT);
        assertThat(contacts).hasSizeBetween(2, 6);
        for (int index = 0; index < contacts.size(); index += 2) {
            Posts.Report attacker = contacts.get(index);
            Posts.Report attacked = contacts.get(index + 1);
            assertThat(attacked.seconds()).isEqualTo(attacker.seconds());
            assertThat(attacked.metres()).isCloseTo(attacker.metres(), within(Traffic.CAR_M));

            assertThat(List.of(attacker, attacked)).filteredOn(this::spun).hasSize(1);
            assertThat(List.of(attacker, attacked)).filteredOn(this::isSpoilt).hasSize(1);
        }
    }

    private boolean spun(Posts.Report contact) {
        return sameMoment(contact, IncidentKind.SPIN);
    }

    /** A cut tyre or bent wings. */
    private boolean isSpoilt(Posts.Report contact) {
        CarModel model = watched.race.cars().get(contact.car()).model();
        return sameMoment(contact, IncidentKind.PUNCTURE)
                || model.liftArea() < CarModel.gt().liftArea();
    }

    private static boolean sameMoment(Posts.Report contact, IncidentKind kind) {
        return reported(kind).stream()
                .anyMatch(one -> one.car() == contact.car() && one.seconds() == contact.seconds());
    }

    private static List<Posts.Report> reported(IncidentKind kind) {
        return watched.race.posts().reportsFrom(0).stream()
                .filter(report -> report.kind() == kind)
                .toList();
    }
}
