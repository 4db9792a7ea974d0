package dev.vitalcore.sql;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.sql.PostgresSettings.SslMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real PostgreSQL server in a temporary directory, on a free port of loopback. Durable as it
 * comes: nothing is turned off. Where the server is not installed the suites are skipped and say
 * so.
 */
public final class PostgresServer implements AutoCloseable {
    /** The server refuses to run as root; the package makes this user. */
    private static final String SYSTEM_USER = "postgres";

    private static final String USER = "vitalcore";

    private final Path binaries;
    private final Path directory;
    private final Path passwordFile;
    private final int port;
    private Process process;

    private PostgresServer(Path binaries) throws IOException {
        this.binaries = binaries;
        this.directory = Files.createTempDirectory("vitalcore-postgres");
        this.passwordFile = directory.resolve("password");
        this.port = freePort();
        Files.writeString(passwordFile, UUID.randomUUID().toString());
        giveToSystemUser(directory);
        giveToSystemUser(passwordFile);
        run(
                binaries.resolve("initdb").toString(),
                "--pgdata=" + data(),
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale=C.UTF-8");
        process = start();
    }

    /** Starts one, or skips the test. */
    public static PostgresServer start(String askedBy) {
        Optional<Path> binaries = binaries();
        if (binaries.isEmpty()) {
            String missing = "no PostgreSQL server is installed (apt-get install postgresql)";
            System.err.println("SKIPPED: " + askedBy + ": " + missing);
            Assumptions.abort(missing);
        }
        try {
            return new PostgresServer(binaries.orElseThrow());
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }

    PostgresSettings settings(String database) {
        return new PostgresSettings(
                "127.0.0.1", port, database, USER, Optional.of(passwordFile), SslMode.PREFER);
    }

    /** As {@link PostgresSettings#parse} reads it. */
    public String address(String database) {
        return "postgresql://%s@127.0.0.1:%d/%s?password-file=%s"
                .formatted(USER, port, database, passwordFile);
    }

    public Path passwordFile() {
        return passwordFile;
    }

    public void createDatabase(String name) {
        execute("CREATE DATABASE \"" + name + "\" ENCODING 'UTF8' TEMPLATE template0");
    }

    /** The database of this directory, made when it is asked for the first time. */
    public PostgresDatabase open(Path of) {
        String name = "db_" + of.toString().replaceAll("[^A-Za-z0-9]", "_");
        try {
            return PostgresDatabase.open(settings(name));
        } catch (Fault absent) {
            if (!absent.code().equals("sql-no-database")) {
                throw absent;
            }
            createDatabase(name);
            return PostgresDatabase.open(settings(name));
        }
    }

    /** A statement outside of any transaction, as an administrator gives it. */
    void execute(String sql) {
        try (var connection = new PostgresSessions(settings("postgres")).open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The server dies without a word to anybody and without a checkpoint, and is started again. */
    public void crashAndRestart() {
        crash();
        startAgain();
    }

    /** The server dies without a word to anybody and without a checkpoint. */
    public void crash() {
        try {
            signal("-QUIT");
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not end", e);
        }
    }

    public void startAgain() {
        try {
            process = start();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not start again", e);
        }
    }

    @Override
    public void close() throws IOException {
        signal("-INT");
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Process start() throws IOException {
        Process started =
                asSystemUser(
                                binaries.resolve("postgres").toString(),
                                "-D",
                                data().toString(),
                                "-p",
                                Integer.toString(port),
                                "-c",
                                "listen_addresses=127.0.0.1",
                                "-c",
                                "unix_socket_directories=")
                        .redirectErrorStream(true)
                        .redirectOutput(new java.io.File("/dev/null"))
                        .start();
        process = started;
        Awaitility.await("PostgreSQL on port " + port)
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsMatching(PostgresServer::isStarting)
                .until(() -> {
                    execute("SELECT 1");
                    return true;
                });
        return started;
    }

    private static boolean isStarting(Throwable refused) {
        return refused instanceof Fault fault && fault.kind() == Fault.Kind.UNAVAILABLE;
    }

    private void signal(String signal) throws IOException {
        if (!process.isAlive()) {
            return;
        }
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
        waitFor(process, "PostgreSQL, told to end by " + signal);
    }

    private void run(String... command) throws IOException {
        Process started =
                asSystemUser(command)
                        .redirectErrorStream(true)
                        .redirectOutput(new java.io.File("/dev/null"))
                        .start();
        if (waitFor(started, command[0]) != 0) {
            throw new IOException(command[0] + " failed with " + started.exitValue());
        }
    }

    private static int waitFor(Process started, String what) throws IOException {
        try {
            if (!started.waitFor(60, TimeUnit.SECONDS)) {
                started.destroyForcibly();
                throw new IOException(what + " takes longer than 60 s");
            }
            return started.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + what, e);
        }
    }

    private ProcessBuilder asSystemUser(String... command) {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            whole.addAll(
                    List.of(
                            "setpriv",
                            "--reuid=" + SYSTEM_USER,
                            "--regid=" + SYSTEM_USER,
                            "--clear-groups"));
        }
        whole.addAll(List.of(command));
        return new ProcessBuilder(whole).directory(directory.toFile());
    }

    private static void giveToSystemUser(Path path) throws IOException {
        String permissions = Files.isDirectory(path) ? "rwx------" : "rw-------";
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        if (isRoot()) {
            UserPrincipal owner =
                    path.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(SYSTEM_USER);
            Files.setOwner(path, owner);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Debian keeps the servers of several versions beside each other; the newest is taken. */
    private static Optional<Path> binaries() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max((a, b) -> Integer.compare(version(a), version(b)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int version(Path bin) {
        return Integer.parseInt(bin.getParent().getFileName().toString().replaceAll("\\D.*", ""));
    }

    /** One server for all suites of the module; it ends with the last of them. */
    public static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == PostgresServer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(PostgresServer.class))
                    .computeIfAbsent(
                            PostgresServer.class,
                            key -> start(context.getRequiredTestClass().getSimpleName()),
                            PostgresServer.class);
        }
    }
}
