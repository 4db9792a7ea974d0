package dev.vitalcore.edge.format;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.block.Warnings;
import dev.vitalcore.edge.channel.OriginalChannel;
import dev.vitalcore.edge.input.Decimals;
import dev.vitalcore.edge.input.Fields;
import dev.vitalcore.edge.input.LineReader;
import dev.vitalcore.edge.input.RecordingFile;
import dev.vitalcore.kernel.Unit;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Racelogic VBO: a text file of sections; rows of blank-separated values under {@code [data]}.
 * Source: "VBO file structure", Racelogic developer portal. Latitude and longitude are total
 * minutes, longitude positive to the west; time is UTC. A SpeedAngle {@code .sa} file beside it
 * supplies gates and date where the VBO has none.
 */
public final class VboFormat implements RecordingFormat {
    private static final String NAME = "racelogic-vbo";
    private static final double MINUTES_PER_DEGREE = 60;
    private static final double FULL_TURN = 360;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(RecordingFile file) {
        String head = file.headText().toLowerCase(Locale.ROOT);
        return head.contains("[header]")
                && (head.contains("[column names]") || head.contains("[data]"));
    }

    @Override
    public Recording open(RecordingFile file) {
        return TextTable.opening(file, lines -> open(lines, VboHeader.read(lines)));
    }

    private static Recording open(LineReader lines, VboHeader header) {
        RecordingFile file = lines.file();
        LookAhead ahead = LookAhead.at(lines, Fields.blanks());
        VboColumns columns = VboColumns.of(header, ahead.width());
        int time = columns.index("time").orElseThrow(() -> file.damaged("it has no time column"));
        Optional<SpeedAngleFile> companion = file.companion("sa").flatMap(SpeedAngleFile::read);
        Optional<LocalDateTime> created =
                header.created().or(() -> companion.flatMap(SpeedAngleFile::created));
        List<DeclaredGate> gates = VboGates.read(header.section("laptiming"));
        if (gates.isEmpty()) {
            gates = companion.map(SpeedAngleFile::gates).orElse(List.of());
        }
        SourceDeclaration declaration =
                new SourceDeclaration(
                        NAME,
                        file.stem(),
                        header.value("circuit details", "circuit")
                                .or(() -> companion.flatMap(SpeedAngleFile::track)),
                        header.value("session data", "vehicle"),
                        header.value("session data", "driver"),
                        gates,
                        List.of());
        TextTable table =
                new TextTable(
                        lines,
                        Fields.blanks(),
                        ahead,
                        columns.size(),
                        channels(columns, time),
                        () -> new VboClock(time, created));
        return table.open(declaration, declaration.vehicle().orElse(file.stem()), new Warnings());
    }

    private static List<TableColumn> channels(VboColumns columns, int time) {
        List<TableColumn> channels = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (i != time) {
                channels.add(channel(i, columns.name(i), columns.unit(i)));
            }
        }
        return channels;
    }

    /** Some converters write headings from -180 to 180. */
    private static double turn(double degrees) {
        return degrees < 0 ? degrees + FULL_TURN : degrees;
    }

    private static TableColumn channel(int index, String name, String unit) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "lat", "latitude" ->
                    new TableColumn(
                            index,
                            OriginalChannel.of(name, "")
                                    .knownAs(Unit.DEGREE)
                                    .meaning(StandardChannels.LATITUDE),
                            text -> Decimals.parse(text) / MINUTES_PER_DEGREE);
            case "long", "longitude" ->
                    new TableColumn(
                            index,
                            OriginalChannel.of(name, "")
                                    .knownAs(Unit.DEGREE)
                                    .meaning(StandardChannels.LONGITUDE),
                            text -> -Decimals.parse(text) / MINUTES_PER_DEGREE);
            case "velocity" ->
                    TableColumn.of(
                            index, OriginalChannel.of(name, unit).knownAs(Unit.KILOMETRE_PER_HOUR));
            case "heading" ->
                    new TableColumn(
                            index,
                            OriginalChannel.of(name, unit).knownAs(Unit.DEGREE),
                            text -> turn(Decimals.parse(text)));
            case "distance", "height" ->
                    TableColumn.of(index, OriginalChannel.of(name, unit).knownAs(Unit.METRE));
            // A second position, of the inertial filter; in minutes, and not the one to use.
            case "_lat", "_long" ->
                    TableColumn.of(index, OriginalChannel.of(name, unit).meaning(""));
            default -> TableColumn.of(index, OriginalChannel.of(name, unit));
        };
    }
}
