package dev.vitalcore.platform.saga;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.events.StreamName;
import java.util.regex.Pattern;

/** Names a saga: by its plan, and which one of it. Written {@code plan.id}. */
public record SagaId(String plan, String id) {
    /** The category of the streams of sagas. */
    static final String CATEGORY = "saga";

    private static final Pattern PLAN = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,71}");

    public SagaId {
        if (!PLAN.matcher(plan).matches()) {
            throw unusable("plan", plan, "1 to 40 of a-z, 0-9 and '-', beginning with a letter");
        }
        if (!ID.matcher(id).matches()) {
            throw unusable(
                    "id",
                    id,
                    "1 to 72 of a-z, 0-9, '.', '_' and '-', beginning with a letter or digit");
        }
    }

    /**
     * Reads the form {@code plan.id}.
     *
     * @throws Fault (user, {@code saga-name-unusable})
     */
    public static SagaId parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw unusable("name", text, "written plan.id");
        }
        return new SagaId(text.substring(0, dot), text.substring(dot + 1));
    }

    StreamName stream() {
        return new StreamName(CATEGORY, toString());
    }

    @Override
    public String toString() {
        return plan + "." + id;
    }

    private static Fault unusable(String what, String text, String form) {
        return Fault.user(
                "saga-name-unusable",
                "the " + what + " of a saga is not usable: '" + Text.abbreviate(text, 80) + "'",
                "use " + form);
    }
}
