package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMarkTest {
    private static final String TODAY = "boot-of-today";
    private static final String TOMORROW = "boot-of-tomorrow";

    @TempDir private Path directory;

    @Test
    void knowsThatTheMachineWentDownUnderARun() {
        RunMark.in(directory, TODAY).runs();

        assertThat(RunMark.in(directory, TOMORROW).machineWentDown()).isTrue();
    }

    @Test
    void takesAKilledProcessForNoPowerCut() {
        RunMark.in(directory, TODAY).runs();

        assertThat(RunMark.in(directory, TODAY).machineWentDown()).isFalse();
    }

    @Test
    void takesARunThatWasClosedForWhole() throws IOException {
        Files.createDirectories(directory.resolve("series/table"));
        Files.writeString(directory.resolve("series/table/column"), "samples");
        try (RunMark mark = RunMark.in(directory, TODAY)) {
            mark.runs();
        }

        assertThat(RunMark.in(directory, TOMORROW).machineWentDown()).isFalse();
    }

    @Test
    void doesNotTakeARunForWholeInWhichSomethingFailed() {
        try (RunMark mark = RunMark.in(directory, TODAY)) {
            mark.runs();
            mark.staysOpen();
        }

        assertThat(RunMark.in(directory, TOMORROW).machineWentDown()).isTrue();
    }

    @Test
    void remembersUntilTheNextRunBegins() {
        RunMark.in(directory, TODAY).runs();
        RunMark.in(directory, TOMORROW).close();

        assertThat(RunMark.in(directory, TOMORROW).machineWentDown()).isTrue();
    }

    @Test
    void takesADirectoryWithoutANoteForWhole() {
        assertThat(RunMark.in(directory, TODAY).machineWentDown()).isFalse();
    }

    /** How a user says it, and what a power cut may leave of the note itself. */
    @Test
    void takesAnEmptyNoteForAPowerCut() throws IOException {
        Files.createFile(directory.resolve("run"));

        assertThat(RunMark.in(directory, TODAY).machineWentDown()).isTrue();
    }

    @Test
    void tellsThisMachineFromItself() {
        RunMark.in(directory).runs();

        assertThat(RunMark.in(directory).machineWentDown())
                .isEqualTo(!Files.exists(Path.of("/proc/sys/kernel/random/boot_id")));
    }
}
