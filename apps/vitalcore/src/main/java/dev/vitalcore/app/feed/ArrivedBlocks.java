package dev.vitalcore.app.feed;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Which blocks of the sources of a session the platform's ledger has. It lags behind what is
 * durable, so a block that it does not name may be there all the same.
 */
final class ArrivedBlocks {
    private final Map<SourceId, Line> lines = new HashMap<>();

    private ArrivedBlocks() {}

    /** None where the platform does not know the session. */
    static ArrivedBlocks ask(PlatformClient platform, SessionId session) {
        ArrivedBlocks blocks = new ArrivedBlocks();
        try {
            JsonNode ledger = platform.get("/api/v1/sessions/" + session + "/ledger");
            for (JsonNode line : ledger.path("ledger")) {
                blocks.lines.put(new SourceId(line.path("source").asString("")), Line.of(line));
            }
        } catch (Fault fault) {
            if (!fault.code().equals("session-unknown")) {
                throw fault;
            }
        }
        return blocks;
    }

    boolean has(SourceId source, long sequence) {
        Line line = lines.get(source);
        return line != null && line.has(sequence);
    }

    /** How many blocks of the source arrived. */
    long count(SourceId source) {
        Line line = lines.get(source);
        return line == null ? 0 : line.arrived;
    }

    /**
     * @param end the first number behind all that arrived
     */
    private record Line(long arrived, List<long[]> missing, long end) {
        static Line of(JsonNode line) {
            long arrived = line.path("arrived").asLong(0);
            List<long[]> missing = new ArrayList<>();
            long end = arrived;
            for (JsonNode range : line.path("missing")) {
                long first = range.path(0).asLong();
                long last = range.path(1).asLong();
                missing.add(new long[] {first, last});
                end += last - first + 1;
            }
            return new Line(arrived, missing, end);
        }

        boolean has(long sequence) {
            return sequence < end
                    && missing.stream().noneMatch(r -> r[0] <= sequence && sequence <= r[1]);
        }
    }
}
