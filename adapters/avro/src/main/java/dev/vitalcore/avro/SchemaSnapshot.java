package dev.vitalcore.avro;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers as they were at one moment, for where no registry can be asked: the operators of a Flink
 * job get them with the job.
 */
public record SchemaSnapshot(int current, int currentVersion, Map<Integer, String> schemas)
        implements SchemaIds, Serializable {
    public SchemaSnapshot {
        schemas = Map.copyOf(schemas);
        if (!schemas.containsKey(current)) {
            throw new IllegalArgumentException("schema " + current + " is not among the schemas");
        }
    }

    @Override
    public Optional<String> schema(int id) {
        return Optional.ofNullable(schemas.get(id));
    }
}
