package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YoungCheckpointsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir private Path speedLayer;

    @Test
    void leavesThoseThatTheMachineOutlived() throws IOException {
        Path old = checkpoint(7, NOON);
        Path young = checkpoint(8, NOON.plusSeconds(6));
        Path newest = checkpoint(9, NOON.plusSeconds(10));

        YoungCheckpoints.setAside(speedLayer);

        assertThat(old).exists();
        assertThat(young).doesNotExist();
        assertThat(newest).doesNotExist();
        assertThat(speedLayer.resolve("unusable/chk-9/_metadata")).exists();
    }

    @Test
    void takesThePlaceOfOneThatWasSetAsideBefore() throws IOException {
        Files.createDirectories(speedLayer.resolve("unusable/chk-9/shared"));
        checkpoint(9, NOON);

        YoungCheckpoints.setAside(speedLayer);

        assertThat(speedLayer.resolve("unusable/chk-9/_metadata")).exists();
        assertThat(speedLayer.resolve("unusable/chk-9/shared")).doesNotExist();
    }

    @Test
    void findsNothingWhereThereIsNone() {
        YoungCheckpoints.setAside(speedLayer);

        assertThat(speedLayer).isEmptyDirectory();
    }

    private Path checkpoint(int number, Instant made) throws IOException {
        Path checkpoint =
                Files.createDirectories(speedLayer.resolve("checkpoints/job/chk-" + number));
        Path metadata = Files.createFile(checkpoint.resolve("_metadata"));
        Files.setLastModifiedTime(metadata, FileTime.from(made));
        return checkpoint;
    }
}
