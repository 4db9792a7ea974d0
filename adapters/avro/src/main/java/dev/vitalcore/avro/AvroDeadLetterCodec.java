package dev.vitalcore.avro;

import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.platform.log.Codec;

/**
 * Dead letters on the wire ({@code dead-letter.avsc}). Texts of more than 1,000 characters are cut
 * rather than refused: a dead letter is the last chance to tell. Thread-safe.
 */
public final class AvroDeadLetterCodec implements Codec<DeadLetter> {
    private static final String WHAT = "dead-letter";

    private final WireVersion wire;

    /** For who has no registry: writes bare values, and reads no others. */
    public AvroDeadLetterCodec() {
        wire = WireVersion.bare(WHAT);
    }

    public AvroDeadLetterCodec(SchemaIds ids) {
        wire = WireVersion.registered(WHAT, ids);
    }

    @Override
    public byte[] encode(DeadLetter letter) {
        AvroOutput out = wire.begin(letter.payload().length + 512);
        out.writeText(cut(letter.origin()));
        out.writeText(cut(letter.source()));
        out.writeLong(letter.sequence());
        out.writeText(cut(letter.code()));
        out.writeText(cut(letter.cause()));
        out.writeText(cut(letter.remedy()));
        out.writeText(cut(letter.position()));
        out.writeBytes(letter.payload());
        return out.toBytes();
    }

    @Override
    public DeadLetter decode(byte[] bytes) {
        AvroInput in = wire.open(bytes);
        DeadLetter letter =
                new DeadLetter(
                        in.readText("origin"),
                        in.readText("source"),
                        in.readLong("sequence"),
                        in.readText("code"),
                        in.readText("cause"),
                        in.readText("remedy"),
                        in.readText("position"),
                        in.readBytes("payload", WireLimits.VALUE_BYTES));
        in.requireEnd();
        return letter;
    }

    private static String cut(String text) {
        return text.length() <= WireLimits.TEXT ? text : text.substring(0, WireLimits.TEXT);
    }
}
