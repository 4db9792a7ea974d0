package dev.vitalcore.gateway.registry;

import dev.vitalcore.gateway.http.Problem;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.schema.SchemaFaults;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Faults as errors of that API, with its numbers; its clients go by these. */
@RestControllerAdvice(basePackageClasses = RegistryApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RegistryErrors {
    static final String VERSION_INVALID = "schema-version-invalid";
    static final String NO_OWN_LEVEL = "compatibility-level-of-its-own-unknown";

    private static final int SHOWN = 100;

    /** The first three digits are the status. */
    private static final Map<String, Integer> CODES =
            Map.ofEntries(
                    Map.entry("body-unusable", 400),
                    Map.entry(SchemaFaults.SUBJECT_UNKNOWN, 40401),
                    Map.entry(SchemaFaults.VERSION_UNKNOWN, 40402),
                    Map.entry(SchemaFaults.SCHEMA_UNKNOWN, 40403),
                    Map.entry(NO_OWN_LEVEL, 40408),
                    Map.entry(SchemaFaults.INCOMPATIBLE, 409),
                    Map.entry("request-too-large", 413),
                    Map.entry(SchemaFaults.SCHEMA_INVALID, 42201),
                    Map.entry(VERSION_INVALID, 42202),
                    Map.entry(SchemaFaults.LEVEL_UNKNOWN, 42203),
                    Map.entry(SchemaFaults.REGISTRY_FULL, 42205),
                    Map.entry(SchemaFaults.SUBJECT_INVALID, 42208));

    private static final int STORE_FAILED = 50001;
    private static final int UNAVAILABLE = 503;

    /**
     * @throws Fault itself where it is a bug: it becomes the problem that all bugs become
     */
    @ExceptionHandler
    ResponseEntity<Answer> fault(Fault fault) {
        return switch (fault.kind()) {
            case USER, CONFLICT -> answer(CODES.getOrDefault(fault.code(), 400), told(fault));
            case UNAVAILABLE ->
                    ResponseEntity.status(UNAVAILABLE)
                            .contentType(MediaType.parseMediaType(RegistryApi.MEDIA_TYPE))
                            .header(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER)
                            .body(new Answer(STORE_FAILED, told(fault)));
            case INTERNAL -> throw fault;
        };
    }

    /** An id that is no number is one that there is not. */
    @ExceptionHandler
    ResponseEntity<Answer> mismatch(MethodArgumentTypeMismatchException mismatch) {
        String value = Text.abbreviate(String.valueOf(mismatch.getValue()), SHOWN);
        return answer(
                mismatch.getName().equals("id") ? 404 : 400,
                "'" + value + "' is no " + mismatch.getName());
    }

    /** Nothing of a registry is deleted. */
    static ResponseEntity<Answer> kept(String message) {
        return answer(405, message);
    }

    private static ResponseEntity<Answer> answer(int code, String message) {
        int status = Integer.parseInt(String.valueOf(code).substring(0, 3));
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(RegistryApi.MEDIA_TYPE))
                .body(new Answer(code, message));
    }

    private static String told(Fault fault) {
        return fault.text() + ": " + fault.remedy();
    }

    record Answer(int errorCode, String message) {}
}
