package dev.vitalcore.registry;

import dev.vitalcore.avro.AvroSchemas;
import dev.vitalcore.platform.schema.CompatibilityLevel;
import dev.vitalcore.platform.schema.RegisteredSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a level demands of a new schema. */
final class LevelRules {
    private LevelRules() {}

    /** Those of the versions that a new one is held against. */
    static List<RegisteredSchema> demanded(
            List<RegisteredSchema> before, CompatibilityLevel level) {
        return level.transitive() ? before : last(before);
    }

    static List<RegisteredSchema> last(List<RegisteredSchema> versions) {
        return versions.isEmpty() ? versions : List.of(versions.getLast());
    }

    /** Why the text may not follow these versions; empty when it may. */
    static List<String> reasons(
            String text, List<RegisteredSchema> before, CompatibilityLevel level) {
        Set<String> reasons = new LinkedHashSet<>();
        for (RegisteredSchema older : before) {
            String which = " (version " + older.version() + ")";
            if (level.backward()) {
                for (String reason : AvroSchemas.reasonsAgainst(text, older.schema())) {
                    reasons.add("it does not read the old: " + reason + which);
                }
            }
            if (level.forward()) {
                for (String reason : AvroSchemas.reasonsAgainst(older.schema(), text)) {
                    reasons.add("the old does not read it: " + reason + which);
                }
            }
        }
        return new ArrayList<>(reasons);
    }
}
