package io.flyball.toolexecutor.config;

import io.flyball.toolexecutor.commands.CommandSettings;
import io.flyball.toolexecutor.process.ResourceLimits;
import io.flyball.toolexecutor.process.Sandbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says by what commands are held, at the start and in the health. A weaker level is no illness; it is not hidden either. */
public final class SandboxHealth implements HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(SandboxHealth.class);

    private final Health health;

    public SandboxHealth(CommandSettings settings) {
        Sandbox sandbox = settings.walls().sandbox();
        health = switch (sandbox) {
            case Sandbox.Works works -> works(works, settings);
            case Sandbox.Missing missing -> missing(missing, settings);
        };
    }

    private static Health works(Sandbox.Works works, CommandSettings settings) {
        log.info("commands run in namespaces of their own, made by {}", works.bubblewrap());
        return said(works, settings).withDetail("level", 2).build();
    }

    private static Health missing(Sandbox.Missing missing, CommandSettings settings) {
        if (settings.walls().required()) {
            log.error("commands are refused, they have no namespaces of their own here: {}", missing.why());
            return said(missing, settings)
                    .outOfService()
                    .withDetail("reason", missing.why())
                    .build();
        }
        log.warn("commands run as ordinary processes (level 1), not in namespaces of their own: {}", missing.why());
        return said(missing, settings)
                .withDetail("level", 1)
                .withDetail("reason", missing.why())
                .build();
    }

    private static Health.Builder said(Sandbox sandbox, CommandSettings settings) {
        ResourceLimits limits = settings.limits();
        String counted = sandbox.groups().exist() ? "all of a command together" : "each process apart";
        return Health.up()
                .withDetail("memory", limits.memoryMegabytes() + " MiB, " + counted)
                .withDetail("processes", processes(sandbox, limits));
    }

    private static String processes(Sandbox sandbox, ResourceLimits limits) {
        boolean root = "root".equals(System.getProperty("user.name"));
        boolean bounded = sandbox.groups().exist() || sandbox instanceof Sandbox.Works && !root;
        return bounded ? Integer.toString(limits.processes()) : "not bounded";
    }

    @Override
    public Health health() {
        return health;
    }
}
