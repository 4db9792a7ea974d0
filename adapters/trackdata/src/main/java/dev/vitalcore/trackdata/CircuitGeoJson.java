package dev.vitalcore.trackdata;

import dev.vitalcore.kernel.Text;
import dev.vitalcore.timing.domain.circuit.EarthPoint;
import dev.vitalcore.timing.domain.circuit.PublishedCircuit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads circuits as the open collection bacinger/f1-circuits publishes them on GitHub: GeoJSON (RFC
 * 7946), a feature a circuit.
 *
 * <pre>
 *   { "type": "FeatureCollection", "name": "f1-circuits", "bbox": […],
 *     "features": [
 *       { "type": "Feature",
 *         "properties": { "id": "be-1925", "Location": "Spa Francorchamps",
 *                         "Name": "Circuit de Spa-Francorchamps", "opened": 1925,
 *                         "firstgp": 1950, "length": 7004, "altitude": 401 },
 *         "geometry": { "type": "LineString",
 *                       "coordinates": [ [ longitude, latitude ], … ] } }, … ] }
 * </pre>
 *
 * Strict in what is needed: a name and a way on the Earth. Tolerant in the rest: other properties
 * and features that are no line are left out, place and length (metres) may be absent.
 */
final class CircuitGeoJson {
    private static final int MOST_CIRCUITS = 2_000;
    private static final int MOST_POINTS = 50_000;
    private static final int MOST_DEPTH = 12;
    private static final int MOST_TEXT = 1_000;
    private static final int MOST_DIGITS = 40;
    private static final int SHOWN = 200;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MOST_DEPTH)
                                                    .maxStringLength(MOST_TEXT)
                                                    .maxNumberLength(MOST_DIGITS)
                                                    .build())
                                    .build())
                    .build();

    private CircuitGeoJson() {}

    /**
     * @return at least one
     * @throws IOException that names what is wrong
     */
    static List<PublishedCircuit> read(byte[] body) throws IOException {
        JsonNode features = tree(body).path("features");
        if (!features.isArray() || features.size() > MOST_CIRCUITS) {
            throw new IOException("features is no list of at most " + MOST_CIRCUITS + " circuits");
        }
        List<PublishedCircuit> circuits = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            JsonNode geometry = features.get(i).path("geometry");
            if (geometry.path("type").stringValue("").equals("LineString")) {
                circuits.add(circuit(features.get(i), "features[" + i + "]"));
            }
        }
        if (circuits.isEmpty()) {
            throw new IOException("none of the " + features.size() + " features is a LineString");
        }
        return circuits;
    }

    private static JsonNode tree(byte[] body) throws IOException {
        try {
            JsonNode answer = MAPPER.readTree(body);
            if (answer == null
                    || !answer.path("type").stringValue("").equals("FeatureCollection")) {
                throw new IOException("it is no GeoJSON of the type FeatureCollection");
            }
            return answer;
        } catch (JacksonException bad) {
            throw new IOException(
                    "it is no usable JSON: " + Text.abbreviate(bad.getOriginalMessage(), SHOWN),
                    bad);
        }
    }

    private static PublishedCircuit circuit(JsonNode feature, String where) throws IOException {
        JsonNode properties = feature.path("properties");
        String name = text(properties, "Name");
        if (name.isEmpty()) {
            throw new IOException(where + ".properties.Name is no name of a circuit");
        }
        String id = text(properties, "id");
        return new PublishedCircuit(
                id.isEmpty() ? name : id,
                name,
                text(properties, "Location"),
                length(properties),
                outline(feature.path("geometry").path("coordinates"), where));
    }

    private static String text(JsonNode properties, String name) {
        return Text.abbreviate(properties.path(name).stringValue("").strip(), SHOWN);
    }

    private static OptionalDouble length(JsonNode properties) {
        JsonNode length = properties.path("length");
        return length.isNumber()
                        && length.doubleValue() > 0
                        && Double.isFinite(length.doubleValue())
                ? OptionalDouble.of(length.doubleValue())
                : OptionalDouble.empty();
    }

    private static List<EarthPoint> outline(JsonNode coordinates, String where) throws IOException {
        if (!coordinates.isArray() || coordinates.size() < 2 || coordinates.size() > MOST_POINTS) {
            throw new IOException(
                    where + ".geometry.coordinates is no list of 2 to " + MOST_POINTS + " points");
        }
        List<EarthPoint> points = new ArrayList<>();
        for (int i = 0; i < coordinates.size(); i++) {
            points.add(point(coordinates.get(i), where + ".geometry.coordinates[" + i + "]"));
        }
        return points;
    }

    /** Longitude comes first; a height may follow. */
    private static EarthPoint point(JsonNode position, String where) throws IOException {
        JsonNode longitude = position.path(0);
        JsonNode latitude = position.path(1);
        if (!longitude.isNumber() || !latitude.isNumber()) {
            throw new IOException(
                    where + " is no position: " + Text.abbreviate(position.toString(), SHOWN));
        }
        try {
            return new EarthPoint(latitude.doubleValue(), longitude.doubleValue());
        } catch (IllegalArgumentException nowhere) {
            throw new IOException(where + ": " + nowhere.getMessage(), nowhere);
        }
    }
}
