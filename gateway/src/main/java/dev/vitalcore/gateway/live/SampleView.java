package dev.vitalcore.gateway.live;

import java.io.IOException;
import java.util.SortedMap;

/**
 * How far one client has seen the samples. Whatever is new since the last frame is merged into the
 * next, however long that took. Used by the client's sending thread only.
 */
interface SampleView {
    /** How samples are written. */
    enum Form {
        JSON,
        BINARY
    }

    static SampleView of(Form form) {
        return switch (form) {
            case JSON -> new JsonSampleView();
            case BINARY -> new BinarySampleView();
        };
    }

    /** Everything counts as new again. */
    void restart();

    /** Sends what is new; nothing where no car has news. */
    void send(
            SortedMap<String, LiveCar> cars,
            long originNanos,
            TraceRequest wanted,
            LiveSocket socket)
            throws IOException;
}
