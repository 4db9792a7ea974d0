package dev.vitalcore.trackdata;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document in a file. */
final class TrackDataFile {
    private TrackDataFile() {}

    /**
     * @throws IOException also when it is no ordinary file, or longer than allowed
     */
    static byte[] read(URI address, int mostBytes) throws IOException {
        Path file = Path.of(address);
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + file);
        }
        // A channel, because its reads end when the thread is interrupted.
        try (InputStream in = Channels.newInputStream(Files.newByteChannel(file))) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new IOException(file + " is longer than " + mostBytes + " bytes");
            }
            return bytes;
        }
    }
}
