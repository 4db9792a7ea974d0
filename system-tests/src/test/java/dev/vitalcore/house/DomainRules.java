package dev.vitalcore.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What a domain package must not do: there is no clock and no chance, no input or output.
 *
 * @param root the package below which the house stands
 */
record DomainRules(String root) {
    /** In these a state says how it is written as bytes; to what is not its business. */
    private static final Class<?>[] BYTE_FORM = {
        DataInput.class, DataOutput.class, IOException.class
    };

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("domain has no clock", noClock());
        rules.put("domain has no chance", noChance());
        rules.put(
                "domain has no input and no output",
                domain().dependOnClassesThat(
                                resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
                                        .and(not(belongToAnyOf(BYTE_FORM)))));
        rules.put(
                "domain has no threads",
                domain().dependOnClassesThat(
                                resideInAPackage("java.util.concurrent..")
                                        .or(assignableTo(Thread.class))));
        rules.put(
                "domain has no logger",
                domain().dependOnClassesThat(resideInAPackage("org.slf4j..")));
        rules.put(
                "domain knows no application and no port",
                domain().dependOnClassesThat(
                                resideInAnyPackage(
                                        root + "..application..", root + ".platform..")));
        return rules;
    }

    private ClassesShould domain() {
        return noClasses().that().resideInAPackage(root + "..domain..").should();
    }

    private ArchRule noClock() {
        return domain().callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethodWhere(asksForNow())
                .orShould()
                .dependOnClassesThat(assignableTo(InstantSource.class));
    }

    private static DescribedPredicate<JavaMethodCall> asksForNow() {
        return DescribedPredicate.describe(
                "ask java.time for now",
                call ->
                        call.getTarget().getName().equals("now")
                                && call.getTargetOwner().getPackageName().startsWith("java.time"));
    }

    private ArchRule noChance() {
        return domain().callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat(assignableTo(RandomGenerator.class));
    }
}
