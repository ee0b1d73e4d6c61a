package io.flyball.console.outbox;

import io.flyball.contract.Alert;
import io.flyball.contract.ApprovalDecision;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.Deployment;
import io.flyball.contract.RunRequest;
import io.flyball.secrets.Filtered;
import io.flyball.secrets.SecretFilter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The last door before a topic: what people and alerting systems write in their own words loses its secrets there. What
 * identifies, and arguments that a person has edited for a tool, stay as they are.
 */
final class WithoutSecrets {
    private static final String BESIDE = "=";

    /** As labels and inputs these name a thing (the key of a record, a secret of Kubernetes), and do not hold it. */
    private static final Set<String> SAY_NOTHING = Set.of("key", "secret");

    private final SecretFilter filter;

    WithoutSecrets(SecretFilter filter) {
        this.filter = filter;
    }

    /** The message as it may leave; the same secret has the same placeholder in all messages of one key. */
    Message of(Message message) {
        return new Message(message.topic(), message.key(), of(message.record(), message.key()));
    }

    private SpecificRecord of(SpecificRecord record, String scope) {
        return switch (record) {
            case Alert alert -> alert(alert, scope);
            case RunRequest request -> request(request, scope);
            case ControlCommand command -> command(command, scope);
            case ApprovalDecision decision ->
                ApprovalDecision.newBuilder(decision)
                        .setReason(text(decision.getReason(), scope))
                        .build();
            case Deployment deployment ->
                Deployment.newBuilder(deployment)
                        .setDescription(told(deployment.getDescription(), scope))
                        .setUrl(text(deployment.getUrl(), scope))
                        .build();
            default -> record;
        };
    }

    /** Labels and annotations are looked at together, so that what one of them gives away is gone in all. */
    private Alert alert(Alert alert, String scope) {
        Map<String, String> all = new HashMap<>();
        alert.getLabels().forEach((name, value) -> all.put("l." + name, value));
        alert.getAnnotations().forEach((name, value) -> all.put("a." + name, value));
        Map<String, String> clean = values(all, scope);
        return Alert.newBuilder(alert)
                .setLabels(part(clean, "l."))
                .setAnnotations(part(clean, "a."))
                .setGeneratorUrl(text(alert.getGeneratorUrl(), scope))
                .build();
    }

    private RunRequest request(RunRequest request, String scope) {
        return RunRequest.newBuilder(request)
                .setGoal(told(request.getGoal(), scope))
                .setInputs(values(request.getInputs(), scope))
                .build();
    }

    private ControlCommand command(ControlCommand command, String scope) {
        return ControlCommand.newBuilder(command)
                .setReason(told(command.getReason(), scope))
                .setText(text(command.getText(), scope))
                .build();
    }

    private static Map<String, String> part(Map<String, String> all, String prefix) {
        Map<String, String> part = new HashMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), value);
            }
        });
        return part;
    }

    /** Each value beside its name, because the name may be what tells. */
    private Map<String, String> values(Map<String, String> values, String scope) {
        List<Map.Entry<String, String>> entries = List.copyOf(values.entrySet());
        List<String> clean = texts(
                entries.stream()
                        .map(entry -> beside(entry.getKey()) + entry.getValue())
                        .toList(),
                scope);
        Map<String, String> result = new HashMap<>();
        for (int i = 0; i < clean.size(); i++) {
            String name = entries.get(i).getKey();
            String value = entries.get(i).getValue();
            boolean nameStays = clean.get(i).startsWith(beside(name));
            result.put(name, nameStays ? clean.get(i).substring(beside(name).length()) : told(value, scope));
        }
        return result;
    }

    private static String beside(String name) {
        String own = name.substring(name.indexOf('.') + 1);
        return SAY_NOTHING.contains(own.toLowerCase(Locale.ROOT)) ? "" : name + BESIDE;
    }

    private @Nullable String text(@Nullable String text, String scope) {
        return text == null ? null : told(text, scope);
    }

    private String told(String text, String scope) {
        return filter.filter(scope, text).text();
    }

    private List<String> texts(Collection<String> texts, String scope) {
        return filter.filter(scope, List.copyOf(texts)).stream()
                .map(Filtered::text)
                .toList();
    }
}
