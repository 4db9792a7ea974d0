package dev.vitalcore.app.demo;

import dev.vitalcore.app.feed.LiveFeed;
import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A generated car that drives now, in a session of its own, until it is closed. */
public final class DemoDrive implements AutoCloseable {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'demo-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final SessionId session;
    private final LiveFeed feed;

    private DemoDrive(SessionId session, LiveFeed feed) {
        this.session = session;
        this.feed = feed;
    }

    /**
     * @param server the running platform
     */
    public static DemoDrive start(URI server, long seed) {
        Instant now = Instant.now();
        SessionId session = new SessionId(NAME.format(now));
        SourceId source = new SourceId(session + "-car-1");
        GeneratedCar car =
                new GeneratedCar(source, new EntryId(session, "1"), EpochNanos.of(now), seed);
        return new DemoDrive(session, LiveFeed.start(server, new AvroBlockCodec(), car));
    }

    public SessionId session() {
        return session;
    }

    @Override
    public void close() {
        feed.close();
    }
}
