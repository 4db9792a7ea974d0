package dev.vitalcore.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.app.kill.JavaProcess.Ended;
import dev.vitalcore.avro.AvroSagaEvents;
import dev.vitalcore.platform.events.ChainAudit;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.saga.SagaId;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.sql.events.SqlEventStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Kills a saga's process at each of its points, and lets the next one bring it to its end. */
public final class KilledSaga {
    private static final Pattern POINTS = Pattern.compile("points ([0-9]+)");

    private final Path folder;
    private final Class<?> process;

    /**
     * @param process its main method calls {@link HaltedSaga#run}
     */
    public KilledSaga(Path folder, Class<?> process) {
        this.folder = folder;
        this.process = process;
    }

    /** What a saga came to, when no process works on it. */
    public record Outcome(
            String name,
            SqliteDatabase database,
            EventStore store,
            SagaView saga,
            List<String> told) {}

    /**
     * One course of a saga.
     *
     * @param prepare what is decided before
     * @param arguments of the process, behind its own
     * @param require what must hold in the end, wherever it was killed
     */
    public record Course(
            String name,
            Consumer<EventStore> prepare,
            List<String> arguments,
            Consumer<Outcome> require) {}

    /** Returns how many points there are, which were all tried. */
    public int everywhere(Course course) {
        int points = points(course);
        IntStream.range(0, points).parallel().forEach(point -> killAt(course, point));
        return points;
    }

    private void killAt(Course course, int point) {
        String name = course.name() + "-" + point;
        prepare(course, name);
        Ended killed = run(course, name, point);
        assertThat(killed.code()).as(name + ": " + killed.output()).isEqualTo(HaltingStore.KILLED);
        Ended again = run(course, name, -1);
        assertThat(again.code()).as(name + ": " + again.output()).isZero();
        look(course, name);
    }

    /** Of a run that is left alone. */
    private int points(Course course) {
        String name = course.name() + "-calm";
        prepare(course, name);
        Ended calm = run(course, name, -1);
        assertThat(calm.code()).as(calm.output()).isZero();
        look(course, name);
        Matcher matcher = POINTS.matcher(calm.output());
        assertThat(matcher.find()).as(calm.output()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private Ended run(Course course, String name, int haltAt) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                database(name).toString(),
                                Integer.toString(haltAt),
                                notices(name).toString()));
        arguments.addAll(course.arguments());
        return JavaProcess.run(
                folder.resolve(name + ".out"), process, arguments.toArray(String[]::new));
    }

    private void prepare(Course course, String name) {
        try (SqliteDatabase database = SqliteDatabase.open(database(name));
                SqlEventStore store = new SqlEventStore(database, InstantSource.system())) {
            course.prepare().accept(store);
        }
    }

    private void look(Course course, String name) {
        try (SqliteDatabase database = SqliteDatabase.open(database(name));
                SqlEventStore store = new SqlEventStore(database, InstantSource.system())) {
            assertThat(ChainAudit.of(store, Optional.empty()).findings()).as(name).isEmpty();
            course.require()
                    .accept(new Outcome(name, database, store, saga(store, name), told(name)));
        }
    }

    private static SagaView saga(EventStore store, String name) {
        List<SagaId> sagas =
                store.heads("saga/", 10).stream()
                        .filter(head -> head.stream().category().equals("saga"))
                        .map(head -> SagaId.parse(head.stream().id()))
                        .toList();
        assertThat(sagas).as(name).hasSize(1);
        return Sagas.look(store, new AvroSagaEvents(), sagas.getFirst()).orElseThrow();
    }

    private List<String> told(String name) {
        try {
            return Files.exists(notices(name)) ? Files.readAllLines(notices(name)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path database(String name) {
        return folder.resolve(name + ".db");
    }

    private Path notices(String name) {
        return folder.resolve(name + ".notices");
    }
}
