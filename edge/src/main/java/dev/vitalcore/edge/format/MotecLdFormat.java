package dev.vitalcore.edge.format;

import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.block.Warnings;
import dev.vitalcore.edge.channel.ChannelDictionary;
import dev.vitalcore.edge.channel.MappedChannel;
import dev.vitalcore.edge.channel.OriginalChannel;
import dev.vitalcore.edge.input.RandomContent;
import dev.vitalcore.edge.input.RecordingFile;
import dev.vitalcore.kernel.EpochNanos;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * MoTeC log files ({@code .ld}). Each channel has its own rate: there is one rate group a rate,
 * fastest first. Lap beacons come from the {@code .ldx} beside it, where there is one.
 */
public final class MotecLdFormat implements RecordingFormat {
    private static final String NAME = "motec-ld";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(RecordingFile file) {
        ByteBuffer head = ByteBuffer.wrap(file.head()).order(ByteOrder.LITTLE_ENDIAN);
        return head.remaining() > 0x28
                && head.getInt(0) == LdHeader.MAGIC
                && head.getInt(4) == 0
                && head.getInt(8) != 0;
    }

    @Override
    public Recording open(RecordingFile file) {
        RandomContent content = RandomContent.of(file);
        try {
            return open(file, content);
        } catch (RuntimeException problem) {
            content.close();
            throw problem;
        }
    }

    private static Recording open(RecordingFile file, RandomContent content) {
        LdHeader header = LdHeader.read(content);
        List<LdChannel> channels = LdChannel.chain(content, header.firstChannel(), file);
        if (channels.isEmpty()) {
            throw file.empty("no channel has samples");
        }
        long start = EpochNanos.of(header.started().toInstant(ZoneOffset.UTC));
        List<MappedChannel> mapped =
                ChannelDictionary.map(channels.stream().map(MotecLdFormat::original).toList());
        TreeMap<Integer, List<Integer>> byRate = new TreeMap<>();
        for (int i = 0; i < channels.size(); i++) {
            byRate.computeIfAbsent(-channels.get(i).frequency(), rate -> new ArrayList<>()).add(i);
        }
        Warnings warnings = new Warnings();
        List<RateGroup> groups = new ArrayList<>();
        List<LdRows> rows = new ArrayList<>();
        for (List<Integer> members : byRate.values()) {
            List<LdChannel> sources = members.stream().map(channels::get).toList();
            List<MappedChannel> targets = members.stream().map(mapped::get).toList();
            groups.add(group(sources, targets));
            rows.add(rows(content, sources, targets, start, warnings));
        }
        return new BlockRecording(
                file,
                declaration(file, header, start),
                header.vehicle().orElse(file.stem()),
                new Layout(groups),
                rows,
                content::close,
                warnings);
    }

    private static RateGroup group(List<LdChannel> sources, List<MappedChannel> targets) {
        return new RateGroup(
                targets.stream().map(MappedChannel::spec).toList(),
                EpochNanos.PER_SECOND / sources.getFirst().frequency());
    }

    private static LdRows rows(
            RandomContent content,
            List<LdChannel> sources,
            List<MappedChannel> targets,
            long start,
            Warnings warnings) {
        return new LdRows(
                sources.stream().map(source -> new LdSamples(content, source)).toList(),
                targets,
                start,
                sources.getFirst().frequency(),
                sources.stream().mapToLong(LdChannel::samples).max().orElse(0),
                warnings);
    }

    /** What MoTeC's displays call lap and split time is that of the lap or split just completed. */
    private static OriginalChannel original(LdChannel channel) {
        OriginalChannel original =
                OriginalChannel.of(channel.name(), channel.unit())
                        .withManyDigits(channel.type() == LdSampleType.INT32);
        return switch (channel.name()) {
            case "Lap Time" -> original.meaning(StandardChannels.LAP_TIME_PREVIOUS);
            case "Split Time" -> original.meaning(StandardChannels.SPLIT_TIME_PREVIOUS);
            default -> original;
        };
    }

    private static SourceDeclaration declaration(RecordingFile file, LdHeader header, long start) {
        List<Long> beacons =
                file
                        .companion("ldx")
                        .map(path -> LdxFile.beacons(RecordingFile.of(path)))
                        .orElse(List.of())
                        .stream()
                        .map(offset -> start + offset)
                        .toList();
        return new SourceDeclaration(
                NAME,
                header.title().orElse(file.stem()),
                header.venue(),
                header.vehicle(),
                header.driver(),
                List.of(),
                beacons);
    }
}
