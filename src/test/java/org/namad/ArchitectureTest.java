package org.namad;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "org.namad", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule CAMUNDA_ONLY_IN_PROCESS_AND_ENGINE = noClasses()
        .that().resideOutsideOfPackages("..process..", "org.namad.engine..")
        .should().dependOnClassesThat().resideInAnyPackage("org.camunda..")
        .because("the engine can then be replaced by one of its forks by a mechanical rename");

    @ArchTest
    static final ArchRule ONE_CLOCK = noClasses()
        .that().doNotHaveFullyQualifiedName("org.namad.calendar.NamadClock")
        .should().callMethod(java.time.Instant.class, "now")
        .orShould().callMethod(java.time.LocalDate.class, "now")
        .orShould().callMethod(java.time.ZonedDateTime.class, "now")
        .because("engine and code must agree on the time");

    @Test
    @DisplayName("Modules use only each other's top packages and have no cycles")
    void modules() {
        ApplicationModules.of(NamadApplication.class).verify();
    }
}
