package dev.vitalcore.platform.events;

class InMemorySnapshotsTest extends SnapshotsContract {
    private final Snapshots snapshots = new InMemorySnapshots();

    @Override
    protected Snapshots snapshots() {
        return snapshots;
    }
}
