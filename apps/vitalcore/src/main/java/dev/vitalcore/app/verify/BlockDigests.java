package dev.vitalcore.app.verify;

import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Sha256;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.telemetry.domain.SequenceRanges;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Digests over blocks, each entry's in the order of arrival, a thousand at a time: a session of a
 * day has millions of them. One that comes again does not count. The bytes are those of a codec
 * without schema numbers, which two logs need not have in common.
 */
final class BlockDigests {
    private static final int AT_A_TIME = 1_000;

    private final AvroBlockCodec codec = new AvroBlockCodec();
    private final Map<String, OfEntry> entries = new TreeMap<>();
    private final Map<SourceId, SequenceRanges> arrived = new HashMap<>();
    private long count;

    /**
     * @param key of the entry in the log
     */
    void add(String key, TelemetryBlock block) {
        SequenceRanges before = arrived.getOrDefault(block.source(), SequenceRanges.NONE);
        if (before.contains(block.sequence())) {
            return;
        }
        arrived.put(block.source(), before.plus(block.sequence()));
        count++;
        entries.computeIfAbsent(key, any -> new OfEntry()).add(codec.encode(block));
    }

    /** How many different blocks of each source there are. */
    Map<SourceId, Long> sources() {
        Map<SourceId, Long> counts = new HashMap<>();
        arrived.forEach((source, numbers) -> counts.put(source, numbers.size()));
        return counts;
    }

    Part part() {
        List<Line> lines = new ArrayList<>();
        entries.forEach((key, entry) -> lines.addAll(entry.lines(key)));
        return new Part("blocks", count, lines);
    }

    private static final class OfEntry {
        private final List<String> whole = new ArrayList<>();
        private final MessageDigest open = Sha256.begin();
        private int inOpen;

        private void add(byte[] block) {
            open.update(block);
            if (++inOpen == AT_A_TIME) {
                whole.add(HexFormat.of().formatHex(open.digest()));
                inOpen = 0;
            }
        }

        private List<Line> lines(String key) {
            List<Line> lines = new ArrayList<>();
            for (String digest : whole) {
                lines.add(line(key, lines.size(), AT_A_TIME, digest));
            }
            if (inOpen > 0) {
                // Ends the digest: a part is asked for once.
                lines.add(line(key, lines.size(), inOpen, HexFormat.of().formatHex(open.digest())));
            }
            return lines;
        }

        private static Line line(String key, int index, int blocks, String digest) {
            int first = index * AT_A_TIME + 1;
            return new Line(
                    "%s, blocks %d to %d of those that arrived"
                            .formatted(key, first, index * AT_A_TIME + blocks),
                    digest);
        }
    }
}
