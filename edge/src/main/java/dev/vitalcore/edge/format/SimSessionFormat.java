package dev.vitalcore.edge.format;

import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.block.Warnings;
import dev.vitalcore.edge.channel.OriginalChannel;
import dev.vitalcore.edge.input.Fields;
import dev.vitalcore.edge.input.LineReader;
import dev.vitalcore.edge.input.RecordingFile;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.kernel.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sessions of racing games as Crew Chief's telemetry feed stores them in InfluxDB and exports them:
 * one table with the time of arrival in {@code _time}, fields named as in the feed, and text
 * columns that repeat game, track, car and driver in every row. Units are those of the feed: m/s,
 * m, s, rpm, pedals from 0 to 1, steering in the game's own measure.
 */
public final class SimSessionFormat implements RecordingFormat {
    private static final String NAME = "sim-session-csv";
    private static final String TIME = "_time";

    /** Bookkeeping of the database and the feed, no channels. */
    private static final Set<String> BOOKKEEPING =
            Set.of("result", "table", "id", "host", "topic", "user", "SessionId", "");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(RecordingFile file) {
        String header = file.headText().lines().findFirst().orElse("");
        return header.contains(TIME)
                && header.contains("DistanceRoundTrack")
                && header.contains("CurrentLap");
    }

    @Override
    public Recording open(RecordingFile file) {
        return TextTable.opening(file, SimSessionFormat::open);
    }

    private static Recording open(LineReader lines) {
        Fields fields = Fields.separatedBy(',');
        String header = lines.next();
        List<String> names = header == null ? List.of() : fields.split(header);
        int time = names.indexOf(TIME);
        if (time < 0) {
            throw lines.file().damaged("the header row has no '" + TIME + "'");
        }
        LookAhead ahead = LookAhead.at(lines, fields);
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!name.startsWith("_") && !BOOKKEEPING.contains(name) && ahead.numeric(i)) {
                columns.add(TableColumn.of(i, channel(name)));
            }
        }
        TextTable table =
                new TextTable(
                        lines,
                        fields,
                        ahead,
                        names.size(),
                        columns,
                        () -> row -> Times.iso(row.get(time)));
        Described described = new Described(names, ahead);
        return table.openInOrder(
                segments(lines.file(), time),
                described.declaration(lines.file()),
                described.text("CarModel").orElse(lines.file().stem()),
                new Warnings());
    }

    /** The export groups by lap number as text, so its laps come as 1, 10, 11 …, 2, 3. */
    private static List<Segment> segments(RecordingFile file, int time) {
        try (LineReader lines = file.lines()) {
            lines.next();
            return Segment.survey(lines, line -> Times.iso(Fields.fieldAt(line, time, ',')));
        }
    }

    private static OriginalChannel channel(String name) {
        OriginalChannel original = OriginalChannel.of(name, "");
        return switch (name) {
            case "SpeedMs" -> original.knownAs(Unit.METRE_PER_SECOND);
            case "Rpms" -> original.knownAs(Unit.REVOLUTION_PER_MINUTE);
            case "Throttle", "Brake", "Clutch", "Handbrake" -> original.knownAs(Unit.RATIO);
            case "DistanceRoundTrack" -> original.knownAs(Unit.METRE);
            case "CurrentLapTime", "LapTimePrevious" -> original.knownAs(Unit.SECOND);
            // From -1 to 1 or in radians, as the game has it: no angle at the wheel in degrees.
            case "SteeringAngle" -> original.meaning("");
            // The game's ground plane is x and z; y points up.
            case "WorldPosition_x" ->
                    original.knownAs(Unit.METRE).meaning(StandardChannels.WORLD_X);
            case "WorldPosition_z" ->
                    original.knownAs(Unit.METRE).meaning(StandardChannels.WORLD_Y);
            case "WorldPosition_y" -> original.knownAs(Unit.METRE);
            default -> original;
        };
    }

    /** What the text columns of the first row say. */
    private record Described(List<String> names, LookAhead ahead) {
        Optional<String> text(String column) {
            int index = names.indexOf(column);
            return ahead.rows().stream()
                    .findFirst()
                    .filter(row -> index >= 0 && index < row.size())
                    .map(row -> Text.abbreviate(row.get(index), 200))
                    .filter(text -> !text.isEmpty());
        }

        SourceDeclaration declaration(RecordingFile file) {
            String title =
                    Stream.of("GameName", "TrackCode", "SessionTypeName")
                            .flatMap(column -> text(column).stream())
                            .collect(Collectors.joining(", "));
            return new SourceDeclaration(
                    NAME,
                    title.isEmpty() ? file.stem() : title,
                    text("TrackCode"),
                    text("CarModel"),
                    text("user"),
                    List.of(),
                    List.of());
        }
    }
}
