package dev.vitalcore.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetainedCheckpointsTest {
    private static final String JOB = "0123";
    private static final int KEEP = 3;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(3_600);

    @TempDir Path directory;
    private RetainedCheckpoints retained;

    @BeforeEach
    void open() {
        retained =
                new RetainedCheckpoints(
                        directory.resolve("checkpoints"), JOB, directory.resolve("unusable"));
    }

    @Test
    void aFreshDirectoryHasNone() {
        assertThat(retained.newestFirst(KEEP)).isEmpty();
    }

    @Test
    void theNewestComesFirstByNumberNotByName() throws IOException {
        complete("chk-9");
        complete("chk-10");

        assertThat(retained.newestFirst(KEEP))
                .extracting(path -> path.getFileName().toString())
                .containsExactly("chk-10", "chk-9");
    }

    @Test
    void whatWasNeverCompletedIsDeleted() throws IOException {
        complete("chk-4");
        Path torn = Files.createDirectories(ofJob("chk-5"));
        Files.writeString(torn.resolve("state"), "half");

        assertThat(retained.newestFirst(KEEP)).containsExactly(ofJob("chk-4"));
        assertThat(torn).doesNotExist();
    }

    @Test
    void whatIsTooOldIsDeleted() throws IOException {
        for (int number = 1; number <= 5; number++) {
            complete("chk-" + number);
        }

        assertThat(retained.newestFirst(KEEP))
                .containsExactly(ofJob("chk-5"), ofJob("chk-4"), ofJob("chk-3"));
        assertThat(ofJob("chk-2")).doesNotExist();
        assertThat(ofJob("chk-1")).doesNotExist();
    }

    @Test
    void whatIsNoCheckpointIsLeftAlone() throws IOException {
        Files.createDirectories(ofJob("shared"));
        Files.createDirectories(ofJob("chk-seven"));

        assertThat(retained.newestFirst(KEEP)).isEmpty();
        assertThat(ofJob("shared")).exists();
        assertThat(ofJob("chk-seven")).exists();
    }

    @Test
    void anUnusableOneIsKeptForInspectionAndMayBeReplaced() throws IOException {
        complete("chk-7");
        retained.setAside(ofJob("chk-7"));
        complete("chk-7");
        retained.setAside(ofJob("chk-7"));

        assertThat(retained.newestFirst(KEEP)).isEmpty();
        assertThat(directory.resolve("unusable/chk-7/_metadata")).exists();
    }

    @Test
    void afterAPowerCutOnlyThoseThatTheMachineOutlivedStay() throws IOException {
        complete("chk-7", NOON);
        complete("chk-8", NOON.plusSeconds(6));
        complete("chk-9", NOON.plusSeconds(10));

        retained.setYoungAside(Instant.EPOCH, LATER);

        assertThat(retained.newestFirst(KEEP)).containsExactly(ofJob("chk-7"));
        assertThat(directory.resolve("unusable/chk-8/_metadata")).exists();
        assertThat(directory.resolve("unusable/chk-9/_metadata")).exists();
    }

    /** The repair of which it is a part may be cut short, and more than once. */
    @Test
    void doneAgainAfterTheSameCutItSetsAsideNoMore() throws IOException {
        complete("chk-7", NOON);
        complete("chk-8", NOON.plusSeconds(6));
        complete("chk-9", NOON.plusSeconds(10));

        retained.setYoungAside(NOON.minusSeconds(60), LATER);
        retained.setYoungAside(NOON.minusSeconds(60), LATER);

        assertThat(retained.newestFirst(KEEP)).containsExactly(ofJob("chk-7"));
    }

    /** The second run was cut before it had a checkpoint of its own. */
    @Test
    void whatTheMachineOutlivedByTheStartOfALaterRunStays() throws IOException {
        complete("chk-7", NOON);

        retained.setYoungAside(NOON.plusSeconds(30), LATER);

        assertThat(retained.newestFirst(KEEP)).containsExactly(ofJob("chk-7"));
    }

    @Test
    void aTimeYetToComeIsNotBelieved() throws IOException {
        complete("chk-9", NOON.plusSeconds(10));
        retained.setAside(ofJob("chk-9"));
        complete("chk-8", NOON);

        retained.setYoungAside(NOON.plusSeconds(20), NOON.plusSeconds(5));

        assertThat(retained.newestFirst(KEEP)).isEmpty();
    }

    @Test
    void onlyTheNewestTwoAreKeptForInspection() throws IOException {
        for (int number = 1; number <= 4; number++) {
            complete("chk-" + number, NOON.plusSeconds(number));
            retained.setAside(ofJob("chk-" + number));
        }

        assertThat(directory.resolve("unusable/chk-4")).exists();
        assertThat(directory.resolve("unusable/chk-3")).exists();
        assertThat(directory.resolve("unusable/chk-2")).doesNotExist();
        assertThat(directory.resolve("unusable/chk-1")).doesNotExist();
    }

    @Test
    void afterAPowerCutThereMayBeNone() {
        retained.setYoungAside(Instant.EPOCH, LATER);

        assertThat(directory).isEmptyDirectory();
    }

    private void complete(String name) throws IOException {
        complete(name, NOON);
    }

    private void complete(String name, Instant made) throws IOException {
        Files.createDirectories(ofJob(name));
        Path metadata = Files.writeString(ofJob(name).resolve("_metadata"), "complete");
        Files.setLastModifiedTime(metadata, FileTime.from(made));
    }

    private Path ofJob(String name) {
        return directory.resolve("checkpoints").resolve(JOB).resolve(name);
    }
}
