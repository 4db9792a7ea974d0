package dev.vitalcore.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The rules of docs/architecture.md as code.
 *
 * @param root the package below which the house stands; a second, badly built house in {@code
 *     badhouse} proves that each rule can fail
 */
record HouseRules(String root) {
    private static final List<String> CONTEXTS = List.of("telemetry", "timing");

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "kernel needs nothing but the JDK",
                only("..kernel..", "java..", "org.jspecify..", below("kernel")));
        rules.put(
                "contracts need nothing but kernel",
                only(
                        "..contracts..",
                        "java..",
                        "org.jspecify..",
                        below("kernel"),
                        below("contracts")));
        rules.put(
                "platform knows no context and no technology",
                only(
                        "..platform..",
                        "java..",
                        "javax.sql..",
                        "org.jspecify..",
                        "org.slf4j..",
                        below("kernel"),
                        below("contracts"),
                        below("platform")));
        rules.put("a context knows no other context", contextsKnowNoOther());
        rules.put(
                "contexts know no technology and no door",
                only(
                        CONTEXTS.stream().map(this::below).toArray(String[]::new),
                        "java..",
                        "org.jspecify..",
                        "org.slf4j..",
                        below("kernel"),
                        below("contracts"),
                        below("platform"),
                        below("telemetry"),
                        below("timing")));
        rules.put("domain is pure", domainIsPure());
        rules.put(
                "Spring stays in gateway and app",
                technologyStaysIn("org.springframework..", "gateway", "app"));
        rules.put("Flink stays in streams", technologyStaysIn("org.apache.flink..", "streams"));
        rules.put(
                "Kafka stays in its adapter and streams",
                technologyStaysIn("org.apache.kafka..", "kafka", "streams"));
        rules.put("QuestDB stays in its adapter", technologyStaysIn("io.questdb..", "questdb"));
        rules.put(
                "JDBC stays behind the database port",
                technologyStaysIn(
                        "java.sql..",
                        "sql",
                        "platform.sql",
                        "telemetry.application",
                        "timing.application"));
        return rules;
    }

    private String below(String name) {
        return root + "." + name + "..";
    }

    private ArchRule only(String where, String... allowed) {
        return only(new String[] {root + where.substring(1)}, allowed);
    }

    private ArchRule only(String[] where, String... allowed) {
        return noClasses()
                .that()
                .resideInAnyPackage(where)
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(allowed)).and(notPrimitive()))
                .allowEmptyShould(true);
    }

    private ArchRule contextsKnowNoOther() {
        ArchRule telemetry = knowsNot("telemetry", "timing");
        ArchRule timing = knowsNot("timing", "telemetry");
        return com.tngtech.archunit.lang.CompositeArchRule.of(telemetry).and(timing);
    }

    private ArchRule knowsNot(String context, String other) {
        return noClasses()
                .that()
                .resideInAPackage(below(context))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(below(other))
                .allowEmptyShould(true);
    }

    /** No clock, no chance, no input or output, no logger. */
    private ArchRule domainIsPure() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..domain..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "java.nio.file..",
                                        "java.net..",
                                        "java.sql..",
                                        "java.util.concurrent..",
                                        "org.slf4j..",
                                        root + "..application..",
                                        below("platform"))
                                .or(
                                        belongToAnyOf(
                                                Random.class,
                                                ThreadLocalRandom.class,
                                                Thread.class,
                                                java.time.Clock.class)))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .allowEmptyShould(true);
    }

    private ArchRule technologyStaysIn(String technology, String... modules) {
        String[] homes = new String[modules.length];
        for (int index = 0; index < modules.length; index++) {
            homes[index] = below(modules[index]);
        }
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology)
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> notPrimitive() {
        return DescribedPredicate.describe(
                "are no primitives", type -> !type.getBaseComponentType().isPrimitive());
    }
}
