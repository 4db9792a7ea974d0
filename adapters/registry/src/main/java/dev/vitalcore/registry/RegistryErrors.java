package dev.vitalcore.registry;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.schema.SchemaFaults;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Error codes of the REST API (Confluent's {@code Errors}) as the faults of the port. */
final class RegistryErrors {
    static final String UNAVAILABLE = "registry-unavailable";

    private static final int SHOWN = 2_000;

    private RegistryErrors() {}

    /**
     * @param asked the subject or id that was asked for
     */
    static Fault fault(int status, JsonNode answer, String asked) {
        int code = answer.path("error_code").asInt(0);
        String message = Text.abbreviate(answer.path("message").asString(""), SHOWN);
        return switch (code) {
            case 40401, 40408 -> SchemaFaults.subjectUnknown(asked);
            case 40402 -> user(SchemaFaults.VERSION_UNKNOWN, "subject '" + asked + "'", message);
            case 40403 -> user(SchemaFaults.SCHEMA_UNKNOWN, "'" + asked + "'", message);
            case 42201 -> SchemaFaults.schemaInvalid(message);
            case 42203 -> user(SchemaFaults.LEVEL_UNKNOWN, "'" + asked + "'", message);
            case 42208 -> user(SchemaFaults.SUBJECT_INVALID, "'" + asked + "'", message);
            default -> byStatus(status, message, asked);
        };
    }

    private static Fault byStatus(int status, String message, String asked) {
        if (status == 409) {
            return SchemaFaults.incompatible(asked, List.of(message));
        }
        String said = "the schema registry answers " + status + " '" + message + "'";
        return status >= 500 || status == 429
                ? Fault.unavailable(UNAVAILABLE, said, "look at the registry, then try again")
                : Fault.user(
                        "registry-refuses", said, "see that the address is that of its REST API");
    }

    private static Fault user(String code, String asked, String message) {
        return Fault.user(
                code, "the schema registry says of " + asked + ": " + message, "ask for another");
    }
}
