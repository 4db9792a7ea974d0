package dev.vitalcore.trackdata;

import dev.vitalcore.kernel.Sha256;
import dev.vitalcore.trackdata.Document.Validators;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the last good answer in a file, which has either the old or the new one whenever the
 * process or the power ends. One thread at a time.
 *
 * <pre>
 *   vitalcore-track-data 1      format of this file
 *   6b86b273…                   SHA-256 of the address it came from, which may hold a secret
 *   2026-05-24T13:00:00Z        when the provider last said that it is so
 *   "33a64df5"                  its ETag, or nothing
 *   Sat, 23 May 2026 …          its Last-Modified, or nothing
 *   d4735e3a…                   SHA-256 of the answer
 *   { "type": … }               the answer as it came
 * </pre>
 */
final class DiskCache {
    private static final Logger LOG = LoggerFactory.getLogger(DiskCache.class);
    private static final String NAME = "circuits";
    private static final String FORMAT = "vitalcore-track-data 1";
    private static final int LINES = 6;
    private static final int LONGEST_HEAD = 4_096;

    private final Path folder;
    private final String source;
    private final int mostBytes;

    /**
     * @param folder need not exist
     * @param address what was kept of another one is not given
     * @param mostBytes of an answer
     */
    DiskCache(Path folder, String address, int mostBytes) {
        this.folder = folder;
        this.source = Sha256.hex(address);
        this.mostBytes = mostBytes;
    }

    Path file() {
        return folder.resolve(NAME);
    }

    /** What is kept; nothing, with a warning, where it is damaged or of another version. */
    Optional<Document> read() {
        try {
            return parsed(Files.exists(file()) ? bytes() : new byte[0]);
        } catch (IOException | DateTimeException unusable) {
            ignored(unusable);
            return Optional.empty();
        }
    }

    /** That it is not used, and why. */
    void ignored(Exception unusable) {
        LOG.atWarn()
                .addKeyValue("file", file())
                .addKeyValue("reason", unusable.getMessage())
                .log(
                        "the circuits on the disk are not used; they are replaced with the next answer");
    }

    void write(Document document) throws IOException {
        Files.createDirectories(folder);
        Path fresh = folder.resolve(NAME + ".new");
        try (FileChannel channel =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            writeAll(channel, head(document).getBytes(StandardCharsets.UTF_8));
            writeAll(channel, document.body());
            channel.force(true);
        }
        Files.move(
                fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String head(Document document) {
        Validators validators = document.validators();
        return String.join(
                "\n",
                FORMAT,
                source,
                document.at().toString(),
                validators.etag(),
                validators.lastModified(),
                Sha256.hex(document.body()),
                "");
    }

    private byte[] bytes() throws IOException {
        long size = Files.size(file());
        if (size > (long) mostBytes + LONGEST_HEAD) {
            throw new IOException("it has " + size + " bytes");
        }
        return Files.readAllBytes(file());
    }

    private Optional<Document> parsed(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return Optional.empty();
        }
        int end = endOfHead(bytes);
        String[] head = new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n", -1);
        if (!head[0].equals(FORMAT)) {
            throw new IOException("it is not of the format '" + FORMAT + "'");
        }
        if (end == bytes.length) {
            throw new IOException("it ends in its head");
        }
        byte[] body = Arrays.copyOfRange(bytes, end + 1, bytes.length);
        if (!head[5].equals(Sha256.hex(body))) {
            throw new IOException("it does not have the digest " + head[5]);
        }
        return head[1].equals(source)
                ? Optional.of(
                        new Document(
                                body, new Validators(head[3], head[4]), Instant.parse(head[2])))
                : Optional.empty();
    }

    /** Of the last of its lines; of all bytes where there are not so many. */
    private static int endOfHead(byte[] bytes) {
        int lines = 0;
        for (int i = 0; i < Math.min(bytes.length, LONGEST_HEAD); i++) {
            if (bytes[i] == '\n' && ++lines == LINES) {
                return i;
            }
        }
        return bytes.length;
    }

    private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }
}
