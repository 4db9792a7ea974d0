package dev.vitalcore.avro;

import dev.vitalcore.kernel.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The head of every value, which tells by which schema the rest is written; the one place that
 * knows both.
 *
 * <pre>
 *   registered (Confluent's wire format)              bare, as all was until there was a registry
 *   ┌──────┬─────────────────────────┬────────────┐   ┌──────┬────────────┐
 *   │ 0x00 │ number of the schema    │ Avro       │   │ 0x01 │ Avro       │
 *   │      │ 4 bytes, big-endian     │ binary     │   │      │ binary     │
 *   └──────┴─────────────────────────┴────────────┘   └──────┴────────────┘
 * </pre>
 *
 * Bare values are of the schemas up to the one that was the newest when the registry came (block 1,
 * timing event 1 to 4, all others 1), and are read for ever. Thread-safe.
 */
final class WireVersion {
    private static final int REGISTERED = 0;
    private static final int BARE = 1;
    private static final int BARE_HEAD = 1;

    /** Of what is still written bare, which is of one schema alone. */
    private static final int BARE_SCHEMA_VERSION = 1;

    private static final int REGISTERED_HEAD = 1 + Integer.BYTES;

    private final String what;
    private final int id;
    private final int schemaVersion;
    private final @Nullable WriterSchemas writers;

    private WireVersion(String what, int id, int schemaVersion, @Nullable WriterSchemas writers) {
        this.what = what;
        this.id = id;
        this.schemaVersion = schemaVersion;
        this.writers = writers;
    }

    /** For who has no registry: writes and reads bare values alone. */
    static WireVersion bare(String what) {
        return new WireVersion(what, 0, BARE_SCHEMA_VERSION, null);
    }

    /** Writes registered values, and reads both. */
    static WireVersion registered(String what, SchemaIds ids) {
        return new WireVersion(
                what, ids.current(), ids.currentVersion(), new WriterSchemas(what, ids));
    }

    /** Under its subject in the registry, of the schema that is written. */
    int schemaVersion() {
        return schemaVersion;
    }

    AvroOutput begin(int capacity) {
        AvroOutput out = new AvroOutput(capacity + REGISTERED_HEAD);
        if (writers == null) {
            out.writeByte(BARE);
        } else {
            out.writeByte(REGISTERED);
            out.writeBigEndian(id);
        }
        return out;
    }

    /**
     * The value after its head, in the schema that this program knows by hand; what other schemas
     * have written is translated.
     *
     * @throws Fault (user) when the bytes are no such value, or the schema is unknown or cannot be
     *     read; (unavailable) when the registry must be asked and cannot
     */
    AvroInput open(byte[] bytes) {
        if (bytes.length > WireLimits.VALUE_BYTES) {
            throw unopened(
                    bytes,
                    "it has " + bytes.length + " bytes, the limit is " + WireLimits.VALUE_BYTES);
        }
        if (bytes.length == 0) {
            throw unopened(bytes, "it is empty");
        }
        return switch (bytes[0]) {
            case BARE -> new AvroInput(what, bytes, BARE_HEAD, bytes.length);
            case REGISTERED -> openRegistered(bytes);
            default ->
                    throw unopened(
                            bytes,
                            "format version "
                                    + (bytes[0] & 0xFF)
                                    + " is unknown, 0 and 1 are known");
        };
    }

    /** Whether the bytes begin as this writes them. */
    boolean isOwn(byte[] bytes) {
        return writers == null
                ? bytes[0] == BARE
                : bytes[0] == REGISTERED && bytes.length >= REGISTERED_HEAD && idOf(bytes) == id;
    }

    private AvroInput openRegistered(byte[] bytes) {
        if (bytes.length < REGISTERED_HEAD) {
            throw unopened(bytes, "the number of its schema needs 4 bytes");
        }
        int written = idOf(bytes);
        if (writers == null) {
            throw Fault.user(
                    what + "-undecodable",
                    what
                            + " was written with schema "
                            + written
                            + " of a registry, and there is none",
                    "send it with version 1 (docs/schemas.md), or name the registry to the reader");
        }
        AvroInput in = new AvroInput(what, bytes, REGISTERED_HEAD, bytes.length);
        return written == id ? in : writers.translate(written, in);
    }

    private Fault unopened(byte[] bytes, String reason) {
        return new AvroInput(what, bytes, 0, bytes.length).undecodable(reason);
    }

    private static int idOf(byte[] bytes) {
        return (bytes[1] & 0xFF) << 24
                | (bytes[2] & 0xFF) << 16
                | (bytes[3] & 0xFF) << 8
                | (bytes[4] & 0xFF);
    }
}
