package dev.vitalcore.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every place for snapshots promises. */
public abstract class SnapshotsContract {
    private static final StreamName SPA = new StreamName("session", "spa-race");

    /** Empty, the same at each call of a test. */
    protected abstract Snapshots snapshots();

    @Test
    void givesBackTheNewestOfAStream() {
        snapshots().keep(snapshot(7, "a", 1));
        snapshots().keep(snapshot(9, "a", 2));

        assertThat(snapshots().newest(SPA))
                .hasValueSatisfying(kept ->
                        assertThat(kept).usingRecursiveComparison().isEqualTo(snapshot(9, "a", 2)));
        assertThat(snapshots().newest(new StreamName("session", "monza"))).isEmpty();
    }

    @Test
    void anOlderOneChangesNothing() {
        snapshots().keep(snapshot(9, "a", 2));
        snapshots().keep(snapshot(7, "a", 1));

        assertThat(snapshots().newest(SPA)).map(Snapshot::version).contains(9L);
    }

    /** A program that writes another form cannot read the one that is there. */
    @Test
    void oneOfAnotherFormatReplacesIt() {
        snapshots().keep(snapshot(9, "a", 2));
        snapshots().keep(snapshot(7, "b", 1));

        assertThat(snapshots().newest(SPA)).map(Snapshot::format).contains("b");
    }

    private static Snapshot snapshot(long version, String format, int state) {
        return new Snapshot(SPA, version, ChainHash.before(SPA), format, new byte[] {(byte) state});
    }
}
