package dev.vitalcore.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main class as a process of its own; without a cluster Flink gives it one of its own. */
class SpeedLayerJobIT {
    @TempDir Path directory;

    @Test
    void theJobFindsTheSameEvents() throws Exception {
        List<TelemetryBlock> recording = TestBlocks.recording("logger", "race/7", 30);
        try (TestLog log = new TestLog(directory.resolve("log"));
                RegistryServer registry = RegistryServer.start()) {
            log.append(recording);
            Process job =
                    TestProcesses.start(
                            SpeedLayerJob.class,
                            directory.resolve("job.log"),
                            "--bootstrap-servers",
                            log.bootstrapServers(),
                            "--schema-registry",
                            registry.address());
            try {
                log.awaitEventsOf(recording);
            } finally {
                job.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void saysThatNoRegistryIsNamed() throws Exception {
        Path output = directory.resolve("job.log");

        Process job =
                TestProcesses.start(SpeedLayerJob.class, output, "--bootstrap-servers", "h:1");

        assertThat(job.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(job.exitValue()).isNotZero();
        assertThat(Files.readString(output)).contains("schema-registry");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Path output = directory.resolve("job.log");

        Process job = TestProcesses.start(SpeedLayerJob.class, output);

        assertThat(job.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(job.exitValue()).isNotZero();
        assertThat(Files.readString(output)).contains("bootstrap-servers");
    }
}
