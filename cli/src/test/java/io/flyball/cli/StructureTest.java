package io.flyball.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CLI-3 what the command line is made of")
class StructureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.flyball.cli");

    @Test
    @DisplayName("CLI-1 no Spring: a command starts in a blink")
    void noSpring() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("CLI-3 how a run is told knows no JSON, no network and no clock")
    void storyIsPure() {
        classes()
                .that()
                .resideInAPackage("io.flyball.cli.runs")
                .and()
                .haveSimpleNameEndingWith("Lines")
                .or()
                .haveFullyQualifiedName("io.flyball.cli.runs.RunStory")
                .or()
                .haveFullyQualifiedName("io.flyball.cli.runs.Ending")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..", "java.util..", "java.time", "io.flyball.cli.runs", "io.flyball.cli.terminal")
                .check(CLASSES);
        noClasses()
                .that()
                .haveSimpleName("RunStory")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("Clock")
                .check(CLASSES);
    }

    @Test
    @DisplayName("CLI-2 the web service of the demo stands on the JDK alone")
    void siteStandsAlone() {
        classes()
                .that()
                .resideInAPackage("io.flyball.cli.demo.site")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.sun.net.httpserver", "io.flyball.cli.demo.site", "org.jspecify..")
                .check(CLASSES);
    }
}
