package dev.vitalcore.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GateJsonTest {
    /** A degree at 60° north after the tables of WGS 84: 111,412.28 m, and 55,799.98 m eastward. */
    private static final double NORTH_M = 111_412.28;

    private static final double EAST_M = 55_799.98;
    private static final Offset<Double> A_MILLIMETRE = within(0.001);

    @Test
    void laysALineAcrossTheHeadingOfAPointItsLeftEndFirst() {
        GateJson northward = json(new DeclaredGate.Point(60, 25, 0, 30));
        GateJson westward = json(new DeclaredGate.Point(60, 25, 270, 30));

        assertThat((northward.longitude1() - 25) * EAST_M).isCloseTo(-15, A_MILLIMETRE);
        assertThat((northward.longitude2() - 25) * EAST_M).isCloseTo(15, A_MILLIMETRE);
        assertThat(northward.latitude1()).isCloseTo(60, within(1e-12));
        assertThat((westward.latitude1() - 60) * NORTH_M).isCloseTo(-15, A_MILLIMETRE);
        assertThat((westward.latitude2() - 60) * NORTH_M).isCloseTo(15, A_MILLIMETRE);
        assertThat(westward.longitude2()).isCloseTo(25, within(1e-12));
        assertThat(westward.headingDeg()).isEqualTo(270);
        assertThat(westward.widthM()).isEqualTo(30);
    }

    @Test
    void isAsWideAsTimingTakesItWhereNoWidthIsStated() {
        GateJson gate = json(new DeclaredGate.Point(60, 25, 0, Double.NaN));

        assertThat((gate.longitude2() - gate.longitude1()) * EAST_M).isCloseTo(40, within(0.01));
        assertThat(gate.widthM()).isNull();
    }

    @Test
    void isOnlyAPointWhileTheHeadingIsNotKnown() {
        GateJson gate = json(new DeclaredGate.Point(60, 25, Double.NaN, 30));

        assertThat(gate.latitude1()).isEqualTo(gate.latitude2()).isEqualTo(60);
        assertThat(gate.longitude1()).isEqualTo(gate.longitude2()).isEqualTo(25);
        assertThat(gate.headingDeg()).isNull();
    }

    @Test
    void leavesALineAsItIsStated() {
        assertThat(json(new DeclaredGate.Line(60, 25, 61, 26)))
                .isEqualTo(new GateJson("sector", "S1", 60, 25, 61, 26, null, null));
    }

    private static GateJson json(DeclaredGate.Geometry geometry) {
        return GateJson.of(List.of(new DeclaredGate(DeclaredGate.Kind.SECTOR, "S1", geometry)))
                .getFirst();
    }
}
