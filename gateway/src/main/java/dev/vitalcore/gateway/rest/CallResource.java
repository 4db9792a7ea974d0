package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.CallJson;
import dev.vitalcore.platform.calls.GuardedCalls;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the guarded calls fare; docs/calls.md lists their policies. */
@RestController
@RequestMapping("/api/v1/calls")
final class CallResource {
    private final GuardedCalls calls;

    CallResource(GatewayServices services) {
        this.calls = services.operations().calls();
    }

    @GetMapping
    Calls calls() {
        return new Calls(calls.states().stream().map(CallJson::of).toList());
    }

    record Calls(List<CallJson> calls) {}
}
