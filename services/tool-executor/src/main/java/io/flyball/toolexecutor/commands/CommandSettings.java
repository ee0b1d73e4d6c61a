package io.flyball.toolexecutor.commands;

import io.flyball.toolexecutor.process.ResourceLimits;
import java.nio.file.Path;
import java.util.Map;

/**
 * How commands are run.
 *
 * @param path where programs are looked for, folders separated by colons
 * @param scratch folder in which each command gets one of its own, taken away afterwards
 * @param environment variables that every command sees besides the executor's own choice
 * @param limits what a command may use
 * @param walls by what a command is held
 */
public record CommandSettings(
        String path, Path scratch, Map<String, String> environment, ResourceLimits limits, Walls walls) {}
