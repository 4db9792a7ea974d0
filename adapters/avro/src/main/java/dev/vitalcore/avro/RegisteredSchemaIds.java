package dev.vitalcore.avro;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.schema.RegisteredSchema;
import dev.vitalcore.platform.schema.SchemaFaults;
import dev.vitalcore.platform.schema.SchemaRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Numbers from a registry. All that the subject has at the start are known from then on, so that
 * what stands in the log needs no question; others, of producers that registered later, are asked
 * for once.
 *
 * <p>Numbers that nobody knows cost the registry at most {@value #MOST_UNKNOWN} questions in five
 * seconds: one of them is not asked for again as long, and beyond that none is.
 */
final class RegisteredSchemaIds implements SchemaIds {
    static final int MOST_UNKNOWN = 1_000;
    static final int MOST_LATER = 200;
    static final long UNKNOWN_NANOS = 5_000_000_000L;

    /** Of the versions in the registry, the newest; those of this program's history always. */
    private static final int MOST_VERSIONS = 100;

    private final SchemaRegistry registry;
    private final LongSupplier nanos;
    private final SchemaSnapshot atStart;
    private final Map<Integer, String> later = new ConcurrentHashMap<>();
    private final Set<Integer> unknown = ConcurrentHashMap.newKeySet();
    private volatile long unknownSince;

    private RegisteredSchemaIds(
            SchemaRegistry registry, SchemaSnapshot atStart, LongSupplier nanos) {
        this.registry = registry;
        this.atStart = atStart;
        this.nanos = nanos;
        this.unknownSince = nanos.getAsLong();
    }

    /**
     * Registers every version of the history, oldest first, which changes nothing where they are.
     *
     * @param nanos a clock that only goes forward, in nanoseconds
     * @throws Fault (conflict) where the registry has other schemas under the subject that ours do
     *     not go with
     */
    static RegisteredSchemaIds register(
            SchemaRegistry registry, SchemaHistory history, LongSupplier nanos) {
        Map<Integer, String> schemas = new HashMap<>();
        int current = 0;
        for (String version : history.versions()) {
            current = registry.register(history.subject(), version);
            schemas.put(current, version);
        }
        List<Integer> versions = registry.versions(history.subject());
        int from = Math.max(0, versions.size() - MOST_VERSIONS);
        for (int version : versions.subList(from, versions.size())) {
            RegisteredSchema known = registry.version(history.subject(), version);
            schemas.putIfAbsent(known.id(), known.schema());
        }
        int version = registry.lookup(history.subject(), history.current()).version();
        return new RegisteredSchemaIds(
                registry, new SchemaSnapshot(current, version, schemas), nanos);
    }

    @Override
    public int current() {
        return atStart.current();
    }

    @Override
    public int currentVersion() {
        return atStart.currentVersion();
    }

    @Override
    public Optional<String> schema(int id) {
        Optional<String> known = atStart.schema(id);
        if (known.isPresent()) {
            return known;
        }
        String asked = later.get(id);
        return asked != null ? Optional.of(asked) : ask(id);
    }

    SchemaSnapshot snapshot() {
        return atStart;
    }

    private Optional<String> ask(int id) {
        if (nanos.getAsLong() - unknownSince > UNKNOWN_NANOS) {
            unknown.clear();
            unknownSince = nanos.getAsLong();
        }
        if (unknown.contains(id) || unknown.size() >= MOST_UNKNOWN) {
            return Optional.empty();
        }
        try {
            String schema = registry.schema(id);
            if (later.size() >= MOST_LATER) {
                later.clear();
            }
            later.put(id, schema);
            return Optional.of(schema);
        } catch (Fault fault) {
            if (!fault.code().equals(SchemaFaults.SCHEMA_UNKNOWN)) {
                throw fault;
            }
            unknown.add(id);
            return Optional.empty();
        }
    }
}
