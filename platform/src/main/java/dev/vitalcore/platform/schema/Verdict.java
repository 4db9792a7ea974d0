package dev.vitalcore.platform.schema;

import java.util.List;

/**
 * Whether a schema may follow.
 *
 * @param reasons why not, each naming the field; a registry may tell none even where it says no
 */
public record Verdict(boolean compatible, List<String> reasons) {
    public Verdict {
        reasons = List.copyOf(reasons);
    }
}
