package io.flyball.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedClassesTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("Without a file nothing is different; a run that shall remember makes it, and a later one uses it")
    void options() throws Exception {
        Path file = folder.resolve("broker.aot");
        assertThat(new RememberedClasses(file, false).options()).isEmpty();
        assertThat(java(new RememberedClasses(file, true))).contains("openjdk");
        assertThat(new RememberedClasses(file, false).options()).contains("-XX:AOTCache=" + file);
    }

    @Test
    @DisplayName("A file that fits no longer is ignored without a word")
    void unfit() throws Exception {
        Path file = Files.writeString(folder.resolve("broker.aot"), "of another Java");
        assertThat(java(new RememberedClasses(file, false)))
                .contains("openjdk")
                .doesNotContainIgnoringCase("aot")
                .doesNotContainIgnoringCase("error");
    }

    private static String java(RememberedClasses classes) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(classes.options());
        command.add("-version");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
