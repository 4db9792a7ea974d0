package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.EpochNanos;
import java.io.DataOutput;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limit of evidence, with a tracker that finds what the rows tell it to find. */
class StrandTest {
    private static final double NOTHING = 0;
    private static final double CROSSING = 1;
    private static final double HOLE = 2;
    private static final double STOP = 3;

    private final Strand<Told> strand = new Strand<>(1, new Told());
    private long time;

    @Test
    void forgetsTheOldestHolesAndStopsAndNoPassing() {
        tell(HOLE, 10);
        tell(STOP, 10);
        tell(CROSSING, Strand.MOST_EVIDENCE - 20);
        letSettle();
        assertThat(strand.overflowed()).isFalse();

        tell(CROSSING, 15);

        assertThat(strand.overflowed()).isTrue();
        assertThat(strand.evidence()).hasSize(Strand.MOST_EVIDENCE);
        assertThat(crossings()).isEqualTo(Strand.MOST_EVIDENCE - 5);
        assertThat(strand.evidence().subList(0, 5)).allMatch(one -> one instanceof Evidence.Stop);
    }

    @Test
    void saysThatTheEvidenceChangedWhereItsNumberStaysTheSame() {
        tell(HOLE, 10);
        tell(CROSSING, Strand.MOST_EVIDENCE - 10);
        letSettle();
        int before = strand.changes();

        tell(CROSSING, 1);

        assertThat(strand.changes()).isGreaterThan(before);
    }

    @Test
    void doesNotHearNewPassingsRatherThanForgetOldOnes() {
        tell(CROSSING, Strand.MOST_EVIDENCE);
        List<Evidence> before = strand.evidence();

        tell(CROSSING, 100);
        assertThat(strand.evidence()).isEqualTo(before);
        letSettle();

        assertThat(strand.evidence()).isEqualTo(before);
        assertThat(strand.overflowed()).isTrue();
    }

    private long crossings() {
        return strand.evidence().stream().filter(one -> one instanceof Evidence.Crossing).count();
    }

    private void tell(double what, int times) {
        for (int count = 0; count < times; count++) {
            time += EpochNanos.PER_MILLI;
            strand.take(time, new double[] {what});
        }
        strand.catchUp();
    }

    private void letSettle() {
        time += Strand.HORIZON_NANOS + EpochNanos.PER_SECOND * 60;
        tell(NOTHING, 1);
    }

    /** Keeps no state. */
    private static final class Told implements Tracker<Told> {
        @Override
        public void take(long time, double[] row, List<Evidence> found) {
            if (row[0] == CROSSING) {
                found.add(new Evidence.Crossing(0, time, true, 0, 100, new Evidence.Way(0, 0)));
            } else if (row[0] == HOLE) {
                found.add(new Evidence.Hole(time - 1, time, false));
            } else if (row[0] == STOP) {
                found.add(new Evidence.Stop(time - 3, time - 2, time - 1, time));
            }
        }

        @Override
        public Told copy() {
            return this;
        }

        @Override
        public void write(DataOutput out) {}
    }
}
