package dev.vitalcore.gateway.registry;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.platform.schema.SubjectVersion;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Schemas by the number that travels with the values. */
@RestController
@RequestMapping(
        path = RegistryApi.ROOT + "/schemas",
        produces = {RegistryApi.MEDIA_TYPE, RegistryApi.MEDIA_TYPE_UNVERSIONED, "application/json"})
final class SchemaResource {
    private final SchemaRegistry registry;

    SchemaResource(GatewayServices services) {
        this.registry = services.log().schemas();
    }

    @GetMapping("/types")
    List<String> types() {
        return List.of("AVRO");
    }

    @GetMapping("/ids/{id}")
    Text schema(@PathVariable int id) {
        return new Text(registry.schema(id));
    }

    @GetMapping("/ids/{id}/versions")
    List<SubjectVersion> uses(@PathVariable int id) {
        return registry.uses(id);
    }

    record Text(String schema) {}
}
