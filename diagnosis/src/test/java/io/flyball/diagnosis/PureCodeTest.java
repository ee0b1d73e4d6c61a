package io.flyball.diagnosis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PureCodeTest {
    private static final JavaClasses DIAGNOSIS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.flyball.diagnosis");

    @Test
    @DisplayName("CASE-5 diagnosis depends on Java and regular expressions of linear time alone")
    void dependsOnLittle() {
        classes()
                .that()
                .resideInAPackage("io.flyball.diagnosis")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.flyball.diagnosis",
                        "java.lang..",
                        "java.util..",
                        "java.time",
                        "com.google.re2j",
                        "org.jspecify..")
                .check(DIAGNOSIS);
    }

    @Test
    @DisplayName("CASE-5 and reads neither clock nor chance")
    void readsNeitherClockNorChance() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(DIAGNOSIS);
    }
}
