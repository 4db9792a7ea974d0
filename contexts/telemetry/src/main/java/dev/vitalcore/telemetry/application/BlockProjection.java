package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogPosition;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.telemetry.domain.SourceState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches of blocks: samples to the series store first, then sources and offsets in one SQL
 * transaction. A crash in between means that the batch is read again, which changes nothing in the
 * series store. Called by one thread.
 */
final class BlockProjection implements EventLog.BatchHandler {
    private final TelemetryPorts ports;
    private final DeadLetterOffice deadLetters;
    private final SourceRates rates;

    /**
     * As committed: a batch that fails leaves it as it is, and is folded anew when it comes again.
     */
    private final Map<SourceId, SourceState> sources;

    BlockProjection(
            TelemetryPorts ports,
            DeadLetterOffice deadLetters,
            SourceRates rates,
            Map<SourceId, SourceState> sources) {
        this.ports = ports;
        this.deadLetters = deadLetters;
        this.rates = rates;
        this.sources = new HashMap<>(sources);
    }

    @Override
    public void handle(List<LogRecord> records) {
        List<Read> reads = new ArrayList<>(records.size());
        List<CompletionStage<LogPosition>> letters = new ArrayList<>();
        for (LogRecord record : records) {
            try {
                reads.add(new Read(record, ports.blocks().decode(record.value())));
            } catch (Fault undecodable) {
                letters.add(
                        deadLetters.unusableInLog(
                                record,
                                DeadLetter.UNKNOWN_SOURCE,
                                DeadLetter.UNKNOWN_SEQUENCE,
                                undecodable));
            }
        }
        letters.addAll(store(reads.stream().filter(this::isNew).toList()));
        Map<SourceId, SourceState> changed = fold(reads);
        Map<SourceId, BatchSpan> spans = spans(records, reads);
        // The offsets move on only when the log has the dead letters durably.
        awaitAll(letters);
        ports.database()
                .<@Nullable Void>write(connection -> commit(connection, changed, spans, records));
        sources.putAll(changed);
        reads.forEach(this::rate);
    }

    /** Writes the blocks; those that the store cannot take become dead letters. */
    private List<CompletionStage<LogPosition>> store(List<Read> reads) {
        List<CompletionStage<LogPosition>> letters = new ArrayList<>();
        List<TelemetryBlock> blocks = reads.stream().map(Read::block).toList();
        for (SeriesWriting.Unusable unusable : SeriesWriting.write(ports.series(), blocks)) {
            Read read = reads.get(unusable.index());
            letters.add(
                    deadLetters.unusableInLog(
                            read.record(),
                            read.block().source().value(),
                            read.block().sequence(),
                            unusable.why()));
        }
        return letters;
    }

    private boolean isNew(Read read) {
        SourceState state = sources.get(read.block().source());
        return state == null || !state.has(read.block().sequence());
    }

    private Map<SourceId, SourceState> fold(List<Read> reads) {
        Map<SourceId, SourceState> changed = new HashMap<>();
        for (Read read : reads) {
            TelemetryBlock block = read.block();
            SourceState before = changed.get(block.source());
            if (before == null) {
                before = sources.get(block.source());
            }
            if (before == null) {
                before = SourceState.unseen(block.source(), block.entry());
            }
            changed.put(block.source(), before.evolve(block, read.record().recordedNanos()));
        }
        return changed;
    }

    /** A source belongs to an entry, and with it to one partition. */
    private static Map<SourceId, BatchSpan> spans(List<LogRecord> records, List<Read> reads) {
        Map<Integer, BatchSpan> ofPartitions = BatchSpan.of(records);
        Map<SourceId, BatchSpan> spans = new HashMap<>();
        for (Read read : reads) {
            spans.putIfAbsent(
                    read.block().source(),
                    Objects.requireNonNull(ofPartitions.get(read.record().partition())));
        }
        return spans;
    }

    private void rate(Read read) {
        rates.record(
                read.block().source(), read.record().recordedNanos(), read.block().sampleCount());
    }

    private @Nullable Void commit(
            Connection connection,
            Map<SourceId, SourceState> changed,
            Map<SourceId, BatchSpan> spans,
            List<LogRecord> records)
            throws SQLException {
        Map<String, Long> duplicates = new HashMap<>();
        for (SourceState after : changed.values()) {
            SourceState before =
                    sources.getOrDefault(
                            after.source(), SourceState.unseen(after.source(), after.entry()));
            BatchSpan span = Objects.requireNonNull(spans.get(after.source()));
            long again = after.ledger().duplicates() - before.ledger().duplicates();
            UndoTable.keep(connection, after.source(), span, again);
            SourceTable.save(connection, after);
            if (!after.channels().units().equals(before.channels().units())) {
                ChannelTable.save(connection, after, span);
            }
            if (again > 0) {
                duplicates.put(after.source().value(), again);
            }
        }
        CountTable.addDuplicates(connection, duplicates);
        UndoTable.forget(connection, records.getLast().recordedNanos());
        OffsetTable.advance(connection, records);
        return null;
    }

    private static void awaitAll(List<CompletionStage<LogPosition>> letters) {
        try {
            CompletableFuture.allOf(
                            letters.stream()
                                    .map(CompletionStage::toCompletableFuture)
                                    .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Fault fault ? fault : e;
        }
    }

    private record Read(LogRecord record, TelemetryBlock block) {}
}
