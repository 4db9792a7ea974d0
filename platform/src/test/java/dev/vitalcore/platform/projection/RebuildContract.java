package dev.vitalcore.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.projection.Generation.State;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A new generation is built beside the live one, which answers until the switch. */
public abstract class RebuildContract extends ProjectionFixture {
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch atTheGate = new CountDownLatch(1);

    @Test
    void answersFromTheLiveGenerationWhileTheNewOneIsBuilt() {
        append(A, 1, 2, 3);
        ProjectionRunner<Integer> runner = start();
        runner.awaitPosition(3, SOON);
        blockAt("_g2", 3);

        runner.rebuild();
        pass(atTheGate);
        assertThat(rows(runner)).isEqualTo(Map.of("tally/a", row(1, 2, 3)));
        ProjectionStatus during = runner.status();
        assertThat(during.live().orElseThrow().number()).isEqualTo(1);
        assertThat(during.building().orElseThrow().number()).isEqualTo(2);
        gate.countDown();

        awaitAlone(runner, 2);
        assertThat(rows(runner)).isEqualTo(Map.of("tally/a", row(1, 2, 3)));
        assertThat(tables()).containsExactly("tally_v1_g2");
        runner.awaitPosition(append(A, 4), SOON);
        assertThat(rows(runner)).isEqualTo(Map.of("tally/a", row(1, 2, 3, 4)));
    }

