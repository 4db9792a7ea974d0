package dev.vitalcore.platform.projection;

import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventStore;

/** Where the events of a simulation come from. */
interface SimulatedEvents {
    /** Appends some, where it is not somebody else who does. */
    void some();

    EventStore store();

    /** May fail on some of them until {@link #mended}. */
    EventFormat<Integer> format();

    /** From now on all can be read. */
    void mended();

    /** Of the streams that the view counts. */
    String category();

    default long end() {
        return store().end();
    }
}
