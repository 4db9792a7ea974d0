package dev.vitalcore.edge.format;

import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.input.RecordingFile;
import dev.vitalcore.kernel.Fault;

/** MoTeC's lap beacons without the log they belong to: recognised in order to say so. */
public final class LoneLdxFormat implements RecordingFormat {
    @Override
    public String name() {
        return "motec-ldx";
    }

    @Override
    public boolean recognises(RecordingFile file) {
        return LdxFile.recognises(file);
    }

    @Override
    public Recording open(RecordingFile file) {
        throw Fault.user(
                "recording-empty",
                file.path()
                        + " holds "
                        + LdxFile.beacons(file).size()
                        + " lap beacons but no samples",
                "open the .ld beside it; the beacons are then used by themselves");
    }
}
