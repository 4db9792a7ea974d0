package dev.vitalcore.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.kernel.Fault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link Database} does; each adapter runs it against its real engine. */
public abstract class DatabaseContract {
    private static final String SCHEMA =
            """
            CREATE TABLE team (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL UNIQUE);
            CREATE TABLE car (
                id INTEGER PRIMARY KEY,
                team INTEGER NOT NULL REFERENCES team (id)
            );
            """;

    private Path directory;
    protected Database database;

    /** Opens the same database as before when the directory is the same. */
    protected abstract Database open(Path directory);

    @BeforeEach
    void openEmpty(@TempDir Path fresh) {
        directory = fresh;
        database = open(directory);
        database.migrate("garage", SCHEMA);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsWhatWasWrittenOverARestart() {
        addTeam(1, "Red");

        reopen();

        assertThat(teams()).containsExactly("Red");
    }

    @Test
    void givesBackWhatTheWorkGives() {
        String given = database.write(connection -> "done");
        String nothing = database.read(connection -> null);

        assertThat(given).isEqualTo("done");
        assertThat(nothing).isNull();
    }

    @Test
    void keepsNothingOfAWriteThatFails() {
        assertThatThrownBy(() ->
                        database.write(connection -> {
                            insertTeam(connection, 1, "Red");
                            throw new IllegalArgumentException("changed my mind");
                        }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("changed my mind");

        addTeam(2, "Blue");
        assertThat(teams()).containsExactly("Blue");
    }

    @Test
    void tellsABrokenConstraintAsConflictAndKeepsNothing() {
        addTeam(1, "Red");

        Fault fault =
                fault(() ->
                        database.write(connection -> {
                            insertTeam(connection, 2, "Blue");
                            return insertTeam(connection, 3, "Red");
                        }));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.CONFLICT);
        assertThat(teams()).containsExactly("Red");
    }

    @Test
    void holdsForeignKeys() {
        Fault fault = fault(() -> execute("INSERT INTO car (id, team) VALUES (1, 77)"));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.CONFLICT);
    }

    @Test
    void tellsAWrongStatementAsBug() {
        Fault fault = fault(() -> execute("INSERT INTO nowhere VALUES (1)"));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.INTERNAL);
        assertThat(fault.text()).contains("nowhere");
    }

    @Test
    void refusesToWriteWithinARead() {
        Fault fault = fault(() -> database.read(connection -> insertTeam(connection, 1, "Red")));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.INTERNAL);
        assertThat(teams()).isEmpty();
    }

    @Test
    void refusesAWriteWithinAWrite() {
        assertThatThrownBy(() -> database.write(outer -> database.write(inner -> 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("write within a write");

        addTeam(1, "Red");
        assertThat(teams()).containsExactly("Red");
    }

    @Test
    void readsASnapshotThatAWriterDoesNotChange() {
        addTeam(1, "Red");

        List<String> seen =
                database.read(connection -> {
                    List<String> before = teams(connection);
                    addTeam(2, "Blue");
                    List<String> after = teams(connection);
                    return before.equals(after) ? after : List.of("the snapshot moved");
                });

        assertThat(seen).containsExactly("Red");
        assertThat(teams()).containsExactly("Red", "Blue");
    }

    @Test
    void doesNotShowAReaderWhatIsNotCommitted() throws Exception {
        CountDownLatch inserted = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> writer =
                    threads.submit(() ->
                            database.write(connection -> {
                                insertTeam(connection, 1, "Red");
                                inserted.countDown();
                                return await(looked);
                            }));
            await(inserted);
            List<String> during = teams();
            looked.countDown();

            assertThat(writer.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(during).isEmpty();
            assertThat(teams()).containsExactly("Red");
        }
    }

    @Test
    void servesManyVirtualThreadsAtOnce() throws Exception {
        addTeam(0, "counted");
        execute("CREATE TABLE counter (value INTEGER NOT NULL)");
        execute("INSERT INTO counter VALUES (0)");
        int count = 200;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(
                        threads.submit(() -> {
                            execute("UPDATE counter SET value = value + 1");
                            return teams();
                        }));
            }
            for (Future<List<String>> one : all) {
                assertThat(one.get(60, TimeUnit.SECONDS)).containsExactly("counted");
            }
        }

        assertThat(number("SELECT value FROM counter")).isEqualTo(count);
    }

    @Test
    void runsEachScriptOnce() {
        String second = "INSERT INTO team (id, name) VALUES (1, 'Red')";
        database.migrate("garage", SCHEMA, second);
        database.migrate("garage", SCHEMA, second);
        reopen();

        database.migrate("garage", SCHEMA, second);

        assertThat(teams()).containsExactly("Red");
    }

    @Test
    void keepsTheScriptsOfComponentsApart() {
        database.migrate("timing", "CREATE TABLE lap (id INTEGER PRIMARY KEY)");

        assertThat(number("SELECT count(*) FROM lap")).isZero();
        assertThat(teams()).isEmpty();
    }

    @Test
    void keepsNothingOfAScriptThatFails() {
        String half =
                "INSERT INTO team (id, name) VALUES (1, 'Red'); INSERT INTO nowhere VALUES (1);";
        fault(() -> database.migrate("garage", SCHEMA, half));

        database.migrate("garage", SCHEMA, "INSERT INTO team (id, name) VALUES (2, 'Blue')");

        assertThat(teams()).containsExactly("Blue");
    }

    @Test
    void refusesAScriptThatChangedAfterItRan() {
        Fault fault = fault(() -> database.migrate("garage", SCHEMA + "-- now with a remark"));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.CONFLICT);
        assertThat(fault.text()).contains("garage").contains("script 0");
    }

    @Test
    void refusesASchemaOfANewerProgram() {
        database.migrate("garage", SCHEMA, "CREATE TABLE sponsor (id INTEGER)");

        Fault fault = fault(() -> database.migrate("garage", SCHEMA));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.CONFLICT);
        assertThat(fault.text()).contains("newer version");
    }

    @Test
    void refusesWorkAfterItWasClosed() {
        database.close();

        assertThat(fault(() -> addTeam(1, "Red")).kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
        assertThat(fault(this::teams).kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
    }

    protected final void reopen() {
        database.close();
        database = open(directory);
    }

    protected final void addTeam(int id, String name) {
        database.write(connection -> insertTeam(connection, id, name));
    }

    protected final List<String> teams() {
        return database.read(DatabaseContract::teams);
    }

    protected final void execute(String sql) {
        database.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    protected static Fault fault(Runnable action) {
        return catchThrowableOfType(Fault.class, action::run);
    }

    private int number(String sql) {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private static int insertTeam(Connection connection, int id, String name) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO team (id, name) VALUES (?, ?)")) {
            insert.setInt(1, id);
            insert.setString(2, name);
            return insert.executeUpdate();
        }
    }

    private static List<String> teams(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM team ORDER BY id")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
