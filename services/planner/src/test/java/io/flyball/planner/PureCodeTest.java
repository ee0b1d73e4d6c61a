package io.flyball.planner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PureCodeTest {
    private static final String[] PURE = {
        "io.flyball.planner.plan", "io.flyball.planner.runbook", "io.flyball.planner.casework"
    };
    private static final JavaClasses PLANNER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.flyball.planner");

    @Test
    @DisplayName("RUN-1 what decides by runbook depends on Java alone")
    void pureCodeDependsOnJavaAlone() {
        classes()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.flyball.planner.plan",
                        "io.flyball.planner.runbook",
                        "io.flyball.planner.casework",
                        "io.flyball.diagnosis",
                        "java.lang..",
                        "java.util..",
                        "java.time",
                        "org.jspecify..")
                .check(PLANNER);
    }

    @Test
    @DisplayName("RUN-1 and reads neither clock nor chance")
    void pureCodeReadsNeitherClockNorChance() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(PLANNER);
    }

    @Test
    @DisplayName("PLN-1 one package alone knows the providers' libraries")
    void onePackageKnowsTheLibraries() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.flyball.planner.provider")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.ai..", "com.anthropic..", "com.openai..", "okhttp3..")
                .check(PLANNER);
    }

    @Test
    @DisplayName("CON-1 Avro ends in one package")
    void avroEndsInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.flyball.planner.queue", "io.flyball.planner")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.flyball.contract..", "org.apache.avro..")
                .check(PLANNER);
    }
}
