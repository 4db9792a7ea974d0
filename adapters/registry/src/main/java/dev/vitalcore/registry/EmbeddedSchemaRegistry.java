package dev.vitalcore.registry;

import dev.vitalcore.avro.AvroSchemas;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.schema.Against;
import dev.vitalcore.platform.schema.CompatibilityLevel;
import dev.vitalcore.platform.schema.RegisteredSchema;
import dev.vitalcore.platform.schema.SchemaFaults;
import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.platform.schema.SubjectVersion;
import dev.vitalcore.platform.schema.Verdict;
import dev.vitalcore.platform.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A registry in the database of this process. What {@link #register} returns is on the disk as the
 * database keeps it; ids and versions count from 1 without holes. Any thread may call.
 *
 * <p>Bounded: at most {@value #MOST_VERSIONS} versions a subject and {@value #MOST_SCHEMAS}
 * schemas; beyond that new ones are refused, for nothing here is ever deleted.
 */
public final class EmbeddedSchemaRegistry implements SchemaRegistry {
    static final int MOST_VERSIONS = 500;
    static final int MOST_SCHEMAS = 10_000;
    static final int MOST_SUBJECT_CHARACTERS = 255;

    /** The row of the level that holds for all; no subject has an empty name. */
    private static final String ALL = "";

    private static final int SHOWN = 100;

    private final Database database;

    private EmbeddedSchemaRegistry(Database database) {
        this.database = database;
    }

    /** Makes its tables where they are absent. The database stays open when this is done. */
    public static EmbeddedSchemaRegistry in(Database database) {
        database.migrate(RegistryTables.COMPONENT, RegistryTables.SCRIPT);
        return new EmbeddedSchemaRegistry(database);
    }

    @Override
    public int register(String subject, String schema) {
        requireName(subject);
        String text = AvroSchemas.canonical(schema);
        // The hot case, at each start and by each producer: no write transaction for it.
        Optional<RegisteredSchema> known = find(subject, text);
        return known.isPresent()
                ? known.get().id()
                : database.write(connection -> register(connection, subject, text));
    }

    @Override
    public String schema(int id) {
        return database.read(connection -> RegistryTables.text(connection, id))
                .orElseThrow(() -> SchemaFaults.schemaUnknown(id));
    }

    @Override
    public RegisteredSchema lookup(String subject, String schema) {
        String text = AvroSchemas.canonical(schema);
        return find(subject, text)
                .orElseThrow(() ->
                        existing(subject).isEmpty()
                                ? SchemaFaults.subjectUnknown(subject)
                                : SchemaFaults.schemaNotOfSubject(subject));
    }

    @Override
    public RegisteredSchema version(String subject, int version) {
        return numbered(existing(subject), subject, version);
    }

    @Override
    public RegisteredSchema latest(String subject) {
        return existing(subject).getLast();
    }

    @Override
    public List<Integer> versions(String subject) {
        return existing(subject).stream().map(RegisteredSchema::version).toList();
    }

    @Override
    public List<String> subjects() {
        return database.read(RegistryTables::subjects);
    }

    @Override
    public List<SubjectVersion> uses(int id) {
        List<SubjectVersion> uses =
                database.read(connection -> RegistryTables.uses(connection, id));
        if (uses.isEmpty()) {
            throw SchemaFaults.schemaUnknown(id);
        }
        return uses;
    }

    @Override
    public CompatibilityLevel compatibility() {
        return levelOf(ALL).orElse(CompatibilityLevel.BACKWARD);
    }

    @Override
    public Optional<CompatibilityLevel> compatibility(String subject) {
        requireName(subject);
        return levelOf(subject);
    }

    @Override
    public void setCompatibility(CompatibilityLevel level) {
        setLevel(ALL, level);
    }

    @Override
    public void setCompatibility(String subject, CompatibilityLevel level) {
        requireName(subject);
        setLevel(subject, level);
    }

    @Override
    public Verdict check(String subject, String schema, Against against) {
        requireName(subject);
        String text = AvroSchemas.canonical(schema);
        CompatibilityLevel level = compatibility(subject).orElseGet(this::compatibility);
        List<RegisteredSchema> before =
                switch (against) {
                    case Against.Latest latest -> LevelRules.last(versionsOf(subject));
                    case Against.Version version ->
                            List.of(numbered(existing(subject), subject, version.number()));
                    case Against.WhatRegisteringDemands demands ->
                            LevelRules.demanded(existing(subject), level);
                };
        List<String> reasons = LevelRules.reasons(text, before, level);
        return new Verdict(reasons.isEmpty(), reasons);
    }

    private int register(Connection connection, String subject, String text) throws SQLException {
        Optional<RegisteredSchema> known = RegistryTables.find(connection, subject, text);
        if (known.isPresent()) {
            return known.get().id();
        }
        List<RegisteredSchema> before = RegistryTables.versions(connection, subject);
        requireRoom(connection, subject, before);
        CompatibilityLevel level = effectiveLevel(connection, subject);
        List<String> reasons = LevelRules.reasons(text, LevelRules.demanded(before, level), level);
        if (!reasons.isEmpty()) {
            throw SchemaFaults.incompatible(subject, reasons);
        }
        int id = idOf(connection, text);
        RegistryTables.update(
                connection,
                "INSERT INTO registry_version (subject, version, schema_id) VALUES (?, ?, ?)",
                subject,
                before.size() + 1,
                id);
        return id;
    }

    private static int idOf(Connection connection, String text) throws SQLException {
        Optional<Integer> known = RegistryTables.idOf(connection, text);
        if (known.isPresent()) {
            return known.get();
        }
        int id = countSchemas(connection) + 1;
        RegistryTables.insert(connection, id, text);
        return id;
    }

    private static void requireRoom(
            Connection connection, String subject, List<RegisteredSchema> before)
            throws SQLException {
        if (before.size() >= MOST_VERSIONS || countSchemas(connection) >= MOST_SCHEMAS) {
            throw Fault.conflict(
                    SchemaFaults.REGISTRY_FULL,
                    "subject '"
                            + Text.abbreviate(subject, SHOWN)
                            + "' has "
                            + before.size()
                            + " versions; the limits are "
                            + MOST_VERSIONS
                            + " a subject and "
                            + MOST_SCHEMAS
                            + " schemas in all",
                    "reuse a schema rather than make one for each source, or use an external registry");
        }
    }

    private static void requireRoomForLevel(Connection connection) throws SQLException {
        int levels = RegistryTables.count(connection, "SELECT count(*) FROM registry_level");
        if (levels >= MOST_SCHEMAS) {
            throw Fault.conflict(
                    SchemaFaults.REGISTRY_FULL,
                    levels
                            + " subjects have a compatibility level of their own, which is the limit",
                    "set the level that holds for all");
        }
    }

    private static int countSchemas(Connection connection) throws SQLException {
        return RegistryTables.count(connection, "SELECT count(*) FROM registry_schema");
    }

    private static CompatibilityLevel effectiveLevel(Connection connection, String subject)
            throws SQLException {
        Optional<String> own = RegistryTables.level(connection, subject);
        Optional<String> level = own.isPresent() ? own : RegistryTables.level(connection, ALL);
        return level.map(CompatibilityLevel::of).orElse(CompatibilityLevel.BACKWARD);
    }

    private static RegisteredSchema numbered(
            List<RegisteredSchema> versions, String subject, int version) {
        return versions.stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> SchemaFaults.versionUnknown(subject, String.valueOf(version)));
    }

    private Optional<RegisteredSchema> find(String subject, String text) {
        return database.read(connection -> RegistryTables.find(connection, subject, text));
    }

    private List<RegisteredSchema> versionsOf(String subject) {
        return database.read(connection -> RegistryTables.versions(connection, subject));
    }

    private List<RegisteredSchema> existing(String subject) {
        List<RegisteredSchema> versions = versionsOf(subject);
        if (versions.isEmpty()) {
            throw SchemaFaults.subjectUnknown(subject);
        }
        return versions;
    }

    private Optional<CompatibilityLevel> levelOf(String subject) {
        return database.read(connection -> RegistryTables.level(connection, subject))
                .map(CompatibilityLevel::of);
    }

    private void setLevel(String subject, CompatibilityLevel level) {
        database.write(connection -> {
            requireRoomForLevel(connection);
            RegistryTables.setLevel(connection, subject, level.name());
            return level;
        });
    }

    private static void requireName(String subject) {
        if (subject.isBlank() || subject.length() > MOST_SUBJECT_CHARACTERS) {
            throw Fault.user(
                    SchemaFaults.SUBJECT_INVALID,
                    "'" + Text.abbreviate(subject, SHOWN) + "' is no subject",
                    "give it 1 to " + MOST_SUBJECT_CHARACTERS + " characters, e.g. <topic>-value");
        }
    }
}
