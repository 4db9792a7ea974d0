package dev.vitalcore.gateway.http;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The one place where failures of requests become problem details. */
@RestControllerAdvice
public final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int SHOWN = 100;

    @ExceptionHandler
    ResponseEntity<Problem> fault(
            Fault fault, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw fault;
        }
        return switch (fault.kind()) {
            case USER, CONFLICT -> answer(Problem.of(fault));
            case UNAVAILABLE -> unavailable(fault, request);
            case INTERNAL -> internal(fault, request);
        };
    }

    /** That many ask at a time is nothing to mend; only what has a cause is something's failure. */
    private static ResponseEntity<Problem> unavailable(Fault fault, HttpServletRequest request) {
        if (fault.getCause() == null) {
            LOG.atDebug()
                    .addKeyValue("path", request.getRequestURI())
                    .addKeyValue("code", fault.code())
                    .log("request refused for now");
        } else {
            LOG.atWarn()
                    .addKeyValue("path", request.getRequestURI())
                    .setCause(fault)
                    .log("request refused: something needed is not there");
        }
        return answer(Problem.of(fault), Problem.retryAfter(fault));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException missing) {
        String name = missing.getParameterName();
        return answer(
                Problem.of(
                        400,
                        "parameter-missing",
                        "the parameter '" + name + "' is missing",
                        "add " + name + "=… to the query"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> mismatch(MethodArgumentTypeMismatchException mismatch) {
        return answer(
                Problem.of(
                        400,
                        "parameter-unusable",
                        "the parameter '"
                                + mismatch.getName()
                                + "' is '"
                                + Text.abbreviate(String.valueOf(mismatch.getValue()), SHOWN)
                                + "'",
                        "give a whole number"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> nothingThere(
            NoResourceFoundException nothing, HttpServletRequest request) {
        return answer(
                Problem.of(
                        404,
                        "path-unknown",
                        "there is nothing at '"
                                + Text.abbreviate(request.getRequestURI(), SHOWN)
                                + "'",
                        "the calls are listed in docs/api.md"));
    }

    /** Thrown on, so that the container closes the connection. */
    @ExceptionHandler
    void brokenOff(BrokenOff failure, HttpServletRequest request) throws BrokenOff {
        if (ofGoneCaller(failure)) {
            LOG.atDebug().setCause(failure).log("the connection to a caller broke");
        } else {
            LOG.atError()
                    .addKeyValue("path", request.getRequestURI())
                    .setCause(failure)
                    .log("an answer was broken off");
        }
        throw failure;
    }

    /**
     * @throws Exception the failure itself where an answer has begun, in which a problem would only
     *     be a part of it; the container then closes the connection
     */
    @ExceptionHandler
    ResponseEntity<Problem> other(
            Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (ofGoneCaller(failure)) {
            return gone(failure);
        }
        if (response.isCommitted()) {
            throw failure;
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return ofSpring(known, request);
        }
        return internal(failure, request);
    }

    /** The container says so with this; any other failing input or output is the server's own. */
    private static boolean ofGoneCaller(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException) {
                return true;
            }
        }
        return false;
    }

    /** Hardly anybody is left to tell. */
    private static ResponseEntity<Problem> gone(Exception failure) {
        LOG.atDebug().setCause(failure).log("the connection to a caller broke");
        return answer(
                Problem.of(
                        400,
                        "connection-broken",
                        "the connection broke before the answer was there",
                        "send the request again"));
    }

    private static ResponseEntity<Problem> ofSpring(
            ErrorResponse known, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(known.getHeaders());
        headers.setContentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
        Problem problem = EarlyRefusals.problem(known, request);
        return ResponseEntity.status(problem.status()).headers(headers).body(problem);
    }

    /** The caller gets a number to report, the log has the cause. */
    private static ResponseEntity<Problem> internal(Exception failure, HttpServletRequest request) {
        String number = UUID.randomUUID().toString();
        LOG.atError()
                .addKeyValue("path", request.getRequestURI())
                .addKeyValue("incident", number)
                .setCause(failure)
                .log("request failed");
        return answer(
                Problem.of(
                        500,
                        "internal-error",
                        "the server failed at this request (incident " + number + ")",
                        "this is a bug: report it with the log around the incident"));
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return answer(problem, Problem.RETRY_AFTER);
    }

    private static ResponseEntity<Problem> answer(Problem problem, String retryAfter) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status())
                        .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
        if (problem.worthTryingAgain()) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return answer.body(problem);
    }
}
