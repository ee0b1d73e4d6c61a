package io.flyball.bench.report;

import java.lang.management.ManagementFactory;

/** Where it was measured. */
public record Machine(int cores, String system, String java, double loadBefore, double loadAfter) {

    /** One-minute load average of this machine now. */
    public static double load() {
        return Figures.rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** This machine. */
    public static Machine now(double loadBefore) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                system.getAvailableProcessors(),
                system.getName() + " " + system.getArch(),
                Runtime.version().toString(),
                loadBefore,
                load());
    }
}
