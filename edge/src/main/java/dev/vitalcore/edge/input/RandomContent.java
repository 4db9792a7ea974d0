package dev.vitalcore.edge.input;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The content of a file by position, for formats with pointers. Compressed content is unpacked into
 * a temporary file first, which goes when this is closed.
 */
public final class RandomContent implements AutoCloseable {
    private final RecordingFile file;
    private final FileChannel channel;
    private final long size;

    private RandomContent(RecordingFile file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.size = channel.size();
    }

    public static RandomContent of(RecordingFile file) {
        try {
            return new RandomContent(file, file.compressed() ? unpacked(file) : plain(file));
        } catch (IOException problem) {
            throw file.fault(problem);
        }
    }

    private static FileChannel plain(RecordingFile file) throws IOException {
        return FileChannel.open(file.path(), StandardOpenOption.READ);
    }

    private static FileChannel unpacked(RecordingFile file) throws IOException {
        Path copy = Files.createTempFile("vitalcore-", ".unpacked");
        try (InputStream in = file.open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return FileChannel.open(
                    copy, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException problem) {
            Files.deleteIfExists(copy);
            throw problem;
        }
    }

    public long size() {
        return size;
    }

    /**
     * Reads {@code length} bytes, little endian.
     *
     * @throws Fault where the content ends before them
     */
    public ByteBuffer read(long position, int length) {
        if (position < 0 || position > size - length) {
            throw file.damaged(
                    "it points to bytes "
                            + position
                            + " to "
                            + (position + length)
                            + " but ends at "
                            + size
                            + "; it was cut off or overwritten");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, position + bytes.position()) < 0) {
                    throw file.damaged("it became shorter while it was read");
                }
            }
        } catch (IOException problem) {
            throw file.fault(problem);
        }
        return bytes.flip();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException problem) {
            throw file.fault(problem);
        }
    }
}
