package dev.vitalcore.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceRingTest {
    private final TraceRing ring = new TraceRing();

    @Test
    void givesWhatFollowsAPosition() {
        ring.add(10, 1.5);
        ring.add(20, 2.5);
        long seen = ring.end();
        ring.add(30, 3.5);

        TraceRing.Piece piece = ring.from(seen);

        assertThat(piece.times()).containsExactly(30);
        assertThat(piece.values()).containsExactly(3.5);
    }

    @Test
    void leavesOutLateAndAbsentSamples() {
        ring.add(20, 2);
        ring.add(10, 1);
        ring.add(20, 9);
        ring.add(30, Double.NaN);

        assertThat(ring.from(0).values()).containsExactly(2);
    }

    @Test
    void losesTheOldestForAReaderThatFellBehind() {
        for (int i = 0; i < TraceRing.CAPACITY + 3; i++) {
            ring.add(i, i);
        }

        TraceRing.Piece piece = ring.from(0);

        assertThat(piece.times()).hasSize(TraceRing.CAPACITY);
        assertThat(piece.times()[0]).isEqualTo(3);
        assertThat(piece.values()[TraceRing.CAPACITY - 1]).isEqualTo(TraceRing.CAPACITY + 2);
    }

    @Test
    void takesAPositionBeyondItsEndForOneOfAnEarlierRing() {
        ring.add(10, 1);

        assertThat(ring.from(500).values()).containsExactly(1);
    }
}
