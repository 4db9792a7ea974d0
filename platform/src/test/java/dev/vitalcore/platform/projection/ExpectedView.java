package dev.vitalcore.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.sql.Database;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a generation must show, folded from the store anew each time. */
final class ExpectedView {
    private final Database database;
    private final EventStore store;
    private final String category;
    private final Tally.Format format = new Tally.Format();

    /**
     * @param category of the streams that the view counts
     */
    ExpectedView(Database database, EventStore store, String category) {
        this.database = database;
        this.store = store;
        this.category = category;
    }

    /** The tables are the fold up to the checkpoint, without what is parked; nothing else waits. */
    void check(Generation one) {
        Tally any = new Tally(one.schemaVersion());
        Map<String, Tally.Row> rows =
                database.read(connection ->
                        any.rows(
                                connection,
                                new Tables(one.number(), one.schemaVersion(), database.dialect())));

        assertThat(rows).as("generation %s", one).isEqualTo(rows(one));
        for (ParkedStream parked : parked(one)) {
            assertThat(parked.behind())
                    .as("behind %s of generation %s", parked, one)
                    .isEqualTo(
                            upTo(one.position()).stream()
                                    .filter(event -> event.stream().equals(parked.stream()))
                                    .filter(event -> event.version() > parked.version())
                                    .count());
        }
    }

    Map<String, Tally.Row> rows(Generation one) {
        Map<StreamName, Long> parkedFrom = new HashMap<>();
        parked(one).forEach(parked -> parkedFrom.put(parked.stream(), parked.version()));
        Map<String, Tally.Row> rows = new TreeMap<>();
        for (RecordedEvent event : upTo(one.position())) {
            boolean parked =
                    event.version() >= parkedFrom.getOrDefault(event.stream(), Long.MAX_VALUE);
            if (event.stream().category().equals(category) && !parked) {
                int number = format.read(event.event().type(), event.event().payload());
                rows.merge(
                        event.stream().toString(),
                        Tally.Row.NONE.and(number),
                        (row, first) -> row.and(number));
            }
        }
        return rows;
    }

    /** Names of the tables of all generations. */
    List<String> tables() {
        return database.read(connection -> {
            List<String> names = new ArrayList<>();
            try (ResultSet row =
                    connection
                            .getMetaData()
                            .getTables(null, null, "tally%", new String[] {"TABLE"})) {
                while (row.next()) {
                    names.add(row.getString("TABLE_NAME"));
                }
            }
            return names.stream().sorted().toList();
        });
    }

    private List<RecordedEvent> upTo(long position) {
        return position == 0 ? List.of() : store.readAll(0, Math.toIntExact(position));
    }

    private List<ParkedStream> parked(Generation one) {
        return database.read(connection -> new ParkedStreams("tally").of(connection, one.number()));
    }
}
