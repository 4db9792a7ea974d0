package dev.vitalcore.timing.domain.corner;

import java.util.List;

/** What came of looking for the corners of a lap. */
public sealed interface CornerSearch {
    /** From what corners are found. */
    enum Basis {
        POSITIONS,
        LATERAL_ACCELERATION
    }

    /** In the order of driving; none on a circuit without any. */
    record Found(List<Corner> corners, Basis basis) implements CornerSearch {
        public Found {
            corners = List.copyOf(corners);
        }
    }

    /**
     * @param why in words, to follow the name of the lap
     */
    record NotFound(String why) implements CornerSearch {}
}
