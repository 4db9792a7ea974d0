package dev.vitalcore.telemetry.domain;

import static dev.vitalcore.telemetry.TestBlocks.ENTRY;
import static dev.vitalcore.telemetry.TestBlocks.SESSION;
import static dev.vitalcore.telemetry.TestBlocks.SOURCE;
import static dev.vitalcore.telemetry.TestBlocks.block;
import static dev.vitalcore.telemetry.TestBlocks.layout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.telemetry.domain.Calibration.Correction;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Calibration SPEED =
            new Calibration(Map.of("speed", new Correction(2, -1)));

    @Test
    void correctsTheNamedChannelOnly() {
        Rows before = block(0).rows().getFirst();
        TelemetryBlock calibrated = SPEED.apply(block(0));
        Rows after = calibrated.rows().getFirst();

        assertThat(after.columns().get(0).valueAt(3)).isEqualTo(3 * 2 - 1);
        assertThat(after.columns().get(1).valueAt(3)).isEqualTo(before.columns().get(1).valueAt(3));
        assertThat(after.times()).isEqualTo(before.times());
        assertThat(calibrated.declaration()).isEqualTo(block(0).declaration());
    }

    @Test
    void leavesTheOriginalBlockAlone() {
        TelemetryBlock original = block(0);

        TelemetryBlock calibrated = SPEED.apply(original);

        assertThat(calibrated).isNotSameAs(original);
        assertThat(original.rows().getFirst().columns().get(0).valueAt(3)).isEqualTo(3);
    }

    @Test
    void concernsOnlyLayoutsWithItsChannels() {
        assertThat(SPEED.concerns(layout())).isTrue();
        assertThat(new Calibration(Map.of("rpm", new Correction(2, 0))).concerns(layout()))
                .isFalse();
        assertThat(Calibration.IDENTITY.concerns(layout())).isFalse();
    }

    @Test
    void prefersTheSourceToTheEntry() {
        Calibration ofEntry = new Calibration(Map.of("speed", new Correction(3, 0)));
        Calibrations both = new Calibrations(Map.of(SOURCE, SPEED), Map.of(ENTRY, ofEntry));
        SourceId otherSource = new SourceId("other");

        assertThat(both.of(SOURCE, ENTRY)).isEqualTo(SPEED);
        assertThat(both.of(otherSource, ENTRY)).isEqualTo(ofEntry);
        assertThat(both.of(otherSource, new EntryId(SESSION, "9"))).isEqualTo(Calibration.IDENTITY);
    }

    @Test
    void refusesCorrectionsThatDestroyValues() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Correction(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Correction(Double.NaN, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Correction(1, Double.POSITIVE_INFINITY));
    }
}
