package dev.vitalcore.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonSampleViewTest {
    private static final TraceRequest SPEED_OF_7 = new TraceRequest(Set.of("7"), Set.of("speed"));
    private static final long ORIGIN = 1_000_000_000_000L;

    private final TreeMap<String, LiveCar> cars = new TreeMap<>();
    private final JsonSampleView view = new JsonSampleView();
    private final LiveCar seven = new LiveCar();

    @BeforeEach
    void traceSevensSpeed() {
        cars.put("7", seven);
        seven.trace(SPEED_OF_7.channels());
    }

    @Test
    void saysNothingWhereNothingIsNew() {
        assertThat(view.nextFrame(cars, ORIGIN, SPEED_OF_7)).isEmpty();
    }

    @Test
    void countsTimeFromTheOriginAndTracesEverySample() {
        take(0, 100f, 101.5f);

        assertThat(view.nextFrame(cars, ORIGIN, SPEED_OF_7))
                .contains(
                        """
                        {"type":"samples","at_s":0.1,"cars":{"7":{"values":{"speed":101.5,\
                        "throttle":50},"trace":{"speed":{"x":[0,0.1],"y":[100,101.5]}}}}}\
                        """);
    }

    @Test
    void mergesAllThatCameSinceTheLastFrame() {
        take(0, 100f);
        view.nextFrame(cars, ORIGIN, SPEED_OF_7);
        take(1, 101f);
        take(2, 102f);

        assertThat(view.nextFrame(cars, ORIGIN, SPEED_OF_7))
                .hasValueSatisfying(
                        frame -> assertThat(frame).contains("\"x\":[0.1,0.2],\"y\":[101,102]"));
        assertThat(view.nextFrame(cars, ORIGIN, SPEED_OF_7)).isEmpty();
    }

    @Test
    void tellsOnlyOfCarsWithNews() {
        LiveCar eight = new LiveCar();
        cars.put("8", eight);
        take(0, 100f);
        eight.take(Blocks.from(ORIGIN, 80f), 0);
        view.nextFrame(cars, ORIGIN, TraceRequest.NONE);

        take(1, 101f);

        assertThat(view.nextFrame(cars, ORIGIN, TraceRequest.NONE))
                .hasValueSatisfying(
                        frame -> assertThat(frame).contains("\"7\":").doesNotContain("\"8\":"));
    }

    @Test
    void goesOnWhereATraceWasWhenTheRequestChanges() {
        take(0, 100f);
        view.nextFrame(cars, ORIGIN, SPEED_OF_7);
        TraceRequest wider = new TraceRequest(Set.of("7"), Set.of("speed", "throttle"));
        seven.trace(wider.channels());

        take(1, 101f);

        assertThat(view.nextFrame(cars, ORIGIN, wider))
                .hasValueSatisfying(
                        frame -> assertThat(frame).contains("\"speed\":{\"x\":[0.1],\"y\":[101]}"));
    }

    @Test
    void showsEverythingAgainAfterARestart() {
        take(0, 100f);
        view.nextFrame(cars, ORIGIN, SPEED_OF_7);

        view.restart();

        assertThat(view.nextFrame(cars, ORIGIN, SPEED_OF_7)).isPresent();
    }

    @Test
    void decimatesATraceToWhatAScreenShows() {
        float[] speeds = new float[2000];
        for (int i = 0; i < speeds.length; i++) {
            speeds[i] = i == 1234 ? 999 : i % 7;
        }
        take(0, speeds);

        String frame = view.nextFrame(cars, ORIGIN, SPEED_OF_7).orElseThrow();

        assertThat(frame.substring(frame.indexOf("\"y\":")).split(",")).hasSizeLessThan(1001);
        assertThat(frame.substring(frame.indexOf("\"y\":"))).contains("999");
    }

    private void take(int row, float... speeds) {
        seven.take(Blocks.from(ORIGIN + row * Blocks.PERIOD, speeds), 0);
    }
}
