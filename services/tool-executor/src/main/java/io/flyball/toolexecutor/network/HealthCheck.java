package io.flyball.toolexecutor.network;

import io.flyball.catalogue.ToolEffect;
import io.flyball.toolexecutor.process.Output;
import io.flyball.toolexecutor.tools.Arguments;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.Interruptible;
import io.flyball.toolexecutor.tools.NotAllowed;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** health_check: succeeds only if what it asks answers as expected, within the attempts. */
public final class HealthCheck implements Tool {
    private static final int MOST_ATTEMPTS = 30;

    private final Probe probe;

    public HealthCheck() {
        this(NetworkPermissions.bySystem());
    }

    HealthCheck(NetworkPermissions permissions) {
        this.probe = new Probe(permissions);
    }

    /** Its arguments. */
    record Wanted(
            String url,
            @Nullable Integer expectedStatus,
            @Nullable Integer attempts,
            @Nullable Integer intervalMillis) {
        Wanted {
            Objects.requireNonNull(url, "url is missing");
        }

        int status() {
            return expectedStatus == null ? 200 : expectedStatus;
        }

        int tries() {
            return attempts == null ? 1 : Math.clamp(attempts, 1, MOST_ATTEMPTS);
        }

        Duration interval() {
            return Duration.ofMillis(intervalMillis == null ? 1_000 : Math.clamp(intervalMillis, 100, 10_000));
        }
    }

    @Override
    public String name() {
        return "health_check";
    }

    @Override
    public Plan plan(ToolRequest request) {
        try {
            Wanted wanted = Arguments.read(request.argumentsJson(), Wanted.class);
            URI uri = Urls.parse(wanted.url());
            List<String> allowed = request.permissions().network();
            Probe.check(uri, allowed);
            return new Plan.Ready(
                    ToolEffect.READ,
                    "would check " + uri,
                    ending -> Interruptible.perform(ending, () -> check(uri, wanted, allowed)));
        } catch (Arguments.Bad | NotAllowed e) {
            return new Plan.Refused(String.valueOf(e.getMessage()));
        }
    }

    private ToolOutcome check(URI uri, Wanted wanted, List<String> allowed) {
        try {
            Probe.Finding finding = probe.ask(uri, wanted.status(), allowed);
            for (int attempt = 1; !finding.healthy() && attempt < wanted.tries(); attempt++) {
                Thread.sleep(wanted.interval());
                finding = probe.ask(uri, wanted.status(), allowed);
            }
            return outcome(uri, wanted, finding);
        } catch (NotAllowed e) {
            return ToolOutcome.Failed.because(String.valueOf(e.getMessage()), Failure.CONFIG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ToolOutcome.Failed.because("interrupted", Failure.TRANSIENT);
        }
    }

    private static ToolOutcome outcome(URI uri, Wanted wanted, Probe.Finding finding) {
        if (finding.healthy()) {
            return ToolOutcome.Succeeded.with(uri + " is healthy: " + finding.what());
        }
        String error = uri + " is not healthy after " + wanted.tries()
                + (wanted.tries() == 1 ? " attempt: " : " attempts: ") + finding.what();
        return new ToolOutcome.Failed(Output.of(finding.detail()), null, error, Failure.EXTERNAL);
    }
}
