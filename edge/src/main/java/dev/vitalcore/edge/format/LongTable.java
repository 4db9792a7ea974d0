package dev.vitalcore.edge.format;

import dev.vitalcore.edge.input.Fields;
import dev.vitalcore.edge.input.LineReader;
import dev.vitalcore.edge.input.RecordingFile;
import dev.vitalcore.kernel.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a long table holds: a first pass over its beginning finds the channels, for their names
 * stand in the rows.
 *
 * @param channels names in the order of their first appearance
 * @param vehicle the first value of the vehicle column, where there is one
 */
record LongTable(
        int time,
        int channel,
        int value,
        int vehicleColumn,
        List<String> channels,
        Optional<String> vehicle) {
    static final String TIME = "meta_time";
    static final String CHANNEL = "telemetry_name";
    static final String VALUE = "telemetry_value";
    private static final String VEHICLE = "vehicle_id";

    /** A channel that first appears later than this is left out; real files start with all. */
    private static final int SURVEYED_LINES = 50_000;

    private static final int CHANNELS_LIMIT = 1024;

    static LongTable survey(RecordingFile file) {
        try (LineReader lines = file.lines()) {
            String header = lines.next();
            Fields fields = Fields.separatedBy(',');
            List<String> names = header == null ? List.of() : fields.split(header);
            int channel = names.indexOf(CHANNEL);
            int vehicleColumn = names.indexOf(VEHICLE);
            int last = Math.max(channel, vehicleColumn);
            if (channel < 0 || !names.contains(TIME) || !names.contains(VALUE)) {
                throw file.damaged(
                        "the header row lacks " + TIME + ", " + CHANNEL + " or " + VALUE);
            }
            Set<String> channels = new LinkedHashSet<>();
            Optional<String> vehicle = Optional.empty();
            String line = lines.next();
            while (line != null && lines.number() <= SURVEYED_LINES) {
                List<String> row = fields.split(line);
                if (row.size() > last && !row.get(channel).isEmpty()) {
                    channels.add(row.get(channel));
                    vehicle = vehicle.or(() -> vehicleOf(row, vehicleColumn));
                }
                line = lines.next();
            }
            return checked(file, names, vehicleColumn, channels, vehicle);
        }
    }

    private static Optional<String> vehicleOf(List<String> row, int column) {
        return column < 0 || row.get(column).isEmpty()
                ? Optional.empty()
                : Optional.of(Text.abbreviate(row.get(column), 100));
    }

    private static LongTable checked(
            RecordingFile file,
            List<String> names,
            int vehicleColumn,
            Set<String> channels,
            Optional<String> vehicle) {
        if (channels.isEmpty()) {
            throw file.empty("it has a header but no values");
        }
        if (channels.size() > CHANNELS_LIMIT) {
            throw file.damaged("it names more than " + CHANNELS_LIMIT + " channels, as no car has");
        }
        return new LongTable(
                names.indexOf(TIME),
                names.indexOf(CHANNEL),
                names.indexOf(VALUE),
                vehicleColumn,
                new ArrayList<>(channels),
                vehicle);
    }

    /** Fields that a whole line has at least. */
    int width() {
        return Math.max(Math.max(time, channel), Math.max(value, vehicleColumn)) + 1;
    }
}
