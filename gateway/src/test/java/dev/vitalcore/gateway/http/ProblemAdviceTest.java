package dev.vitalcore.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotWritableException;

class ProblemAdviceTest {
    private final ProblemAdvice advice = new ProblemAdvice();

    @Test
    void answersAFailingDiskAsAnErrorOfTheServer() {
        ResponseEntity<Problem> answer =
                advice.other(new IOException("no space left on device"), request());

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody())
                .extracting(Problem::type)
                .isEqualTo("urn:vitalcore:problem:internal-error");
    }

    @Test
    void takesACallerWhoWentAwayForNoErrorOfTheServer() {
        ClientAbortException gone = new ClientAbortException(new IOException("broken pipe"));

        assertThat(advice.other(gone, request()).getStatusCode().value()).isEqualTo(400);
        assertThat(
                        advice.other(
                                        new HttpMessageNotWritableException("not written", gone),
                                        request())
                                .getStatusCode()
                                .value())
                .isEqualTo(400);
    }

    /** The advice asks it for nothing but its path. */
    private static HttpServletRequest request() {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        HttpServletRequest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) -> "/api/v1/health");
    }
}
