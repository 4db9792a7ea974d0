package dev.vitalcore.avro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What the build demands of a schema and those before it. */
final class HistoryRules {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HistoryRules() {}

    /**
     * @param current the schema as the contracts have it now
     * @return what is wrong; empty when nothing is
     */
    static List<String> violations(SchemaHistory history, String current) {
        List<String> violations = new ArrayList<>();
        List<String> versions = history.versions();
        for (int newer = 1; newer < versions.size(); newer++) {
            for (int older = 0; older < newer; older++) {
                violations.addAll(
                        unreadable(
                                "version " + (newer + 1), versions.get(newer), older + 1, history));
            }
        }
        if (!withoutDocs(current).equals(withoutDocs(history.current()))) {
            violations.add(
                    "the schema differs from version "
                            + versions.size()
                            + ": add it as avro/history/"
                            + history.subject()
                            + "/v"
                            + (versions.size() + 1)
                            + ".avsc");
            for (int older = 1; older <= versions.size(); older++) {
                violations.addAll(unreadable("the schema", current, older, history));
            }
        }
        return violations;
    }

    private static List<String> unreadable(
            String which, String schema, int older, SchemaHistory history) {
        return AvroSchemas.reasonsAgainst(schema, history.versions().get(older - 1)).stream()
                .map(reason -> which + " does not read version " + older + ": " + reason)
                .toList();
    }

    /** Words may be mended without a new version; nothing that is written changes by them. */
    private static JsonNode withoutDocs(String schema) {
        try {
            JsonNode node = JSON.readTree(AvroSchemas.canonical(schema));
            removeDocs(node);
            return node;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void removeDocs(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("doc");
        }
        node.forEach(HistoryRules::removeDocs);
    }
}
