package dev.vitalcore.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.Main;
import dev.vitalcore.platform.events.EventIds;
import dev.vitalcore.platform.events.EventType;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.Origin;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.sql.events.SqlEventStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditVerifyCommandTest {
    private static final StreamName SPA = new StreamName("session", "spa");

    @TempDir private Path data;
    private int code;

    @Test
    void findsDecisionsAsTheyWereRecorded() {
        decide(3);

        JsonNode verified = verify();

        assertThat(code).isEqualTo(ExitCodes.DONE);
        assertThat(verified.get("intact").asBoolean()).isTrue();
        assertThat(verified.get("position").asInt()).isEqualTo(3);
        assertThat(verified.get("seal").asString()).startsWith("3:");
    }

    @Test
    void findsWhatSomebodyChanged() {
        decide(3);
        change("UPDATE event SET who = 'nobody' WHERE position = 2");

        JsonNode verified = verify();

        assertThat(code).isEqualTo(ExitCodes.CONFLICT);
        assertThat(verified.get("findings").get(0).get("position").asInt()).isEqualTo(2);
        assertThat(verified.get("findings").get(0).get("what").asString())
                .contains("session/spa version 2");
    }

    @Test
    void comparesWithASealThatWasNoted() {
        decide(3);
        String seal = verify().get("seal").asString();
        decide(5);

        assertThat(verify("--seal", seal).get("intact").asBoolean()).isTrue();
        verify("--seal", seal.substring(0, 10) + "0".repeat(56));
        assertThat(code).isEqualTo(ExitCodes.CONFLICT);
    }

    @Test
    void refusesASealOfAnotherForm() {
        decide(1);

        assertThat(run("--seal", "abc")).contains("position:digest");
        assertThat(code).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void saysWhereThereAreNoDecisions() {
        assertThat(run()).contains("there are no decisions in " + data);
        assertThat(code).isEqualTo(ExitCodes.UNUSABLE_INPUT);
        assertThat(data).isEmptyDirectory();
    }

    private JsonNode verify(String... options) {
        return JsonMapper.shared()
                .readTree(
                        run(
                                Stream.concat(Stream.of("--format", "json"), Stream.of(options))
                                        .toArray(String[]::new)));
    }

    private String run(String... options) {
        StringWriter out = new StringWriter();
        CommandLine commands = Main.commandLine();
        commands.setOut(new PrintWriter(out, true));
        commands.setErr(new PrintWriter(out, true));
        code =
                commands.execute(
                        Stream.concat(
                                        Stream.of("audit", "verify", "--data", data.toString()),
                                        Stream.of(options))
                                .toArray(String[]::new));
        return out.toString();
    }

    /** The first decisions are the same whenever it is called. */
    private void decide(int count) {
        try (SqliteDatabase database = SqliteDatabase.open(data.resolve("events.db"));
                SqlEventStore store = new SqlEventStore(database, InstantSource.system())) {
            IntStream.range(0, count)
                    .forEach(number -> store.append(SPA, Expected.any(), List.of(event(number))));
        }
    }

    private void change(String sql) {
        try (SqliteDatabase database = SqliteDatabase.open(data.resolve("events.db"))) {
            database.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.executeUpdate(sql);
                }
            });
        }
    }

    private static NewEvent event(int number) {
        return new NewEvent(
                EventIds.of(SPA, "key", number),
                new EventType("racecontrol.FlagShown", 1),
                new byte[] {(byte) number},
                number,
                new Origin("anna", "", "c", "command/key"));
    }
}
