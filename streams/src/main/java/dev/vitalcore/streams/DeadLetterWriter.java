package dev.vitalcore.streams;

import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.Topics;

/** Makes dead letters of blocks that timing cannot use, keyed by source as the topic wants it. */
final class DeadLetterWriter {
    static final String UNDECODABLE = "block-undecodable";
    static final String WRONG_KEY = "block-key-mismatch";
    static final String TIMING_FAILED = "timing-failed";

    /**
     * The payload is left out beyond this, so that the letter stays below the log's limit of 16 MiB
     * a record: a letter that the log refuses would stop the job, which it is there to prevent. The
     * block is still to be found by its position.
     */
    private static final int MOST_PAYLOAD = 15 * 1024 * 1024;

    private static final String ORIGIN = "speed-layer";
    private static final int MOST_TEXT = 500;
    private static final byte[] LEFT_OUT = {};

    private final Codec<DeadLetter> codec;

    DeadLetterWriter(Codec<DeadLetter> codec) {
        this.codec = codec;
    }

    KeyedRecord undecodable(BlockRecord found, RuntimeException failure) {
        String code = failure instanceof Fault fault ? fault.code() : UNDECODABLE;
        String remedy =
                failure instanceof Fault fault
                        ? fault.remedy()
                        : "find out what wrote this record; only ingest may write blocks";
        return letter(
                found,
                DeadLetter.UNKNOWN_SOURCE,
                DeadLetter.UNKNOWN_SEQUENCE,
                new Cause(code, describe(failure), remedy));
    }

    KeyedRecord wrongKey(BlockRecord found, TelemetryBlock block) {
        return letter(
                found,
                block.source().value(),
                block.sequence(),
                new Cause(
                        WRONG_KEY,
                        "block of entry "
                                + block.entry()
                                + " stands in the log under the key '"
                                + Text.abbreviate(found.key(), MOST_TEXT)
                                + "'",
                        "write blocks through ingest, which keys them by their entry"));
    }

    KeyedRecord timingFailed(BlockRecord found, TelemetryBlock block, RuntimeException failure) {
        return letter(
                found,
                block.source().value(),
                block.sequence(),
                new Cause(
                        TIMING_FAILED,
                        describe(failure),
                        "a bug of timing: report it with this letter; once it is fixed, send the"
                                + " recording again under a new source name"));
    }

    private KeyedRecord letter(BlockRecord found, String source, long sequence, Cause cause) {
        byte[] payload = found.value().length <= MOST_PAYLOAD ? found.value() : LEFT_OUT;
        DeadLetter letter =
                new DeadLetter(
                        ORIGIN,
                        source,
                        sequence,
                        cause.code(),
                        cause.text(),
                        cause.remedy(),
                        found.position(),
                        payload);
        return new KeyedRecord(Topics.DEAD_LETTERS, source, codec.encode(letter));
    }

    private static String describe(RuntimeException failure) {
        String said = failure.getMessage();
        String text = failure instanceof Fault && said != null ? said : failure.toString();
        return Text.abbreviate(text, MOST_TEXT);
    }

    private record Cause(String code, String text, String remedy) {}
}
