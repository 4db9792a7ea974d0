package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DurableTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir private Path folder;

    @Test
    void forcesWhatWasChangedSinceThen() throws IOException {
        file("table/old", NOON.minusSeconds(1));
        file("table/new", NOON);
        file("newer", NOON.plusSeconds(1));

        assertThat(Durable.forceAll(folder, NOON)).isEqualTo(2);
        assertThat(Durable.forceAll(folder, Instant.EPOCH)).isEqualTo(3);
    }

    @Test
    void replacesATextWhole() throws IOException {
        Durable.write(folder, "note", "a longer text");
        Durable.write(folder, "note", "short");

        assertThat(folder.resolve("note")).hasContent("short");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void failsWhereAFileCannotBeForced() throws IOException {
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);

        assertThatThrownBy(() -> Durable.forceAll(folder, Instant.EPOCH))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("data-directory-unusable"));
    }

    /** The listing of a folder may end by a failure, after which some files were never seen. */
    @Test
    void failsWhereAFolderCannotBeReadToItsEnd() {
        Durable.Forcing forcing = new Durable.Forcing(FileTime.from(NOON));
        IOException broken = new IOException("input/output error");

        assertThatThrownBy(() -> forcing.postVisitDirectory(folder, broken)).isSameAs(broken);
    }

    @Test
    void doesNotMindAFolderThatVanishes() throws IOException {
        Durable.Forcing forcing = new Durable.Forcing(FileTime.from(Instant.EPOCH));
        Path gone = folder.resolve("gone");

        assertThat(forcing.postVisitDirectory(gone, new NoSuchFileException("gone")))
                .isEqualTo(FileVisitResult.CONTINUE);
    }

    private void file(String name, Instant changed) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        Files.setLastModifiedTime(file, FileTime.from(changed));
    }
}
