package dev.vitalcore.gateway.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.schema.SchemaFaults;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the calls of the registry have in common. Bodies may hold more than we know, as those of
 * newer clients do; what would change the meaning is refused.
 */
final class RegistryApi {
    static final String ROOT = "/registry";
    static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    static final String MEDIA_TYPE_UNVERSIONED = "application/vnd.schemaregistry+json";

    /** A schema of the longest kind in which every character is escaped, and room around it. */
    private static final int MOST_BYTES = 512 * 1024;

    private static final int SHOWN = 100;
    private static final String LATEST = "latest";

    private final JsonMapper mapper;

    RegistryApi(JsonMapper mapper) {
        this.mapper =
                mapper.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    /** The schema that a body carries. */
    String schema(HttpServletRequest request) throws IOException {
        SchemaBody body = read(request, SchemaBody.class);
        if (body.schemaType() != null && !body.schemaType().equals("AVRO")) {
            throw SchemaFaults.schemaInvalid(
                    "its type is '" + body.schemaType() + "', AVRO alone is kept here");
        }
        if (body.references() != null && !body.references().isEmpty()) {
            throw SchemaFaults.schemaInvalid(
                    "it refers to other subjects; here a schema holds all of its types itself");
        }
        if (body.schema() == null) {
            throw SchemaFaults.schemaInvalid("the body has no \"schema\"");
        }
        return body.schema();
    }

    /** The name of the level that a body carries. */
    String level(HttpServletRequest request) throws IOException {
        return Objects.requireNonNullElse(read(request, LevelBody.class).compatibility(), "");
    }

    static boolean isLatest(String version) {
        return version.equals(LATEST) || version.equals("-1");
    }

    /**
     * @throws Fault (user) where it is no number from 1
     */
    static int version(String version) {
        try {
            int number = Integer.parseInt(version);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, as 0 is
        }
        throw Fault.user(
                RegistryErrors.VERSION_INVALID,
                "'" + Text.abbreviate(version, SHOWN) + "' is no version",
                "give a number from 1, or latest");
    }

    private <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Fault.user(
                    "request-too-large",
                    "the body has more than " + MOST_BYTES + " bytes",
                    "send at most " + MOST_BYTES);
        }
        try {
            return Objects.requireNonNull(mapper.readValue(body, type), "null");
        } catch (JacksonException | NullPointerException unusable) {
            throw Fault.user(
                    "body-unusable",
                    "the body is no such JSON object: "
                            + Text.abbreviate(
                                    unusable instanceof JacksonException json
                                            ? json.getOriginalMessage()
                                            : String.valueOf(unusable.getMessage()),
                                    SHOWN),
                    "send what docs/schemas.md says of this call",
                    unusable);
        }
    }

    /** Under the names of that API, which mixes the ways to write them. */
    record SchemaBody(
            @Nullable String schema,
            @JsonProperty("schemaType") @Nullable String schemaType,
            @Nullable List<Object> references) {}

    record LevelBody(@Nullable String compatibility) {}
}
