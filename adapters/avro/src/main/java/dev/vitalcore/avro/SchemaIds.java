package dev.vitalcore.avro;

import java.util.Optional;

/** The numbers that the schemas of one subject have in a registry. Thread-safe. */
public interface SchemaIds {
    /** The number of the schema that this program writes; the same at each call. */
    int current();

    /** Which version of its subject that schema is, from 1; the same at each call. */
    int currentVersion();

    /**
     * The text of the schema with this number; empty where the registry has none.
     *
     * @throws dev.vitalcore.kernel.Fault (unavailable) where the registry cannot be asked
     */
    Optional<String> schema(int id);
}
