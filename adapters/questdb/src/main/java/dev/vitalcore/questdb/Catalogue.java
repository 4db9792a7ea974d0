package dev.vitalcore.questdb;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.Unit;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.sql.Record;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which rate groups are kept for which entry. Two small tables beside the rows hold it; the whole
 * is also in memory, because groups repeat from session to session.
 *
 * <p>Added to by the one writer thread, read by any.
 */
final class Catalogue {
    static final String GROUPS = "kept_groups";
    static final String ENTRIES = "kept_entries";

    /** All rows bear one time: the catalogue has no history, but the engine's log wants a time. */
    private static final long NO_TIME = 0;

    private final EmbeddedEngine engine;
    private final Bounds bounds;
    private final Map<RateGroup, KeptGroup> groups = new HashMap<>();
    private final Map<SessionId, Set<KeptGroup>> sessions = new HashMap<>();
    private final Map<EntryId, List<KeptGroup>> entries = new ConcurrentHashMap<>();

    private Catalogue(EmbeddedEngine engine, Bounds bounds) {
        this.engine = engine;
        this.bounds = bounds;
    }

    /** Makes the two tables where they are missing. */
    static void define(EmbeddedEngine engine) {
        engine.define(
                "CREATE TABLE IF NOT EXISTS "
                        + GROUPS
                        + " (ts TIMESTAMP, fingerprint STRING, period LONG, name STRING,"
                        + " original_name STRING, unit STRING, original_unit STRING,"
                        + " precision STRING) TIMESTAMP(ts) PARTITION BY YEAR WAL");
        engine.define(
                "CREATE TABLE IF NOT EXISTS "
                        + ENTRIES
                        + " (ts TIMESTAMP, entry STRING, fingerprint STRING)"
                        + " TIMESTAMP(ts) PARTITION BY YEAR WAL");
    }

    static Catalogue load(EmbeddedEngine engine, Bounds bounds) {
        Catalogue catalogue = new Catalogue(engine, bounds);
        Map<String, KeptGroup> byFingerprint = catalogue.loadGroups();
        engine.query(
                "SELECT entry, fingerprint FROM " + ENTRIES,
                row -> {
                    KeptGroup group = byFingerprint.get(text(row, 1));
                    if (group != null) {
                        catalogue.remember(EntryId.parse(text(row, 0)), group);
                    }
                });
        return catalogue;
    }

    /** The groups of an entry in the order in which they first came. */
    List<KeptGroup> groups(EntryId entry) {
        return entries.getOrDefault(entry, List.of());
    }

    /**
     * The group, recorded for the entry and with a table; cheap when it is known.
     *
     * @throws Fault (user) when the session has too many groups or the group too many channels
     */
    KeptGroup keep(EntryId entry, RateGroup group) {
        KeptGroup known = groups.get(group);
        if (known != null && groups(entry).contains(known)) {
            return known;
        }
        KeptGroup kept = known != null ? known : KeptGroup.of(group);
        checkBounds(entry.session(), kept);
        engine.define(kept.createTable(entry.session()));
        if (known == null) {
            storeGroup(kept);
            groups.put(group, kept);
        }
        storeEntry(entry, kept);
        remember(entry, kept);
        return kept;
    }

    private void remember(EntryId entry, KeptGroup group) {
        sessions.computeIfAbsent(entry.session(), session -> new HashSet<>()).add(group);
        List<KeptGroup> present = groups(entry);
        if (!present.contains(group)) {
            List<KeptGroup> more = new ArrayList<>(present);
            more.add(group);
            entries.put(entry, List.copyOf(more));
        }
    }

    private void checkBounds(SessionId session, KeptGroup group) {
        int channels = group.group().channels().size();
        if (channels > bounds.channelsAGroup()) {
            throw Fault.user(
                    "too-many-channels",
                    "a rate group of session " + session + " has " + channels + " channels",
                    "send at most " + bounds.channelsAGroup() + " channels a rate group");
        }
        Set<KeptGroup> present = sessions.getOrDefault(session, Set.of());
        if (!present.contains(group) && present.size() >= bounds.groupsASession()) {
            throw Fault.user(
                    "too-many-layouts",
                    "session " + session + " has " + present.size() + " different rate groups",
                    "let sources keep their layout; a session takes at most "
                            + bounds.groupsASession());
        }
    }

    private void storeGroup(KeptGroup kept) {
        engine.append(writers -> {
            for (ChannelSpec channel : kept.group().channels()) {
                TableWriter.Row row = writers.of(GROUPS).newRow(NO_TIME);
                row.putStr(1, kept.fingerprint());
                row.putLong(2, kept.group().periodNanos());
                row.putStr(3, channel.name());
                row.putStr(4, channel.originalName());
                row.putStr(5, channel.unit().name());
                row.putStr(6, channel.originalUnit());
                row.putStr(7, channel.precision().name());
                row.append();
            }
        });
    }

    private void storeEntry(EntryId entry, KeptGroup kept) {
        engine.append(writers -> {
            TableWriter.Row row = writers.of(ENTRIES).newRow(NO_TIME);
            row.putStr(1, entry.toString());
            row.putStr(2, kept.fingerprint());
            row.append();
        });
    }

    /**
     * A group may have been stored twice, when a process died before it could use it; the
     * fingerprint tells how many channels are one copy.
     */
    private Map<String, KeptGroup> loadGroups() {
        Map<String, Map<String, ChannelSpec>> channels = new LinkedHashMap<>();
        Map<String, Long> periods = new HashMap<>();
        engine.query(
                "SELECT fingerprint, period, name, original_name, unit, original_unit, precision"
                        + " FROM "
                        + GROUPS,
                row -> {
                    ChannelSpec channel = channel(row);
                    periods.put(text(row, 0), row.getLong(1));
                    channels.computeIfAbsent(text(row, 0), group -> new LinkedHashMap<>())
                            .putIfAbsent(channel.name(), channel);
                });
        Map<String, KeptGroup> loaded = new HashMap<>();
        channels.forEach((fingerprint, specs) -> {
            RateGroup group =
                    new RateGroup(
                            List.copyOf(specs.values()), periods.getOrDefault(fingerprint, 0L));
            KeptGroup kept = new KeptGroup(fingerprint, group);
            groups.put(group, kept);
            loaded.put(fingerprint, kept);
        });
        return loaded;
    }

    private static ChannelSpec channel(Record row) {
        return new ChannelSpec(
                text(row, 2),
                text(row, 3),
                Unit.valueOf(text(row, 4)),
                text(row, 5),
                Precision.valueOf(text(row, 6)));
    }

    private static String text(Record row, int column) {
        CharSequence text = row.getStrA(column);
        return text == null ? "" : text.toString();
    }

    /** A source that changes its layout with every block must not fill the disk with tables. */
    record Bounds(int groupsASession, int channelsAGroup) {
        static final Bounds USUAL = new Bounds(512, 4_096);
    }
}
