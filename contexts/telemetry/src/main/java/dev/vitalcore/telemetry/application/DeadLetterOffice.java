package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogPosition;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Topics;
import java.util.concurrent.CompletionStage;

/** Puts what cannot be used on {@code telemetry.dead-letters}, keyed by source. */
final class DeadLetterOffice {
    /** Who refused; only what ingest refuses counts as refused in the ledger. */
    static final String INGEST = "ingest";

    /** Its letters, where they name a block, are of blocks that only the series store lacks. */
    static final String STORE_WRITER = "store-writer";

    /** Of a block with more bytes than the limit only the cause is kept. */
    private static final byte[] NOT_KEPT = {};

    private final EventLog log;
    private final Codec<DeadLetter> codec;
    private final int mostBytes;

    DeadLetterOffice(EventLog log, Codec<DeadLetter> codec, int mostBytes) {
        this.log = log;
        this.codec = codec;
        this.mostBytes = mostBytes;
    }

    CompletionStage<LogPosition> refusedAtIngest(RefusedBlock block, byte[] encoded) {
        return append(
                new DeadLetter(
                        INGEST,
                        block.source(),
                        block.sequence(),
                        block.code(),
                        block.message(),
                        block.remedy(),
                        "",
                        encoded.length <= mostBytes ? encoded : NOT_KEPT));
    }

    CompletionStage<LogPosition> unusableInLog(
            LogRecord record, String source, long sequence, Fault cause) {
        return append(
                new DeadLetter(
                        STORE_WRITER,
                        source,
                        sequence,
                        cause.code(),
                        cause.text(),
                        cause.remedy(),
                        record.topic() + "/" + record.partition() + "@" + record.offset(),
                        record.value()));
    }

    private CompletionStage<LogPosition> append(DeadLetter letter) {
        return log.append(Topics.DEAD_LETTERS, letter.source(), codec.encode(letter));
    }
}
