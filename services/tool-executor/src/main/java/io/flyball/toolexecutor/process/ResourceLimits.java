package io.flyball.toolexecutor.process;

/**
 * What one program may use.
 *
 * @param openFiles file descriptors of each of its processes
 * @param fileMegabytes size of the largest file it may write, MiB
 * @param processes processes and threads in all
 * @param memoryMegabytes memory of each of its processes and, where the kernel can be asked to count, of all together, MiB
 * @param cpuSeconds seconds at work of each of its processes
 * @param scratchMegabytes what it may write into its own folder and into folders for temporary files, each, MiB
 */
public record ResourceLimits(
        int openFiles, int fileMegabytes, int processes, int memoryMegabytes, int cpuSeconds, int scratchMegabytes) {}
