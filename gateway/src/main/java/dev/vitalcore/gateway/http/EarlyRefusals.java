package dev.vitalcore.gateway.http;

import dev.vitalcore.kernel.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/** What the framework or the container refuses before a resource sees it, in our words. */
final class EarlyRefusals {
    private static final int SHOWN = 100;
    private static final String SEE_CALLS =
            "the calls and their parameters are listed in docs/api.md";

    private EarlyRefusals() {}

    static Problem problem(ErrorResponse refusal, HttpServletRequest request) {
        return switch (refusal) {
            case HttpRequestMethodNotSupportedException method -> method(method, request);
            case HttpMediaTypeNotSupportedException type -> bodyType(type);
            case HttpMediaTypeNotAcceptableException type -> answerType(type, request);
            default -> of(refusal.getStatusCode().value(), request.getRequestURI());
        };
    }

    /** A refusal of which nothing but the status is known. */
    static Problem of(int status, @Nullable String path) {
        String at = path == null ? "" : " at '" + Text.abbreviate(path, SHOWN) + "'";
        return switch (status) {
            case 400 ->
                    Problem.of(
                            status,
                            "request-unusable",
                            "the request" + at + " cannot be read",
                            "send HTTP/1.1 with a Host header and a path without '%2F', '\\' or '%00'");
            case 404 -> Problem.of(status, "path-unknown", "there is nothing" + at, SEE_CALLS);
            case 405 ->
                    Problem.of(
                            status,
                            "method-not-allowed",
                            "the method of the request is not allowed" + at,
                            SEE_CALLS);
            case 413 ->
                    Problem.of(
                            status,
                            "request-too-large",
                            "the body of the request" + at + " is too large",
                            "send fewer blocks in one request");
            default ->
                    status >= 500
                            ? Problem.of(
                                    status,
                                    "internal-error",
                                    "the server failed at the request" + at,
                                    "this is a bug: report it with the log of this minute")
                            : Problem.of(
                                    status,
                                    "request-unusable",
                                    "the request" + at + " is refused with status " + status,
                                    SEE_CALLS);
        };
    }

    private static Problem method(
            HttpRequestMethodNotSupportedException refusal, HttpServletRequest request) {
        Set<HttpMethod> allowed = refusal.getSupportedHttpMethods();
        return Problem.of(
                405,
                "method-not-allowed",
                Text.abbreviate(refusal.getMethod(), SHOWN)
                        + " is not allowed at '"
                        + Text.abbreviate(request.getRequestURI(), SHOWN)
                        + "'",
                allowed == null || allowed.isEmpty()
                        ? SEE_CALLS
                        : "use "
                                + allowed.stream()
                                        .map(HttpMethod::name)
                                        .collect(Collectors.toCollection(TreeSet::new))
                                        .stream()
                                        .collect(Collectors.joining(" or ")));
    }

    private static Problem bodyType(HttpMediaTypeNotSupportedException refusal) {
        MediaType type = refusal.getContentType();
        return Problem.of(
                415,
                "body-type-unusable",
                type == null
                        ? "the request does not say of which type its body is"
                        : "the body is of the type '" + Text.abbreviate("" + type, SHOWN) + "'",
                "send it with Content-Type: " + types(refusal.getSupportedMediaTypes()));
    }

    private static Problem answerType(
            HttpMediaTypeNotAcceptableException refusal, HttpServletRequest request) {
        String asked = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        return Problem.of(
                406,
                "answer-type-unusable",
                "there is no answer of the type '" + Text.abbreviate(asked, SHOWN) + "'",
                "ask with Accept: " + types(refusal.getSupportedMediaTypes()));
    }

    private static String types(List<MediaType> types) {
        return types.isEmpty()
                ? MediaType.APPLICATION_JSON_VALUE
                : types.stream().map(MediaType::toString).collect(Collectors.joining(", "));
    }
}
