package dev.vitalcore.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Schemas by id, which never change: kept until newer ones need the room, the one longest unused
 * first. Thread-safe; two threads that miss the same id at a time both ask.
 */
final class SchemaCache {
    static final int MOST = 1_000;

    private final Map<Integer, String> byId = new LinkedHashMap<>(16, 0.75f, true);

    String get(int id, Supplier<String> asked) {
        synchronized (byId) {
            String known = byId.get(id);
            if (known != null) {
                return known;
            }
        }
        String schema = asked.get();
        put(id, schema);
        return schema;
    }

    void put(int id, String schema) {
        synchronized (byId) {
            byId.put(id, schema);
            if (byId.size() > MOST) {
                byId.remove(byId.keySet().iterator().next());
            }
        }
    }
}
