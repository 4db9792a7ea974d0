package dev.vitalcore.edge.format;

import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.block.OrderedRows;
import dev.vitalcore.edge.block.Warnings;
import dev.vitalcore.edge.channel.ChannelDictionary;
import dev.vitalcore.edge.channel.MappedChannel;
import dev.vitalcore.edge.channel.OriginalChannel;
import dev.vitalcore.edge.input.Fields;
import dev.vitalcore.edge.input.LineReader;
import dev.vitalcore.edge.input.RecordingFile;
import dev.vitalcore.kernel.Unit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The long table of the Toyota GR Cup: one line a value, with its name and {@code meta_time}. That
 * is the time of ARRIVAL: values come late and in bursts, with holes of seconds between them.
 * Values with the same arrival time form one row; the rate group is irregular. Units are those that
 * the organiser documents; the position is in degrees in spite of its names.
 */
public final class GrCupFormat implements RecordingFormat {
    private static final String NAME = "gr-cup-long-csv";

    /** {@code GR86-<chassis>-<car>}, as the organiser names vehicles and files. */
    private static final Pattern VEHICLE = Pattern.compile("GR\\w+-(\\d+)-(\\d+)");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(RecordingFile file) {
        String header = file.headText().lines().findFirst().orElse("");
        return header.contains(LongTable.TIME)
                && header.contains(LongTable.CHANNEL)
                && header.contains(LongTable.VALUE);
    }

    @Override
    public Recording open(RecordingFile file) {
        LongTable table = LongTable.survey(file);
        List<OriginalChannel> originals = table.channels().stream().map(this::channel).toList();
        List<MappedChannel> channels = ChannelDictionary.map(originals);
        RateGroup group = new RateGroup(channels.stream().map(MappedChannel::spec).toList(), 0);
        Warnings warnings = new Warnings();
        LineReader lines = file.lines();
        lines.next();
        LongTableRows rows =
                new LongTableRows(lines, Fields.separatedBy(','), table, channels, warnings);
        String vehicle = table.vehicle().orElse(file.stem());
        return new BlockRecording(
                file,
                declaration(file, vehicle),
                car(vehicle),
                new Layout(List.of(group)),
                List.of(new OrderedRows(rows, 0, warnings)),
                lines::close,
                warnings);
    }

    private OriginalChannel channel(String name) {
        OriginalChannel original = OriginalChannel.of(name, "");
        return switch (name) {
            case "VBOX_Lat_Min", "VBOX_Long_Minutes", "Steering_Angle" ->
                    original.knownAs(Unit.DEGREE);
            case "speed" -> original.knownAs(Unit.KILOMETRE_PER_HOUR);
            case "nmot" -> original.knownAs(Unit.REVOLUTION_PER_MINUTE);
            case "aps", "ath" -> original.knownAs(Unit.PERCENT);
            case "pbrake_f", "pbrake_r" -> original.knownAs(Unit.BAR);
            case "accx_can", "accy_can" -> original.knownAs(Unit.STANDARD_GRAVITY);
            case "Laptrigger_lapdist_dls" -> original.knownAs(Unit.METRE);
            default -> original;
        };
    }

    /** The car's number; a car that has none yet is numbered 000 and known by its chassis. */
    private static String car(String vehicle) {
        Matcher matcher = VEHICLE.matcher(vehicle);
        if (!matcher.matches()) {
            return vehicle;
        }
        String number = matcher.group(2).replaceFirst("^0+", "");
        String chassis = matcher.group(1).replaceFirst("^0+", "");
        return number.isEmpty() ? chassis : number;
    }

    private static SourceDeclaration declaration(RecordingFile file, String vehicle) {
        return new SourceDeclaration(
                NAME,
                file.stem(),
                Optional.empty(),
                Optional.of(vehicle),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
