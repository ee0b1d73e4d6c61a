package io.flyball.orchestrator.entrance;

import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.Deployment;
import io.flyball.contract.RunRequest;
import io.flyball.orchestrator.config.BoundProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Whatever comes from the public topics passes here, before it queues for admission. */
public final class Entrance {
    private final BoundProperties most;
    private final Shortening shortening;

    public Entrance(BoundProperties most) {
        this.most = most;
        this.shortening = new Shortening(most);
    }

    /**
     * The record as it goes on.
     *
     * @param place where it stands, for the marks on what is shortened
     * @throws Nonsense if it says what cannot be; names each field
     */
    public SpecificRecord pass(SpecificRecord record, String place, Instant now) {
        List<String> faults = switch (record) {
            case Alert alert -> faults(alert, now);
            case RunRequest request -> faults(request, now);
            case Deployment deployment -> faults(deployment, now);
            default -> List.of();
        };
        if (!faults.isEmpty()) {
            throw new Nonsense(faults);
        }
        return switch (record) {
            case Alert alert -> shortened(alert, place);
            case Deployment deployment -> shortened(deployment, place);
            default -> record;
        };
    }

    private List<String> faults(Alert alert, Instant now) {
        boolean over = alert.getStatus() == AlertStatus.RESOLVED;
        return new Sense(now)
                .name("id", alert.getId(), most.name())
                .name("tenant", alert.getTenant(), most.name())
                .name("fingerprint", alert.getFingerprint(), most.name())
                .name("name", alert.getName(), most.name())
                .name("service", alert.getService(), most.name())
                .name("environment", alert.getEnvironment(), most.name())
                .longest("severity", alert.getSeverity(), most.name())
                .longest("source", alert.getSource(), most.name())
                .longest("causedByRun", alert.getCausedByRun(), most.name())
                .count("causalDepth", alert.getCausalDepth())
                .time("startsAt", alert.getStartsAt())
                .time("receivedAt", alert.getReceivedAt())
                .time("endsAt", over ? alert.getEndsAt() : null)
                .order("startsAt", alert.getStartsAt(), "endsAt", over ? alert.getEndsAt() : null)
                .faults();
    }

    private List<String> faults(RunRequest request, Instant now) {
        int inputs = request.getInputs().entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        Sense sense = new Sense(now)
                .name("runId", request.getRunId(), most.name())
                .name("tenant", request.getTenant(), most.name())
                .name("agent", request.getAgent(), most.name())
                .name("environment", request.getEnvironment(), most.name())
                .name("principal", request.getPrincipal(), most.name())
                .longest("goal", request.getGoal(), most.goal())
                .longest("idempotencyKey", request.getIdempotencyKey(), most.name())
                .longest("causedByRun", request.getCausedByRun(), most.name())
                .count("causalDepth", request.getCausalDepth())
                .time("requestedAt", request.getRequestedAt());
        return inputs <= most.texts()
                ? sense.faults()
                : List.of("inputs have " + inputs + " characters together, at most " + most.texts() + " are possible");
    }

    private List<String> faults(Deployment it, Instant now) {
        return new Sense(now)
                .name("id", it.getId(), most.name())
                .name("tenant", it.getTenant(), most.name())
                .name("service", it.getService(), most.name())
                .name("environment", it.getEnvironment(), most.name())
                .longest("version", it.getVersion(), most.name())
                .longest("previousVersion", it.getPreviousVersion(), most.name())
                .longest("by", it.getBy(), most.name())
                .longest("url", it.getUrl(), most.goal())
                .time("deployedAt", it.getDeployedAt())
                .faults();
    }

    private Alert shortened(Alert alert, String place) {
        Map<String, String> labels = shortening.texts(alert.getLabels(), place);
        Map<String, String> annotations = shortening.texts(alert.getAnnotations(), place);
        String url = alert.getGeneratorUrl();
        boolean longUrl = url != null && url.length() > most.text();
        return labels == alert.getLabels() && annotations == alert.getAnnotations() && !longUrl
                ? alert
                : Alert.newBuilder(alert)
                        .setLabels(labels)
                        .setAnnotations(annotations)
                        // Half an address leads nowhere.
                        .setGeneratorUrl(longUrl ? null : url)
                        .build();
    }

    private Deployment shortened(Deployment it, String place) {
        return it.getDescription().length() <= most.goal()
                ? it
                : Deployment.newBuilder(it)
                        .setDescription(Shortening.text(it.getDescription(), most.goal(), place))
                        .build();
    }
}
