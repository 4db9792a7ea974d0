package dev.vitalcore.edge.format;

import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.input.RecordingFile;
import dev.vitalcore.kernel.Fault;

/**
 * Files that go with a recording but have no samples of their own: MoTeC's lap beacons,
 * SpeedAngle's timing lines. Recognised in order to say so.
 */
public final class CompanionFormat implements RecordingFormat {
    @Override
    public String name() {
        return "companion";
    }

    @Override
    public boolean recognises(RecordingFile file) {
        return LdxFile.recognises(file) || SpeedAngleFile.recognises(file);
    }

    @Override
    public Recording open(RecordingFile file) {
        throw Fault.user(
                "recording-empty",
                file.path() + " holds " + describe(file) + " but no samples with a time",
                "open the recording beside it (.ld or .vbo of the same name); this file is then used"
                        + " by itself");
    }

    /** What such a file holds, for messages. */
    public static String describe(RecordingFile file) {
        return LdxFile.recognises(file) ? "lap beacons" : "timing lines";
    }
}
