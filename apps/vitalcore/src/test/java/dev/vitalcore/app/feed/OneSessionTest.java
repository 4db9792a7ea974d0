package dev.vitalcore.app.feed;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.app.feed.Survey.Place;
import dev.vitalcore.app.feed.Survey.Span;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneSessionTest {
    private static final Instant MORNING = Instant.parse("2025-08-01T09:00:00Z");
    private static final Place ROAD_AMERICA = new Place(43.7979, -87.9896);
    private static final Place GRATTAN = new Place(43.0939, -85.3856);

    @Test
    void runsOfOneDayOnOneCircuitAreOneSession() {
        Survey early = survey("run1.vbo", MORNING, ROAD_AMERICA);
        Survey late = survey("run9.vbo", MORNING.plus(Duration.ofHours(8)), ROAD_AMERICA);

        assertThatCode(() -> OneSession.check(List.of(late, early))).doesNotThrowAnyException();
    }

    @Test
    void aRaceOfADayInPiecesIsOneSession() {
        Survey first = survey("a.ld", MORNING, Duration.ofHours(20), ROAD_AMERICA);
        Survey second = survey("b.ld", MORNING.plus(Duration.ofHours(40)), ROAD_AMERICA);

        assertThatCode(() -> OneSession.check(List.of(first, second))).doesNotThrowAnyException();
    }

    @Test
    void recordingsOfTwoYearsAreNot() {
        Survey old = survey("2024.vbo", MORNING.minus(Duration.ofDays(365)), ROAD_AMERICA);
        Survey now = survey("2025.vbo", MORNING, ROAD_AMERICA);

        assertThatThrownBy(() -> OneSession.check(List.of(now, old)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("2 sessions, by day and place")
                .hasMessageContaining("2024-08-01 2024.vbo; 2025-08-01 2025.vbo")
                .extracting(fault -> ((Fault) fault).remedy())
                .asString()
                .contains("--session");
    }

    @Test
    void recordingsOfTwoCircuitsAreNot() {
        Survey here = survey("here.vbo", MORNING, ROAD_AMERICA);
        Survey unlocated =
                new Survey("bench.ld", Optional.of(spanOf(MORNING)), 1, Optional.empty());
        Survey there = survey("there.vbo", MORNING, GRATTAN);

        assertThatThrownBy(() -> OneSession.check(List.of(here, unlocated, there)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("2025-08-01 here.vbo, bench.ld; 2025-08-01 there.vbo");
    }

    private static Survey survey(String name, Instant from, Place place) {
        return new Survey(name, Optional.of(spanOf(from)), 1, Optional.of(place));
    }

    private static Survey survey(String name, Instant from, Duration length, Place place) {
        return new Survey(
                name,
                Optional.of(new Span(EpochNanos.of(from), EpochNanos.of(from.plus(length)))),
                1,
                Optional.of(place));
    }

    private static Span spanOf(Instant from) {
        return new Span(EpochNanos.of(from), EpochNanos.of(from.plus(Duration.ofMinutes(10))));
    }
}
