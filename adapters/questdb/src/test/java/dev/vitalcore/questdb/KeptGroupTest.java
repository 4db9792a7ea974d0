package dev.vitalcore.questdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.Unit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeptGroupTest {
    private static final ChannelSpec SPEED =
            new ChannelSpec("speed", "Speed", Unit.METRE_PER_SECOND, "m/s", Precision.SINGLE);
    private static final SessionId SESSION = new SessionId("fp1");

    @Test
    void givesEqualGroupsOneFingerprint() {
        assertThat(KeptGroup.of(new RateGroup(List.of(SPEED), 10)))
                .isEqualTo(KeptGroup.of(new RateGroup(List.of(SPEED), 10)));
    }

    @Test
    void tellsGroupsApartByAnything() {
        List<RateGroup> different =
                List.of(
                        new RateGroup(List.of(SPEED), 10),
                        new RateGroup(List.of(SPEED), 11),
                        group("speeds", "Speed", Unit.METRE_PER_SECOND, "m/s", Precision.SINGLE),
                        group("speed", "Speeds", Unit.METRE_PER_SECOND, "m/s", Precision.SINGLE),
                        group("speeds", "peed", Unit.METRE_PER_SECOND, "m/s", Precision.SINGLE),
                        group("speed", "Speed", Unit.KNOT, "m/s", Precision.SINGLE),
                        group("speed", "Speed", Unit.METRE_PER_SECOND, "", Precision.SINGLE),
                        group("speed", "Speed", Unit.METRE_PER_SECOND, "m/s", Precision.DOUBLE));

        Stream<String> fingerprints =
                different.stream().map(group -> KeptGroup.of(group).fingerprint());

        assertThat(fingerprints).doesNotHaveDuplicates().hasSize(different.size());
    }

    @Test
    void namesATableForEachSession() {
        KeptGroup group = KeptGroup.of(new RateGroup(List.of(SPEED), 10));

        assertThat(group.table(SESSION)).matches("rows_[0-9a-f]{24}");
        assertThat(group.table(SESSION)).isNotEqualTo(group.table(new SessionId("fp2")));
    }

    @Test
    void makesColumnsOfItsOwnNames() {
        ChannelSpec odd = new ChannelSpec("x\"; DROP", "x", Unit.NONE, "", Precision.DOUBLE);

        String sql = KeptGroup.of(new RateGroup(List.of(SPEED, odd), 10)).createTable(SESSION);

        assertThat(sql).contains("c0 FLOAT, c1 DOUBLE").doesNotContain("DROP");
    }

    private static RateGroup group(
            String name, String original, Unit unit, String originalUnit, Precision precision) {
        return new RateGroup(
                List.of(new ChannelSpec(name, original, unit, originalUnit, precision)), 10);
    }
}
