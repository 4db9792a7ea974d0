package dev.vitalcore.app.demo;

import dev.vitalcore.app.feed.LiveFeed;
import dev.vitalcore.app.feed.ServerSchemas;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.simulation.RaceFeed;
import dev.vitalcore.simulation.race.RaceSettings;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;

/**
 * A simulated race that is driven and directed now, in a session of its own, until it is over or
 * closed.
 */
public final class DemoRace implements AutoCloseable {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'race-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final SessionId session;
    private final LiveFeed feed;
    private final CommandDesk desk;

    private DemoRace(SessionId session, LiveFeed feed, CommandDesk desk) {
        this.session = session;
        this.feed = feed;
        this.desk = desk;
    }

    /**
     * @param server the running platform
     * @param speed a multiple of real time
     */
    public static DemoRace start(URI server, RaceSettings settings, double speed) {
        Instant now = Instant.now();
        SessionId session = new SessionId(NAME.format(now));
        Codec<TelemetryBlock> blocks = ServerSchemas.of(server).blockCodec();
        CommandDesk desk = CommandDesk.open(server, session);
        Directed race =
                new Directed(
                        new RaceFeed(settings, session, EpochNanos.of(now)),
                        new RaceDirector(session.value(), desk));
        return new DemoRace(session, LiveFeed.start(server, blocks, race, speed), desk);
    }

    public SessionId session() {
        return session;
    }

    @Override
    public void close() {
        feed.close();
        desk.close();
    }

    /** The blocks of a race, which its director sees before they are sent. */
    private record Directed(RaceFeed race, RaceDirector director)
            implements Iterator<TelemetryBlock> {
        @Override
        public boolean hasNext() {
            return race.hasNext();
        }

        @Override
        public TelemetryBlock next() {
            TelemetryBlock block = race.next();
            director.see(block);
            return block;
        }
    }
}
