package dev.vitalcore.edge.input;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * A file as the formats see it: its first bytes, decompressed where it is gzip (told by content),
 * its name without suffixes, and the files that lie beside it.
 *
 * @param head the first bytes of the content, at most {@link #HEAD_BYTES}
 */
public record RecordingFile(Path path, boolean compressed, byte[] head) {
    /** Enough for the header of every text format; the reader looks no further to tell a format. */
    public static final int HEAD_BYTES = 64 << 10;

    private static final int BUFFER_BYTES = 64 << 10;
    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;

    /**
     * Looks at a file.
     *
     * @throws Fault where there is no such file, it is a directory, or it cannot be read
     */
    public static RecordingFile of(Path path) {
        if (Files.isDirectory(path)) {
            throw Fault.user(
                    "recording-is-directory",
                    path + " is a directory",
                    "name a file in it, or use a command that takes directories");
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path), 1024)) {
            boolean compressed = isGzip(raw);
            return new RecordingFile(path, compressed, head(raw, compressed));
        } catch (IOException problem) {
            throw fault(path, problem);
        }
    }

    private static byte[] head(InputStream raw, boolean compressed) throws IOException {
        // The decoder holds memory outside the heap until it is closed.
        try (InputStream content = compressed ? new InflatedStream(raw) : raw) {
            return content.readNBytes(HEAD_BYTES);
        }
    }

    private static boolean isGzip(InputStream raw) throws IOException {
        raw.mark(2);
        boolean gzip = raw.read() == GZIP_MAGIC_1 && raw.read() == GZIP_MAGIC_2;
        raw.reset();
        return gzip;
    }

    /** The content from its first byte, decompressed. */
    public InputStream open() {
        try {
            InputStream raw = Files.newInputStream(path);
            return compressed ? inflated(raw) : raw;
        } catch (IOException problem) {
            throw fault(path, problem);
        }
    }

    private static InputStream inflated(InputStream raw) throws IOException {
        try {
            return new InflatedStream(new BufferedInputStream(raw, BUFFER_BYTES));
        } catch (IOException problem) {
            raw.close();
            throw problem;
        }
    }

    /** The lines of the content from the first. */
    public LineReader lines() {
        return new LineReader(this, open());
    }

    /** The head as text, one character a byte: for recognising, not for showing. */
    public String headText() {
        return new String(head, StandardCharsets.ISO_8859_1);
    }

    /** File name without {@code .gz} and the last suffix. */
    public String stem() {
        String name = String.valueOf(path.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith(".gz")) {
            name = name.substring(0, name.length() - 3);
        }
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The file beside this one with the same stem and the suffix (in lower or upper case). */
    public Optional<Path> companion(String suffix) {
        for (String spelling : new String[] {suffix, suffix.toUpperCase(Locale.ROOT)}) {
            Path beside = path.resolveSibling(stem() + "." + spelling);
            if (Files.isRegularFile(beside)) {
                return Optional.of(beside);
            }
        }
        return Optional.empty();
    }

    /** The file is of a known format but its content contradicts it. */
    public Fault damaged(String what) {
        return Fault.user(
                "recording-damaged",
                path + ": " + what,
                "copy the file from the logger again, or export it again");
    }

    /** The file has no samples. */
    public Fault empty(String what) {
        return Fault.user(
                "recording-empty", path + ": " + what, "choose a recording that has samples");
    }

    /** The fault that a failure of reading means. */
    public Fault fault(IOException problem) {
        return fault(path, problem);
    }

    private static Fault fault(Path path, IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return Fault.user(
                    "recording-not-found", path + " does not exist", "check the path", problem);
        }
        if (problem instanceof AbsurdSizeException) {
            return Fault.user(
                    "recording-too-large",
                    path + ": " + problem.getMessage(),
                    "decompress it yourself if it is meant to be so, and look what is in it",
                    problem);
        }
        if (problem instanceof ZipException || problem instanceof EOFException) {
            return Fault.user(
                    "recording-damaged",
                    path + ": the compressed data is damaged or cut off (" + cause(problem) + ")",
                    "copy the file again; 'gzip -t' tells whether a copy is whole",
                    problem);
        }
        return Fault.unavailable(
                "recording-unreadable",
                path + " cannot be read: " + cause(problem),
                "check the permissions and the disk",
                problem);
    }

    private static String cause(IOException problem) {
        return Text.abbreviate(
                problem.getMessage() == null
                        ? problem.getClass().getSimpleName()
                        : problem.getMessage(),
                200);
    }
}
