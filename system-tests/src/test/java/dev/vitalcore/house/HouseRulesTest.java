package dev.vitalcore.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
    private static final Map<String, ArchRule> GOOD = new HouseRules("dev.vitalcore").all();
    private static final Map<String, ArchRule> BAD = new HouseRules("badhouse").all();

    @TestFactory
    Stream<DynamicTest> theHouseKeepsTheRule() {
        JavaClasses house =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.vitalcore");
        assertThat(house).hasSizeGreaterThan(100);
        return GOOD.entrySet().stream()
                .map(rule ->
                        DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(house)));
    }

    @TestFactory
    Stream<DynamicTest> aBadHouseBreaksTheRule() {
        JavaClasses house = new ClassFileImporter().importPackages("badhouse");
        return BAD.entrySet().stream()
                .map(rule ->
                        DynamicTest.dynamicTest(
                                rule.getKey(),
                                () ->
                                        assertThat(rule.getValue().evaluate(house).hasViolation())
                                                .isTrue()));
    }

    /** Each bad class breaks one clause; so this proves that each clause of a rule can fail. */
    @TestFactory
    Stream<DynamicTest> aBadClassIsFound() {
        JavaClasses house = new ClassFileImporter().importPackages("badhouse");
        String violations =
                BAD.values().stream()
                        .flatMap(rule ->
                                rule.evaluate(house).getFailureReport().getDetails().stream())
                        .collect(Collectors.joining("\n"));
        return house.stream()
                .map(bad ->
                        DynamicTest.dynamicTest(
                                bad.getSimpleName(),
                                () -> assertThat(violations).contains("<" + bad.getName())));
    }
}
