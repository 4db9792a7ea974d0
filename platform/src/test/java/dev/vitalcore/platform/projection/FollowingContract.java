package dev.vitalcore.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.kernel.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A view follows its store, over restarts, on whatever engine. */
public abstract class FollowingContract extends ProjectionFixture {
    @Test
    void showsWhatWasThereAndWhatComes() {
        append(A, 1, 2);
        ProjectionRunner<Integer> runner = start();
        runner.awaitPosition(append(B, 5), SOON);

        assertThat(rows(runner)).isEqualTo(Map.of("tally/a", row(1, 2), "tally/b", row(5)));
        assertThat(runner.lag()).isZero();
        assertThat(runner.failure()).isEmpty();
        assertThat(runner.parked()).isEmpty();
    }

    @Test
    void isLiveAtOnceWhereTheStoreIsEmpty() {
        ProjectionRunner<Integer> runner = start();

        assertThat(rows(runner)).isEmpty();
        assertThat(runner.status().live()).contains(new Generation(1, 1, Generation.State.LIVE, 0));
    }

    @Test
    void seesEachEventOnceOverRestarts() {
        List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        tally.before = (table, event) -> seen.add(event.position());
        for (int run = 0; run < 3; run++) {
            start().awaitPosition(append(A, run, run + 10), SOON);
        }

        assertThat(rows(start())).isEqualTo(Map.of("tally/a", row(0, 10, 1, 11, 2, 12)));
        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void passesEventsOfOtherCategoriesBy() {
        append(ELSEWHERE, List.of(new byte[] {1}));
        append(A, 1);
        ProjectionRunner<Integer> runner = start();
        long end = append(ELSEWHERE, List.of(new byte[] {2}));
        runner.awaitPosition(end, SOON);

        assertThat(rows(runner)).isEqualTo(Map.of("tally/a", row(1)));
        assertThat(runner.status().live().orElseThrow().position()).isEqualTo(end);
        assertThat(runner.parked()).isEmpty();
    }

    @Test
    void tellsHowFarItIsBehindWhoWaitsTooLong() {
        ProjectionRunner<Integer> runner = start();
        runner.awaitPosition(append(A, 1), SOON);

        Fault fault =
                catchThrowableOfType(
                        Fault.class, () -> runner.awaitPosition(4, Duration.ofMillis(1)));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
        assertThat(fault.code()).isEqualTo("projection-behind");
        assertThat(fault.text()).contains("tally").contains("at position 1, 3 behind 4");
    }

    @Test
    void triesAgainWhatTheDatabaseDidNotTakeNow() {
        ProjectionRunner<Integer> runner = start();
        tally.before =
                (table, event) -> {
                    throw Fault.unavailable("down", "the database is away", "wait");
                };
        long end = append(A, 1, 2);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(runner.failure())
                                .hasValueSatisfying(
                                        why -> assertThat(why).contains("the database is away")));
        assertThat(runner.lag()).isEqualTo(2);

        tally.before = (table, event) -> {};
        runner.awaitPosition(end, SOON);

        assertThat(rows(runner)).isEqualTo(Map.of("tally/a", row(1, 2)));
        assertThat(runner.parked()).isEmpty();
        await().atMost(SOON).until(() -> runner.failure().isEmpty());
    }

    @Test
    void refusesASecondRunnerThatIsBehindTheFirst() {
        ProjectionSteps<Integer> other = steps();
        other.begin();
        start().awaitPosition(append(A, 1, 2, 3), SOON);
        other.write(1, other.read(0, 2));

        assertThat(other.live().orElseThrow().position()).isEqualTo(3);
        assertThat(rows(start())).isEqualTo(Map.of("tally/a", row(1, 2, 3)));
    }

    private ProjectionSteps<Integer> steps() {
        return new ProjectionSteps<>(
                tally, new Tally.Format(), new ProjectionPorts(store, database, () -> NOW), 2);
    }
}
