package io.flyball.cli.demo;

import io.flyball.cli.access.Access;
import io.flyball.cli.runs.Figures;
import io.flyball.cli.runs.Run;
import io.flyball.cli.runs.RunFacts;
import java.net.URI;
import java.util.stream.Collectors;

/** What is told when all is over: cost, time, and where to look closer. */
final class Epilogue {
    private final Access access;
    private final Narrator narrator;

    Epilogue(Access access, Narrator narrator) {
        this.access = access;
        this.narrator = narrator;
    }

    void tell(Run run, DemoSettings settings) {
        URI console = access.console().address();
        narrator.title("To look closer");
        narrator.fact("duration", Figures.between(run.openedAt(), run.closedAt()));
        narrator.fact("cost", RunFacts.cost(run.spent()));
        narrator.fact("told", told(run));
        narrator.link("console", console + token());
        narrator.link("transcript", RunFacts.transcript(console, run));
        access.stack()
                .url("tracing")
                .ifPresent(tracing -> narrator.link("trace", tracing + "/zipkin/traces/" + run.traceId()));
        narrator.link("run", "flyball runs show " + run.id());
        if (!settings.down()) {
            narrator.link("the end", "flyball down");
        }
        if (settings.model() && run.spent().llmCalls() == 0) {
            narrator.bad("--model was asked for, but no model was called: is a key configured?");
        }
    }

    /** The channels that have told people, as far as the receipts are back. */
    private static String told(Run run) {
        return run.notices().stream()
                .map(notice -> notice.channel() + " " + notice.status())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The page takes the token from there and keeps it out of requests and logs. */
    private String token() {
        return access.dataFolder().token().map(token -> "/#token=" + token).orElse("");
    }
}
