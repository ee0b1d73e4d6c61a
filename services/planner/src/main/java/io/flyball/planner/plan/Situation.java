package io.flyball.planner.plan;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a planner may know when it decides the next step of a run; it keeps nothing of its own.
 *
 * @param alert absent when a person opened the run
 * @param turns oldest first
 * @param hints what the orchestrator tells the planner
 * @param background what changed meanwhile
 * @param deadline when the orchestrator stops waiting
 * @param progress where the run stands, in the orchestrator's words; empty if it says nothing
 * @param findings what specialists have reported
 * @param manifest the run's phases; empty when it has none
 * @param tenant whose run it is
 * @param entries what the inventory has of what the run is about; empty when it has nothing or nobody has looked
 */
public record Situation(
        String requestId,
        String runId,
        String agent,
        String environment,
        int step,
        String goal,
        Map<String, String> inputs,
        boolean dryRun,
        @Nullable AlertFacts alert,
        List<PastTurn> turns,
        List<Owed> obligations,
        Remaining remaining,
        List<String> hints,
        List<String> background,
        Instant deadline,
        String progress,
        List<SpecialistFinding> findings,
        List<ManifestPhase> manifest,
        String tenant,
        List<EntryFacts> entries) {

    public Situation {
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
        manifest = List.copyOf(manifest);
        inputs = Map.copyOf(inputs);
        turns = List.copyOf(turns);
        obligations = List.copyOf(obligations);
        hints = List.copyOf(hints);
        background = List.copyOf(background);
    }

    /** One of a run without specialists and phases, of the tenant that is there by default. */
    public Situation(
            String requestId,
            String runId,
            String agent,
            String environment,
            int step,
            String goal,
            Map<String, String> inputs,
            boolean dryRun,
            @Nullable AlertFacts alert,
            List<PastTurn> turns,
            List<Owed> obligations,
            Remaining remaining,
            List<String> hints,
            List<String> background,
            Instant deadline) {
        this(
                requestId,
                runId,
                agent,
                environment,
                step,
                goal,
                inputs,
                dryRun,
                alert,
                turns,
                obligations,
                remaining,
                hints,
                background,
                deadline,
                "",
                List.of(),
                List.of(),
                "default",
                List.of());
    }

    /** The same, with what the inventory has of it. */
    public Situation about(List<EntryFacts> known) {
        return new Situation(
                requestId,
                runId,
                agent,
                environment,
                step,
                goal,
                inputs,
                dryRun,
                alert,
                turns,
                obligations,
                remaining,
                hints,
                background,
                deadline,
                progress,
                findings,
                manifest,
                tenant,
                known);
    }

    /** The same, with more inputs. */
    public Situation given(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(inputs);
        all.putAll(more);
        return new Situation(
                requestId,
                runId,
                agent,
                environment,
                step,
                goal,
                all,
                dryRun,
                alert,
                turns,
                obligations,
                remaining,
                hints,
                background,
                deadline,
                progress,
                findings,
                manifest,
                tenant,
                entries);
    }

    /** The service that it is about; absent when nobody has named one. */
    public @Nullable String service() {
        return alert == null ? inputs.get("service") : alert.service();
    }

    /** Whether the alert has resolved at its source while the run works on it. */
    public boolean alertIsResolved() {
        return alert != null && alert.resolved();
    }

    /** Every action so far, oldest first. */
    public List<PastAction> pastActions() {
        return turns.stream().flatMap(turn -> turn.actions().stream()).toList();
    }
}
