package dev.vitalcore.questdb;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Adds up the files of a directory that is being written to. */
final class DirectorySize extends SimpleFileVisitor<Path> {
    private long bytes;

    private DirectorySize() {}

    static long bytes(Path directory) {
        DirectorySize size = new DirectorySize();
        try {
            Files.walkFileTree(directory, size);
        } catch (IOException e) {
            throw Fault.unavailable(
                    "series-io",
                    "directory " + directory + " cannot be read: " + e.getMessage(),
                    "check the directory, its permissions, and the disk",
                    e);
        }
        return size.bytes;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        bytes += attributes.size();
        return FileVisitResult.CONTINUE;
    }

    /** The engine deletes files while we look. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
        return FileVisitResult.CONTINUE;
    }
}
