package io.flyball.bench.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All figures; the names are those of the JSON form.
 *
 * @param whole only when asked for
 * @param recordsPerRun how many records a run leaves on all topics; the raw relay writes as many
 * @param recordsByTopic the same by topic, changelogs included
 * @param throughputVsRawKafka steps a second of the engine for one of the raw relay, both with 64 in flight
 * @param throughputVsCrossingsAlone the same beside a relay of nothing but the 18 records that cross
 * @param throughputVsTransactionalRelay the same beside a relay of as many records that is exactly once too
 */
public record Report(
        String what,
        Latency addedStepLatencyMs,
        Map<Integer, Double> stepsPerSecond,
        int recordsPerRun,
        Map<String, Double> recordsByTopic,
        double throughputVsRawKafka,
        double throughputVsCrossingsAlone,
        double throughputVsTransactionalRelay,
        double cpuSecondsPer1000Steps,
        Series engine,
        OpenLoop openLoop,
        Series rawRelay,
        Series crossingsAlone,
        Series transactionalRelay,
        List<Growth> growth,
        @Nullable Whole whole,
        Machine machine,
        double tookSeconds) {
    static final int COMPARED_AT = 64;
    private static final String WHAT =
            "runs of three steps of six crossings each, with an instant plan and a no-op tool; engine: the real orchestrator in its own"
                    + " process; planner, governor and executor: instant responders; raw relay: the same 18 crossings and as many records beside"
                    + " them as the engine writes, without an engine";

    /** The figures together. */
    public static Report of(
            Series engine,
            OpenLoop openLoop,
            Map<String, Double> recordsByTopic,
            Relays relays,
            List<Growth> growth,
            @Nullable Whole whole,
            Machine machine,
            double took) {
        return new Report(
                WHAT,
                engine.stepLatencyMs(),
                engine.stepsPerSecond(),
                (int) Math.round(recordsByTopic.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()),
                recordsByTopic,
                Figures.rounded(at(engine) / at(relays.raw())),
                Figures.rounded(at(engine) / at(relays.crossingsAlone())),
                Figures.rounded(at(engine) / at(relays.transactional())),
                engine.cpuSecondsPer1000Steps(),
                engine,
                openLoop,
                relays.raw(),
                relays.crossingsAlone(),
                relays.transactional(),
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
        return engine.unfinished()
                + rawRelay.unfinished()
                + crossingsAlone.unfinished()
                + transactionalRelay.unfinished()
                + (whole == null ? 0 : whole.unfinished());
    }
}
