package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunMarkTest {
    private static final String TODAY = "boot-of-today";
    private static final String TOMORROW = "boot-of-tomorrow";

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir private Path directory;

    @Test
    void knowsThatTheMachineWentDownUnderARun() {
        mark(TODAY).runs();

        assertThat(mark(TOMORROW).machineWentDown()).isTrue();
    }

    @Test
    void takesAKilledProcessForNoPowerCut() {
        mark(TODAY).runs();

        assertThat(mark(TODAY).machineWentDown()).isFalse();
    }

    @Test
    void takesARunThatWasClosedForWhole() throws IOException {
        Files.createDirectories(directory.resolve("series/table"));
        Files.writeString(directory.resolve("series/table/column"), "samples");
        try (RunMark mark = mark(TODAY)) {
            mark.runs();
        }

        assertThat(mark(TOMORROW).machineWentDown()).isFalse();
    }

    @Test
    void doesNotTakeARunForWholeInWhichSomethingFailed() {
        try (RunMark mark = mark(TODAY)) {
            mark.runs();
            mark.staysOpen();
        }

        assertThat(mark(TOMORROW).machineWentDown()).isTrue();
    }

    /** A broker may give up while the platform starts. */
    @Test
    void doesNotForgetThatSomethingFailedBeforeItRan() {
        try (RunMark mark = mark(TODAY)) {
            mark.staysOpen();
            mark.runs();
        }

        assertThat(mark(TOMORROW).machineWentDown()).isTrue();
    }

    @Test
    void doesNotTakeARunForWholeOfWhichAPartDidNotStop() {
        Parts parts = new Parts();
        RunMark mark = parts.add(mark(TODAY));
        parts.whenOneFailsToStop(mark::staysOpen);
        mark.runs();
        AutoCloseable stuck =
                () -> {
                    throw new IllegalStateException("cannot flush");
                };
        assertThat(parts.add(stuck)).isSameAs(stuck);

        parts.close();

        assertThat(mark(TOMORROW).machineWentDown()).isTrue();
    }

    @Test
    void knowsWhenTheRunBeforeItBegan() {
        RunMark.in(directory, TODAY, InstantSource.fixed(NOON)).runs();

        assertThat(mark(TOMORROW).ranBefore()).isEqualTo(NOON);
    }

    @Test
    void readsTheNoteOfAnEarlierVersion() throws IOException {
        Files.writeString(directory.resolve("run"), "running " + TODAY + "\n");

        assertThat(mark(TODAY).machineWentDown()).isFalse();
        assertThat(mark(TOMORROW).machineWentDown()).isTrue();
        assertThat(mark(TOMORROW).ranBefore()).isEqualTo(Instant.EPOCH);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void leavesAloneAtTheEndWhatIsOnTheDiskSinceTheRunBefore() throws IOException {
        Files.writeString(directory.resolve("run"), "closed\n");
        leaveSomethingThatCannotBeForced();
        try (RunMark mark = RunMark.in(directory, TODAY, InstantSource.fixed(inAnHour()))) {
            mark.runs();
        }

        assertThat(mark(TOMORROW).machineWentDown()).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void bringsAllToTheDiskWhereTheRunBeforeWasKilled() throws IOException {
        mark(TODAY).runs();
        leaveSomethingThatCannotBeForced();
        RunMark mark = RunMark.in(directory, TODAY, InstantSource.fixed(inAnHour()));
        mark.runs();

        assertThatThrownBy(mark::close).isInstanceOf(Fault.class);
        assertThat(mark(TOMORROW).machineWentDown()).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void bringsAllToTheDiskWhereTheClockWasPutBack() throws IOException {
        Files.writeString(directory.resolve("run"), "closed\n");
        leaveSomethingThatCannotBeForced();
        Iterator<Instant> times = List.of(inAnHour(), Instant.now()).iterator();
        RunMark mark = RunMark.in(directory, TODAY, times::next);
        mark.runs();

        assertThatThrownBy(mark::close).isInstanceOf(Fault.class);
    }

    @Test
    void remembersUntilTheNextRunBegins() {
        mark(TODAY).runs();
        mark(TOMORROW).close();

        assertThat(mark(TOMORROW).machineWentDown()).isTrue();
    }

    @Test
    void takesADirectoryWithoutANoteForWhole() {
        assertThat(mark(TODAY).machineWentDown()).isFalse();
    }

    /** How a user says it, and what a power cut may leave of the note itself. */
    @Test
    void takesAnEmptyNoteForAPowerCut() throws IOException {
        Files.createFile(directory.resolve("run"));

        assertThat(mark(TODAY).machineWentDown()).isTrue();
    }

    @Test
    void tellsThisMachineFromItself() {
        RunMark.in(directory).runs();

        assertThat(RunMark.in(directory).machineWentDown())
                .isEqualTo(!Files.exists(Path.of("/proc/sys/kernel/random/boot_id")));
    }

    private void leaveSomethingThatCannotBeForced() throws IOException {
        Path link = Files.createDirectories(directory.resolve("series")).resolve("itself");
        Files.createSymbolicLink(link, link);
    }

    private static Instant inAnHour() {
        return Instant.now().plus(Duration.ofHours(1));
    }

    private RunMark mark(String boot) {
        return RunMark.in(directory, boot, InstantSource.system());
    }
}
