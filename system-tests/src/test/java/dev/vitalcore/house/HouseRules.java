package dev.vitalcore.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules of docs/architecture.md as code.
 *
 * @param root the package below which the house stands; a second, badly built house in {@code
 *     badhouse} proves that each rule can fail
 */
record HouseRules(String root) {
    private static final String[] LANGUAGE = {"java..", "org.jspecify.."};
    private static final String[] PUBLISHED = {"kernel", "contracts"};
    private static final String[] PORTS = {"kernel", "contracts", "platform"};
    private static final String[] MEASURED = {"kernel", "contracts", "platform", "telemetry"};
    private static final String[] TIMED = {"kernel", "contracts", "platform", "timing"};
    private static final String[] CONTEXTS = {
        "kernel", "contracts", "platform", "racecontrol", "telemetry", "timing"
    };

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        addModules(rules);
        addAdapters(rules);
        addRegistry(rules);
        addTechnologies(rules);
        rules.putAll(new DomainRules(root).all());
        return rules;
    }

    private void addModules(Map<String, ArchRule> rules) {
        rules.put("kernel needs nothing but the JDK", only("kernel", modules()));
        rules.put("contracts need nothing but kernel", only("contracts", modules("kernel")));
        rules.put(
                "platform knows no context and no technology",
                only("platform", modules(PUBLISHED), "javax.sql..", "org.slf4j.."));
        for (String context : List.of("racecontrol", "telemetry", "timing")) {
            rules.put(
                    context + " knows ports, no other context and no technology",
                    only(context, modules(PORTS), "org.slf4j.."));
        }
        rules.put(
                "edge knows the published language",
                only("edge", modules(PUBLISHED), "javax.xml.."));
        rules.put(
                "simulation knows the published language alone",
                only("simulation", modules(PUBLISHED)));
        rules.put(
                "streams know timing, the wire format and the registry",
                only(
                        "streams",
                        modules("kernel", "contracts", "platform", "timing", "avro", "registry"),
                        "org.apache.flink..",
                        "org.apache.kafka..",
                        "org.slf4j.."));
        rules.put(
                "gateway knows contexts, Spring and no engine",
                only(
                        "gateway",
                        modules(CONTEXTS),
                        "org.springframework..",
                        "jakarta..",
                        "org.apache.catalina..",
                        "org.apache.coyote..",
                        "tools.jackson..",
                        "com.fasterxml.jackson..",
                        "org.slf4j.."));
    }

    private void addAdapters(Map<String, ArchRule> rules) {
        rules.put(
                "avro is the wire format alone", only("avro", modules(PORTS), "org.apache.avro.."));
        rules.put(
                "kafka knows its engine and ports",
                only(
                        "kafka",
                        modules(PORTS),
                        "org.apache.kafka..",
                        "kafka..",
                        "scala..",
                        "org.slf4j.."));
        rules.put(
                "sql knows its engine and ports",
                only("sql", modules(PORTS), "javax.sql..", "org.sqlite..", "org.postgresql.."));
        rules.put(
                "pulsar knows its engine and ports",
                only("pulsar", modules(PORTS), "org.apache.pulsar.."));
        rules.put(
                "kurrentdb knows its engine and ports",
                only("kurrentdb", modules(PORTS), "io.kurrent.."));
        rules.put(
                "questdb knows its engine and ports",
                only("questdb", modules(PORTS), "io.questdb..", "org.slf4j.."));
        rules.put(
                "parquet knows its library and ports",
                only(
                        "parquet",
                        modules(PORTS),
                        "org.apache.parquet..",
                        "org.apache.hadoop.conf..",
                        "com.github.luben.zstd.."));
        rules.put(
                "resilience knows its library and ports",
                only("resilience", modules(PORTS), "io.github.resilience4j..", "org.slf4j.."));
        rules.put(
                "openmeteo knows its port in telemetry",
                only("openmeteo", modules(MEASURED), "tools.jackson.."));
        rules.put(
                "trackdata knows its port in timing",
                only("trackdata", modules(TIMED), "tools.jackson..", "org.slf4j.."));
        rules.put(
                "prometheus knows its library and ports",
                only("prometheus", modules(PORTS), "io.micrometer.."));
    }

    private void addRegistry(Map<String, ArchRule> rules) {
        rules.put(
                "registry knows Avro, JSON and ports",
                only(
                        "registry",
                        modules("kernel", "contracts", "platform", "avro"),
                        "tools.jackson.."));
    }

    private void addTechnologies(Map<String, ArchRule> rules) {
        rules.put(
                "Spring stays in gateway and app",
                staysIn("org.springframework..", "gateway", "app"));
        rules.put("Flink stays in streams", staysIn("org.apache.flink..", "streams"));
        rules.put(
                "Kafka stays in its adapter and streams",
                staysIn("org.apache.kafka..", "kafka", "streams"));
        rules.put("Pulsar stays in its adapter", staysIn("org.apache.pulsar..", "pulsar"));
        rules.put("KurrentDB stays in its adapter", staysIn("io.kurrent..", "kurrentdb"));
        rules.put("QuestDB stays in its adapter", staysIn("io.questdb..", "questdb"));
        rules.put("Avro stays in the wire format", staysIn("org.apache.avro..", "avro"));
        rules.put("Parquet stays in its adapter", staysIn("org.apache.parquet..", "parquet"));
        rules.put(
                "Resilience4j stays in its adapter",
                staysIn("io.github.resilience4j..", "resilience"));
        rules.put("Micrometer stays in its adapter", staysIn("io.micrometer..", "prometheus"));
        rules.put("Hadoop stays in its adapter", staysIn("org.apache.hadoop..", "parquet"));
        rules.put(
                "JDBC stays behind the database port",
                staysIn(
                        "java.sql..",
                        "sql",
                        "registry",
                        "platform.sql",
                        "racecontrol.application",
                        "platform.projection",
                        "platform.outbox",
                        "platform.notice",
                        "telemetry.application",
                        "timing.application",
                        "app.bench.events",
                        "app.bench.projections"));
    }

    private String[] modules(String... names) {
        return Stream.of(names).map(this::below).toArray(String[]::new);
    }

    private String below(String name) {
        return root + "." + name + "..";
    }

    /** The module depends on itself, the language and what is given. */
    private ArchRule only(String module, String[] modules, String... technologies) {
        String[] allowed =
                Stream.of(LANGUAGE, modules(module), modules, technologies)
                        .flatMap(Stream::of)
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(below(module))
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(allowed)).and(notPrimitive()));
    }

    private ArchRule staysIn(String technology, String... homes) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(modules(homes))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology);
    }

    private static DescribedPredicate<JavaClass> notPrimitive() {
        return DescribedPredicate.describe(
                "are no primitives", type -> !type.getBaseComponentType().isPrimitive());
    }
}
