package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore.KeptChannel;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Math channels of two cars, over series that remember what was read of them. */
abstract class MathSeriesFixture {
    static final EntryId CAR = EntryId.parse("spa/7");
    static final EntryId OTHER = EntryId.parse("spa/8");
    static final long SECOND = 1_000_000_000L;
    static final double NONE = Double.NaN;
    static final int MOST = 1_000_000;

    final RecordedSeries recorded = new RecordedSeries();
    MathChannels saved;
    MathSeriesStore store;
    private SqliteDatabase database;

    @BeforeEach
    void record(@TempDir Path directory) {
        database = SqliteDatabase.open(directory.resolve("views.db"));
        TelemetrySchema.migrate(database);
        saved = new MathChannels(database, recorded);
        store = new MathSeriesStore(recorded, saved);
        recorded.keep(CAR, "speed", Unit.KILOMETRE_PER_HOUR, 100, 120, s -> 36 + 3.6 * s);
        recorded.keep(CAR, "front", Unit.BAR, 10, 120, s -> 40);
        recorded.keep(CAR, "rear", Unit.BAR, 10, 120, s -> s < 60 ? 10 : NONE);
        recorded.keep(CAR, "wave", Unit.NONE, 50, 120, s -> Math.sin(s * s));
        recorded.keep(OTHER, "speed", Unit.KILOMETRE_PER_HOUR, 0, 120, s -> s);
        recorded.keep(OTHER, "front", Unit.PERCENT, 10, 120, s -> s);
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    KeptChannel channel(EntryId entry, String name) {
        return store.channels(entry).stream()
                .filter(channel -> channel.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Fault refusal(List<String> channels, int mostRows) {
        try {
            store.read(CAR, channels, 0, 120 * SECOND, mostRows);
        } catch (Fault fault) {
            return fault;
        }
        throw new AssertionError("was answered");
    }

    void save(String name, String expression, @Nullable String unit) {
        saved.put(new MathChannel(name, expression, Optional.ofNullable(unit), ""));
    }
}
