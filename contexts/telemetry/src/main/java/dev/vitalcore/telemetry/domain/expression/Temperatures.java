package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.telemetry.domain.expression.ChannelUnit.Reading;

/** What becomes of temperatures and of differences between them when they are put together. */
final class Temperatures {
    private Temperatures() {}

    /**
     * A sum or a difference in a unit that both sides convert to. A temperature less another is a
     * difference, a temperature and a difference are a temperature; two temperatures stay one,
     * because their mean is one. What may be either ({@code 5 K}) is what makes sense there.
     */
    static Checked sum(Operator operator, ChannelUnit unit, Checked left, Checked right) {
        boolean minus = operator == Operator.SUBTRACT;
        Reading one = beside(left.reading(), right.reading());
        Reading other = beside(right.reading(), left.reading());
        if (minus && one == Reading.DIFFERENCE && right.constant()) {
            // 'warmer by so much, less 5 °C': no temperature can be meant.
            other = Reading.DIFFERENCE;
        }
        return Checker.joined(
                        operator,
                        unit.as(ofSum(one, other, minus)),
                        left.as(one).convertedTo(unit.as(one)),
                        right.as(other).convertedTo(unit.as(other)))
                .asBare(left.bare() && right.bare());
    }

    /** How the common unit of two values is to be read that are compared or chosen from. */
    static Reading common(Checked left, Checked right) {
        boolean leftFollows = left.reading() == Reading.EITHER || left.constant();
        boolean rightLeads = right.reading() != Reading.EITHER && !right.constant();
        return leftFollows && rightLeads ? right.reading() : left.reading();
    }

    private static Reading beside(Reading reading, Reading other) {
        return reading == Reading.EITHER && other != Reading.EITHER ? Reading.DIFFERENCE : reading;
    }

    private static Reading ofSum(Reading left, Reading right, boolean minus) {
        if (minus && right == Reading.VALUE) {
            return Reading.DIFFERENCE;
        }
        return right == Reading.VALUE ? Reading.VALUE : left;
    }
}
