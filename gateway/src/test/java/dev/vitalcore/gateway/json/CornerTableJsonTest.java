package dev.vitalcore.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.timing.application.Corners;
import dev.vitalcore.timing.application.LapReference;
import dev.vitalcore.timing.domain.corner.CornerPassage;
import dev.vitalcore.timing.domain.corner.CornerSearch;
import dev.vitalcore.timing.domain.corner.LaidLap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CornerTableJsonTest {
    private static final LapReference REFERENCE = lap(2);
    private static final CornerPassage PASSAGE =
            new CornerPassage(1, 180, 80, 500, 120, 400, -5, 520, 4.5, 0.3, 0.7);

    @Test
    void tellsWhatIsLostOnlyWhereBothTimesAreKnownWell() {
        CornerTableJson known = table(false);
        CornerTableJson unknown = table(true);

        assertThat(known.referenceUncertain()).isFalse();
        assertThat(known.rows())
                .extracting(CornerTableJson.Row::lostS)
                .containsExactly(0.3, Double.NaN);
        assertThat(known.rows())
                .extracting(CornerTableJson.Row::cornerS)
                .containsExactly(4.5, Double.NaN);
        assertThat(unknown.referenceUncertain()).isTrue();
        assertThat(unknown.rows())
                .extracting(CornerTableJson.Row::lostS)
                .containsExactly(Double.NaN, Double.NaN);
        assertThat(unknown.rows())
                .extracting(CornerTableJson.Row::lostSoFarS)
                .containsExactly(Double.NaN, Double.NaN);
        // A lap's own time in a corner does not depend on the reference's.
        assertThat(unknown.rows())
                .extracting(CornerTableJson.Row::cornerS)
                .containsExactly(4.5, Double.NaN);
    }

    private static CornerTableJson table(boolean referenceUncertain) {
        return CornerTableJson.of(
                new Corners.Comparison(
                        new Corners.OnLap(
                                REFERENCE,
                                List.of(),
                                CornerSearch.Basis.POSITIONS,
                                Optional.empty()),
                        referenceUncertain,
                        List.of(driven(3, false), driven(4, true))));
    }

    private static Corners.LapInCorners driven(int number, boolean uncertain) {
        return new Corners.LapInCorners(
                lap(number), 90, uncertain, LaidLap.BrakeSign.BRAKE, List.of(PASSAGE));
    }

    private static LapReference lap(int number) {
        return new LapReference(EntryId.parse("race/7"), number);
    }
}
