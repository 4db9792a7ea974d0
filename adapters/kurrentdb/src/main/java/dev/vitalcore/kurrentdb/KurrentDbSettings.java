package dev.vitalcore.kurrentdb;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.events.AddressParameters;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the stream of the event store is. The password is never part of it, only the file whose
 * first line it is.
 *
 * @param stream of KurrentDB that is the log of all streams of this store
 * @param user empty where the server asks for none
 * @param tls whether the connection is encrypted and the server has to prove who it is
 * @param memoryLimitBytes what the events may take in memory; a store that has grown larger is
 *     refused
 */
public record KurrentDbSettings(
        String host,
        int port,
        String stream,
        Optional<User> user,
        boolean tls,
        long memoryLimitBytes) {
    /** Room for some 600,000 events of 150 bytes. */
    public static final long DEFAULT_MEMORY_LIMIT_BYTES = 512L * 1024 * 1024;

    private static final int DEFAULT_PORT = 2113;
    private static final Pattern STREAM = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");
    private static final String FORM =
            "write it as kurrentdb://USER@HOST:PORT/STREAM?password-file=FILE&tls=true;"
                    + " user, port, file and tls may be left out";

    /** Who signs in, and the file whose first line is the password. */
    public record User(String name, Path passwordFile) {
        String password() {
            try {
                return Files.readString(passwordFile).lines().findFirst().orElse("");
            } catch (IOException e) {
                throw Fault.user(
                        "password-file",
                        "password file " + passwordFile + " cannot be read",
                        "write the password into its first line and let this user read it",
                        e);
            }
        }
    }

    public KurrentDbSettings {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw unusable("host or port of KurrentDB is not usable");
        }
        if (!STREAM.matcher(stream).matches()) {
            throw unusable(
                    "stream '" + Text.abbreviate(stream, 60) + "' of KurrentDB is not usable");
        }
        if (user.isPresent() && !tls && !AddressParameters.isLoopback(host)) {
            throw Fault.user(
                    "kurrentdb-password-in-the-clear",
                    "the password would go to " + host + " without encryption",
                    "leave tls=false out");
        }
        if (memoryLimitBytes < 1) {
            throw unusable("a memory limit of " + memoryLimitBytes + " bytes is not usable");
        }
    }

    /**
     * Reads {@code kurrentdb://user@host:port/stream} with the parameters {@code password-file} and
     * {@code tls} (default: true).
     *
     * @throws Fault (user) when the text has another form or holds a password
     */
    public static KurrentDbSettings parse(String text) {
        URI address = uri(text);
        AddressParameters parameters = new AddressParameters(address, KurrentDbSettings::unusable);
        Optional<Path> file = parameters.take("password-file").map(Path::of);
        String tls = parameters.take("tls").orElse("true");
        parameters.requireNoOther();
        if (!tls.matches("true|false")) {
            throw unusable("parameter 'tls' of the address of KurrentDB is neither true nor false");
        }
        String name = address.getUserInfo() == null ? "" : address.getUserInfo();
        if (name.contains(":") || name.isEmpty() == file.isPresent()) {
            throw unusable("the address of KurrentDB holds a password, or a user without a file");
        }
        String path = address.getPath() == null ? "" : address.getPath();
        return new KurrentDbSettings(
                address.getHost() == null ? "" : address.getHost(),
                address.getPort() < 0 ? DEFAULT_PORT : address.getPort(),
                path.startsWith("/") ? path.substring(1) : path,
                file.map(found -> new User(name, found)),
                tls.equals("true"),
                DEFAULT_MEMORY_LIMIT_BYTES);
    }

    /** For messages. */
    public String where() {
        return "kurrentdb://" + host + ":" + port + "/" + stream;
    }

    private static URI uri(String text) {
        try {
            URI address = new URI(text);
            if ("kurrentdb".equals(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException e) {
            // The text is not repeated, nor is the cause that quotes it: it may hold a password.
        }
        throw unusable("the address of KurrentDB is not usable");
    }

    private static Fault unusable(String what) {
        return Fault.user("kurrentdb-settings", what, FORM);
    }
}
