package io.flyball.costledger.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PurityTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.flyball.costledger");
    private static final String PURE = "io.flyball.costledger.ledger";

    @Test
    void decisionsKnowNoSpringNoAvroAndNoKafka() {
        classes()
                .that()
                .resideInAPackage(PURE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(PURE, "io.flyball.catalogue", "java..", "org.jspecify.annotations")
                .check(SERVICE);
    }

    @Test
    void decisionsHaveNoClockAndNoChance() {
        noClasses()
                .that()
                .resideInAPackage(PURE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class, UUID.class)
                .check(SERVICE);
    }

    @Test
    void moneyIsNeverAFloatingPointNumber() {
        noClasses()
                .that()
                .resideInAPackage("io.flyball.costledger..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(double.class, float.class, Double.class, Float.class)
                .check(SERVICE);
    }
}
