package dev.vitalcore.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExportChoicesTest {
    private static final Path PLATFORM =
            Path.of("../../gateway/src/main/java/dev/vitalcore/gateway/rest/ExportQuestion.java");

    @Test
    void theCommandTakesWhatThePlatformTakes() throws IOException {
        assertThat(ExportCommand.FORMATS).containsExactlyInAnyOrderElementsOf(taken("Format"));
        assertThat(ExportCommand.FILLS).containsExactlyInAnyOrderElementsOf(taken("Fill"));
    }

    private static List<String> taken(String choice) throws IOException {
        return Pattern.compile("case \"([a-z-]+)\" -> " + choice + "\\.")
                .matcher(Files.readString(PLATFORM))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
