package dev.vitalcore.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.StreamName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One event that cannot be taken holds up its own stream and nothing else. */
public abstract class ParkingContract extends ProjectionFixture {
    private static final int BAD = 13;

    @Test
    void parksTheStreamOfAnEventThatCannotBeTaken() {
        refuse(BAD);
        append(A, 1);
        append(B, 2);
        append(A, BAD, 3);
        append(B, 4);
        ProjectionRunner<Integer> runner = start();
        runner.awaitPosition(append(A, 5), SOON);

        assertThat(rows(runner)).isEqualTo(Map.of("tally/a", row(1), "tally/b", row(2, 4)));
        assertThat(runner.parked())
                .containsExactly(
                        new ParkedStream(
                                A,
                                3,
                                2,
                                "test.Added v1",
                                "java.lang.IllegalStateException: 13 is unlucky",
                                EpochNanos.of(NOW),
                                2));
        assertThat(runner.failure()).isEmpty();
        assertThat(runner.status().generations())
                .extracting(GenerationStatus::parkedStreams)
                .containsExactly(1);
    }

    @Test
    void parksTheStreamOfAnEventThatCannotBeRead() {
        append(A, List.of(new byte[] {1, 2, 3}));
        ProjectionRunner<Integer> runner = start();
        runner.awaitPosition(append(B, 4), SOON);

        assertThat(rows(runner)).isEqualTo(Map.of("tally/b", row(4)));
        assertThat(runner.parked()).extracting(ParkedStream::reason).containsExactly("no number");
    }

    @Test
    void bringsAParkedStreamInWhenItIsMended() {
        refuse(BAD);
        append(A, BAD, 3);
        ProjectionRunner<Integer> runner = start();
        long end = append(B, 4);
        runner.awaitPosition(end, SOON);

        tally.before = (table, event) -> {};
        assertThat(runner.retryParked(A)).isEmpty();
        runner.awaitPosition(append(A, 6), SOON);

        assertThat(rows(runner)).isEqualTo(Map.of("tally/a", row(BAD, 3, 6), "tally/b", row(4)));
        assertThat(runner.parked()).isEmpty();
    }

    @Test
    void bringsALongStreamInWithoutGapsOrRepeats() {
        refuse(BAD);
        int[] numbers = new int[1_203];
        for (int i = 1; i < numbers.length; i++) {
            numbers[i] = 100 + i;
        }
        append(A, BAD);
        for (int from = 1; from < numbers.length; from += 601) {
            append(A, Arrays.copyOfRange(numbers, from, from + 601));
        }
        numbers[0] = BAD;
        ProjectionRunner<Integer> runner = start();
        runner.awaitPosition(numbers.length, SOON);

        tally.before = (table, event) -> {};
        assertThat(runner.retryParked(A)).isEmpty();

        assertThat(rows(runner)).isEqualTo(Map.of("tally/a", row(numbers)));
    }

    @Test
    void staysParkedAtTheNextEventThatCannotBeTaken() {
        refuse(BAD);
        append(A, BAD, 3, 14, 5);
        ProjectionRunner<Integer> runner = start();
        runner.awaitPosition(4, SOON);

        refuse(14);
        Optional<ParkedStream> parked = runner.retryParked(A);

        assertThat(parked)
                .hasValueSatisfying(at -> {
                    assertThat(at.version()).isEqualTo(3);
                    assertThat(at.reason()).contains("14 is unlucky");
                    assertThat(at.behind()).isEqualTo(1);
                });
        assertThat(runner.parked()).containsExactly(parked.orElseThrow());
        assertThat(rows(runner)).isEqualTo(Map.of("tally/a", row(BAD, 3)));
    }

    @Test
    void stopsWhereTooManyStreamsWouldBeParkedAndGoesOnAfterARetry() {
        refuse(BAD);
        List<StreamName> streams = new ArrayList<>();
        ProjectionRunner<Integer> runner = start();
        for (String id : List.of("one", "two", "three")) {
            streams.add(new StreamName("tally", id));
            append(streams.getLast(), BAD);
        }
        long end = append(B, 4);
        await().atMost(SOON).until(() -> runner.failure().isPresent());

        assertThat(runner.failure().orElseThrow())
                .contains("position 3 of tally/three")
                .contains("2 streams are parked already");
        assertThat(runner.lag()).isEqualTo(2);

        tally.before = (table, event) -> {};
        assertThat(runner.retryParked(streams.getFirst())).isEmpty();
        runner.awaitPosition(end, SOON);

        assertThat(runner.failure()).isEmpty();
        assertThat(rows(runner).keySet()).containsExactly("tally/b", "tally/one", "tally/three");
        assertThat(runner.parked())
                .extracting(ParkedStream::stream)
                .containsExactly(streams.get(1));
    }

    @Test
    void refusesToRetryAStreamThatIsNotParked() {
        ProjectionRunner<Integer> runner = start();

        Fault fault = catchThrowableOfType(Fault.class, () -> runner.retryParked(A));

        assertThat(fault.code()).isEqualTo("stream-not-parked");
    }

    @Test
    void rebuildingTakesParkedEventsAnew() {
        refuse(BAD);
        append(A, BAD, 3);
        ProjectionRunner<Integer> runner = start();
        runner.awaitPosition(2, SOON);

        tally.before = (table, event) -> {};
        runner.rebuild();
        await().atMost(SOON).until(() -> runner.status().live().orElseThrow().number() == 2);

        assertThat(runner.parked()).isEmpty();
        assertThat(rows(runner)).isEqualTo(Map.of("tally/a", row(BAD, 3)));
    }

    private void refuse(int number) {
        tally.before =
                (table, event) -> {
                    if (event.event() == number) {
                        throw new IllegalStateException(number + " is unlucky");
                    }
                };
    }
}
