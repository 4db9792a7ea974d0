package dev.vitalcore.avro;

/**
 * The first byte of every value. Version 1 means: Avro binary of the schema of that name in the
 * contracts, nothing between. 0 is left free for Confluent's framing (0, then the schema's number
 * in the registry in four bytes), which comes with the schema registry; this class is then the one
 * place that tells them apart.
 */
final class WireVersion {
    private static final int ONE = 1;

    private WireVersion() {}

    static AvroOutput begin(int capacity) {
        AvroOutput out = new AvroOutput(capacity);
        out.writeByte(ONE);
        return out;
    }

    static AvroInput open(String what, byte[] bytes) {
        AvroInput in = new AvroInput(what, bytes, 0, bytes.length);
        if (bytes.length > WireLimits.VALUE_BYTES) {
            throw in.undecodable(
                    "it has " + bytes.length + " bytes, the limit is " + WireLimits.VALUE_BYTES);
        }
        if (bytes.length == 0) {
            throw in.undecodable("it is empty");
        }
        if (bytes[0] != ONE) {
            throw in.undecodable("format version " + (bytes[0] & 0xFF) + " is unknown, 1 is known");
        }
        return new AvroInput(what, bytes, 1, bytes.length);
    }
}
