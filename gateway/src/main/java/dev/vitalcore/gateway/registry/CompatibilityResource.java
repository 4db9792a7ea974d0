package dev.vitalcore.gateway.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.schema.Against;
import dev.vitalcore.platform.schema.CompatibilityLevel;
import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.platform.schema.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Levels of compatibility, and checks that change nothing. */
@RestController
@RequestMapping(
        path = RegistryApi.ROOT,
        produces = {RegistryApi.MEDIA_TYPE, RegistryApi.MEDIA_TYPE_UNVERSIONED, "application/json"})
final class CompatibilityResource {
    private static final int SHOWN = 100;

    private final SchemaRegistry registry;
    private final RegistryApi api;

    CompatibilityResource(GatewayServices services, JsonMapper mapper) {
        this.registry = services.log().schemas();
        this.api = new RegistryApi(mapper);
    }

    @GetMapping("/config")
    Level level() {
        return new Level(registry.compatibility());
    }

    @PutMapping("/config")
    LevelSet setLevel(HttpServletRequest request) throws IOException {
        CompatibilityLevel level = CompatibilityLevel.of(api.level(request));
        registry.setCompatibility(level);
        return new LevelSet(level);
    }

    @GetMapping("/config/{subject}")
    Level level(
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean defaultToGlobal) {
        Optional<CompatibilityLevel> own = registry.compatibility(subject);
        if (own.isEmpty() && !defaultToGlobal) {
            throw noneOfItsOwn(subject);
        }
        return new Level(own.orElseGet(registry::compatibility));
    }

    @PutMapping("/config/{subject}")
    LevelSet setLevel(@PathVariable String subject, HttpServletRequest request) throws IOException {
        CompatibilityLevel level = CompatibilityLevel.of(api.level(request));
        registry.setCompatibility(subject, level);
        return new LevelSet(level);
    }

    @DeleteMapping({"/config", "/config/{subject}"})
    ResponseEntity<RegistryErrors.Answer> delete() {
        return RegistryErrors.kept("levels are changed, not deleted: set the one that shall hold");
    }

    @PostMapping("/compatibility/subjects/{subject}/versions/{version}")
    Checked check(
            @PathVariable String subject,
            @PathVariable String version,
            @RequestParam(defaultValue = "false") boolean verbose,
            HttpServletRequest request)
            throws IOException {
        Against against =
                RegistryApi.isLatest(version)
                        ? new Against.Latest()
                        : new Against.Version(RegistryApi.version(version));
        return Checked.of(registry.check(subject, api.schema(request), against), verbose);
    }

    @PostMapping("/compatibility/subjects/{subject}/versions")
    Checked check(
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean verbose,
            HttpServletRequest request)
            throws IOException {
        Against against = new Against.WhatRegisteringDemands();
        return Checked.of(registry.check(subject, api.schema(request), against), verbose);
    }

    private static Fault noneOfItsOwn(String subject) {
        return Fault.user(
                RegistryErrors.NO_OWN_LEVEL,
                "subject '"
                        + Text.abbreviate(subject, SHOWN)
                        + "' does not have subject-level compatibility configured",
                "ask with defaultToGlobal=true for what holds for it");
    }

    record Level(@JsonProperty("compatibilityLevel") CompatibilityLevel compatibilityLevel) {}

    record LevelSet(CompatibilityLevel compatibility) {}

    /**
     * @param messages absent unless they were asked for
     */
    record Checked(
            @JsonProperty("is_compatible") boolean isCompatible,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> messages) {
        static Checked of(Verdict verdict, boolean verbose) {
            return new Checked(verdict.compatible(), verbose ? verdict.reasons() : null);
        }
    }
}
