package io.flyball.console.readmodel;

import io.flyball.console.door.Refusal;
import io.flyball.platform.subscribe.Projection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what an id means. While the console still reads its topics, what it does not know may yet come. */
@Component
public final class Lookup {
    private final Runs runs;
    private final Approvals approvals;
    private final DeadLetterShelf deadLetters;
    private final Projection projection;

    Lookup(Runs runs, Approvals approvals, DeadLetterShelf deadLetters, Projection projection) {
        this.runs = runs;
        this.approvals = approvals;
        this.deadLetters = deadLetters;
        this.projection = projection;
    }

    /**
     * The run of that id.
     *
     * @throws Refusal if there is none
     */
    public RunView run(String id) {
        return found(runs.find(id), "run " + id);
    }

    /**
     * The approval of that id.
     *
     * @throws Refusal if there is none
     */
    public ApprovalView approval(String id) {
        return found(approvals.find(id), "approval " + id);
    }

    /**
     * The dead letter of that id.
     *
     * @throws Refusal if it is not kept
     */
    public DeadLetterView deadLetter(String id) {
        return found(deadLetters.view(id), "dead letter " + id + " among those that are kept");
    }

    private <T> T found(Optional<T> wanted, String what) {
        return wanted.orElseThrow(() -> projection.isHealthy()
                ? Refusal.notFound("There is no " + what + ".")
                : Refusal.unavailable("The console still reads its topics, and has not seen " + what + " yet."));
    }
}
