package dev.vitalcore.edge.format;

import dev.vitalcore.edge.input.RandomContent;
import dev.vitalcore.edge.input.RecordingFile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One channel of a MoTeC log file: where its samples lie and how they become values: {@code (raw /
 * scale * 10^-decimals + shift) * multiplier}.
 *
 * <pre>
 *   0x00 u32 previous   0x10 u16 —             0x18 i16 shift        0x20 32 name
 *   0x04 u32 next       0x12 u16 kind          0x1a i16 multiplier   0x40  8 short name
 *   0x08 u32 data       0x14 u16 bytes         0x1c i16 scale        0x48 12 unit
 *   0x0c u32 samples    0x16 u16 rate in Hz    0x1e i16 decimals
 * </pre>
 */
record LdChannel(
        String name,
        String unit,
        long data,
        long samples,
        int frequency,
        LdSampleType type,
        Scaling scaling) {
    private static final int LENGTH = 0x54;
    private static final int LIMIT = 4096;

    /** How raw numbers become values. */
    record Scaling(int shift, int multiplier, int scale, int decimals) {
        double apply(double raw) {
            return (raw / scale * Math.pow(10, -decimals) + shift) * multiplier;
        }
    }

    /** The channels with samples, along the chain from {@code first}. */
    static List<LdChannel> chain(RandomContent content, long first, RecordingFile file) {
        List<LdChannel> channels = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (long at = first; at != 0; ) {
            if (!seen.add(at) || seen.size() > LIMIT) {
                throw file.damaged("its chain of channels does not end");
            }
            ByteBuffer meta = content.read(at, LENGTH);
            LdChannel channel = read(meta, file);
            if (channel.samples > 0) {
                channel.requireWithin(content, file);
                channels.add(channel);
            }
            at = Integer.toUnsignedLong(meta.getInt(0x04));
        }
        return channels;
    }

    private static LdChannel read(ByteBuffer meta, RecordingFile file) {
        String name = LdHeader.text(meta, 0x20, 32);
        int frequency = Short.toUnsignedInt(meta.getShort(0x16));
        int scale = meta.getShort(0x1c);
        if (frequency == 0 || scale == 0) {
            throw file.damaged(
                    "channel '" + name + "' has rate " + frequency + " Hz and scale " + scale);
        }
        int kind = Short.toUnsignedInt(meta.getShort(0x12));
        int bytes = Short.toUnsignedInt(meta.getShort(0x14));
        return new LdChannel(
                name,
                LdHeader.text(meta, 0x48, 12),
                Integer.toUnsignedLong(meta.getInt(0x08)),
                Integer.toUnsignedLong(meta.getInt(0x0c)),
                frequency,
                LdSampleType.of(kind, bytes)
                        .orElseThrow(() ->
                                file.damaged(
                                        "channel '"
                                                + name
                                                + "' has samples of unknown kind "
                                                + kind
                                                + " with "
                                                + bytes
                                                + " bytes")),
                new Scaling(meta.getShort(0x18), meta.getShort(0x1a), scale, meta.getShort(0x1e)));
    }

    private void requireWithin(RandomContent content, RecordingFile file) {
        long end = data + samples * type.bytes();
        if (end > content.size()) {
            throw file.damaged(
                    "the samples of channel '"
                            + name
                            + "' end at byte "
                            + end
                            + ", the file at "
                            + content.size()
                            + "; it was cut off");
        }
    }
}
