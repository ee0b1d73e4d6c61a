package io.flyball.bench.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All figures; the names are those of the JSON form.
 *
 * @param whole only when asked for
 * @param throughputVsRawKafka runs a second of the engine for one of the relay, both with 64 in flight
 */
public record Report(
        String what,
        Latency addedStepLatencyMs,
        Map<Integer, Double> stepsPerSecond,
        double throughputVsRawKafka,
        double cpuSecondsPer1000Steps,
        Series engine,
        OpenLoop openLoop,
        Series rawRelay,
        List<Growth> growth,
        @Nullable Whole whole,
        Machine machine,
        double tookSeconds) {
    static final int COMPARED_AT = 64;
    private static final String WHAT =
            "runs of three steps of six crossings each, with an instant plan and a no-op tool; engine: the real orchestrator in its own"
                    + " process; planner, governor and executor: instant responders; raw relay: the same 18 crossings without an engine";

    /** The figures together. */
    public static Report of(
            Series engine,
            OpenLoop openLoop,
            Series rawRelay,
            List<Growth> growth,
            @Nullable Whole whole,
            Machine machine,
            double took) {
        return new Report(
                WHAT,
                engine.stepLatencyMs(),
                engine.stepsPerSecond(),
                Figures.rounded(at(engine) / at(rawRelay)),
                engine.cpuSecondsPer1000Steps(),
                engine,
                openLoop,
                rawRelay,
                growth,
                whole,
                machine,
                Figures.rounded(took));
    }

    private static double at(Series series) {
        return series.stepsPerSecond().getOrDefault(COMPARED_AT, Double.NaN);
    }

    /** Runs that never ended, in all. */
    public long unfinished() {
        return engine.unfinished() + rawRelay.unfinished() + (whole == null ? 0 : whole.unfinished());
    }
}
