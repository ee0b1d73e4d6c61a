package io.flyball.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The report for people. */
public final class ReportTable {
    private ReportTable() {}

    /** Lines of at most 100 characters. */
    public static List<String> lines(Report r) {
        List<String> lines = new ArrayList<>();
        lines.add("A run of three steps, six crossings each, with an instant plan and a no-op tool.");
        lines.add("engine: the real orchestrator in its own process; planner, governor, executor: instant responders.");
        lines.add("raw relay: the same 18 crossings and as many records beside them as the engine writes (%d a run),"
                .formatted(r.recordsPerRun()));
        lines.add("acks=all, at least once, no engine.");
        lines.add("");
        lines.add(row("", "engine", "raw relay", "engine/relay"));
        compare(
                lines,
                "ms per step, 1 run at a time, p50",
                r.engine().stepLatencyMs().p50(),
                r.rawRelay().stepLatencyMs().p50());
        compare(
                lines,
                "                              p99",
                r.engine().stepLatencyMs().p99(),
                r.rawRelay().stepLatencyMs().p99());
        new TreeMap<>(r.engine().stepsPerSecond())
                .forEach((inFlight, steps) -> compare(
                        lines,
                        "steps/s, %d runs in flight".formatted(inFlight),
                        steps,
                        r.rawRelay().stepsPerSecond().getOrDefault(inFlight, Double.NaN)));
        compare(
                lines,
                "CPU s per 1,000 steps, its process",
                r.engine().cpuSecondsPer1000Steps(),
                r.rawRelay().cpuSecondsPer1000Steps());
        compare(
                lines,
                "                       the broker",
                r.engine().brokerCpuSecondsPer1000Steps(),
                r.rawRelay().brokerCpuSecondsPer1000Steps());
        lines.add("");
        lines.add("Other relays, 64 in flight");
        other(lines, "only the 18 records that cross", r.crossingsAlone(), r.throughputVsCrossingsAlone());
        other(lines, "all records, exactly once", r.transactionalRelay(), r.throughputVsTransactionalRelay());
        lines.add("");
        OpenLoop open = r.openLoop();
        lines.add(format(
                "Open loop, %s steps/s by the clock, each run timed from when it was due:", open.stepsPerSecond()));
        lines.add("  run  " + latency(open.runLatencyMs()));
        lines.add("  step " + latency(open.stepLatencyMs()));
        records(lines, r.recordsByTopic());
        growth(lines, r.growth());
        whole(lines, r.whole());
        lines.add("");
        lines.add(format(
                "%s cores, %s, Java %s, load %s before and %s after; took %s s",
                r.machine().cores(),
                r.machine().system(),
                r.machine().java(),
                r.machine().loadBefore(),
                r.machine().loadAfter(),
                r.tookSeconds()));
        if (r.unfinished() > 0) {
            lines.add(r.unfinished() + " RUNS NEVER ENDED");
        }
        return lines;
    }

    private static void records(List<String> lines, Map<String, Double> byTopic) {
        lines.add("");
        lines.add("Records that a run of the engine leaves, by topic");
        byTopic.forEach((topic, records) -> lines.add("  %-50s%8s".formatted(topic, plain(records))));
    }

    private static void growth(List<String> lines, List<Growth> growth) {
        if (growth.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Growth: the engine restarted with so many past runs, warmed up, then measured");
        lines.add("  past runs  with warm-up  ready after  ms/step p50  p99  steps/s at 64  memory");
        growth.forEach(g -> lines.add("%11s%14s%11s s%13s%5s%15s%5s MB"
                .formatted(
                        grouped(g.pastRuns()),
                        grouped(g.pastRunsInAll()),
                        plain(g.readyAfterSeconds()),
                        plain(g.stepLatencyMs().p50()),
                        plain(g.stepLatencyMs().p99()),
                        plain(g.stepsPerSecond()),
                        g.residentMegabytes())));
    }

    private static void whole(List<String> lines, @Nullable Whole whole) {
        if (whole == null) {
            return;
        }
        lines.add("");
        lines.add("The whole suite in one JVM: real planner with the self-check runbook, real governor, real executor");
        lines.add("  step " + latency(whole.stepLatencyMs()) + ", 1 run at a time");
        whole.stepsPerSecond()
                .forEach((inFlight, steps) -> lines.add(format("  %s steps/s, %s runs in flight", steps, inFlight)));
    }

    private static void other(List<String> lines, String what, Series relay, double ratio) {
        double steps = relay.stepsPerSecond().getOrDefault(Report.COMPARED_AT, Double.NaN);
        lines.add("  %-34s%12s steps/s, engine/relay %s".formatted(what, plain(steps), plain(ratio)));
    }

    private static void compare(List<String> lines, String what, double engine, double relay) {
        lines.add(row(what, plain(engine), plain(relay), plain(Figures.rounded(engine / relay))));
    }

    private static String row(String what, String engine, String relay, String ratio) {
        return "%-36s%12s%12s%15s".formatted(what, engine, relay, ratio);
    }

    private static String latency(Latency latency) {
        return format("p50 %s ms, p99 %s ms, max %s ms", latency.p50(), latency.p99(), latency.max());
    }

    private static String format(String template, Object... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i] instanceof Double number ? plain(number) : String.valueOf(values[i]);
        }
        return template.formatted(texts);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? grouped(Math.round(value)) : String.valueOf(value);
    }

    private static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
