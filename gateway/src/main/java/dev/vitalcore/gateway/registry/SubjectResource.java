package dev.vitalcore.gateway.registry;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.platform.schema.RegisteredSchema;
import dev.vitalcore.platform.schema.SchemaRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Subjects and their versions. */
@RestController
@RequestMapping(
        path = RegistryApi.ROOT + "/subjects",
        produces = {RegistryApi.MEDIA_TYPE, RegistryApi.MEDIA_TYPE_UNVERSIONED, "application/json"})
final class SubjectResource {
    private final SchemaRegistry registry;
    private final RegistryApi api;

    SubjectResource(GatewayServices services, JsonMapper mapper) {
        this.registry = services.log().schemas();
        this.api = new RegistryApi(mapper);
    }

    @GetMapping
    List<String> subjects() {
        return registry.subjects();
    }

    @GetMapping("/{subject}/versions")
    List<Integer> versions(@PathVariable String subject) {
        return registry.versions(subject);
    }

    @GetMapping("/{subject}/versions/{version}")
    RegisteredSchema version(@PathVariable String subject, @PathVariable String version) {
        return RegistryApi.isLatest(version)
                ? registry.latest(subject)
                : registry.version(subject, RegistryApi.version(version));
    }

    @PostMapping("/{subject}/versions")
    Id register(@PathVariable String subject, HttpServletRequest request) throws IOException {
        return new Id(registry.register(subject, api.schema(request)));
    }

    @PostMapping("/{subject}")
    RegisteredSchema lookup(@PathVariable String subject, HttpServletRequest request)
            throws IOException {
        return registry.lookup(subject, api.schema(request));
    }

    @DeleteMapping({"/{subject}", "/{subject}/versions/{version}"})
    ResponseEntity<RegistryErrors.Answer> delete() {
        return RegistryErrors.kept(
                "schemas are kept for ever, as are the values that were written with them:"
                        + " register another version instead");
    }

    record Id(int id) {}
}
