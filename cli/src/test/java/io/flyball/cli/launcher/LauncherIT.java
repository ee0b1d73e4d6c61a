package io.flyball.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.launcher.LauncherProject.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("CLI-1 the launcher")
class LauncherIT {
    private static final Map<String, String> NOTHING = Map.of();

    @TempDir
    private Path folder;

    private LauncherProject project;

    @BeforeEach
    void create() throws IOException {
        project = new LauncherProject(folder);
        project.maven("3.9.9", "");
    }

    @Test
    @DisplayName("CLI-1 JAVA_HOME is taken if it is new enough; the command line is built and started with it")
    void javaHome() throws Exception {
        Path java = project.java(folder.resolve("my java"), "25.0.1");
        project.java(folder.resolve("jvms/other"), "26");

        Result result = project.run(Map.of("JAVA_HOME", java.toString()), "runs", "list", "two words");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("|-cp|" + project.home + "/cli/target/flyball-cli-1.jar:/libs/a.jar|io.flyball.cli.Main|")
                .endsWith("|runs|list|two words|home=" + project.home + "\n");
        assertThat(project.callsOfMaven()).containsExactly(java + " -B -Dmaven.test.skip=true package");
    }

    @ParameterizedTest
    @DisplayName("CLI-1 Java is found where Linux, macOS, SDKMAN and Homebrew put it")
    @ValueSource(
            strings = {
                "jvms/temurin-25",
                "jvms/temurin-25.jdk/Contents/Home",
                "jvms/openjdk/libexec/openjdk.jdk/Contents/Home"
            })
    void usualPlaces(String place) throws Exception {
        project.java(folder.resolve("jvms/a17"), "17.0.15");
        project.java(folder.resolve("jvms/b8"), "1.8.0_402");
        Path java = project.java(folder.resolve(place), "25");

        project.run(NOTHING, "build");

        assertThat(project.callsOfMaven()).containsExactly(java + " -B -Dmaven.test.skip=true package");
    }

    @Test
    @DisplayName("CLI-1 the java on the path is followed to its home")
    void javaOnThePath() throws Exception {
        Path java = project.java(folder.resolve("somewhere/jdk"), "25.0.1");
        Path alternative = Files.createSymbolicLink(folder.resolve("alternative"), java.resolve("bin/java"));
        Files.createSymbolicLink(project.bin().resolve("java"), alternative);

        project.run(NOTHING, "build");

        assertThat(project.callsOfMaven())
                .singleElement()
                .asString()
                .startsWith(java.toRealPath().toString());
    }

    @Test
    @DisplayName("CLI-1 a Java without a release file is asked for its version")
    void asked() throws Exception {
        project.script(folder.resolve("jvms/odd/bin/java"), "echo 'openjdk version \"25.0.2\" 2026-01-20' >&2");

        project.run(NOTHING, "build");

        assertThat(project.callsOfMaven()).hasSize(1);
    }

    @Test
    @DisplayName("CLI-1 without a Java that is new enough it says what to install and what it saw")
    void noJava() throws Exception {
        Path old = project.java(folder.resolve("old"), "17.0.15");
        project.java(folder.resolve("jvms/eight"), "1.8.0_402");

        Result result = project.run(Map.of("JAVA_HOME", old.toString()), "status");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("needs Java 25 or newer", "Java 17 in " + old, "Java 8 in ", "adoptium.net", "brew install")
                .contains(folder.resolve("jvms").toString());
        assertThat(project.callsOfMaven()).isEmpty();
    }

    @Test
    @DisplayName("CLI-1 without Maven, or with one that is too old, it says what to install")
    void noMaven() throws Exception {
        project.java(folder.resolve("jvms/j"), "25");
        project.maven("3.8.6", "");
        Result old = project.run(NOTHING, "build");
        Files.delete(project.bin().resolve("mvn"));
        Result none = project.run(NOTHING, "build");
        project.maven("3.8.7", "");
        Result enough = project.run(NOTHING, "build");

        assertThat(old.exitCode()).isEqualTo(1);
        assertThat(old.err()).contains("Maven 3.8.7 or newer", "is 3.8.6", "apt install maven");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("no mvn on the path");
        assertThat(enough.exitCode()).as(enough.err()).isZero();
    }

    @Test
    @DisplayName("CLI-1 it is built once, and again only when a source has changed or gone")
    void buildsWhenNeeded() throws Exception {
        project.java(folder.resolve("jvms/j"), "25");
        Path gone = Files.writeString(project.home.resolve("cli/src/Gone.java"), "class Gone {}");
        long first = builds("demo");
        long again = builds("build");
        Path source = project.home.resolve("cli/src/Main.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        long changed = builds("demo");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(60)));
        builds("build");
        Files.delete(gone);
        Files.setLastModifiedTime(
                source.getParent(), FileTime.from(Instant.now().plusSeconds(60)));
        long deleted = builds("up");
        long lookingOn = builds("status");
        long clean = builds("build", "--clean");

        assertThat(first).isEqualTo(1);
        assertThat(again).isZero();
        assertThat(changed).isEqualTo(1);
        assertThat(deleted).isEqualTo(1);
        assertThat(lookingOn).isZero();
        assertThat(clean).isEqualTo(1);
        assertThat(project.callsOfMaven().getLast()).endsWith("-Dmaven.test.skip=true clean package");
    }

    private long builds(String... arguments) throws Exception {
        int before = project.callsOfMaven().size();
        project.run(NOTHING, arguments);
        return project.callsOfMaven().size() - before;
    }

    @Test
    @DisplayName("CLI-1 a build that fails shows its last words, and the next one tries again")
    void failedBuild() throws Exception {
        project.java(folder.resolve("jvms/j"), "25");
        project.maven("3.9.9", "echo '[ERROR] Main.java:[1,1] no such thing'; exit 1");

        Result result = project.run(NOTHING, "status");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("The build failed", "no such thing", "target/build.log");
        project.maven("3.9.9", "");
        assertThat(project.run(NOTHING, "status").exitCode()).isZero();
    }

    @Test
    @DisplayName("CLI-1 called through a link from elsewhere it finds its own folder")
    void throughALink() throws Exception {
        project.java(folder.resolve("jvms/j"), "25");
        Path link = Files.createSymbolicLink(folder.resolve("fb"), project.home.resolve("flyball"));

        Result result = project.run(link, NOTHING, "status");

        assertThat(result.out()).as(result.err()).endsWith("|status|home=" + project.home + "\n");
        assertThat(project.callsOfMaven()).isNotEmpty();
    }
}
