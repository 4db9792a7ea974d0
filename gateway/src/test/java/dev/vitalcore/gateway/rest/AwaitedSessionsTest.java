package dev.vitalcore.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.telemetry.application.ExpectedSessions.Expected;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AwaitedSessionsTest {
    private static final List<Expected> ANNOUNCED =
            Stream.of("race", "sprint", "qualifying", "practice")
                    .map(AwaitedSessionsTest::at)
                    .toList();

    @Test
    void leavesOutWhatHasBegunAndWhatIsOver() {
        AwaitedSessions awaited =
                awaited(sessions -> {
                    assertThat(sessions).extracting(SessionId::value).doesNotContain("practice");
                    return Map.of(
                            new SessionId("sprint"), "cancelled", new SessionId("race"), "open");
                });

        assertThat(names(awaited.newest(10))).containsExactly("race", "qualifying");
        assertThat(names(awaited.newest(1))).containsExactly("race");
    }

    @Test
    void isThereWhileTheBoardIsBuilt() {
        AwaitedSessions awaited =
                awaited(sessions -> {
                    throw Fault.unavailable("projection-building", "it is built", "wait");
                });

        assertThat(names(awaited.newest(10))).containsExactly("race", "sprint", "qualifying");
    }

    @Test
    void whatIsWrongIsNotHidden() {
        AwaitedSessions awaited =
                awaited(sessions -> {
                    throw Fault.user("wrong", "it is wrong", "mend it");
                });

        assertThatThrownBy(() -> awaited.newest(10)).hasMessageContaining("it is wrong");
    }

    @Test
    void isBounded() {
        AwaitedSessions awaited =
                new AwaitedSessions(
                        most -> IntStream.range(0, most).mapToObj(n -> at("s" + n)).toList(),
                        sessions -> {
                            assertThat(sessions).hasSize(200);
                            return Set.of();
                        },
                        sessions -> Map.of());

        assertThat(awaited.newest(1_000)).hasSize(50);
    }

    private static AwaitedSessions awaited(
            Function<Set<SessionId>, Map<SessionId, String>> phases) {
        return new AwaitedSessions(
                most -> ANNOUNCED, sessions -> Set.of(new SessionId("practice")), phases);
    }

    private static Expected at(String session) {
        return new Expected(new SessionId(session), session, "", 0);
    }

    private static List<String> names(List<Expected> expected) {
        return expected.stream().map(each -> each.session().value()).toList();
    }
}
