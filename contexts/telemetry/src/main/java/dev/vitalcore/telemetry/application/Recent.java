package dev.vitalcore.telemetry.application;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was made of keys, kept for those asked for most recently. Any thread may ask. */
final class Recent<K, V> {
    private final int most;
    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);

    Recent(int most) {
        this.most = most;
    }

    /**
     * That of the key; made anew, perhaps by several threads at once, where it is not kept. All of
     * them get the one that was made first.
     */
    V get(K key, Function<K, V> make) {
        synchronized (kept) {
            V found = kept.get(key);
            if (found != null) {
                return found;
            }
        }
        V made = make.apply(key);
        synchronized (kept) {
            V first = kept.putIfAbsent(key, made);
            if (first != null) {
                return first;
            }
            if (kept.size() > most) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return made;
    }
}
