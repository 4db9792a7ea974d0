package dev.vitalcore.gateway.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vitalcore.telemetry.application.MathCheck;
import dev.vitalcore.telemetry.domain.expression.ExpressionRefused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an expression can be used, and what comes out or why not. */
public sealed interface MathCheckJson {
    static MathCheckJson of(MathCheck check) {
        return new Usable(true, check.unit().orElse(null), check.channels());
    }

    static MathCheckJson of(ExpressionRefused refused) {
        return new Unusable(false, new Problem(refused.column(), refused.text(), refused.remedy()));
    }

    /**
     * @param unit null where the units of its channels are not known
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Usable(boolean ok, @Nullable String unit, List<String> channels)
            implements MathCheckJson {}

    /** What is to be changed. */
    record Unusable(boolean ok, Problem problem) implements MathCheckJson {}

    /**
     * @param column of the expression, from 1
     */
    record Problem(int column, String message, String remedy) {}
}
