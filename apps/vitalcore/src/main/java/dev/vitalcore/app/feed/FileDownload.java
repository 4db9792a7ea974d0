package dev.vitalcore.app.feed;

import dev.vitalcore.app.Reason;
import dev.vitalcore.app.WrongUsage;
import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a file from a running platform. Until it is whole it stands under another name in the same
 * folder, so what bears its name is whole.
 */
public final class FileDownload {
    private static final int PIECE = 64 * 1024;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(60);
    private static final int LONGEST_PROBLEM = 64 * 1024;
    private static final Pattern FILE_NAME =
            Pattern.compile("attachment; filename=\"([A-Za-z0-9][A-Za-z0-9._-]{0,250})\"");

    private final URI server;
    private final boolean replaces;
    private final LongConsumer progress;
    private final Duration silence;

    /**
     * @param replaces whether a file of that name may be replaced
     * @param progress is told how many bytes there are so far
     * @throws WrongUsage when the address is none of a server
     */
    public FileDownload(URI server, boolean replaces, LongConsumer progress) {
        this(server, replaces, progress, SILENCE_LIMIT);
    }

    /**
     * @param silence how long the platform may send nothing
     */
    FileDownload(URI server, boolean replaces, LongConsumer progress, Duration silence) {
        this.server = ServerAddress.required(server);
        this.replaces = replaces;
        this.progress = progress;
        this.silence = silence;
    }

    /** What was written. */
    public record Written(Path file, long bytes) {}

    /**
     * @param path at the server, with its query
     * @param wanted where to; empty: in the current folder, under the name that the platform gives
     * @throws Fault (conflict) when the file is there already; others when the platform refuses,
     *     cannot be reached or the file cannot be written
     */
    public Written take(String path, Optional<Path> wanted) {
        wanted.ifPresent(this::requireFree);
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path)).timeout(silence).build();
        try (HttpClient http =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT_LIMIT)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = new StallGuard(response.body(), silence)) {
                if (response.statusCode() / 100 != 2) {
                    throw ProblemAnswer.fault(
                            server, response.statusCode(), body.readNBytes(LONGEST_PROBLEM));
                }
                return written(body, wanted.orElseGet(() -> named(response)));
            }
        } catch (ConnectException | HttpConnectTimeoutException nobody) {
            throw ProblemAnswer.notRunning(server, nobody);
        } catch (HttpTimeoutException silent) {
            throw silent(silent);
        } catch (IOException cut) {
            throw cutOff(cut);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable(
                    "interrupted", "stopped before the file was whole", "run it again", stop);
        }
    }

    private Path named(HttpResponse<InputStream> response) {
        Matcher name =
                FILE_NAME.matcher(response.headers().firstValue("Content-Disposition").orElse(""));
        if (!name.matches()) {
            throw Fault.unavailable(
                    "platform-not-running",
                    "what answers at " + server + " is no vitalcore platform",
                    "name the platform's address with --server");
        }
        Path file = Path.of(name.group(1));
        requireFree(file);
        return file;
    }

    private Written written(InputStream body, Path file) throws IOException {
        Path part = part(file);
        try {
            long bytes = copy(body, part, file);
            move(part, file);
            return new Written(file, bytes);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path part(Path file) {
        Path name = file.getFileName();
        Path folder = file.toAbsolutePath().getParent();
        if (name == null || folder == null) {
            throw new WrongUsage("--out '" + file + "' is no file", "give the name of a file");
        }
        // Not as a temporary file, which only its owner may read.
        Path part = folder.resolve(name + "." + ProcessHandle.current().pid() + ".part");
        // For Ctrl-C.
        part.toFile().deleteOnExit();
        return part;
    }

    private long copy(InputStream body, Path part, Path file) throws IOException {
        byte[] piece = new byte[PIECE];
        long bytes = 0;
        try (OutputStream out = open(part, file)) {
            for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
                write(out, piece, length, file);
                bytes += length;
                progress.accept(bytes);
            }
        }
        return bytes;
    }

    private static OutputStream open(Path part, Path file) {
        try {
            return Files.newOutputStream(part);
        } catch (IOException problem) {
            throw unwritable(file, problem);
        }
    }

    /** A full disk is no cut connection. */
    private static void write(OutputStream out, byte[] piece, int length, Path file) {
        try {
            out.write(piece, 0, length);
        } catch (IOException problem) {
            throw unwritable(file, problem);
        }
    }

    private void move(Path part, Path file) {
        try {
            if (replaces) {
                replace(part, file);
            } else {
                Files.move(part, file);
            }
        } catch (FileAlreadyExistsException meanwhile) {
            throw exists(file);
        } catch (IOException problem) {
            throw unwritable(file, problem);
        }
    }

    private static void replace(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherwise) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void requireFree(Path file) {
        if (Files.isDirectory(file)) {
            throw new WrongUsage("--out '" + file + "' is a folder", "give the name of a file");
        }
        if (!replaces && Files.exists(file)) {
            throw exists(file);
        }
    }

    private static Fault exists(Path file) {
        return Fault.conflict(
                "file-exists",
                file + " is there already",
                "give another name with --out, or replace it with --force");
    }

    private static Fault unwritable(Path file, IOException problem) {
        return Fault.unavailable(
                "file-unwritable",
                file + " cannot be written: " + Reason.of(problem),
                "give another place with --out",
                problem);
    }

    private Fault silent(HttpTimeoutException silent) {
        return Fault.unavailable(
                "platform-silent",
                server + " sent nothing for " + silence.toSeconds() + " s",
                "run the command again; see the platform's log (vitalcore.log) if it stays so",
                silent);
    }

    private Fault cutOff(IOException cut) {
        return Fault.unavailable(
                "connection-lost",
                "the file from " + server + " broke off before its end: " + cut.getMessage(),
                "run the command again; see the platform's log (vitalcore.log) if it stays so",
                cut);
    }
}
