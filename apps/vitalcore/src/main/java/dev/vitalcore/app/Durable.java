package dev.vitalcore.app;

import dev.vitalcore.kernel.Fault;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is on the disk when the call returns, not just in the cache of the operating system. */
final class Durable {
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private Durable() {}

    /** The file has either the old or the new text, whenever the power fails. */
    static void write(Path folder, String name, String text) throws IOException {
        Path fresh = folder.resolve(name + ".new");
        try (FileChannel channel =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(
                fresh,
                folder.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folder);
    }

    /**
     * All files and folders below the folder that were changed since then, whoever wrote them. What
     * vanishes meanwhile is no matter.
     *
     * @return how many files that were
     */
    static int forceAll(Path folder, Instant since) {
        try {
            Forcing forcing = new Forcing(FileTime.from(since));
            Files.walkFileTree(folder, forcing);
            return forcing.files;
        } catch (IOException e) {
            throw Fault.unavailable(
                    "data-directory-unusable",
                    "not all of " + folder + " could be brought to the disk: " + e,
                    "see that the disk works and has room",
                    e);
        }
    }

    /** Walks through folders; a failure ends it. */
    static final class Forcing extends SimpleFileVisitor<Path> {
        private final FileTime since;
        private int files;

        Forcing(FileTime since) {
            this.since = since;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            if (attributes.lastModifiedTime().compareTo(since) >= 0) {
                force(file);
                files++;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
            if (failure != null && !(failure instanceof NoSuchFileException)) {
                throw failure;
            }
            if (isChanged(folder)) {
                forceFolder(folder);
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isChanged(Path folder) throws IOException {
            try {
                return Files.getLastModifiedTime(folder).compareTo(since) >= 0;
            } catch (NoSuchFileException gone) {
                return false;
            }
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (NoSuchFileException gone) {
            return;
        }
    }

    /** On Windows there is no such thing; its file system keeps names in order by itself. */
    private static void forceFolder(Path folder) throws IOException {
        if (WINDOWS) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (NoSuchFileException gone) {
            return;
        }
    }
}
