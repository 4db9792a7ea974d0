package dev.vitalcore.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final Layout LAYOUT =
            new Layout(
                    List.of(
                            new RateGroup(
                                    List.of(
                                            new ChannelSpec(
                                                    "speed",
                                                    "speed",
                                                    Unit.KILOMETRE_PER_HOUR,
                                                    "km/h",
                                                    ChannelSpec.Precision.SINGLE)),
                                    0)));

    @Test
    void mergesSourcesByTheEndOfTheirBlocks() {
        Feed feed =
                new Feed(
                        List.of(
                                List.of(block("a", 0, 10), block("a", 1, 30)).iterator(),
                                List.of(block("b", 0, 20), block("b", 1, 25)).iterator()));

        assertThat(drain(feed)).containsExactly("a0", "b0", "b1", "a1");
        assertThat(feed.failures()).isEmpty();
    }

    @Test
    void givesBlocksOfTheSameInstantInTheOrderOfTheSources() {
        Feed feed =
                new Feed(
                        List.of(
                                List.of(block("a", 0, 10)).iterator(),
                                List.of(block("b", 0, 10)).iterator()));

        assertThat(drain(feed)).containsExactly("a0", "b0");
    }

    @Test
    void goesOnWithTheOthersWhenOneRecordingIsDamaged() {
        Iterator<TelemetryBlock> damaged =
                new Iterator<>() {
                    private boolean given;

                    @Override
                    public boolean hasNext() {
                        return true;
                    }

                    @Override
                    public TelemetryBlock next() {
                        if (given) {
                            throw Fault.user(
                                    "recording-damaged", "a ends at byte 7", "copy it again");
                        }
                        given = true;
                        return block("a", 0, 10);
                    }
                };
        Feed feed =
                new Feed(
                        List.of(damaged, List.of(block("b", 0, 20), block("b", 1, 30)).iterator()));

        assertThat(drain(feed)).containsExactly("a0", "b0", "b1");
        assertThat(feed.failures()).extracting(Fault::text).containsExactly("a ends at byte 7");
    }

    private static List<String> drain(Feed feed) {
        List<String> order = new ArrayList<>();
        feed.forEachRemaining(block -> order.add(block.source().value() + block.sequence()));
        return order;
    }

    private static TelemetryBlock block(String source, long sequence, long time) {
        return new TelemetryBlock(
                new SourceId(source),
                new EntryId(new SessionId("s"), source),
                sequence,
                LAYOUT,
                List.of(new Rows(new long[] {time}, List.of(new Column.Singles(new float[] {1})))),
                Optional.empty(),
                false);
    }
}
