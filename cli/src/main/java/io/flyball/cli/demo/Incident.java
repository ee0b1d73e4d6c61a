package io.flyball.cli.demo;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.access.Console;
import io.flyball.cli.access.EventFeed;
import io.flyball.cli.access.EventFeed.Complete;
import io.flyball.cli.access.EventFeed.Happened;
import io.flyball.cli.access.EventFeed.Happening;
import io.flyball.cli.access.EventFeed.Lost;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.runs.Run;
import io.flyball.cli.runs.RunReader;
import io.flyball.cli.runs.RunStory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Follows the run that an alert opened, from its first event to its end. */
final class Incident {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration TO_OPEN = Duration.ofSeconds(60);
    private static final Duration TO_TELL = Duration.ofSeconds(3);

    private final Console console;
    private final Narrator narrator;
    private final BlockingQueue<Moment> moments;
    private final Question question;
    private final RunStory story = new RunStory();

    Incident(Console console, Narrator narrator, BlockingQueue<Moment> moments, Question question) {
        this.console = console;
        this.narrator = narrator;
        this.moments = moments;
        this.question = question;
    }

    /** The id of the run that the alert opened or joined. */
    String awaitRun(String fingerprint, Instant notBefore) throws InterruptedException {
        Deadline end = Deadline.in(TO_OPEN);
        while (!end.passed()) {
            Optional<String> run = find(fingerprint, notBefore);
            if (run.isPresent()) {
                return run.get();
            }
            Thread.sleep(LOOK);
        }
        throw new CommandFailed(
                ExitCode.TIMED_OUT,
                "The alert was taken, but no run was opened within " + TO_OPEN.toSeconds() + " s.",
                "Look into the orchestrator's log: flyball logs orchestrator; and at: flyball dead-letters list");
    }

    private Optional<String> find(String fingerprint, Instant notBefore) {
        return console.get("/api/runs?limit=50&summary=true")
                .valueStream()
                .filter(run -> text(run.path("alert"), "fingerprint").equals(fingerprint))
                .filter(run -> text(run, "status").equals("ENDED") ? opened(run).isAfter(notBefore) : true)
                .map(run -> text(run, "id"))
                .findFirst();
    }

    private static Instant opened(JsonNode run) {
        return Instant.parse(text(run, "openedAt"));
    }

    /** Tells everything that happens and asks what is to be asked, until the run has ended. */
    Run follow(String runId, Duration timeout) throws InterruptedException {
        Deadline end = Deadline.in(timeout);
        String path = "/api/runs/" + Console.part(runId);
        try (EventFeed _ = EventFeed.open(console, path + "/events", this::told)) {
            Run run = look(path);
            while (!run.ended()) {
                if (end.passed()) {
                    throw tooLong(run, timeout);
                }
                take(moments.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS));
                run = look(path);
            }
            return told(path, run);
        }
    }

    /** The run with the receipts of its messages, which come a moment after its end. */
    private Run told(String path, Run ended) throws InterruptedException {
        Deadline end = Deadline.in(TO_TELL);
        Run run = ended;
        while (run.notices().isEmpty() && !end.passed()) {
            Thread.sleep(LOOK);
            run = look(path);
        }
        return run;
    }

    private void told(Happening happening) {
        moments.add(new Moment.Told(happening));
    }

    private void take(@Nullable Moment moment) {
        switch (moment) {
            case null -> {}
            case Moment.Typed typed -> question.typed(typed.line());
            case Moment.Told told -> take(told.happening());
        }
    }

    private static void take(Happening happening) {
        switch (happening) {
            case Lost lost -> throw lost.why();
            case Happened _, Complete _ -> {}
        }
    }

    private Run look(String path) {
        Run run = RunReader.read(console.get(path));
        narrator.tell(story.tell(run));
        question.look(run);
        return run;
    }

    private static CommandFailed tooLong(Run run, Duration timeout) {
        return new CommandFailed(
                ExitCode.TIMED_OUT,
                "The run has not ended within " + timeout.toSeconds() + " s; it stands at " + run.status() + ".",
                "It goes on without the demo: flyball runs watch " + run.id());
    }
}
