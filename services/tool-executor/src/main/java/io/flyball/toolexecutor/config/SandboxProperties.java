package io.flyball.toolexecutor.config;

import io.flyball.toolexecutor.commands.Walls;
import io.flyball.toolexecutor.process.ControlGroups;
import io.flyball.toolexecutor.process.ResourceLimits;
import io.flyball.toolexecutor.process.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By what commands are held.
 *
 * @param level {@code best}: namespaces where this machine has them, otherwise ordinary processes, which is said;
 *     {@code namespaces}: a command is refused where there are none; {@code process}: ordinary processes
 * @param bubblewrap the program that makes namespaces, 0.7 or newer
 * @param readable files and folders, absolute, that every command sees besides system programs
 * @param processes processes and threads that one command may have
 * @param memoryMegabytes memory of each of its processes, and of all together where control groups can be made, MiB
 * @param cpuSeconds seconds at work of each of its processes
 * @param scratchMegabytes what it may write into its own folder, and into each folder for temporary files, MiB
 */
@ConfigurationProperties("flyball.executor.sandbox")
public record SandboxProperties(
        @DefaultValue("best") Level level,
        @DefaultValue("/usr/bin/bwrap") Path bubblewrap,
        @Nullable List<Path> readable,
        @DefaultValue("256") int processes,
        @DefaultValue("1024") int memoryMegabytes,
        @DefaultValue("600") int cpuSeconds,
        @DefaultValue("64") int scratchMegabytes) {

    /** What is wanted. */
    public enum Level {
        BEST,
        NAMESPACES,
        PROCESS
    }

    public SandboxProperties {
        readable = readable == null ? List.of() : List.copyOf(readable);
        if (!readable.stream().allMatch(Path::isAbsolute)) {
            throw new IllegalArgumentException("flyball.executor.sandbox.readable must name absolute paths");
        }
        if (processes < 8 || memoryMegabytes < 16 || cpuSeconds < 1 || scratchMegabytes < 1) {
            throw new IllegalArgumentException("flyball.executor.sandbox: processes must be at least 8,"
                    + " memory-megabytes 16, cpu-seconds 1, scratch-megabytes 1");
        }
    }

    ResourceLimits toLimits(int openFiles, int fileMegabytes) {
        return new ResourceLimits(openFiles, fileMegabytes, processes, memoryMegabytes, cpuSeconds, scratchMegabytes);
    }

    /** Tries whether this machine has namespaces for commands. */
    Walls toWalls(Path scratch, ResourceLimits limits) {
        ControlGroups groups = ControlGroups.ofThisProcess();
        Sandbox sandbox = level == Level.PROCESS
                ? new Sandbox.Missing("flyball.executor.sandbox.level is process", groups)
                : tried(scratch, limits, groups);
        return new Walls(sandbox, level == Level.NAMESPACES, java.util.Objects.requireNonNull(readable, "set above"));
    }

    private Sandbox tried(Path scratch, ResourceLimits limits, ControlGroups groups) {
        try {
            return Sandbox.tried(bubblewrap, Files.createDirectories(scratch), limits, groups);
        } catch (IOException e) {
            return new Sandbox.Missing("the scratch folder " + scratch + " cannot be made: " + e.getMessage(), groups);
        }
    }
}
