package dev.vitalcore.questdb;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * A rate group with the fingerprint of its content. Table and column names are made of it, never of
 * foreign text:
 *
 * <pre>
 *   rows_&lt;fingerprint of session and group&gt;
 *   ts | source | car | sequence | c0 | c1 | …      c0 is the group's first channel
 * </pre>
 */
record KeptGroup(String fingerprint, RateGroup group) {
    static final int TIME = 0;
    static final int SOURCE = 1;
    static final int CAR = 2;
    static final int SEQUENCE = 3;
    static final int FIRST_CHANNEL = 4;

    private static final int FINGERPRINT_BYTES = 12;

    static KeptGroup of(RateGroup group) {
        MessageDigest digest = Sha256.begin();
        add(digest, Long.toString(group.periodNanos()));
        for (ChannelSpec channel : group.channels()) {
            add(digest, channel.name());
            add(digest, channel.originalName());
            add(digest, channel.unit().name());
            add(digest, channel.originalUnit());
            add(digest, channel.precision().name());
        }
        return new KeptGroup(shown(digest), group);
    }

    String table(SessionId session) {
        MessageDigest digest = Sha256.begin();
        add(digest, session.value());
        add(digest, fingerprint);
        return "rows_" + shown(digest);
    }

    /**
     * The statement that makes the table. A block that comes again finds the same keys and replaces
     * equal rows by equal rows. Hours are small enough that a late block rewrites little.
     */
    String createTable(SessionId session) {
        StringBuilder sql = new StringBuilder("CREATE TABLE IF NOT EXISTS ");
        sql.append(table(session));
        sql.append(" (ts TIMESTAMP_NS, source SYMBOL, car SYMBOL, sequence LONG");
        List<ChannelSpec> channels = group.channels();
        for (int index = 0; index < channels.size(); index++) {
            sql.append(", ").append(column(index)).append(' ');
            sql.append(
                    switch (channels.get(index).precision()) {
                        case SINGLE -> "FLOAT";
                        case DOUBLE -> "DOUBLE";
                    });
        }
        sql.append(") TIMESTAMP(ts) PARTITION BY HOUR WAL DEDUP UPSERT KEYS(ts, source, sequence)");
        return sql.toString();
    }

    static String column(int channel) {
        return "c" + channel;
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) ':');
        digest.update(bytes);
    }

    private static String shown(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
    }
}
