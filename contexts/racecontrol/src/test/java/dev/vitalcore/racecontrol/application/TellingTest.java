package dev.vitalcore.racecontrol.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.notice.Notice.Level;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which decisions people are told. */
class TellingTest {
    @Test
    void warnsOfWhatStopsTheSessionAndInformsOfResults() {
        Map<String, Level> levels = new TreeMap<>();
        everyKind()
                .forEach(event ->
                        Telling.level(event)
                                .ifPresent(level ->
                                        levels.put(event.getClass().getSimpleName(), level)));

        assertThat(levels)
                .isEqualTo(
                        Map.of(
                                "RedFlagShown", Level.WARNING,
                                "SessionCancelled", Level.WARNING,
                                "ProtestLodged", Level.WARNING,
                                "ProvisionalResultPublished", Level.INFO,
                                "ResultMadeOfficial", Level.INFO));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void readsThePayloadOfThoseThatAreToldAndOfNoOther(RaceEvent event) {
        String type = "racecontrol." + event.getClass().getSimpleName();

        assertThat(Telling.isTold(type)).isEqualTo(Telling.level(event).isPresent());
    }

    /** One of each, whatever is in it. */
    private static Stream<RaceEvent> everyKind() {
        return Stream.of(RaceEvent.class.getPermittedSubclasses()).map(TellingTest::some);
    }

    private static RaceEvent some(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        try {
            return (RaceEvent)
                    type.getDeclaredConstructor(
                                    Stream.of(parts)
                                            .map(RecordComponent::getType)
                                            .toArray(Class<?>[]::new))
                            .newInstance(
                                    Stream.of(parts).map(part -> value(part.getType())).toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no " + type.getSimpleName() + " could be made", e);
        }
    }

    private static Object value(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return Map.<Class<?>, Object>of(
                        SessionId.class,
                        new SessionId("spa"),
                        long.class,
                        1L,
                        int.class,
                        1,
                        String.class,
                        "x",
                        List.class,
                        List.of(),
                        OptionalInt.class,
                        OptionalInt.empty(),
                        OptionalDouble.class,
                        OptionalDouble.empty())
                .get(type);
    }
}
