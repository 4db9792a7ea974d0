package dev.vitalcore.sql;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.events.AddressParameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a PostgreSQL database is and as whom it is used. The password is never part of it: it comes
 * from the file, else from the environment variable {@code PGPASSWORD}, else from the password file
 * of libpq ({@code ~/.pgpass} or {@code PGPASSFILE}).
 *
 * @param port 1 to 65535
 * @param passwordFile whose first line is the password
 * @param sslMode of libpq
 */
public record PostgresSettings(
        String host,
        int port,
        String database,
        String user,
        Optional<Path> passwordFile,
        SslMode sslMode) {
    private static final int DEFAULT_PORT = 5432;
    private static final String FORM =
            "write it as postgresql://USER@HOST:PORT/DATABASE?password-file=FILE&sslmode=verify-full;"
                    + " port, file and sslmode may be left out";

    /** How far the connection is protected; the names are those of libpq. */
    public enum SslMode {
        DISABLE("disable"),
        PREFER("prefer"),
        REQUIRE("require"),
        VERIFY_CA("verify-ca"),
        VERIFY_FULL("verify-full");

        private final String written;

        SslMode(String written) {
            this.written = written;
        }

        String written() {
            return written;
        }

        private static SslMode parse(String text) {
            for (SslMode mode : values()) {
                if (mode.written.equals(text)) {
                    return mode;
                }
            }
            throw unusable("sslmode '" + Text.abbreviate(text, 40) + "' is not known");
        }

        /** On this machine nobody listens in; elsewhere the server has to prove who it is. */
        private static SslMode defaultFor(String host) {
            return AddressParameters.isLoopback(host) ? PREFER : VERIFY_FULL;
        }
    }

    public PostgresSettings {
        if (host.isBlank() || database.isBlank() || user.isBlank()) {
            throw unusable("host, database or user of the PostgreSQL server is missing");
        }
        if (port < 1 || port > 65_535) {
            throw unusable("port " + port + " of PostgreSQL server " + host + " is not usable");
        }
    }

    /**
     * Reads {@code postgresql://user@host:port/database}, with the parameters {@code password-file}
     * and {@code sslmode}. Without a mode, connections to another machine are made as {@code
     * verify-full}.
     *
     * @throws Fault (user) when the text has another form or holds a password
     */
    public static PostgresSettings parse(String text) {
        URI address = uri(text);
        String user = address.getUserInfo() == null ? "" : address.getUserInfo();
        if (user.contains(":")) {
            throw Fault.user(
                    "password-in-address",
                    "the address of the PostgreSQL server holds a password",
                    "leave it out and give password-file=FILE, PGPASSWORD or ~/.pgpass");
        }
        String host = address.getHost() == null ? "" : address.getHost().replaceAll("[\\[\\]]", "");
        String path = address.getPath() == null ? "" : address.getPath();
        AddressParameters parameters = new AddressParameters(address, PostgresSettings::unusable);
        Optional<Path> file = parameters.take("password-file").map(Path::of);
        SslMode mode =
                parameters
                        .take("sslmode")
                        .map(SslMode::parse)
                        .orElseGet(() -> SslMode.defaultFor(host));
        parameters.requireNoOther();
        return new PostgresSettings(
                host,
                address.getPort() < 0 ? DEFAULT_PORT : address.getPort(),
                path.startsWith("/") ? path.substring(1) : path,
                user,
                file,
                mode);
    }

    /** For messages; names no secret. */
    public String where() {
        return user + "@" + host + ":" + port + "/" + database;
    }

    private static URI uri(String text) {
        try {
            URI address = new URI(text);
            if ("postgresql".equals(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException e) {
            // The text is not repeated, nor is the cause that quotes it: it may hold a password.
        }
        throw unusable("the address of the PostgreSQL server is not usable");
    }

    private static Fault unusable(String what) {
        return Fault.user("postgres-settings", what, FORM);
    }
}
