package dev.vitalcore.kurrentdb;

import java.nio.file.Path;
import java.util.Objects;

/** The server at {@code KURRENTDB_URL}, {@code kurrentdb://host:port}; a stream a directory. */
final class KurrentDbServer {
    private KurrentDbServer() {}

    static KurrentDbSettings settings(Path directory) {
        String url = Objects.requireNonNull(System.getenv("KURRENTDB_URL"), "KURRENTDB_URL");
        String stream = "vitalcore-" + directory.getFileName();
        int parameters = url.indexOf('?');
        return KurrentDbSettings.parse(
                parameters < 0
                        ? url + "/" + stream
                        : url.substring(0, parameters) + "/" + stream + url.substring(parameters));
    }
}
