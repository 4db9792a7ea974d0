package dev.vitalcore.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What no file and no platform can make right ends with the exit code of wrong usage. */
class WrongUsageTest {
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up --port 99999",
                "up --port -1",
                "up --port http",
                "up --nonsense",
                "demo --port 99999",
                "doctor --port 99999",
                "laps",
                "laps file --format xml",
                "replay file --speed 0",
                "replay file --speed fast",
                "replay file --server localhost:8080",
                "import file --server http://localhost:99999",
                "import file --session=",
                "export fp1 --format xls",
                "export fp1 --fill zero",
                "export fp1 --out no/such/folder/7.csv",
                "up --event-store mysql://127.0.0.1/decisions",
                "up --event-store postgresql://race:s3cret@127.0.0.1/decisions",
                "up --event-store pulsar://127.0.0.1/a/b/c?colour=red",
                "audit verify --event-store postgresql:///decisions",
                "bench --cars 0",
                "bench --rate NaN",
                "bench --rate 1 --block-ms 5"
            })
    void endsWithTwo(String arguments) {
        CommandLine commands = Main.commandLine();
        commands.setErr(new PrintWriter(err, true));

        int code = commands.execute(arguments.split(" "));

        assertThat(code).as(err.toString()).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
    }
}
