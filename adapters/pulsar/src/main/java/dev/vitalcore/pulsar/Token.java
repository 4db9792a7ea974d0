package dev.vitalcore.pulsar;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The token in a file; read each time, so that it can be replaced while the platform runs. */
record Token(Path file) implements Supplier<String> {
    @Override
    public String get() {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw Fault.user(
                    "pulsar-token",
                    "token file " + file + " cannot be read",
                    "write the token into it and let this user read it",
                    e);
        }
    }
}
