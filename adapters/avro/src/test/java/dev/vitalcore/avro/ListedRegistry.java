package dev.vitalcore.avro;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.schema.Against;
import dev.vitalcore.platform.schema.CompatibilityLevel;
import dev.vitalcore.platform.schema.RegisteredSchema;
import dev.vitalcore.platform.schema.SchemaFaults;
import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.platform.schema.SubjectVersion;
import dev.vitalcore.platform.schema.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A registry as a list, which checks nothing and counts the questions for numbers. */
final class ListedRegistry implements SchemaRegistry {
    private final List<RegisteredSchema> schemas = new ArrayList<>();
    private int asked;
    private boolean failing;

    int asked() {
        return asked;
    }

    void fail() {
        failing = true;
    }

    @Override
    public int register(String subject, String schema) {
        Optional<RegisteredSchema> known =
                schemas.stream()
                        .filter(one -> one.subject().equals(subject))
                        .filter(one -> one.schema().equals(schema))
                        .findFirst();
        if (known.isPresent()) {
            return known.get().id();
        }
        int id = schemas.size() + 1;
        schemas.add(new RegisteredSchema(subject, versions(subject).size() + 1, id, schema));
        return id;
    }

    @Override
    public String schema(int id) {
        if (failing) {
            throw Fault.unavailable("registry-unavailable", "it is down", "try again");
        }
        asked++;
        return schemas.stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> SchemaFaults.schemaUnknown(id))
                .schema();
    }

    @Override
    public List<Integer> versions(String subject) {
        return schemas.stream()
                .filter(one -> one.subject().equals(subject))
                .map(RegisteredSchema::version)
                .toList();
    }

    @Override
    public RegisteredSchema version(String subject, int version) {
        return schemas.stream()
                .filter(one -> one.subject().equals(subject) && one.version() == version)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public RegisteredSchema lookup(String subject, String schema) {
        return schemas.stream()
                .filter(one -> one.subject().equals(subject) && one.schema().equals(schema))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public RegisteredSchema latest(String subject) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> subjects() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SubjectVersion> uses(int id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompatibilityLevel compatibility() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<CompatibilityLevel> compatibility(String subject) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setCompatibility(CompatibilityLevel level) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setCompatibility(String subject, CompatibilityLevel level) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Verdict check(String subject, String schema, Against against) {
        throw new UnsupportedOperationException();
    }
}