    @Test
    void missesNothingThatIsAppendedMeanwhile() throws Exception {
        int[] numbers = new int[400];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        ProjectionRunner<Integer> runner = start();
        Thread appending =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int number : numbers) {
                                append(A, number);
                            }
                        });
        for (int generation = 2; generation < 6; generation++) {
            runner.rebuild();
            awaitAlone(runner, generation);
        }
        appending.join();
        runner.awaitPosition(numbers.length, SOON);

        assertThat(rows(runner)).isEqualTo(Map.of("tally/a", row(numbers)));
        assertThat(tables()).containsExactly("tally_v1_g5");
        assertThat(runner.failure()).isEmpty();
    }

    @Test
    void keepsTheOldTablesUntilTheirQueriesAreDone() throws Exception {
        append(A, 1);
        ProjectionRunner<Integer> runner = start();
        runner.awaitPosition(1, SOON);
        CountDownLatch asking = new CountDownLatch(1);
        CompletableFuture<Map<String, Tally.Row>> answer =
                CompletableFuture.supplyAsync(() ->
                        runner.query((connection, tables) -> {
                            asking.countDown();
                            pass(gate);
                            return tally.rows(connection, tables);
                        }));
        pass(asking);

        runner.rebuild();
        await().atMost(SOON).until(() -> runner.status().live().orElseThrow().number() == 2);
        assertThat(tables()).containsExactly("tally_v1_g1", "tally_v1_g2");
        Fault refused = catchThrowableOfType(Fault.class, runner::rebuild);
        gate.countDown();

        assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(Map.of("tally/a", row(1)));
        assertThat(refused.code()).isEqualTo("rebuild-running");
        awaitAlone(runner, 2);
        assertThat(tables()).containsExactly("tally_v1_g2");
    }

    @Test
    void refusesASecondRebuildWhileOneRuns() {
        append(A, 1);
        ProjectionRunner<Integer> runner = start();
        runner.awaitPosition(1, SOON);
        blockAt("_g2", 1);
        runner.rebuild();
        pass(atTheGate);

        Fault fault = catchThrowableOfType(Fault.class, runner::rebuild);
        gate.countDown();

        assertThat(fault.kind()).isEqualTo(Fault.Kind.CONFLICT);
        assertThat(fault.text()).contains("tally").contains("being built already");
        awaitAlone(runner, 2);
    }

    @Test
    void goesOnWithARebuildAfterARestart() {
        int[] numbers = new int[35];
        append(A, numbers);
        ProjectionRunner<Integer> runner = start();
        runner.awaitPosition(35, SOON);
        List<Long> seen = new ArrayList<>();
        tally.before =
                (table, event) -> {
                    if (event.position() == 25) {
                        atTheGate.countDown();
                        throw Fault.unavailable("down", "the database is away", "wait");
                    }
                };
        runner.rebuild();
        pass(atTheGate);

        tally.before = (table, event) -> seen.add(event.position());
        // The batches of ten before it are kept.
        ProjectionRunner<Integer> again = start();
        awaitAlone(again, 2);

        assertThat(rows(again)).isEqualTo(Map.of("tally/a", row(numbers)));
        assertThat(seen).startsWith(21L).endsWith(35L).doesNotHaveDuplicates().hasSize(15);
    }

    @Test
    void buildsAnewWhereTheSchemaVersionWasRaised() {
        append(A, 1, 2);
        start().awaitPosition(2, SOON);
        tally = new Tally(2);
        blockAt("tally_v2", 2);
        ProjectionRunner<Integer> raised = start();
        pass(atTheGate);

        Fault fault = catchThrowableOfType(Fault.class, () -> rows(raised));
        gate.countDown();

        assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
        assertThat(fault.code()).isEqualTo("projection-building");
        awaitAlone(raised, 2);
        assertThat(rows(raised)).isEqualTo(Map.of("tally/a", row(1, 2)));
        assertThat(tables()).containsExactly("tally_v2_g2");
    }

    @Test
    void answersFromTablesOfAnotherSchemaVersionThatItKnows() {
        append(A, 1, 2);
        start().awaitPosition(2, SOON);
        tally = new Tally(2, 1);
        blockAt("tally_v2", 2);
        ProjectionRunner<Integer> raised = start();
        pass(atTheGate);

        assertThat(rows(raised)).isEqualTo(Map.of("tally/a", row(1, 2)));
        gate.countDown();
        awaitAlone(raised, 2);
        assertThat(rows(raised)).isEqualTo(Map.of("tally/a", row(1, 2)));
        assertThat(tables()).containsExactly("tally_v2_g2");
    }

    @Test
    void givesUpABuildOfAnotherSchemaVersion() {
        append(A, 1, 2);
        start().awaitPosition(2, SOON);
        tally = new Tally(2);
        CountDownLatch reached = new CountDownLatch(1);
        tally.before =
                (table, event) -> {
                    reached.countDown();
                    throw Fault.unavailable("down", "the database is away", "wait");
                };
        start();
        pass(reached);

        tally = new Tally(1);
        ProjectionRunner<Integer> back = start();

        assertThat(rows(back)).isEqualTo(Map.of("tally/a", row(1, 2)));
        assertThat(tables()).containsExactly("tally_v1_g1");
    }

    @Test
    void buildsAnewWhereTheViewKnowsWhatTheStoreDoesNot() {
        append(A, 1, 2);
        start().awaitPosition(2, SOON);
        database.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate("UPDATE projection_generation SET position = 7");
            }
        });

        ProjectionRunner<Integer> runner = start();
        runner.awaitPosition(2, SOON);

        assertThat(rows(runner)).isEqualTo(Map.of("tally/a", row(1, 2)));
    }

    @Test
    void aBuildThatStopsLeavesTheLiveGenerationAsItIs() {
        for (String id : List.of("one", "two", "three")) {
            append(new StreamName("tally", id), 1);
        }
        ProjectionRunner<Integer> runner = start();
        runner.awaitPosition(3, SOON);
        tally.before =
                (table, event) -> {
                    if (table.endsWith("_g2")) {
                        throw new IllegalStateException("wrong");
                    }
                };
        runner.rebuild();
        await().atMost(SOON).until(() -> runner.failure().isPresent());

        assertThat(runner.failure().orElseThrow()).contains("generation 2").contains("wrong");
        runner.awaitPosition(append(A, 5), SOON);
        assertThat(rows(runner)).hasSize(4);
        tally.before = (table, event) -> {};
        runner.rebuild();
        await().atMost(SOON).until(() -> runner.failure().isEmpty());
        await().atMost(SOON)
                .until(() ->
                        runner.status().generations().size() == 1
                                && runner.status().building().isEmpty());
        assertThat(rows(runner)).hasSize(4);
    }

    private void blockAt(String tableHas, long position) {
        tally.before =
                (table, event) -> {
                    if (table.contains(tableHas) && event.position() == position) {
                        atTheGate.countDown();
                        pass(gate);
                    }
                };
    }

    private static void awaitAlone(ProjectionRunner<Integer> runner, int generation) {
        await().atMost(SOON)
                .until(() ->
                        runner.status().generations().stream()
                                .map(GenerationStatus::generation)
                                .allMatch(one ->
                                        one.number() == generation && one.state() == State.LIVE));
    }

    private List<String> tables() {
        return database.read(connection -> {
            List<String> names = new ArrayList<>();
            try (ResultSet row =
                    connection
                            .getMetaData()
                            .getTables(null, null, "tally%", new String[] {"TABLE"})) {
                while (row.next()) {
                    names.add(row.getString("TABLE_NAME"));
                }
            }
            return names.stream().sorted().toList();
        });
    }

    private static void pass(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
