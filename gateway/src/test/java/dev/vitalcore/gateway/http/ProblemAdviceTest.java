package dev.vitalcore.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.Fault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotWritableException;

class ProblemAdviceTest {
    private final ProblemAdvice advice = new ProblemAdvice();

    @Test
    void answersAFailingDiskAsAnErrorOfTheServer() throws Exception {
        ResponseEntity<Problem> answer =
                advice.other(
                        new IOException("no space left on device"), request(), response(false));

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody())
                .extracting(Problem::type)
                .isEqualTo("urn:vitalcore:problem:internal-error");
    }

    @Test
    void takesACallerWhoWentAwayForNoErrorOfTheServer() throws Exception {
        ClientAbortException gone = new ClientAbortException(new IOException("broken pipe"));

        assertThat(advice.other(gone, request(), response(true)).getStatusCode().value())
                .isEqualTo(400);
        assertThat(
                        advice.other(
                                        new HttpMessageNotWritableException("not written", gone),
                                        request(),
                                        response(true))
                                .getStatusCode()
                                .value())
                .isEqualTo(400);
    }

    @Test
    void putsNoProblemIntoAnAnswerThatHasBegun() {
        IllegalStateException failure = new IllegalStateException("in the midst");
        Fault fault = Fault.user("too-many-rows", "too many", "ask for less");

        assertThatThrownBy(() -> advice.other(failure, request(), response(true)))
                .isSameAs(failure);
        assertThatThrownBy(() -> advice.fault(fault, request(), response(true))).isSameAs(fault);
    }

    private static HttpServletResponse response(boolean committed) {
        return (HttpServletResponse)
                Proxy.newProxyInstance(
                        HttpServletResponse.class.getClassLoader(),
                        new Class<?>[] {HttpServletResponse.class},
                        (proxy, method, arguments) -> committed);
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
