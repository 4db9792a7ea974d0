package dev.vitalcore.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.Decider;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.kernel.Fault;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots shorten the way to a state and never change where it leads. */
class SnapshottingTest {
    private static final StreamName TALLY = new StreamName("tally", "one");
    private static final int EVERY = 10;

    private final EventStore store = new InMemoryEventStore(InstantSource.system());
    private final InMemorySnapshots snapshots = new InMemorySnapshots();
    private final Counted counted = new Counted();
    private int key;

    @Test
    void foldsOnlyWhatCameAfterASnapshot() {
        move(25);

        assertThat(freshState()).isEqualTo(25);
        assertThat(counted.folded).isEqualTo(25);
        counted.folded = 0;
        assertThat(freshState()).isEqualTo(25);
        assertThat(counted.folded).isZero();
        move(3);
        counted.folded = 0;
        assertThat(freshState()).isEqualTo(28);
        assertThat(counted.folded).isEqualTo(3);
    }

    @Test
    void keepsNoneOfShortStreamsAndOneEachSoManyEvents() {
        CommandHandler<Integer, Integer, Integer> handler = handler();
        for (int moved = 1; moved <= 35; moved++) {
            handler.handle(TALLY, command(1));
            handler.state(TALLY);
            Optional<Long> kept = snapshots.newest(TALLY).map(Snapshot::version);
            assertThat(kept)
                    .isEqualTo(
                            Optional.of(moved / EVERY * (long) EVERY)
                                    .filter(version -> version > 0));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 11, 99, 1_000, 2_345})
    void theStateIsTheSameWithAndWithout(int events) {
        for (int left = events; left > 0; left -= Math.min(left, 500)) {
            move(Math.min(left, 500));
        }
        int by = freshState();
        int again = freshState();
        snapshots.clear();

        assertThat(by).isEqualTo(events).isEqualTo(again).isEqualTo(freshState());
    }

    @Test
    void passesOverADamagedOne() {
        assertPassedOver(kept -> {
            byte[] damaged = kept.state().clone();
            damaged[damaged.length - 1] ^= 1;
            return new Snapshot(kept.stream(), kept.version(), kept.hash(), kept.format(), damaged);
        });
    }

    @Test
    void passesOverOneThatIsCutShort() {
        assertPassedOver(kept ->
                new Snapshot(
                        kept.stream(), kept.version(), kept.hash(), kept.format(), new byte[3]));
    }

    @Test
    void passesOverOneOfAnotherHistory() {
        assertPassedOver(kept ->
                new Snapshot(
                        kept.stream(),
                        kept.version(),
                        ChainHash.before(TALLY),
                        kept.format(),
                        kept.state()));
    }

    @Test
    void passesOverOneOfAnotherVersionThanItsOwn() {
        assertPassedOver(kept ->
                new Snapshot(
                        kept.stream(),
                        kept.version() - 1,
                        kept.hash(),
                        kept.format(),
                        kept.state()));
        assertPassedOver(kept ->
                new Snapshot(
                        kept.stream(),
                        kept.version() + 100,
                        kept.hash(),
                        kept.format(),
                        kept.state()));
    }

    @Test
    void passesOverOneOfAnotherFormat() {
        assertPassedOver(kept ->
                new Snapshot(kept.stream(), kept.version(), kept.hash(), "other/1", kept.state()));
    }

    @Test
    void decidesWhereSnapshotsCannotBeHad() {
        Snapshots gone =
                new Snapshots() {
                    @Override
                    public Optional<Snapshot> newest(StreamName stream) {
                        throw Fault.unavailable("away", "the snapshots are away", "wait");
                    }

                    @Override
                    public void keep(Snapshot snapshot) {
                        throw Fault.unavailable("away", "the snapshots are away", "wait");
                    }
                };
        move(25);

        assertThat(handler(gone).state(TALLY)).isEqualTo(25);
    }

    /** E.g. a database that is written into already, or a state that cannot be written. */
    @Test
    void aSnapshotThatCannotBeKeptFailsNoCommand() {
        Snapshots broken =
                new Snapshots() {
                    @Override
                    public Optional<Snapshot> newest(StreamName stream) {
                        return Optional.empty();
                    }

                    @Override
                    public void keep(Snapshot snapshot) {
                        throw new IllegalStateException("write within a write");
                    }
                };
        CommandHandler<Integer, Integer, Integer> handler = handler(broken);

        for (int moved = 1; moved <= 2 * EVERY; moved++) {
            handler.handle(TALLY, command(1));
        }

        assertThat(handler(broken).state(TALLY)).isEqualTo(2 * EVERY);
    }

    private void assertPassedOver(UnaryOperator<Snapshot> change) {
        move(25);
        int state = freshState();
        snapshots.replace(change.apply(snapshots.newest(TALLY).orElseThrow()));
        counted.folded = 0;

        assertThat(freshState()).isEqualTo(state);
        assertThat(counted.folded).as("all events folded").isEqualTo((int) store.end());
    }

    private void move(int by) {
        new CommandHandler<>(store, counted, counted.tally).handle(TALLY, command(by));
    }

    private Command<Integer> command(int by) {
        key++;
        return new Command<>("k" + key, "f", by, new Command.Sender("anna", "", ""));
    }

    /** Of one that remembers nothing. */
    private int freshState() {
        return handler().state(TALLY);
    }

    private CommandHandler<Integer, Integer, Integer> handler() {
        return handler(snapshots);
    }

    private CommandHandler<Integer, Integer, Integer> handler(Snapshots kept) {
        return new CommandHandler<>(
                store,
                counted,
                counted.tally,
                Optional.of(new Snapshotting<>(kept, new TallyState(), EVERY)));
    }

    /** The tally, and how many events it took. */
    private static final class Counted implements Decider<Integer, Integer, Integer> {
        private final TallyDecider tally = new TallyDecider();
        private int folded;

        @Override
        public Integer initial() {
            return tally.initial();
        }

        @Override
        public Decision<Integer> decide(Integer state, Integer command) {
            return tally.decide(state, command);
        }

        @Override
        public Integer evolve(Integer state, Integer event) {
            folded++;
            return tally.evolve(state, event);
        }
    }

    private record TallyState() implements StateFormat<Integer> {
        @Override
        public String name() {
            return "number/1";
        }

        @Override
        public byte[] write(Integer state) {
            return ByteBuffer.allocate(Integer.BYTES).putInt(state).array();
        }

        @Override
        public Integer read(byte[] state) {
            return ByteBuffer.wrap(state).getInt();
        }
    }
}
