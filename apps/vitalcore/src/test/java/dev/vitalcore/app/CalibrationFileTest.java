package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.telemetry.domain.Calibration;
import dev.vitalcore.telemetry.domain.Calibration.Correction;
import dev.vitalcore.telemetry.domain.Calibrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationFileTest {
    private static final SourceId ANY = new SourceId("any");

    @TempDir private Path folder;

    @Test
    void correctsTheChannelsOfTheEntriesItNames() throws IOException {
        Calibrations calibrations =
                CalibrationFile.read(
                        file(
                                """
                                entry,channel,gain,offset
                                fp1/7,speed,1.02,0
                                fp1/7,throttle, 1 , -0.4

                                fp1/8,speed,0.5,3
                                """));

        assertThat(calibrations.of(ANY, EntryId.parse("fp1/7")))
                .isEqualTo(
                        new Calibration(
                                Map.of(
                                        "speed", new Correction(1.02, 0),
                                        "throttle", new Correction(1, -0.4))));
        assertThat(calibrations.of(ANY, EntryId.parse("fp1/8")).corrections()).hasSize(1);
        assertThat(calibrations.of(ANY, EntryId.parse("fp1/9"))).isEqualTo(Calibration.IDENTITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fp1/7,speed,1",
                "fp1/7,speed,fast,0",
                "fp1/7,speed,0,0",
                "fp1/7,speed,1,NaN",
                "No 7,speed,1,0",
                "fp1/7,speed,1,0\nfp1/7,speed,2,0"
            })
    void refusesALineThatIsNotUsable(String lines) throws IOException {
        Path file = file("entry,channel,gain,offset\n" + lines);

        assertThatThrownBy(() -> CalibrationFile.read(file))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
                            assertThat(fault.text()).contains("calibration.csv, line ");
                        });
    }

    @Test
    void refusesAnotherFile() throws IOException {
        Path file = file("time,speed\n0,1\n");

        assertThatThrownBy(() -> CalibrationFile.read(file)).hasMessageContaining("line 1");
        assertThatThrownBy(() -> CalibrationFile.read(folder.resolve("absent.csv")))
                .hasMessageContaining("absent.csv");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("calibration.csv"), text);
    }
}
