package dev.vitalcore.edge;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Geometry;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Kind;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Line;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Point;
import dev.vitalcore.edge.input.Json;
import dev.vitalcore.edge.input.Json.Malformed;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gates of a track, given by the user in a JSON file ({@code docs/track-file.md}). WGS84
 * degrees, metres; the start/finish line first, sectors in driving order.
 *
 * <pre>
 * { "name": "Road America",
 *   "gates": [
 *     { "kind": "start_finish", "name": "start-finish",
 *       "latitude": 43.797907, "longitude": -87.989638, "heading_deg": 179.2, "width_m": 30 },
 *     { "kind": "sector", "name": "split 1",
 *       "latitude1": 43.79, "longitude1": -87.98, "latitude2": 43.79, "longitude2": -87.99 } ] }
 * </pre>
 */
public record TrackFile(String name, List<DeclaredGate> gates) {
    private static final int SIZE_LIMIT = 1 << 20;
    private static final int GATES_LIMIT = 100;
    private static final double LEAST_WIDTH_M = 1;
    private static final double MOST_WIDTH_M = 1000;

    public TrackFile {
        gates = List.copyOf(gates);
    }

    /**
     * Reads a track file.
     *
     * @throws Fault of kind USER, {@code track-file-not-found} or {@code track-file-invalid},
     *     naming the key and its value
     */
    public static TrackFile read(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(SIZE_LIMIT + 1);
            if (bytes.length > SIZE_LIMIT) {
                throw new Malformed("it is larger than " + SIZE_LIMIT + " bytes");
            }
            return of(Json.parse(new String(bytes, StandardCharsets.UTF_8)));
        } catch (Malformed problem) {
            throw Fault.user(
                    "track-file-invalid",
                    "track file " + path + ": " + problem.getMessage(),
                    "docs/track-file.md shows the form",
                    problem);
        } catch (NoSuchFileException problem) {
            throw Fault.user(
                    "track-file-not-found", path + " does not exist", "check the path", problem);
        } catch (IOException problem) {
            throw Fault.unavailable(
                    "track-file-unreadable",
                    path + " cannot be read: " + problem.getMessage(),
                    "check the permissions",
                    problem);
        }
    }

    private static TrackFile of(@Nullable Object json) throws Malformed {
        Map<String, @Nullable Object> track = Json.object(json, "the file");
        List<DeclaredGate> gates = new ArrayList<>();
        for (Object gate : Json.array(track.get("gates"), "'gates'")) {
            gates.add(gate(Json.object(gate, "gate " + (gates.size() + 1)), gates.size() + 1));
            if (gates.size() > GATES_LIMIT) {
                throw new Malformed("it has more than " + GATES_LIMIT + " gates");
            }
        }
        if (gates.stream().filter(gate -> gate.kind() == Kind.START_FINISH).count() != 1) {
            throw new Malformed("it needs exactly one gate of kind 'start_finish'");
        }
        return new TrackFile(Json.text(track.get("name"), "'name'"), gates);
    }

    private static DeclaredGate gate(Map<String, @Nullable Object> gate, int number)
            throws Malformed {
        String where = "gate " + number;
        Kind kind = kind(Json.text(gate.get("kind"), "'kind' of " + where), where);
        Object name = gate.get("name");
        return new DeclaredGate(
                kind,
                name == null
                        ? kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + number
                        : Json.text(name, "'name' of " + where),
                geometry(gate, kind, where));
    }

    private static Kind kind(String text, String where) throws Malformed {
        return switch (text) {
            case "start_finish" -> Kind.START_FINISH;
            case "sector" -> Kind.SECTOR;
            case "pit_entry" -> Kind.PIT_ENTRY;
            case "pit_exit" -> Kind.PIT_EXIT;
            default ->
                    throw new Malformed(
                            "'kind' of "
                                    + where
                                    + " is '"
                                    + Text.abbreviate(text, 40)
                                    + "'; use start_finish, sector, pit_entry or pit_exit");
        };
    }

    private static Geometry geometry(Map<String, @Nullable Object> gate, Kind kind, String where)
            throws Malformed {
        if (gate.containsKey("latitude1")) {
            return new Line(
                    number(gate, "latitude1", where, -90, 90),
                    number(gate, "longitude1", where, -180, 180),
                    number(gate, "latitude2", where, -90, 90),
                    number(gate, "longitude2", where, -180, 180));
        }
        Point point =
                new Point(
                        number(gate, "latitude", where, -90, 90),
                        number(gate, "longitude", where, -180, 180),
                        optional(gate, "heading_deg", where, 0, 360),
                        optional(gate, "width_m", where, LEAST_WIDTH_M, MOST_WIDTH_M));
        if (kind != Kind.START_FINISH && kind != Kind.SECTOR && Double.isNaN(point.widthMetres())) {
            throw new Malformed(
                    "'width_m' of "
                            + where
                            + " is missing; a pit gate needs the width of the pit lane (or its two ends), or it may reach over the track");
        }
        return point;
    }

    private static double optional(
            Map<String, @Nullable Object> gate, String key, String where, double least, double most)
            throws Malformed {
        return gate.get(key) == null ? Double.NaN : number(gate, key, where, least, most);
    }

    private static double number(
            Map<String, @Nullable Object> gate, String key, String where, double least, double most)
            throws Malformed {
        double value = Json.number(gate.get(key), "'" + key + "' of " + where);
        if (!(value >= least && value <= most)) {
            throw new Malformed(
                    "'" + key + "' of " + where + " is " + value + "; use " + least + " to "
                            + most);
        }
        return value;
    }
}
