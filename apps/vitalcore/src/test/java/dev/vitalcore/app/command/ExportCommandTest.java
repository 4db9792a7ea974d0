package dev.vitalcore.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vitalcore.app.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command against a server that answers as a platform does; that one is tried by ExportIT. */
class ExportCommandTest {
    private static final String TEXT = "time_s,utc,speed [km/h]\r\n";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer platform;

    @TempDir private Path folder;

    @BeforeEach
    void start() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/api/v1/sessions/fp1/export", this::file);
        platform.createContext("/api/v1/sessions/cut/export", this::cut);
        platform.createContext("/api/v1/sessions/gone/export", this::problem);
        platform.start();
    }

    @AfterEach
    void stop() {
        platform.stop(0);
    }

    @Test
    void writesTheFileAndAsksForWhatIsNamed() throws IOException {
        Path file = folder.resolve("a.csv");

        int code =
                run(
                        "fp1",
                        "--cars",
                        "7,8",
                        "--channels",
                        "speed,a b",
                        "--lap=2",
                        "--out",
                        "" + file);

        assertThat(code).as(err.toString()).isZero();
        assertThat(file).hasContent(TEXT);
        assertThat(out.toString()).isEqualToIgnoringNewLines("0.0 kB in " + file);
        assertThat(asked)
                .containsExactly(
                        "/api/v1/sessions/fp1/export?cars=7%2C8&channels=speed%2Ca%20b&lap=2");
        assertThat(left()).containsExactly("a.csv");
    }

    @Test
    void replacesAFileOnlyWhereItMay() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "mine");

        int refused = run("fp1", "--out", file.toString());

        assertThat(refused).isEqualTo(73);
        assertThat(err.toString()).contains("a.csv is there already", "--force");
        assertThat(asked).isEmpty();
        assertThat(file).hasContent("mine");
        assertThat(run("fp1", "--force", "--out", file.toString())).isZero();
        assertThat(file).hasContent(TEXT);
    }

    @Test
    void leavesNothingBehindWhereTheAnswerBreaksOff() throws IOException {
        int code = run("cut", "--out", folder.resolve("a.csv").toString());

        assertThat(code).isEqualTo(69);
        assertThat(err.toString()).contains("broke off before its end");
        assertThat(left()).isEmpty();
    }

    @Test
    void passesOnWhatThePlatformRefuses() throws IOException {
        int code = run("gone", "--out", folder.resolve("a.csv").toString());

        assertThat(code).isEqualTo(65);
        assertThat(err.toString()).contains("there is no session 'gone'", "did you mean 'gene'?");
        assertThat(left()).isEmpty();
    }

    @Test
    void saysThatNothingAnswers() throws IOException {
        platform.stop(0);

        int code = run("fp1", "--out", folder.resolve("a.csv").toString());

        assertThat(code).isEqualTo(69);
        assertThat(err.toString()).contains("no platform answers at", "./vitalcore up");
        assertThat(left()).isEmpty();
    }

    @Test
    void refusesAFolderAndAFolderThatIsNotThere() {
        assertThat(run("fp1", "--out", folder.toString())).isEqualTo(2);
        assertThat(run("fp1", "--out", folder.resolve("absent/a.csv").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is a folder", "there is no folder");
    }

    private int run(String... arguments) {
        CommandLine command =
                Main.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true));
        return command.execute(
                Stream.concat(
                                Stream.of(
                                        "export",
                                        "-q",
                                        "--server",
                                        "http://127.0.0.1:" + platform.getAddress().getPort()),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void file(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        exchange.getResponseHeaders()
                .set("Content-Disposition", "attachment; filename=\"fp1-7.csv\"");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(TEXT.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    /** States more than it sends. */
    private void cut(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000_000);
        exchange.getResponseBody().write(TEXT.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private void problem(HttpExchange exchange) throws IOException {
        byte[] body =
                """
                {"type":"urn:vitalcore:problem:session-unknown","status":404,
                 "detail":"there is no session 'gone'","remedy":"did you mean 'gene'?"}
                """
                        .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
