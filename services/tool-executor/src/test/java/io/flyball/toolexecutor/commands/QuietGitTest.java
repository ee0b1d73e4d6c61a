package io.flyball.toolexecutor.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Where git is present. */
@EnabledIf("gitIsThere")
class QuietGitTest {
    @TempDir
    Path folder;

    static boolean gitIsThere() {
        return Files.isExecutable(Path.of("/usr/bin/git"));
    }

    @Test
    @DisplayName("SBX-1 what a repository's configuration would have git run is not run by a read of it")
    void nothingOfTheRepositoryRuns() throws Exception {
        Path repository = repositoryWithAWatcher();
        git(repository, Map.of(), "status", "--short");
        assertThat(folder.resolve("ran")).as("without the variables it runs").exists();
        Files.delete(folder.resolve("ran"));

        String status = git(repository, QuietGit.environment(), "status", "--short");

        assertThat(status).contains("?? a.txt");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    private Path repositoryWithAWatcher() throws Exception {
        Path repository = Files.createDirectory(folder.resolve("repository"));
        Path watcher = Files.writeString(folder.resolve("watcher"), "#!/bin/sh\ntouch " + folder + "/ran\nexit 1\n");
        Files.setPosixFilePermissions(watcher, PosixFilePermissions.fromString("rwx------"));
        git(repository, Map.of(), "init", "--quiet");
        git(repository, Map.of(), "config", "core.fsmonitor", watcher.toString());
        Files.writeString(repository.resolve("a.txt"), "a");
        return repository;
    }

    private String git(Path where, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("/usr/bin/git"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
