package dev.vitalcore.trackdata;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.http.BoundedHttp;
import dev.vitalcore.timing.application.TrackData;
import dev.vitalcore.timing.domain.circuit.PublishedCircuit;
import dev.vitalcore.trackdata.Document.Validators;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Circuits of one GeoJSON document on a web server or in a file. What was had last is kept on the
 * disk, and the server is asked for a newer version only. Sends nothing of us. Thread-safe.
 */
public final class PublishedTrackData implements TrackData, AutoCloseable {
    /** The open collection has about 120 KiB. */
    static final int MOST_BYTES = 4 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(PublishedTrackData.class);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final URI address;
    private final InstantSource clock;
    private final DiskCache cache;
    private final BoundedHttp http = new BoundedHttp(MOST_BYTES);

    /** Guarded by this. */
    private Optional<Known> known;

    /**
     * @param address {@code http:}, {@code https:} or {@code file:}
     * @param folder where answers are kept; need not exist
     * @throws Fault (user) when it is no such address
     */
    public PublishedTrackData(URI address, Path folder, InstantSource clock) {
        this.address = required(address);
        this.clock = clock;
        this.cache = new DiskCache(folder, address.toString(), MOST_BYTES);
        this.known = cache.read().flatMap(this::parsed);
    }

    private record Known(Kept kept, Validators validators) {}

    @Override
    public String provider() {
        return isFile(address)
                ? String.valueOf(Path.of(address).getFileName())
                : address.getAuthority();
    }

    @Override
    public List<PublishedCircuit> fetch() throws IOException, InterruptedException {
        return isFile(address)
                ? taken(
                        new Document(
                                TrackDataFile.read(address, MOST_BYTES), Validators.NONE, now()))
                : asked();
    }

    @Override
    public synchronized Optional<Kept> lastGood() {
        return known.map(Known::kept);
    }

    @Override
    public void close() {
        http.close();
    }

    private List<PublishedCircuit> asked() throws IOException, InterruptedException {
        Optional<Known> before = known();
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", "application/geo+json, application/json");
        before.ifPresent(had -> headers.putAll(had.validators().conditions()));
        BoundedHttp.Reply reply = http.get(address, headers);
        if (reply.status() == NOT_MODIFIED && before.isPresent()) {
            return confirmed(before.get());
        }
        if (reply.status() != OK) {
            throw new IOException("HTTP " + reply.status() + " from " + provider());
        }
        Validators validators =
                new Validators(
                        reply.headers().firstValue("ETag").orElse(""),
                        reply.headers().firstValue("Last-Modified").orElse(""));
        return taken(new Document(reply.body(), validators, now()));
    }

    /** The document is read again from the disk: in memory only its circuits are kept. */
    private synchronized List<PublishedCircuit> confirmed(Known before) {
        List<PublishedCircuit> circuits = before.kept().circuits();
        Instant now = now();
        known = Optional.of(new Known(new Kept(circuits, now), before.validators()));
        cache.read().ifPresent(document -> keep(document.confirmedAt(now)));
        return circuits;
    }

    private synchronized List<PublishedCircuit> taken(Document document) throws IOException {
        List<PublishedCircuit> circuits = CircuitGeoJson.read(document.body());
        known = Optional.of(new Known(new Kept(circuits, document.at()), document.validators()));
        keep(document);
        return circuits;
    }

    /** That the disk is full costs no answer. */
    private void keep(Document document) {
        try {
            cache.write(document);
        } catch (IOException failure) {
            LOG.atWarn()
                    .addKeyValue("file", cache.file())
                    .addKeyValue("reason", failure.toString())
                    .log("the circuits are not kept on the disk; they are gone with a restart");
        }
    }

    private Optional<Known> parsed(Document document) {
        try {
            List<PublishedCircuit> circuits = CircuitGeoJson.read(document.body());
            Instant now = now();
            // A clock that was set back must not make them new for ever.
            Instant at = document.at().isAfter(now) ? now : document.at();
            return Optional.of(new Known(new Kept(circuits, at), document.validators()));
        } catch (IOException unusable) {
            cache.ignored(unusable);
            return Optional.empty();
        }
    }

    private synchronized Optional<Known> known() {
        return known;
    }

    private Instant now() {
        return clock.instant();
    }

    private static boolean isFile(URI address) {
        return "file".equals(address.getScheme());
    }

    private static URI required(URI address) {
        boolean web =
                ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                        && address.getHost() != null
                        && address.getUserInfo() == null;
        boolean file =
                isFile(address) && address.getPath() != null && address.getAuthority() == null;
        if (web || file) {
            return address;
        }
        throw Fault.user(
                "track-data-url-unusable",
                "'" + withoutSecrets(address) + "' is no address of track data",
                "give one like https://HOST/circuits.geojson or file:///path/circuits.geojson, without"
                        + " user");
    }

    /** A password or a token never gets into a message. */
    private static String withoutSecrets(URI address) {
        return address.toString().replaceFirst("//[^/@]*@", "//").replaceFirst("\\?.*", "?…");
    }
}
