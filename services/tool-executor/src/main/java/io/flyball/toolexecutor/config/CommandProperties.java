package io.flyball.toolexecutor.config;

import io.flyball.toolexecutor.commands.CommandSettings;
import io.flyball.toolexecutor.process.ResourceLimits;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commands are run.
 *
 * @param path where programs are looked for, folders separated by colons; nothing is inherited
 * @param scratch folder in which each command gets one of its own; one below the system's for temporary files unless set
 * @param environment variables that every command sees besides the executor's own choice; nothing is inherited
 * @param openFiles file descriptors that a command may have open
 * @param fileMegabytes size of the largest file that a command may write, MiB
 */
@ConfigurationProperties("flyball.executor.commands")
public record CommandProperties(
        @DefaultValue("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
        String path,

        @Nullable Path scratch,
        @Nullable Map<String, String> environment,

        @DefaultValue("1024") int openFiles,
        @DefaultValue("1024") int fileMegabytes) {

    public CommandProperties {
        scratch = scratch == null ? Path.of(System.getProperty("java.io.tmpdir"), "flyball-tool-executor") : scratch;
        environment = environment == null ? Map.of() : Map.copyOf(environment);
        if (path.isBlank()) {
            throw new IllegalArgumentException("flyball.executor.commands.path must name at least one folder");
        }
        if (openFiles < 16 || fileMegabytes < 1) {
            throw new IllegalArgumentException(
                    "flyball.executor.commands: open-files must be at least 16 and file-megabytes at least 1");
        }
    }

    /** These, within those walls. */
    public CommandSettings toSettings(SandboxProperties sandbox) {
        Path folder = Objects.requireNonNull(scratch).toAbsolutePath();
        ResourceLimits limits = sandbox.toLimits(openFiles, fileMegabytes);
        return new CommandSettings(
                path, folder, Objects.requireNonNull(environment), limits, sandbox.toWalls(folder, limits));
    }
}
