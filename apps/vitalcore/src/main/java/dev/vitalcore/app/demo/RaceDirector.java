package dev.vitalcore.app.demo;

import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.telemetry.Trackside;
import dev.vitalcore.contracts.telemetry.Trackside.IncidentKind;
import dev.vitalcore.contracts.telemetry.Trackside.RaceFlag;
import dev.vitalcore.contracts.telemetry.Trackside.SectorFlag;
import dev.vitalcore.kernel.EpochNanos;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Race control of the simulated race: looks at what the circuit and the cars send, and decides what
 * a race director would. Each decision is a command, as {@code docs/race-control.md} lists them.
 * One thread.
 */
final class RaceDirector {
    static final String OPEN = "open_session";

    private static final String FROM_THE_POSTS = "as the marshal post shows";

    private final String name;
    private final Office office;
    private final Map<String, SourceDeclaration> waiting = new LinkedHashMap<>();
    private final Set<String> declared = new HashSet<>();
    private final Map<Integer, SectorFlag> sectors = new HashMap<>();
    private RaceFlag flag = RaceFlag.NONE;
    private boolean open;

    /** Takes commands in their order. */
    @FunctionalInterface
    interface Office {
        /**
         * @param atNanos when it shall be in force, nanoseconds since the epoch
         */
        void order(String command, long atNanos, Map<String, Object> fields);
    }

    /**
     * @param name of the race where the circuit does not tell one
     */
    RaceDirector(String name, Office office) {
        this.name = name;
        this.office = office;
    }

    void see(TelemetryBlock block) {
        if (block.entry().isTrackside()) {
            seeCircuit(block);
        } else {
            block.declaration()
                    .ifPresent(declaration -> waiting.put(block.entry().car(), declaration));
        }
    }

    private void seeCircuit(TelemetryBlock block) {
        if (!open) {
            open(block);
        }
        for (int group = 0; group < block.rows().size(); group++) {
            List<String> channels = channels(block.layout(), group);
            Rows rows = block.rows().get(group);
            for (int row = 0; row < rows.size(); row++) {
                look(new Sight(channels, rows, row));
            }
        }
    }

    private void open(TelemetryBlock block) {
        open = true;
        long start = block.firstNanos();
        office.order(
                "schedule_session",
                start,
                Map.of(
                        "kind",
                        "race",
                        "name",
                        block.declaration().map(SourceDeclaration::title).orElse(name),
                        "circuit",
                        block.declaration().flatMap(SourceDeclaration::track).orElse(name),
                        "start",
                        EpochNanos.toInstant(start).toString(),
                        "marshal_sectors",
                        sectorsOf(block),
                        "protest_minutes",
                        0));
        register(start);
        office.order(OPEN, start, Map.of());
    }

    private void look(Sight sight) {
        register(sight.nanos());
        sight.code(StandardChannels.FLAG)
                .flatMap(RaceFlag::of)
                .ifPresent(shown -> {
                    if (shown != flag) {
                        flag = shown;
                        show(shown, sight.nanos());
                    }
                });
        for (int sector = 1; sector <= Trackside.MOST_MARSHAL_SECTORS; sector++) {
            lookAt(sector, sight);
        }
        sight.code(StandardChannels.INCIDENT_KIND)
                .flatMap(IncidentKind::of)
                .ifPresent(kind -> report(kind, sight));
    }

    /** Yellow of the race means that it is out somewhere; the sectors tell where. */
    private void show(RaceFlag shown, long nanos) {
        switch (shown) {
            case GREEN -> office.order("go_green", nanos, Map.of());
            case SAFETY_CAR ->
                    office.order("deploy_safety_car", nanos, Map.of("reason", "car on the track"));
            case RED -> office.order("show_red_flag", nanos, Map.of("reason", "track blocked"));
            case CHEQUERED -> office.order("show_chequered_flag", nanos, Map.of());
            case NONE, YELLOW -> {
                // Nothing that moves the session.
            }
        }
    }

    private void lookAt(int sector, Sight sight) {
        Optional<SectorFlag> shown =
                sight.code(Trackside.sectorChannel(sector)).flatMap(SectorFlag::of);
        SectorFlag before = sectors.getOrDefault(sector, SectorFlag.CLEAR);
        if (shown.isEmpty() || shown.get() == before) {
            return;
        }
        sectors.put(sector, shown.get());
        if (shown.get() == SectorFlag.CLEAR) {
            office.order("withdraw_sector_flag", sight.nanos(), Map.of("sector", sector));
        } else {
            office.order(
                    "show_sector_flag",
                    sight.nanos(),
                    Map.of(
                            "sector", sector,
                            "flag", word(shown.get()),
                            "reason", FROM_THE_POSTS));
        }
    }

    private void report(IncidentKind kind, Sight sight) {
        String car =
                Integer.toString(sight.code(StandardChannels.INCIDENT_CAR).orElse(0.0).intValue());
        double metres = sight.code(StandardChannels.INCIDENT_DISTANCE).orElse(0.0);
        office.order(
                "report_incident",
                sight.nanos(),
                Map.of(
                        "kind",
                        word(kind),
                        "cars",
                        declared.contains(car) ? List.of(car) : List.of(),
                        "distance_m",
                        metres,
                        "description",
                        // What happened, to whom and where are fields of their own.
                        declared.contains(car)
                                ? FROM_THE_POSTS
                                : "car %s, which is not entered; %s"
                                        .formatted(car, FROM_THE_POSTS)));
    }

    private void register(long nanos) {
        waiting.forEach((car, declaration) -> {
            declared.add(car);
            office.order(
                    "register_entry",
                    nanos,
                    Map.of(
                            "car",
                            car,
                            "team",
                            "simulated entry " + car,
                            "drivers",
                            List.of(text(declaration.driver(), "driver of car " + car))));
        });
        waiting.clear();
    }

    private static String text(Optional<String> stated, String otherwise) {
        return stated.filter(text -> !text.isBlank()).orElse(otherwise);
    }

    private static int sectorsOf(TelemetryBlock block) {
        Set<String> channels = new HashSet<>();
        for (int group = 0; group < block.rows().size(); group++) {
            channels.addAll(channels(block.layout(), group));
        }
        int sectors = 0;
        while (sectors < Trackside.MOST_MARSHAL_SECTORS
                && channels.contains(Trackside.sectorChannel(sectors + 1))) {
            sectors++;
        }
        return sectors;
    }

    private static List<String> channels(Layout layout, int group) {
        return layout.groups().get(group).channels().stream()
                .map(channel -> channel.name())
                .toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A row of a block of the circuit. */
    private record Sight(List<String> channels, Rows rows, int row) {
        long nanos() {
            return rows.times()[row];
        }

        /** Empty where the row has none. */
        Optional<Double> code(String channel) {
            int column = channels.indexOf(channel);
            double value = column < 0 ? Double.NaN : rows.columns().get(column).valueAt(row);
            return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
        }
    }
}
