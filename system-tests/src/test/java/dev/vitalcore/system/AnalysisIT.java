package dev.vitalcore.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What an engineer reads out of the laps of a race while it goes on. */
class AnalysisIT extends OnALiveRace {
    private static final String CAR = "1";

    @BeforeAll
    static void start() {
        race(4, "--laps", "40", "--speed", "4", "--seed", "11");
    }

    @Test
    void laysLapsOfSeveralCarsOverAnother() {
        String lap = session() + "/";
        List<String> others = List.of(lap + CAR + "/3", lap + "2/2", lap + "3/2", lap + "4/2");
        open("#/compare?reference=" + lap + CAR + "/2&other=" + String.join("&other=", others));
        Locator delta = page().locator("[data-testid=trace-panel][data-channel=delta]");
        assertThat(delta).isVisible(SOON);
        assertThat(all("compared-lap")).hasCount(others.size());

        delta.locator(".u-over").hover();

        await("a value of each lap")
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    for (Locator panel : panels("delta", "speed")) {
                        assertThat(panel.locator(".readout .value").allTextContents())
                                .isNotEmpty()
                                .allMatch(text -> text.matches("[+−]?[0-9].*"));
                    }
                });
        assertThat(panels("speed").getFirst().locator(".readout .value"))
                .hasCount(1 + others.size());
    }

    @Test
    void zoomsAndMeasuresByKeys() {
        openLive("?car=" + CAR + "&lap=2&layout=0_traces");
        Locator speed = panels("speed").getFirst();
        assertThat(speed).isVisible(SOON);
        speed.locator(".u-over").hover();
        page().locator("vc-trace-stack [tabindex='0']").focus();
        await("the cursor").atMost(PATIENCE).until(() -> cursorOf(speed) != null);
        double from = cursorOf(speed);

        page().keyboard().press("m");
        page().keyboard().press("Shift+ArrowRight");

        double whole = cursorOf(speed) - from;
        assertThat(whole).isPositive();
        assertThat(all("measure")).containsText("Δ");
        page().keyboard().press("+");
        double before = cursorOf(speed);
        page().keyboard().press("Shift+ArrowRight");
        // Twice as close, ten pixels are half of the time.
        assertThat(cursorOf(speed) - before).isCloseTo(whole / 2, within(0.02 + 0.02 * whole));
        page().keyboard().press("0");
        assertThat(all("reset-zoom")).isDisabled();
    }

    @Test
    void tellsTheStatisticsOfALap() {
        openLive("?car=" + CAR + "&lap=2&layout=0_traces");
        assertThat(panels("speed").getFirst()).isVisible(SOON);

        all("show-statistics").click();

        Locator speed = all("statistics").locator("tr[data-channel=speed] td");
        assertThat(speed.first()).isVisible(SOON);
        assertThat(page().locator("[data-testid=statistics][data-whole=true]")).isVisible(SOON);
        JsonNode series =
                get("/api/v1/sessions/"
                                + session()
                                + "/entries/"
                                + CAR
                                + "/series?channels=speed&lap=2&points=20000")
                        .at("/series/0/y");
        double most = series.valueStream().mapToDouble(JsonNode::asDouble).max().orElseThrow();
        assertThat(Double.parseDouble(speed.nth(3).textContent().trim()))
                .isCloseTo(most, within(0.1));
    }

    @Test
    void findsTheCornersAndWhereTheTimeIs() {
        openLive("?car=" + CAR + "&lap=3&layout=r500.500~0_corners~0_losses");
        Locator rows = all("corner-row");
        assertThat(rows.first()).isVisible(SOON);

        assertThat(rows.count()).isGreaterThan(5);
        for (Locator row : rows.all()) {
            String apex =
                    row.locator("td:nth-child(4)")
                            .evaluate(
                                    "cell => cell.textContent.replace(cell.querySelector('.difference').textContent, '')")
                            .toString();
            assertThat(number(apex)).isBetween(30.0, 330.0);
        }
        assertThat(all("losses-total")).isVisible(SOON);
        assertThat(all("whole-lap")).containsText("s");
        all("corner-row").first().press("Enter");
        assertThat(all("corner-row").first()).hasAttribute("aria-selected", "true");
    }

    @Test
    void showsStintsLapTimesAndGapsOfAllCars() {
        openLive("?car=" + CAR + "&layout=r330.330.340~0_stints~0_lap-evolution~0_gaps");

        assertThat(all("stint-row"))
                .hasCount(cars(), new LocatorAssertions.HasCountOptions().setTimeout(60_000));
        assertThat(all("evolution-chart")).isVisible(SOON);
        Locator gaps = all("gap-plot").getByRole(AriaRole.APPLICATION);
        assertThat(gaps).isVisible(SOON);
        gaps.focus();
        page().keyboard().press("End");
        page().keyboard().press("Home");
        assertThat(all("gap-readout")).containsText("after 1 lap");
        page().keyboard().press("ArrowRight");
        assertThat(all("gap-readout")).containsText("after 2 laps");
    }

    @Test
    void tracesAMathChannelLive() {
        openLive("?car=" + CAR + "&layout=0_traces");
        assertThat(panels("speed").getFirst()).isVisible(SOON);
        page().keyboard().press("e");
        all("math-name").fill("half_speed");
        all("math-expression").fill("speed / 2");
        assertThat(all("math-unit")).isVisible(SOON);
        assertThat(all("math-problem")).hasCount(0);

        all("math-save").click();
        all("math-trace").click();
        page().keyboard().press("Escape");

        Locator half = panels("half_speed").getFirst();
        assertThat(half).isVisible(SOON);
        all("play").click();
        half.locator(".u-over").hover();
        await("half of the speed")
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    double speed = number(readout(panels("speed").getFirst()));
                    assertThat(number(readout(half))).isCloseTo(speed / 2, within(1.5));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"histogram", "scatter", "gg", "engine"})
    void showsEverySampleOfALap(String panel) {
        openLive("?car=" + CAR + "&lap=2&layout=0_" + panel);

        await("samples of lap 2")
                .atMost(PATIENCE)
                .until(() ->
                        all("basis").count() > 0
                                && Integer.parseInt(all("basis").getAttribute("data-rows")) > 500);
        assertThat(all("basis")).containsText("lap 2");
    }

    @Test
    void showsTheWheelsAtTheCursor() {
        openLive("?car=" + CAR + "&layout=0_wheels");
        assertThat(all("wheels")).isVisible(SOON);

        seek(60);

        await("the wheels then").atMost(PATIENCE).until(() -> at("wheels") == 60);
        Locator pressure = page().locator("[data-wheel=fl] [data-quantity=tyrePressure] .now");
        await("its pressure")
                .atMost(PATIENCE)
                .until(() -> pressure.textContent().matches("[0-9.]+"));
        assertThat(number(pressure.textContent())).isBetween(1.0, 3.0);
    }

    @Test
    void goesToWhatRaceControlSaid() {
        openLive("?layout=r330.330.340~0_race-control~0_weather~0_sources");
        Locator oldest = all("race-control").locator("button").last();
        assertThat(oldest).isVisible(SOON);
        JsonNode messages = get("/api/v1/sessions/" + session() + "/race-control").path("messages");

        oldest.click();

        assertThat(cursor()).isCloseTo(messages.path(0).path("at_s").asDouble(), within(0.2));
        assertThat(all("weather").locator("[data-channel=air_temperature]")).containsText("°C");
        assertThat(all("ledger").first()).isVisible(SOON);
    }

    private List<Locator> panels(String... channels) {
        return Arrays.stream(channels)
                .map(channel ->
                        page().locator("[data-testid=trace-panel][data-channel=" + channel + "]"))
                .toList();
    }

    private static String readout(Locator panel) {
        return panel.locator(".readout .value").first().textContent();
    }

    private static Double cursorOf(Locator panel) {
        String at = panel.getAttribute("data-cursor-s");
        return at == null ? null : Double.valueOf(at);
    }

    private double at(String testId) {
        return Double.parseDouble(all(testId).getAttribute("data-at-s"));
    }

    /** The number that a text begins with. */
    private static double number(String text) {
        Matcher found = Pattern.compile("-?[0-9]+(\\.[0-9]+)?").matcher(text.replace('−', '-'));
        if (!found.find()) {
            throw new AssertionError("no number in '" + text + "'");
        }
        return Double.parseDouble(found.group());
    }
}
