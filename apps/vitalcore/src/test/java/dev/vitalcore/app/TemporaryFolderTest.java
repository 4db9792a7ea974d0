package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {
    @Test
    void goesWithAllItHolds() throws IOException {
        TemporaryFolder folder = TemporaryFolder.create();
        Path deep = Files.createDirectories(folder.path().resolve("series/speed"));
        Files.writeString(deep.resolve("1.d"), "samples");

        folder.close();

        assertThat(folder.path()).doesNotExist();
    }
}
