package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir private Path folder;

    @Test
    void opensAgainAfterItWasClosed() {
        Path path = folder.resolve("new/data");
        DataDirectory.open(path).close();

        try (DataDirectory again = DataDirectory.open(path)) {
            assertThat(again.path()).isEqualTo(path.toAbsolutePath());
        }
    }

    @Test
    void refusesASecondOwner() {
        try (DataDirectory owner = DataDirectory.open(folder.resolve("data"))) {
            assertFault(owner.path(), Fault.Kind.CONFLICT, "data-directory-in-use");
        }
    }

    @Test
    void refusesAFolderOfOtherThings() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "precious");

        assertFault(folder, Fault.Kind.USER, "data-directory-foreign");
        assertThat(folder.resolve("lock")).doesNotExist();
    }

    @Test
    void refusesAFolderOfOtherThingsThatHasALock() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "precious");
        Files.createFile(folder.resolve("lock"));

        assertFault(folder, Fault.Kind.USER, "data-directory-foreign");
        assertThat(folder.resolve("format")).doesNotExist();
    }

    @Test
    void takesWhatAProcessLeftThatEndedAfterTheLock() throws IOException {
        Path path = Files.createDirectory(folder.resolve("data"));
        Files.createFile(path.resolve("lock"));

        DataDirectory.open(path).close();

        assertThat(path.resolve("format")).exists();
    }

    @Test
    void refusesAFile() throws IOException {
        assertFault(
                Files.createFile(folder.resolve("file")),
                Fault.Kind.USER,
                "data-directory-unusable");
    }

    @Test
    void refusesTheFormatOfAnotherVersion() throws IOException {
        Path path = folder.resolve("data");
        DataDirectory.open(path).close();
        Files.writeString(path.resolve("format"), "99\n");

        assertFault(path, Fault.Kind.CONFLICT, "data-directory-version");
    }

    private static void assertFault(Path path, Fault.Kind kind, String code) {
        assertThatThrownBy(() -> DataDirectory.open(path))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.kind()).isEqualTo(kind);
                            assertThat(fault.code()).isEqualTo(code);
                            assertThat(fault.text()).contains(path.getFileName().toString());
                            assertThat(fault.remedy()).contains("--data");
                        });
    }
}
