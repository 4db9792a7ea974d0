package dev.vitalcore.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * What every reader promises of any file: good blocks, no more than the file can hold, or a refusal
 * that the user can act on.
 */
final class ReaderPromise {
    private static final long BLOCK_NANOS = 1_000_000_000;

    private ReaderPromise() {}

    /**
     * Reads a file to its end and fails where the promise is broken.
     *
     * @param what names the file in failures
     * @return whether the file was refused
     */
    static boolean isRefused(Path file, String what) throws IOException {
        // Compression gives 250 bytes for one at most, and a row has two at least.
        long limit = Files.size(file) * 500 + 1000;
        try (Recording recording = Recordings.open(file)) {
            Iterator<TelemetryBlock> blocks =
                    recording.blocks(Samples.SOURCE, Samples.ENTRY, BLOCK_NANOS);
            long sequence = 0;
            long rows = 0;
            while (blocks.hasNext()) {
                TelemetryBlock block = blocks.next();
                assertThat(block.sequence()).as(what).isEqualTo(sequence++);
                rows += rows(block, what);
                assertThat(rows).as(what).isLessThan(limit);
            }
            assertThat(recording.warnings()).as(what).hasSizeLessThan(100);
            return false;
        } catch (Fault fault) {
            assertThat(fault.kind()).as(what + ": " + fault.text()).isEqualTo(Fault.Kind.USER);
            assertThat(fault.text()).as(what).contains(stem(file)).hasSizeLessThan(5_000);
            return true;
        } catch (RuntimeException crash) {
            return fail(what + " crashed", crash);
        }
    }

    /** Of the recording, or of the companion beside it that is damaged. */
    private static String stem(Path file) {
        return file.toString().replaceFirst("\\.(ld|vbo)$", "");
    }

    private static long rows(TelemetryBlock block, String what) {
        long rows = 0;
        for (Rows group : block.rows()) {
            long[] times = group.times();
            for (int i = 1; i < times.length; i++) {
                if (times[i] <= times[i - 1]) {
                    fail(what + ": times do not increase in block " + block.sequence());
                }
            }
            rows += times.length;
        }
        return rows;
    }
}
