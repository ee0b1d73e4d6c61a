package io.flyball.planner.casework;

import io.flyball.catalogue.Catalogue;
import io.flyball.planner.choice.Mode;
import io.flyball.planner.choice.Planners;
import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.CallStatus;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.DecisionKind;
import io.flyball.planner.plan.Effect;
import io.flyball.planner.plan.Owed;
import io.flyball.planner.plan.PastAction;
import io.flyball.planner.plan.PastTurn;
import io.flyball.planner.plan.ProposedAction;
import io.flyball.planner.plan.Remaining;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.plan.Verdict;
import io.flyball.planner.prompt.PromptLibrary;
import io.flyball.planner.runbookfiles.RunbookLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A run of the first responder with the shipped catalogue and one entry; every look is answered by a table. */
final class FollowedCase {
    static final Instant NOW = Instant.parse("2026-11-21T06:10:00Z");

    private final Planners planners;
    private final List<PastTurn> turns = new ArrayList<>();
    private final List<Owed> owed = new ArrayList<>();
    private final AlertFacts alert;
    List<String> background = List.of();

    /** What comes of a look: how it ended, the exit code, what it printed. */
    record Answer(CallStatus status, int exit, String text) {
        static Answer ok(String text) {
            return new Answer(CallStatus.SUCCEEDED, 0, text);
        }

        static Answer failed(int exit, String text) {
            return new Answer(CallStatus.FAILED, exit, text);
        }
    }

    FollowedCase(Path folder, String entry, AlertFacts alert) {
        this.alert = alert;
        Catalogue catalogue = Catalogue.load(withEntry(folder, entry));
        this.planners = new Planners(
                Mode.RUNBOOK, catalogue, RunbookLibrary.load(catalogue), PromptLibrary.load(catalogue), null);
    }

    /** The shipped catalogue by links, with an inventory of its own. */
    private static Path withEntry(Path folder, String entry) {
        Path shipped = Path.of("../../catalogue").toAbsolutePath().normalize();
        try (Stream<Path> parts = Files.list(shipped)) {
            for (Path part : parts.filter(each -> !each.endsWith("inventory")).toList()) {
                Files.createSymbolicLink(folder.resolve(part.getFileName()), part);
            }
            Files.createDirectory(folder.resolve("inventory"));
            if (!entry.isEmpty()) {
                writeAll(folder.resolve("inventory"), entry);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Entries, with a line of {@code ---} between. */
    private static void writeAll(Path folder, String entries) throws IOException {
        int number = 0;
        for (String entry : entries.split("(?m)^---\\n")) {
            Files.writeString(folder.resolve("entry" + number++ + ".yaml"), entry);
        }
    }

    Decision decide() {
        int step = turns.size() + 1;
        return planners.plan(
                        new Situation(
                                "r:p" + step,
                                "r",
                                "first-responder",
                                "staging",
                                step,
                                "look",
                                Map.of(),
                                false,
                                alert,
                                turns,
                                owed,
                                new Remaining(14, 10, 60, 1, 1, 1),
                                List.of(),
                                background,
                                NOW.plusSeconds(120)),
                        _ -> {})
                .decision();
    }

    List<ProposedAction> wanted() {
        return decide() instanceof Decision.Act act ? act.actions() : List.of();
    }

    /** Answers what is wanted by the label's end; what the table does not have cannot be made. */
    FollowedCase answer(Map<String, Answer> answers) {
        List<PastAction> past = new ArrayList<>();
        for (ProposedAction action : wanted()) {
            String name = String.valueOf(action.label()).replaceAll("^.*:", "");
            past.add(become(
                    action, past.size(), answers.getOrDefault(name, new Answer(CallStatus.REFUSED, 1, "refused"))));
        }
        turns.add(new PastTurn(turns.size() + 1, DecisionKind.ACT, "", past, null));
        return this;
    }

    private PastAction become(ProposedAction action, int index, Answer answer) {
        boolean changes = action.arguments().get("argv") instanceof List<?> argv
                && (argv.contains("restart") || argv.contains("rollback"));
        String id = "r:" + (turns.size() + 1) + ":" + index;
        if (changes) {
            owed.add(new Owed(String.valueOf(action.target()), id, "health_check"));
        } else {
            owed.removeIf(each -> action.verifies().contains(each.target()));
        }
        boolean well = answer.status() == CallStatus.SUCCEEDED;
        return new PastAction(
                id,
                action.label(),
                action.tool(),
                action.arguments(),
                action.target(),
                changes ? Effect.CHANGE : Effect.READ,
                Verdict.ALLOW,
                "policy",
                answer.status(),
                answer.text(),
                answer.text().length(),
                action.tool().equals("run_command") ? answer.exit() : null,
                well ? null : answer.text(),
                NOW);
    }
}
