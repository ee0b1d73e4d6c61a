package io.flyball.toolexecutor.process;

/**
 * What one program may use, each of its processes apart.
 *
 * @param openFiles file descriptors
 * @param fileMegabytes size of the largest file it may write, MiB
 */
public record ResourceLimits(int openFiles, int fileMegabytes) {}
