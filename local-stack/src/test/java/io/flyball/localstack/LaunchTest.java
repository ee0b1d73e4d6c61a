package io.flyball.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LaunchTest {

    private static final String SAY_SESSION = "cut -d ' ' -f 6 /proc/$$/stat";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("waysToBeginASession")
    @EnabledOnOs(OS.LINUX)
    @DisplayName("A child leads a session of its own, so Ctrl-C does not reach it, and is the process that was started")
    void leadsItsOwnSession(List<String> prefix) throws Exception {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of("sh", "-c", SAY_SESSION));
        var child = new ProcessBuilder(command).start();
        assertThat(child.inputReader().readLine()).isEqualTo(String.valueOf(child.pid()));
        assertThat(child.waitFor()).isZero();
    }

    static Stream<List<String>> waysToBeginASession() {
        return Stream.of(Launch.SETSID, Launch.PERL).filter(LaunchTest::installed);
    }

    private static boolean installed(List<String> prefix) {
        return Stream.of("/", "/usr/bin/").anyMatch(bin -> Files.isExecutable(Path.of(bin + prefix.getFirst())));
    }

    @Test
    @DisplayName("Variables that the neighbours would take as settings do not reach them")
    void passesOnOnlyAFewVariables() throws Exception {
        var log = folder.resolve("env.log");
        var builder = Launch.inOwnSession(List.of("env"), folder, log);
        assertThat(builder.start().waitFor()).isZero();
        assertThat(Files.readAllLines(log))
                .extracting(line -> line.substring(0, line.indexOf('=')))
                .contains("PATH", "MALLOC_ARENA_MAX")
                .isSubsetOf("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "TZ", "USER", "MALLOC_ARENA_MAX");
    }
}
