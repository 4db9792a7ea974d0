package dev.vitalcore.registry;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.schema.Against;
import dev.vitalcore.platform.schema.CompatibilityLevel;
import dev.vitalcore.platform.schema.RegisteredSchema;
import dev.vitalcore.platform.schema.SchemaFaults;
import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.platform.schema.SubjectVersion;
import dev.vitalcore.platform.schema.Verdict;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Any registry that speaks the REST API of Confluent's: Confluent's own, Apicurio, or this
 * platform's at {@code /registry}. Schemas by id never change and are asked for once; all else is
 * asked each time. Any thread may call; a call waits at most ten seconds.
 */
public final class HttpSchemaRegistry implements SchemaRegistry, AutoCloseable {
    private final RegistryCalls calls;
    private final SchemaCache schemas = new SchemaCache();

    /**
     * @param base where the API begins, e.g. {@code http://registry:8081}
     * @throws dev.vitalcore.kernel.Fault (user) when it is no http or https address
     */
    public HttpSchemaRegistry(URI base) {
        this.calls = new RegistryCalls(base);
    }

    @Override
    public int register(String subject, String schema) {
        JsonNode answer =
                calls.post(subjectPath(subject) + "/versions", Map.of("schema", schema), subject);
        return calls.number(answer, "id");
    }

    @Override
    public String schema(int id) {
        return schemas.get(
                id, () -> calls.text(calls.get("/schemas/ids/" + id, "" + id), "schema"));
    }

    @Override
    public RegisteredSchema lookup(String subject, String schema) {
        return registered(calls.post(subjectPath(subject), Map.of("schema", schema), subject));
    }

    @Override
    public RegisteredSchema version(String subject, int version) {
        return registered(calls.get(subjectPath(subject) + "/versions/" + version, subject));
    }

    @Override
    public RegisteredSchema latest(String subject) {
        return registered(calls.get(subjectPath(subject) + "/versions/latest", subject));
    }

    @Override
    public List<Integer> versions(String subject) {
        List<Integer> versions = new ArrayList<>();
        for (JsonNode version : calls.get(subjectPath(subject) + "/versions", subject)) {
            versions.add(version.asInt());
        }
        return versions;
    }

    @Override
    public List<String> subjects() {
        List<String> subjects = new ArrayList<>();
        for (JsonNode subject : calls.get("/subjects", "")) {
            subjects.add(subject.asString());
        }
        return subjects.stream().sorted().toList();
    }

    @Override
    public List<SubjectVersion> uses(int id) {
        List<SubjectVersion> uses = new ArrayList<>();
        for (JsonNode use : calls.get("/schemas/ids/" + id + "/versions", "" + id)) {
            uses.add(new SubjectVersion(calls.text(use, "subject"), calls.number(use, "version")));
        }
        return uses;
    }

    @Override
    public CompatibilityLevel compatibility() {
        return level(calls.get("/config", ""));
    }

    @Override
    public Optional<CompatibilityLevel> compatibility(String subject) {
        try {
            return Optional.of(level(calls.get("/config/" + encoded(subject), subject)));
        } catch (Fault fault) {
            if (fault.code().equals(SchemaFaults.SUBJECT_UNKNOWN)) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    @Override
    public void setCompatibility(CompatibilityLevel level) {
        calls.put("/config", Map.of("compatibility", level.name()), "");
    }

    @Override
    public void setCompatibility(String subject, CompatibilityLevel level) {
        calls.put("/config/" + encoded(subject), Map.of("compatibility", level.name()), subject);
    }

    @Override
    public Verdict check(String subject, String schema, Against against) {
        String versions =
                "/compatibility"
                        + subjectPath(subject)
                        + "/versions"
                        + switch (against) {
                            case Against.Latest latest -> "/latest";
                            case Against.Version version -> "/" + version.number();
                            case Against.WhatRegisteringDemands demands -> "";
                        };
        JsonNode answer = calls.post(versions + "?verbose=true", Map.of("schema", schema), subject);
        List<String> reasons = new ArrayList<>();
        for (JsonNode message : answer.path("messages")) {
            reasons.add(message.asString());
        }
        return new Verdict(answer.path("is_compatible").asBoolean(false), reasons);
    }

    /** Calls in hand end with a fault. */
    @Override
    public void close() {
        calls.close();
    }

    private RegisteredSchema registered(JsonNode answer) {
        RegisteredSchema schema =
                new RegisteredSchema(
                        calls.text(answer, "subject"),
                        calls.number(answer, "version"),
                        calls.number(answer, "id"),
                        calls.text(answer, "schema"));
        schemas.put(schema.id(), schema.schema());
        return schema;
    }

    private CompatibilityLevel level(JsonNode answer) {
        return CompatibilityLevel.of(calls.text(answer, "compatibilityLevel"));
    }

    private static String subjectPath(String subject) {
        return "/subjects/" + encoded(subject);
    }

    /** A path's segment; the form encoding differs from it in the space alone. */
    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
