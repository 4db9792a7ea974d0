package dev.vitalcore.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.simulation.RaceFeed;
import dev.vitalcore.simulation.race.RaceSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A short race of the simulation under its director. */
class RaceDirectorTest {
    private final List<Order> orders = new ArrayList<>();

    @Test
    void directsARaceFromTheScheduleToTheChequeredFlag() {
        RaceDirector director =
                new RaceDirector(
                        "a race",
                        (command, at, fields) -> orders.add(new Order(command, at, fields)));
        RaceFeed race =
                new RaceFeed(
                        new RaceSettings("harbour", 6, 5, 3),
                        new SessionId("race"),
                        1_000_000_000_000L);
        while (race.hasNext()) {
            director.see(race.next());
        }

        assertThat(commands("schedule_session"))
                .singleElement()
                .satisfies(order ->
                        assertThat(order.fields())
                                .containsEntry("name", "Race at Harbour (simulated)"));
        assertThat(commands("register_entry")).hasSize(6);
        assertThat(signals())
                .startsWith("open_session", "go_green")
                .endsWith("show_chequered_flag")
                .contains("deploy_safety_car");
        assertThat(commands("report_incident")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(commands("report_incident"))
                .allSatisfy(order ->
                        assertThat(order.fields().get("description").toString())
                                .doesNotContain(words(order.fields().get("kind")))
                                .doesNotContain(" m "));
        assertThat(orders).extracting(Order::atNanos).isSorted();
        assertFlagsAreShownAndWithdrawn();
    }

    private static String words(Object kind) {
        return kind.toString().replace('_', ' ');
    }

    private void assertFlagsAreShownAndWithdrawn() {
        Set<Object> shown = new HashSet<>();
        for (Order order : orders) {
            Object sector = order.fields().get("sector");
            if (order.command().equals("show_sector_flag")) {
                shown.add(sector);
            } else if (order.command().equals("withdraw_sector_flag")) {
                assertThat(shown.remove(sector)).as("sector " + sector).isTrue();
            }
        }
        assertThat(commands("show_sector_flag")).isNotEmpty();
    }

    private List<Order> commands(String name) {
        return orders.stream().filter(order -> order.command().equals(name)).toList();
    }

    private List<String> signals() {
        return orders.stream()
                .map(Order::command)
                .filter(command -> !command.contains("sector"))
                .filter(command -> !command.equals("register_entry"))
                .filter(command -> !command.equals("report_incident"))
                .filter(command -> !command.equals("schedule_session"))
                .toList();
    }

    private record Order(String command, long atNanos, Map<String, Object> fields) {}
}
