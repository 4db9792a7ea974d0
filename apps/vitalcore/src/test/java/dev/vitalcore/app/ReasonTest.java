package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ReasonTest {
    @Test
    void doesNotNameTheFileAgain() {
        assertThat(Reason.of(new NoSuchFileException("a.csv"))).isEqualTo("it does not exist");
        assertThat(Reason.of(new AccessDeniedException("a.csv"))).isEqualTo("access is denied");
        assertThat(Reason.of(new FileSystemException("a.csv", null, "Not a directory")))
                .isEqualTo("Not a directory");
        assertThat(Reason.of(new MalformedInputException(1))).isEqualTo("it is no UTF-8 text");
        assertThat(Reason.of(new IOException("Input/output error"))).contains("Input/output error");
    }
}
