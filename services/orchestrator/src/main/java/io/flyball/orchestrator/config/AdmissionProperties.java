package io.flyball.orchestrator.config;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which alerts share a run, how many runs may be open, and what cuts loops.
 *
 * @param groupBy what alerts of one run have in common: {@code tenant}, {@code environment}, {@code service}, {@code alertname},
 *     {@code fingerprint}, or the name of a label; {@code fingerprint} alone turns grouping off
 * @param groupWindow how long after the newest alert of a group another one still joins its run
 * @param fingerprintsPerRun how many fingerprints are remembered for one run; the oldest are forgotten first
 * @param openPerService open runs of one service; more wait
 * @param openPerAgent open runs of one agent; more wait
 * @param openInAll open runs; more wait
 * @param runsPerHour runs of one agent within an hour that changed something or were caused by runs; more trip its breaker, and those that
 *     could change something or are caused by runs wait
 * @param causalDepth how many runs may have caused one another before one that opens
 * @param memory how long it is known which agent a run had, and what asked for it
 * @param closedRunsKept how many closed runs are known at most
 * @param deploymentsPerService how many recent deployments of a service are told to its runs
 * @param urgencyRises after how long of waiting a run is one degree more urgent (info, warning, error, critical); 0 means never
 * @param waitingInAll open runs that may wait for people and take no place meanwhile; beyond them nothing opens
 * @param missedAfter how late a firing of a schedule still counts as on time
 */
@ConfigurationProperties("flyball.orchestrator.admission")
public record AdmissionProperties(
        @DefaultValue({"tenant", "environment", "service", "alertname"})
        List<String> groupBy,

        @DefaultValue("5m") Duration groupWindow,
        @DefaultValue("10000") int fingerprintsPerRun,
        @DefaultValue("3") int openPerService,
        @DefaultValue("10") int openPerAgent,
        @DefaultValue("50") int openInAll,
        @DefaultValue("30") int runsPerHour,
        @DefaultValue("2") int causalDepth,
        @DefaultValue("24h") Duration memory,
        @DefaultValue("20000") int closedRunsKept,
        @DefaultValue("10") int deploymentsPerService,
        @DefaultValue("1m") Duration missedAfter,
        @DefaultValue("10m") Duration urgencyRises,
        @DefaultValue("10000") int waitingInAll) {

    /** The documented defaults. */
    public static final AdmissionProperties DEFAULT = new AdmissionProperties(
            List.of("tenant", "environment", "service", "alertname"),
            Duration.ofMinutes(5),
            10_000,
            3,
            10,
            50,
            30,
            2,
            Duration.ofHours(24),
            20_000,
            10,
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            10_000);

    public AdmissionProperties {
        groupBy = List.copyOf(groupBy);
        if (groupBy.isEmpty()) {
            throw new IllegalArgumentException("flyball.orchestrator.admission.group-by must name at least one label");
        }
        positive("fingerprints-per-run", fingerprintsPerRun);
        positive("open-per-service", openPerService);
        positive("open-per-agent", openPerAgent);
        positive("open-in-all", openInAll);
        positive("runs-per-hour", runsPerHour);
        positive("closed-runs-kept", closedRunsKept);
        positive("deployments-per-service", deploymentsPerService);
        notNegative("causal-depth", causalDepth);
        notNegative("group-window", groupWindow.toMillis());
        notNegative("memory", memory.toMillis());
        notNegative("missed-after", missedAfter.toMillis());
        notNegative("urgency-rises", urgencyRises.toMillis());
        positive("waiting-in-all", waitingInAll);
    }

    private static void positive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("flyball.orchestrator.admission." + name + " must be at least 1");
        }
    }

    private static void notNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("flyball.orchestrator.admission." + name + " must not be negative");
        }
    }
}
